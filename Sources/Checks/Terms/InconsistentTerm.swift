import Content
import Diagnostics

/// A glossary word in a Chinese paragraph for which its English translation has another word than the glossary: a reader
/// would take them for two things. Translations that go round the word, or use its last part alone, are in order.
struct InconsistentTerm {
  private let chinese: Language
  private let english: Language
  private let words: [String]
  private let terms: [EnglishTerm]
  private let index: WordIndex

  /// Nil for a site that lacks one of the languages or a glossary.
  init?(_ library: Library) {
    guard let chinese = library.site.languages.first(where: \.isChinese),
      let english = library.site.languages.first(where: \.isEnglish), !library.glossary.isEmpty
    else { return nil }
    (self.chinese, self.english) = (chinese, english)
    let glossary = library.glossary.filter { $0.word.has(chinese) && $0.word.has(english) }
    words = glossary.map { $0.word[chinese] }
    terms = glossary.map { EnglishTerm($0.word[english]) }
    index = WordIndex(words)
  }

  /// What the rule finds in the translations of a bundle.
  func diagnostics(in proses: [Prose]) -> [Diagnostic] {
    guard let own = proses.first(where: { $0.page.language == chinese }),
      let other = proses.first(where: { $0.page.language == english })
    else { return [] }
    return PairedProse(own, other).pairs.flatMap { pair -> [Diagnostic] in
      // A word of two characters is too often part of another.
      let hits = index.hits(in: own.scalars, pair.first).filter { $0.range.count > 2 }
      if hits.isEmpty { return [] }
      let read = EnglishWord.words(in: other.scalars, pair.second)
      let stems = Set(read.map(\.stem))
      var seen: Set<Int> = []
      return hits.compactMap { hit in
        guard seen.insert(hit.word).inserted, !terms[hit.word].stands(in: stems),
          let rival = terms[hit.word].rival(in: read)
        else { return nil }
        return .inconsistentTerm(
          (words[hit.word], terms[hit.word].shown, other.text(rival)), at: other.place(rival),
          source: own.place(hit.range))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func inconsistentTerm(
    _ words: (chinese: String, english: String, used: String), at place: Place, source: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "inconsistent-term", at: place,
      Wording(
        zh: "“\(words.used)”和词语表不一致：“\(words.chinese)”的英文是“\(words.english)”",
        en: "“\(words.used)” is not the glossary's word: “\(words.chinese)” is “\(words.english)”"),
      hint: Wording(
        zh: "用词语表里的说法；这里说的不是一回事，就换个词，免得读者混淆。",
        en: "use the glossary's word; if this is another thing, choose a word that cannot be mistaken for it."),
      notes: [.init(Wording(zh: "中文在这里", en: "the Chinese is here"), at: source)])
  }
}
