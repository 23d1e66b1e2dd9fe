/// The entities of HTML, as far as is needed to tell how long one is in the source and in the text.
struct Entities {
  /// Lengths of the texts of names met so far; zero when there is no such entity.
  private var known: [[UInt8]: Int] = [:]

  /// How long the entity at an ampersand is written, and the bytes of text it stands for; nil when it is none.
  mutating func entity(at offset: Int, in bytes: [UInt8], before end: Int) -> (length: Int, count: Int)? {
    var index = offset + 1
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return number(at: offset, in: bytes, before: end) }
    while index < end, index - offset < 33, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ";"), index > offset + 1 else { return nil }
    let name = Array(bytes[offset...index])
    let count: Int
    if let length = known[name] {
      count = length
    } else {
      let text = CmarkTree(parsing: name[...]).texts
      count = text == name ? 0 : text.count
      known[name] = count
    }
    return count > 0 ? (index + 1 - offset, count) : nil
  }

  private func number(at offset: Int, in bytes: [UInt8], before end: Int) -> (length: Int, count: Int)? {
    var index = offset + 2
    guard index < end else { return nil }
    let isHexadecimal = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let start = index
    var value: UInt32 = 0
    while index < end {
      let byte = bytes[index]
      let digit: UInt32
      if byte.isDigit {
        digit = UInt32(byte - UInt8(ascii: "0"))
      } else if isHexadecimal, byte.isLetter, byte | 0x20 <= UInt8(ascii: "f") {
        digit = UInt32((byte | 0x20) - UInt8(ascii: "a")) + 10
      } else {
        break
      }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > start, index - start <= (isHexadecimal ? 6 : 7), index < end, bytes[index] == UInt8(ascii: ";") else {
      return nil
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    return (index + 1 - offset, value == 0 ? 3 : UTF8.width(scalar))
  }
}
