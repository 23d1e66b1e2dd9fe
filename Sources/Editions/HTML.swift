/// Text as HTML.
enum HTML {
  /// Appends text with `&`, `<`, `>` and `"` escaped: safe in elements and in double-quoted attributes.
  static func escape(_ text: some Sequence<UInt8>, into bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// Text with `&`, `<`, `>` and `"` escaped, for HTML and XML.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text.utf8, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
