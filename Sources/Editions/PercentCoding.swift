/// Percent-coding of addresses (RFC 3986, section 2.1).
enum PercentCoding {
  /// A fragment with everything coded that may not stand there.
  static func encoded(_ text: String) -> String { encoded(text.utf8, keeping: "-._~!$'()*,;:@/?") }

  /// A relative path; the slashes between its parts stay.
  static func encodedPath(_ path: some Collection<UInt8>) -> String { encoded(path, keeping: "-._~!$'()*,;@/") }

  /// A whole address that somebody wrote: what is already coded stays, spaces and the like are coded.
  static func encodedAddress(_ text: String) -> String { encoded(text.utf8, keeping: "-._~!$&'()*+,;:@/?#[]=%") }

  private static func encoded(_ text: some Collection<UInt8>, keeping kept: StaticString) -> String {
    let kept = UnsafeBufferPointer(start: kept.utf8Start, count: kept.utf8CodeUnitCount)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      let isLetterOrDigit =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isLetterOrDigit || kept.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
  }
}
