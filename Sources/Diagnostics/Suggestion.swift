/// The "did you mean" of messages.
package enum Suggestion {
  /// The candidate that differs least from `word`, if it differs in at most a third of the letters (and in three at
  /// most). Letters left out, added, changed, or swapped with their neighbour count as one. Of several equally near the
  /// first in alphabetical order is taken, so that the answer depends on nothing else.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let word = Array(word.unicodeScalars)
    let limit = min(max(word.count / 3, 1), 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = distance(from: word, to: Array(candidate.unicodeScalars), limit: limit)
      // A change of every letter is no likeness.
      guard distance <= limit, distance < max(word.count, candidate.unicodeScalars.count) else { continue }
      if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// Damerau and Levenshtein's distance (adjacent letters swap once); more than `limit` stands for anything beyond it.
  private static func distance(from word: [Unicode.Scalar], to other: [Unicode.Scalar], limit: Int) -> Int {
    if abs(word.count - other.count) > limit { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for i in 0..<word.count {
      var row = [i + 1]
      row.reserveCapacity(last.count)
      for j in 0..<other.count {
        var cost = min(last[j] + (word[i] == other[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, word[i] == other[j - 1], word[i - 1] == other[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > limit }) { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }
}

extension Wording {
  /// The hint that offers a suggestion.
  package static func didYouMean(_ suggestion: String) -> Wording {
    Wording(zh: "是不是“\(suggestion)”？", en: "did you mean “\(suggestion)”?")
  }
}
