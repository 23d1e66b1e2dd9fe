/// A piece of a page that is read as one: the title, a paragraph, a list item, a row of a table, an option of a question.
package struct Passage: Sendable {
  /// Where it comes from.
  enum Origin: Sendable {
    case title, summary
    /// A line of the front matter, or what it stands for.
    case matter(key: String, text: String)
    /// A block without blocks in it.
    case node(Int)
  }

  let origin: Origin
  /// What stands before it, as an editor writes it: `## `, `- [ ] `, `> `.
  let shape: String
  /// Follows from everything that a reader gets from it, facts' values and pictures included, and from nothing else: not from
  /// where its lines end, from comments, or from the file's encoding.
  package let hash: Hash

  /// The first 48 bits of a SHA-256: two texts of one page that share them by chance will not be met.
  package struct Hash: Hashable, Sendable {
    private let value: UInt64

    init(of bytes: [UInt8]) {
      let words = SHA256.words(of: bytes)
      value = UInt64(words[0]) << 16 | UInt64(words[1] >> 16)
    }

    /// A hash as it is written; nil for anything but twelve hexadecimal digits.
    init?(_ text: some StringProtocol) {
      guard text.utf8.count == 12 else { return nil }
      var value: UInt64 = 0
      for byte in text.utf8 {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
        case 0x61...0x66: value = value << 4 | UInt64(byte - 0x61 + 10)
        default: return nil
        }
      }
      self.value = value
    }

    /// Twelve hexadecimal digits.
    package var text: String {
      String(unsafeUninitializedCapacity: 12) { buffer in
        for index in 0..<12 { buffer[index] = SHA256.hexadecimal(value >> UInt64(44 - index * 4)) }
        return 12
      }
    }
  }
}
