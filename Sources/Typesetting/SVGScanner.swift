/// Reads an attribute of an SVG as its grammar wants it: `.5.5-1` is three numbers.
struct SVGScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { index == bytes.count }

  /// The next byte; nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The next characters, for showing what was not understood.
  var rest: String { String(String(decoding: bytes[index...].prefix(80), as: UTF8.self).prefix(16)) }

  mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[index]) { index += 1 }
  }

  /// Skips white space with at most one comma in it.
  /// - Returns: whether there was a comma.
  @discardableResult
  mutating func skipSeparator() -> Bool {
    skipSpace()
    let isComma = take(UInt8(ascii: ","))
    if isComma { skipSpace() }
    return isComma
  }

  /// Takes the next byte if it is this one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// A word of ASCII letters and hyphens, perhaps empty.
  mutating func word() -> String {
    let start = index
    while let byte = next, Self.isLetter(byte) || byte == UInt8(ascii: "-") { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// One letter that stands for a command; nil for anything else.
  mutating func letter() -> UInt8? {
    guard let byte = next, Self.isLetter(byte) else { return nil }
    index += 1
    return byte
  }

  /// `0` or `1`, which needs nothing between itself and what follows (SVG 2, 9.3.9).
  mutating func flag() -> Double? {
    if take(UInt8(ascii: "0")) { return 0 }
    return take(UInt8(ascii: "1")) ? 1 : nil
  }

  /// Whether a number may begin here.
  var isAtNumber: Bool {
    guard let next else { return false }
    return Self.isDigit(next) || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(next)
  }

  /// A finite number; nil, and nothing taken, when there is none.
  mutating func number() -> Double? {
    var end = index
    func digits() -> Int {
      var count = 0
      while end + count < bytes.count, Self.isDigit(bytes[end + count]) { count += 1 }
      return count
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = digits()
    end += whole
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      let fraction = digits()
      guard fraction > 0 else { return nil }
      end += fraction
    } else if whole == 0 {
      return nil
    }
    // An `e` without digits behind it begins a unit.
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      let mantissa = end
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      let exponent = digits()
      end = exponent > 0 ? end + exponent : mantissa
    }
    guard let value = Double(String(decoding: bytes[index..<end], as: UTF8.self)), value.isFinite else { return nil }
    index = end
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}

extension SVGScanner {
  /// All numbers of a list such as `points` or `viewBox`; nil when something else stands in it.
  static func numbers(in text: String) -> [Double]? {
    var scanner = SVGScanner(text)
    var numbers: [Double] = []
    scanner.skipSpace()
    while !scanner.isAtEnd {
      guard let number = scanner.number() else { return nil }
      numbers.append(number)
      if scanner.skipSeparator(), scanner.isAtEnd { return nil }
    }
    return numbers
  }
}
