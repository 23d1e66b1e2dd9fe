/// The text of a block, ready to be read for quantities: every character knows its bytes in the file.
struct QuantityText: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// Stands for a fact, a picture or anything else that is no text.
  static let object: Unicode.Scalar = "\u{FFFC}"

  init() {}

  /// A text by itself, whose offsets are its own.
  init(_ text: String) { append(text, at: 0..<text.utf8.count) }

  /// Adds what stands at a range of the file. When the text is not exactly what stands there, because of escapes, all of
  /// it is at the whole range.
  mutating func append(_ text: String, at range: Range<Int>) {
    let isExact = text.utf8.count == range.count
    // A text of one's own is gathered from few pieces; grown by the default it would be moved at every one.
    if scalars.isEmpty {
      scalars.reserveCapacity(text.utf8.count)
      starts.reserveCapacity(text.utf8.count)
      ends.reserveCapacity(text.utf8.count)
    }
    var offset = range.lowerBound
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      scalars.append(Self.plain(scalar))
      starts.append(isExact ? offset : range.lowerBound)
      ends.append(isExact ? offset + width : range.upperBound)
      offset += width
    }
  }

  /// Adds something that is no text.
  mutating func append(_ scalar: Unicode.Scalar, at range: Range<Int>) {
    scalars.append(scalar)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
  }

  /// Adds a text behind this one, apart from it.
  mutating func append(_ other: QuantityText) {
    guard !other.scalars.isEmpty else { return }
    if let end = ends.last { append("\n", at: end..<end) }
    scalars += other.scalars
    starts += other.starts
    ends += other.ends
  }

  /// Where the things stand that are no text.
  var objects: [Int] { scalars.indices.filter { scalars[$0] == Self.object } }

  var isEmpty: Bool { scalars.isEmpty }

  /// The bytes of the file that characters stand at.
  func range(_ positions: Range<Int>) -> Range<Int> {
    guard !positions.isEmpty, positions.upperBound <= scalars.count else { return 0..<0 }
    return starts[positions.lowerBound]..<max(starts[positions.lowerBound], ends[positions.upperBound - 1])
  }

  /// All bytes.
  var range: Range<Int> { range(0..<scalars.count) }

  /// Characters as a string.
  func string(_ positions: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[positions])
    return String(text)
  }

  /// Full-width digits and signs as the ones that are read.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
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
