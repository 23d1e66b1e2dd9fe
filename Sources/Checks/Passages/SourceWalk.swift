import Diagnostics

/// Walks along the source of a text, and says for each of its characters which bytes stand for it.
struct SourceWalk {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  /// Where the last entity stood: two characters may come of one.
  private var entity: Range<Int>?

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The bytes of the next character; nil when it is not found.
  /// - Parameter text: the text from this character on.
  mutating func next(_ scalar: Unicode.Scalar, _ text: ArraySlice<UInt8>) -> (range: Range<Int>, isEscaped: Bool)? {
    skipComments(before: text)
    let length = scalar.utf8.count
    if offset < end, bytes[offset] == UInt8(ascii: "\\"), offset + 1 < end, bytes[offset + 1].isPunctuation {
      guard scalar.value == UInt32(bytes[offset + 1]) else { return nil }
      return advance(2)
    }
    if offset < end, bytes[offset] == UInt8(ascii: "&"), let close = entityEnd(),
      !text.starts(with: bytes[offset..<close])
    {
      entity = offset..<close
      return advance(close - offset)
    }
    if offset + length <= end, text.starts(with: bytes[offset..<offset + length]) {
      entity = nil
      defer { offset += length }
      return (offset..<offset + length, false)
    }
    return entity.map { ($0, true) }
  }

  private mutating func advance(_ count: Int) -> (Range<Int>, Bool) {
    defer { offset += count }
    return (offset..<offset + count, true)
  }

  private func entityEnd() -> Int? {
    var index = offset + 1
    while index < min(end, offset + 40) {
      if bytes[index] == UInt8(ascii: ";") { return index + 1 }
      guard bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "#") else { return nil }
      index += 1
    }
    return nil
  }

  private mutating func skipComments(before text: ArraySlice<UInt8>) {
    let opening = Array("<!--".utf8)
    while offset + 4 <= end, bytes[offset..<offset + 4].elementsEqual(opening), !text.starts(with: opening) {
      var index = offset + 4
      while index + 3 <= end, !bytes[index..<index + 3].elementsEqual("-->".utf8) { index += 1 }
      guard index + 3 <= end else { return }
      offset = index + 3
    }
  }
}

extension UInt8 {
  /// Whether it is a punctuation mark of ASCII, which a backslash may stand before.
  fileprivate var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension SourceFile {
  /// The first place of some bytes within a range.
  func firstRange(of wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let first = wanted.first, range.count >= wanted.count else { return nil }
    for start in range.lowerBound...range.upperBound - wanted.count where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
  }
}
