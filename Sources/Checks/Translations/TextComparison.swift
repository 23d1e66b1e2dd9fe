/// Compares two texts as the rules for translations do, without a page around them; for trying out what they see.
package enum TextComparison {
  /// The names of the rules that a Chinese text and its English translation break, each once, sorted.
  package static func rules(chinese: String, english: String) -> [String] {
    let (left, right) = (QuantityText(chinese), QuantityText(english))
    let differences = QuantityMatching.differences(
      ChineseQuantities.quantities(in: left), EnglishQuantities.quantities(in: right))
    var rules = Set(differences.map(\.rule))
    let contradictions = NegationComparison(reader: .chinese, otherReader: .english).contradictions(
      left.scalars, right.scalars, sentences: (left.sentences(), right.sentences()), isQuestion: false)
    if !contradictions.isEmpty { rules.insert(Check.negationMismatch.rawValue) }
    return rules.sorted()
  }
}
