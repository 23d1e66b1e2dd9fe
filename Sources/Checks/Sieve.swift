/// Tells of most things at a glance that they are not among some others; of what falls through, somebody must look it up.
/// Most words of a text are none of those that a rule looks for, and looking every one of them up takes its time.
struct Sieve: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)

  /// A sieve for texts by their first two characters.
  init(beginnings texts: some Sequence<[Unicode.Scalar]>) {
    for text in texts where text.count > 1 { insert(text[0].value, text[1].value) }
    for text in texts where text.count == 1 { insert(text[0].value, Self.any) }
  }

  /// A sieve for words by their first and last bytes and their lengths.
  init(words: some Sequence<String>) {
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first, let last = bytes.last {
        insert(UInt32(first) << 8 | UInt32(last), UInt32(bytes.count))
      }
    }
  }

  /// Whether a text may begin at an index, before the end.
  func mayBegin(in scalars: [Unicode.Scalar], at index: Int, before end: Int) -> Bool {
    index + 1 < end && mayBegin(scalars[index], scalars[index + 1]) || holds(scalars[index].value, Self.any)
  }

  /// Whether a text of more than one character may begin with these two.
  func mayBegin(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool { holds(first.value, second.value) }

  /// Whether a word may be among the words.
  func mayHold(_ word: String) -> Bool { mayHold(word.utf8) }

  /// Whether the bytes of a word may be among the words.
  func mayHold(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    return holds(UInt32(first) << 8 | UInt32(last), UInt32(truncatingIfNeeded: word.count))
  }

  /// Stands for the second character of a text that has only one. No character has this number.
  private static let any = UInt32.max

  private mutating func insert(_ first: UInt32, _ second: UInt32) {
    let place = Self.place(first, second)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  private func holds(_ first: UInt32, _ second: UInt32) -> Bool {
    let place = Self.place(first, second)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// One of 16,384 places.
  private static func place(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 18)
  }
}
