/// Text as HTML.
enum HTML {
  /// Appends text with `&`, `<`, `>` and `"` escaped: safe in elements and in double-quoted attributes.
  static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var start = 0
    for index in 0..<text.count {
      // All four are below `?`; this one comparison passes over nearly everything.
      guard text[index] < UInt8(ascii: "?") else { continue }
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Likewise for a part of a text.
  static func escape(_ text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { escape($0, into: &bytes) }
  }

  /// Likewise for a string.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { escape($0, into: &bytes) }
  }

  /// Text with `&`, `<`, `>` and `"` escaped, for HTML and XML.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
