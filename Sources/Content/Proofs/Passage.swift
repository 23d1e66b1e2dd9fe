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
      value = SHA256.hash(bytes).prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A hash as it is written; nil for anything but twelve hexadecimal digits.
    init?(_ text: some StringProtocol) {
      guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
        let value = UInt64(text, radix: 16)
      else { return nil }
      self.value = value
    }

    /// Twelve hexadecimal digits.
    package var text: String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 12 - digits.count) + digits
    }
  }
}
