/// Compares what two languages say is not so and not to be done, sentence by sentence.
struct NegationComparison {
  let reader: QuantityReader
  let otherReader: QuantityReader

  /// Sentences of which one denies what the other says.
  struct Contradiction {
    let original: Range<Int>
    let translation: Range<Int>
    let isNegativeHere: Bool
  }

  /// All contradictions between a text and its translation, whose sentences are given.
  /// - Parameter isQuestion: whether the text is a question of a quiz. Those are exact enough that every negative counts.
  func contradictions(
    _ text: [Unicode.Scalar], _ other: [Unicode.Scalar], sentences: (left: [Range<Int>], right: [Range<Int>]),
    isQuestion: Bool
  ) -> [Contradiction] {
    var sentences = sentences
    if sentences.left.count != sentences.right.count {
      guard reader.polarity(of: text[...]).isNegative || otherReader.polarity(of: other[...]).isNegative else {
        return []
      }
      sentences = SentencePairs.pairs(sentences.left, sentences.right, in: text, other)
    }
    return zip(sentences.left, sentences.right).compactMap { first, second in
      contradiction(text[first], other[second], isQuestion).map { isNegativeHere in
        Contradiction(original: first, translation: second, isNegativeHere: isNegativeHere)
      }
    }
  }

  /// Nil, or whether the translation is the one that denies more.
  private func contradiction(
    _ text: ArraySlice<Unicode.Scalar>, _ other: ArraySlice<Unicode.Scalar>, _ isQuestion: Bool
  ) -> Bool? {
    let polarities = (reader.polarity(of: text), otherReader.polarity(of: other))
    guard polarities.0.isNegative || polarities.1.isNegative else { return nil }
    // What only the Chinese forbids may be said in other words in English; what only the English forbids seldom is.
    let isAdded = reader == .chinese ? polarities == (.affirms, .forbids) : polarities == (.forbids, .affirms)
    if isAdded || isQuestion && polarities.0.contradicts(polarities.1, isQuestion: true) {
      return polarities.1.isNegative
    }
    let (first, second) = (reader.claims(in: text), otherReader.claims(in: other))
    return first.contradicts(second) ? first.negatives < second.negatives : nil
  }
}
