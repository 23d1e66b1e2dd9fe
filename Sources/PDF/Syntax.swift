import Typesetting

/// The number of an indirect object (ISO 32000-1, 7.3.10); all generations are 0.
struct Reference: Hashable, Sendable {
  let number: Int
}

/// The syntax of PDF objects (ISO 32000-1, 7.3), written into a buffer of bytes.
extension [UInt8] {
  /// Appends syntax as it stands.
  mutating func put(_ syntax: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: syntax.utf8Start, count: syntax.utf8CodeUnitCount))
  }

  /// Appends syntax that was put together.
  mutating func put(text: String) { append(contentsOf: text.utf8) }

  mutating func put(_ value: Int) {
    if value >= 0, value < 10 {
      append(0x30 + UInt8(value))
    } else {
      append(contentsOf: String(value).utf8)
    }
  }

  /// A number without an exponent, rounded, with no more digits than it needs; what is no number is 0.
  /// - Parameter decimals: digits after the point, 0 to 9.
  mutating func put(_ value: Double, decimals: Int) {
    let power = powersOfTen[Swift.min(Swift.max(decimals, 0), powersOfTen.count - 1)]
    let scaled = (value * Double(power)).rounded()
    guard scaled.magnitude < 1e15 else { return put(0) }
    var digits = Int(scaled)
    if digits < 0 {
      append(0x2D)
      digits = -digits
    }
    var (whole, part) = digits.quotientAndRemainder(dividingBy: power)
    if whole != 0 || part == 0 { put(whole) }
    guard part != 0 else { return }
    append(0x2E)
    var unit = power / 10
    while part != 0 {
      (whole, part) = part.quotientAndRemainder(dividingBy: unit)
      append(0x30 + UInt8(whole))
      unit /= 10
    }
  }

  mutating func put(_ reference: Reference) {
    put(reference.number)
    put(" 0 R")
  }

  /// References with a space between them.
  mutating func put(_ references: some Sequence<Reference>) {
    var isFirst = true
    for reference in references {
      if !isFirst { append(0x20) }
      isFirst = false
      put(reference)
    }
  }

  /// A name object, every byte that is no regular character as `#` and two digits (7.3.5).
  mutating func put(name: String) {
    append(0x2F)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"),
        UInt8(ascii: "%"), 0...0x20, 0x7F...:
        append(0x23)
        put(hexadecimal: byte)
      default: append(byte)
      }
    }
  }

  /// A literal string of bytes (7.3.4.2). A carriage return would be read as a line feed, hence its escape.
  mutating func put(string: some Sequence<UInt8>) {
    append(UInt8(ascii: "("))
    for byte in string { put(escaped: byte) }
    append(UInt8(ascii: ")"))
  }

  /// A byte inside a literal string.
  mutating func put(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    case 0x0D: put("\\r")
    default: append(byte)
    }
  }

  /// A text string (7.9.2.2): plain where it is printable ASCII, else UTF-16 with its mark, in hexadecimal digits.
  mutating func put(textString text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return put(string: text.utf8) }
    put("<FEFF")
    put(utf16: text)
    put(">")
  }

  /// The UTF-16 code units of a text in hexadecimal digits, most significant byte first.
  mutating func put(utf16 text: String) {
    for unit in text.utf16 {
      put(hexadecimal: UInt8(unit >> 8))
      put(hexadecimal: UInt8(unit & 0xFF))
    }
  }

  mutating func put(hexadecimal byte: UInt8) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
    append(digit(byte >> 4))
    append(digit(byte & 15))
  }

  /// A rectangle as PDF counts it, upwards from the bottom left corner.
  /// - Parameter height: of the page on which `rect` counts downwards from the top left corner.
  mutating func put(_ rect: Rect, height: Double) {
    put("[")
    put(rect.x, decimals: 3)
    put(" ")
    put(height - rect.bottom, decimals: 3)
    put(" ")
    put(rect.right, decimals: 3)
    put(" ")
    put(height - rect.y, decimals: 3)
    put("]")
  }
}

private let powersOfTen = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
