/// Text as HTML.
enum HTML {
  /// Appends text with `&`, `<`, `>` and `"` escaped: safe in elements and in double-quoted attributes.
  static func escape(_ text: some Collection<UInt8>, into bytes: inout [UInt8]) {
    var rest = text[...]
    while let index = rest.firstIndex(where: isSpecial) {
      bytes += rest[..<index]
      switch rest[index] {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes += "&quot;".utf8
      }
      rest = rest[rest.index(after: index)...]
    }
    bytes += rest
  }

  /// Likewise for a string.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { escape($0, into: &bytes) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }

  /// Text with `&`, `<`, `>` and `"` escaped, for HTML and XML.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
