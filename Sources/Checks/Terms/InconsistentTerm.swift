import Content
import Diagnostics

/// A glossary word in a Chinese paragraph for which its English translation has another word than the glossary: a reader
/// would take them for two things. Translations that go round the word, or use its last part alone, are in order.
enum InconsistentTerm {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    guard let chinese = library.site.languages.first(where: \.isChinese),
      let english = library.site.languages.first(where: \.isEnglish), !library.glossary.isEmpty
    else { return [] }
    let glossary = library.glossary.filter { $0.word.has(chinese) && $0.word.has(english) }
    let index = WordIndex(glossary.map { $0.word[chinese] })
    let terms = glossary.map { EnglishTerm($0.word[english]) }
    return library.bundles.flatMap { bundle -> [Diagnostic] in
      guard let own = bundle.page(in: chinese), let other = bundle.page(in: english) else { return [] }
      let paired = PairedProse(Prose(own, facts: library.facts), Prose(other, facts: library.facts))
      return paired.pairs.flatMap { pair -> [Diagnostic] in
        let hits = index.hits(in: paired.first.scalars, pair.first)
        if hits.isEmpty { return [] }
        let words = EnglishWord.words(in: paired.second.scalars, pair.second)
        let stems = Set(words.map(\.stem))
        var seen: Set<Int> = []
        return hits.compactMap { hit in
          // A word of two characters is too often part of another.
          guard hit.range.count > 2, seen.insert(hit.word).inserted, !terms[hit.word].stands(in: stems),
            let rival = terms[hit.word].rival(in: words)
          else { return nil }
          return .inconsistentTerm(
            (glossary[hit.word].word[chinese], terms[hit.word].shown, paired.second.text(rival)),
            at: paired.second.place(rival), source: paired.first.place(hit.range))
        }
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
