/// How many characters a text has, as people count them.
enum CharacterCount {
  /// Of a text in UTF-8. In most texts every character is one scalar, and nothing need be known of any but its bytes.
  static func of(_ text: ArraySlice<UInt8>) -> Int {
    text.withUnsafeBufferPointer(simple) ?? String(decoding: text, as: UTF8.self).count
  }

  /// Nil for a text with anything but printable ASCII, Chinese characters, and the marks that go with them: other scalars
  /// may join those before them.
  private static func simple(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < text.count {
      let length: Int
      switch text[index] {
      case 0x20..<0x7F: length = 1
      case 0xE4...0xE9: length = 3
      // U+2010 to U+2027
      case 0xE2 where text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2]): length = 3
      // U+3000 to U+3029
      case 0xE3 where text[index + 1] == 0x80 && text[index + 2] < 0xAA: length = 3
      // U+FF00 to U+FF7F
      case 0xEF where (0xBC...0xBD).contains(text[index + 1]): length = 3
      default: return nil
      }
      index += length
      count += 1
    }
    return count
  }
}
