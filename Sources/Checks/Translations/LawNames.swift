import Content

/// The registered names of laws in two languages.
struct LawNames {
  /// By the name in the original, without its brackets.
  private let translations: [String: (fact: String, name: String)]

  init(_ facts: FactRegister, _ original: Language, _ translation: Language) {
    var translations: [String: (String, String)] = [:]
    for fact in facts.all where fact.kind == .law {
      let name = fact.value[original]
      guard name.hasPrefix("《"), name.hasSuffix("》"), fact.value.has(translation) else { continue }
      translations[String(name.dropFirst().dropLast())] = (fact.id, fact.value[translation])
    }
    self.translations = translations
  }

  /// The names in a text that the other text does not have, with their places in the text.
  func missing(from translation: BlockText, in original: BlockText) -> [(name: String, range: Range<Int>)] {
    guard !translations.isEmpty else { return [] }
    let scalars = original.text.scalars
    var missing: [(String, Range<Int>)] = []
    var start = 0
    while let open = scalars[start...].firstIndex(of: "《"), let close = scalars[open...].firstIndex(of: "》") {
      start = close + 1
      guard let law = translations[original.text.string(open + 1..<close)] else { continue }
      if translation.facts.contains(where: { $0.name == law.fact }) || translation.says(law.name) { continue }
      missing.append((law.name, original.text.range(open..<close + 1)))
    }
    return missing
  }
}

extension BlockText {
  /// Whether words stand in the text, in small letters or capitals.
  func says(_ words: String) -> Bool {
    text.string(0..<text.scalars.count).lowercased().contains(words.lowercased())
  }
}
