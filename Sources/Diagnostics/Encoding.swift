private import Glibc

/// The encodings in which Chinese editors' programs save texts, besides UTF-8.
enum Encoding {
  case utf16LittleEndian
  case utf16BigEndian
  /// GB18030, and with it GBK and GB2312.
  case gb18030

  /// What editors know it by.
  var name: String {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .gb18030: "GBK (GB18030)"
    }
  }

  /// The name glibc's iconv knows it by.
  private var codeset: String {
    switch self {
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  }

  /// The text in UTF-8; nil when the bytes are not in this encoding.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    // Two bytes become at most three, in all three encodings.
    Self.converting(bytes, from: codeset, to: "UTF-8", capacity: bytes.count * 2 + 4)
  }

  /// A text in UTF-8 in this encoding; nil when it has a character that the encoding lacks.
  func bytes(_ utf8: [UInt8]) -> [UInt8]? {
    // One byte becomes at most two (UTF-16), three become at most four (GB18030).
    Self.converting(utf8[...], from: "UTF-8", to: codeset, capacity: utf8.count * 2 + 4)
  }

  private static func converting(
    _ bytes: ArraySlice<UInt8>, from: String, to: String, capacity: Int
  ) -> [UInt8]? {
    let converter = iconv_open(to, from)
    // The failed descriptor is (iconv_t)-1.
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes).map { CChar(bitPattern: $0) }
    var isConverted = false
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        input.withUnsafeMutableBufferPointer { source in
          var from = source.baseAddress
          var fromLeft = source.count
          var to = buffer.baseAddress
          var toLeft = capacity
          isConverted = iconv(converter, &from, &fromLeft, &to, &toLeft) != -1 && fromLeft == 0
          count = capacity - toLeft
        }
      }
    }
    return isConverted ? output : nil
  }

  /// Whether bytes that are not UTF-8 read like Chinese in GB18030. Almost any bytes are *valid* GB18030, so this asks
  /// whether nearly all characters are among the 3,755 commonest or are punctuation, which chance does not bring about.
  static func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
    var common = 0
    var others = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return false }
      let trail = bytes[index + 1]
      if (0x30...0x39).contains(trail) {
        others += 1
        index += 4
      } else {
        let isCommon = (0xA1...0xA3).contains(lead) || (0xB0...0xD7).contains(lead)
        if isCommon, trail >= 0xA1 { common += 1 } else { others += 1 }
        index += 2
      }
    }
    return common > 0 && others * 5 <= common
  }
}
