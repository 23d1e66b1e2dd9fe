/// Words that are looked for at a place in a text, with what each of them means.
struct WordTable<Meaning: Sendable>: Sendable {
  private typealias Entry = (word: [Unicode.Scalar], meaning: Meaning)
  /// By their first characters, longest first.
  private let byFirst: [Unicode.Scalar: [Entry]]
  /// By their last characters, longest first.
  private let byLast: [Unicode.Scalar: [Entry]]
  /// Which characters are keys of the tables, a bit for each: most characters of a text are not.
  private let firsts: [UInt64]
  private let lasts: [UInt64]

  /// - Parameter words: words with spaces between them, for each meaning.
  init(_ words: KeyValuePairs<String, Meaning>) { self.init(words.map { ($0.key, $0.value) }) }

  /// - Parameter words: words with spaces between them, for each meaning. Of one that stands there twice the first counts.
  init(_ words: [(String, Meaning)]) {
    var known: Set<Substring> = []
    var byFirst: [Unicode.Scalar: [Entry]] = [:]
    var byLast: [Unicode.Scalar: [Entry]] = [:]
    for (list, meaning) in words {
      for text in list.split(separator: " ") where known.insert(text).inserted {
        let word = Array(text.unicodeScalars)
        if let first = word.first { byFirst[first, default: []].append((word, meaning)) }
        if let last = word.last { byLast[last, default: []].append((word, meaning)) }
      }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    firsts = Self.bits(of: byFirst.keys)
    lasts = Self.bits(of: byLast.keys)
  }

  private static func bits(of scalars: some Sequence<Unicode.Scalar>) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars { bits[Int(scalar.value >> 6) & 1023] |= 1 << UInt64(scalar.value & 63) }
    return bits
  }

  private static func has(_ scalar: Unicode.Scalar, in bits: [UInt64]) -> Bool {
    bits[Int(scalar.value >> 6) & 1023] & (1 << UInt64(scalar.value & 63)) != 0
  }

  /// The longest word that begins at a position.
  func word(in text: [Unicode.Scalar], at position: Int) -> (end: Int, meaning: Meaning)? {
    guard position < text.count, Self.has(text[position], in: firsts), let entries = byFirst[text[position]] else {
      return nil
    }
    for entry in entries where position + entry.word.count <= text.count {
      if text[position..<position + entry.word.count].elementsEqual(entry.word) {
        return (position + entry.word.count, entry.meaning)
      }
    }
    return nil
  }

  /// The longest word that ends at a position.
  func word(in text: [Unicode.Scalar], endingAt position: Int) -> (start: Int, meaning: Meaning)? {
    guard position > 0, position <= text.count, Self.has(text[position - 1], in: lasts),
      let entries = byLast[text[position - 1]]
    else { return nil }
    for entry in entries where entry.word.count <= position {
      if text[position - entry.word.count..<position].elementsEqual(entry.word) {
        return (position - entry.word.count, entry.meaning)
      }
    }
    return nil
  }
}
