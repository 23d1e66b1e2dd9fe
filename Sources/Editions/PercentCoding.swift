/// Percent-coding of addresses (RFC 3986, section 2.1).
enum PercentCoding {
  /// A path segment or fragment with everything coded that may not stand there.
  static func encoded(_ text: String) -> String { encoded(text, keeping: "-._~!$'()*,;:@") }

  /// A whole address that somebody wrote: what is already coded stays, spaces and the like are coded.
  static func encodedAddress(_ text: String) -> String { encoded(text, keeping: "-._~!$&'()*+,;:@/?#[]=%") }

  private static func encoded(_ text: String, keeping kept: StaticString) -> String {
    let kept = UnsafeBufferPointer(start: kept.utf8Start, count: kept.utf8CodeUnitCount)
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isLetterOrDigit =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isLetterOrDigit || kept.contains(byte) {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
