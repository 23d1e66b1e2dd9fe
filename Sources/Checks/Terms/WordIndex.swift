/// Words to be found in texts of Chinese characters, all at once: the longest that begins at a place counts, so that what is
/// part of a longer word is not found by itself.
struct WordIndex {
  /// One word in a text.
  struct Hit {
    /// The number of the word among those given.
    let word: Int
    let range: Range<Int>
  }

  private let words: [[Unicode.Scalar]]
  /// Numbers of words by their first character, the longest first.
  private var starts: [Unicode.Scalar: [Int]] = [:]
  private let sieve: Sieve

  init(_ words: [String]) {
    self.words = words.map { Array($0.unicodeScalars) }
    sieve = Sieve(beginnings: self.words)
    for (number, word) in self.words.enumerated() {
      if let first = word.first { starts[first, default: []].append(number) }
    }
    for (first, numbers) in starts {
      starts[first] = numbers.sorted { (self.words[$1].count, $0) < (self.words[$0].count, $1) }
    }
  }

  /// The words in a range of a text, in order, without overlaps.
  func hits(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard sieve.mayBegin(in: scalars, at: index, before: range.upperBound) else {
        index += 1
        continue
      }
      let rest = scalars[index..<range.upperBound]
      if let numbers = starts[scalars[index]], let number = numbers.first(where: { rest.starts(with: words[$0]) }) {
        hits.append(Hit(word: number, range: index..<index + words[number].count))
        index += words[number].count
      } else {
        index += 1
      }
    }
    return hits
  }
}
