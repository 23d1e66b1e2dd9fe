/// The text of a block, ready to be read for quantities: every character knows its bytes in the file.
struct QuantityText: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  private var pieces: [Piece] = []
  /// The characters that are read as others, with the bytes that they have in the file: few texts have any.
  private var replaced: [(index: Int, width: Int)] = []

  /// Characters that stand in the file side by side.
  private struct Piece {
    /// The index of the first of them.
    let first: Int
    let range: Range<Int>
    /// Whether the text is exactly what stands there. If not, all of it is at the whole range.
    let isExact: Bool
  }

  /// Stands for a fact, a picture or anything else that is no text.
  static let object: Unicode.Scalar = "\u{FFFC}"

  init() {}

  /// A text by itself, whose offsets are its own.
  init(_ text: String) { append(text, at: 0..<text.utf8.count) }

  /// Adds what stands at a range of the file. When the text is not exactly what stands there, because of escapes, all of
  /// it is at the whole range.
  mutating func append(_ text: String, at range: Range<Int>) {
    append(Array(text.utf8)[...], at: range)
  }

  /// Adds the UTF-8 of a text at a range of the file, in the same way.
  mutating func append(_ text: ArraySlice<UInt8>, at range: Range<Int>) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(first: scalars.count, range: range, isExact: text.count == range.count))
    // A text of one's own is gathered from few pieces; grown by the default it would be moved at every one.
    if scalars.isEmpty { scalars.reserveCapacity(text.count) }
    text.forEachScalar { scalar, width in
      let plain = Self.plain(scalar)
      if plain != scalar { replaced.append((scalars.count, width)) }
      scalars.append(plain)
    }
  }

  /// Adds something that is no text.
  mutating func append(_ scalar: Unicode.Scalar, at range: Range<Int>) {
    pieces.append(Piece(first: scalars.count, range: range, isExact: false))
    scalars.append(scalar)
  }

  /// Adds a text behind this one, apart from it.
  mutating func append(_ other: QuantityText) {
    guard !other.isEmpty else { return }
    if !isEmpty {
      let end = bytes(at: scalars.count - 1).upperBound
      append("\n", at: end..<end)
    }
    let count = scalars.count
    scalars += other.scalars
    pieces += other.pieces.map { Piece(first: $0.first + count, range: $0.range, isExact: $0.isExact) }
    replaced += other.replaced.map { ($0.index + count, $0.width) }
  }

  /// Where the things stand that are no text.
  var objects: [Int] { scalars.indices.filter { scalars[$0] == Self.object } }

  var isEmpty: Bool { scalars.isEmpty }

  /// The bytes of the file that characters stand at.
  func range(_ positions: Range<Int>) -> Range<Int> {
    guard !positions.isEmpty, positions.upperBound <= scalars.count else { return 0..<0 }
    let start = bytes(at: positions.lowerBound).lowerBound
    return start..<max(start, bytes(at: positions.upperBound - 1).upperBound)
  }

  /// All bytes.
  var range: Range<Int> { range(0..<scalars.count) }

  /// Characters as a string.
  func string(_ positions: Range<Int>) -> String { String(scalars[positions]) }

  /// The bytes of the file that a character stands at.
  private func bytes(at index: Int) -> Range<Int> {
    guard let piece = pieces.last(where: { $0.first <= index }) else { return 0..<0 }
    if !piece.isExact { return piece.range }
    let start = (piece.first..<index).reduce(piece.range.lowerBound) { $0 + width(of: $1) }
    return start..<start + width(of: index)
  }

  /// How many bytes a character has in the file.
  private func width(of index: Int) -> Int {
    replaced.first { $0.index == index }?.width ?? UTF8.width(scalars[index])
  }

  /// Full-width digits and signs as the ones that are read.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0xA0, 0x3000..<0xFF00: scalar
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFF05: "%"
    case 0xFF0E: "."
    case 0xFFE5: "¥"
    case 0xFF04: "$"
    case 0xFF0D: "-"
    case 0x00A0, 0x202F, 0x2009: " "
    default: scalar
    }
  }
}
