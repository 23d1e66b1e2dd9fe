/// Words that are looked for at a place in a text, with what each of them means.
struct WordTable<Meaning: Sendable>: Sendable {
  private typealias Entry = (word: [Unicode.Scalar], meaning: Meaning)
  /// By their first characters, longest first.
  private let byFirst: [Unicode.Scalar: [Entry]]
  /// By their last characters, longest first.
  private let byLast: [Unicode.Scalar: [Entry]]

  /// - Parameter words: words with spaces between them, for each meaning.
  init(_ words: KeyValuePairs<String, Meaning>) {
    var byFirst: [Unicode.Scalar: [Entry]] = [:]
    var byLast: [Unicode.Scalar: [Entry]] = [:]
    for (list, meaning) in words {
      for word in list.split(separator: " ").map({ Array($0.unicodeScalars) }) {
        if let first = word.first { byFirst[first, default: []].append((word, meaning)) }
        if let last = word.last { byLast[last, default: []].append((word, meaning)) }
      }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }

  /// The longest word that begins at a position.
  func word(in text: [Unicode.Scalar], at position: Int) -> (end: Int, meaning: Meaning)? {
    guard position < text.count, let entries = byFirst[text[position]] else { return nil }
    for entry in entries where position + entry.word.count <= text.count {
      if text[position..<position + entry.word.count].elementsEqual(entry.word) {
        return (position + entry.word.count, entry.meaning)
      }
    }
    return nil
  }

  /// The longest word that ends at a position.
  func word(in text: [Unicode.Scalar], endingAt position: Int) -> (start: Int, meaning: Meaning)? {
    guard position > 0, position <= text.count, let entries = byLast[text[position - 1]] else { return nil }
    for entry in entries where entry.word.count <= position {
      if text[position - entry.word.count..<position].elementsEqual(entry.word) {
        return (position - entry.word.count, entry.meaning)
      }
    }
    return nil
  }
}
