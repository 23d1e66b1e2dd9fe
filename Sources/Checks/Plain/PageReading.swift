import Content

/// One page measured: its sentences, what they add up to, and what its audience can be asked to read.
struct PageReading {
  let prose: Prose
  let isChinese: Bool
  let bundle: Bundle
  let sentences: [Sentence]
  /// The limits of its strictest audience in each respect; nil when the site sets none.
  let limits: Guardrails.Readability?

  /// Nil for a page in a language that is neither Chinese nor English.
  init?(_ prose: Prose, of bundle: Bundle, in library: Library) {
    let isChinese = prose.page.language.isChinese
    guard isChinese || prose.page.language.isEnglish else { return nil }
    self.isChinese = isChinese
    self.bundle = bundle
    self.prose = prose
    sentences = Sentence.sentences(of: prose, isChinese: isChinese)
    limits = library.site.guardrails.limits(of: bundle)
  }

  /// The sentences that a page's readers see.
  var publicSentences: some Sequence<Sentence> { sentences.lazy.filter { !$0.isForTeachers } }

  /// The characters of a sentence.
  func scalars(_ sentence: Sentence) -> ArraySlice<Unicode.Scalar> { prose.scalars[sentence.range] }

  /// The Flesch–Kincaid grade of an English page's whole sentences; nil where there is too little to say.
  var grade: Double? {
    guard !isChinese else { return nil }
    var all = EnglishMeasure()
    var count = 0
    for sentence in publicSentences where sentence.isWhole {
      all += EnglishMeasure(scalars(sentence))
      count += 1
    }
    return all.words < Self.fewestWords ? nil : all.grade(sentences: count)
  }

  /// Words below which a grade says nothing.
  private static let fewestWords = 50
}

extension Guardrails {
  /// The limits of a bundle's strictest audience, in each respect; nil when the site sets none.
  func limits(of bundle: Bundle) -> Readability? {
    let names = bundle.audiences.isEmpty ? ["everyone"] : bundle.audiences.map(\.id)
    return names.compactMap { readability[$0] ?? readability["everyone"] }.reduce(nil) { strictest, next in
      guard var strictest: Readability = strictest else { return next }
      strictest.sentence = min(strictest.sentence, next.sentence)
      strictest.clauses = min(strictest.clauses, next.clauses)
      strictest.grade = min(strictest.grade, next.grade)
      strictest.words = min(strictest.words, next.words)
      return strictest
    }
  }
}

extension Language {
  /// Whether it is written in Chinese characters.
  var isChinese: Bool { code == "zh" || tag.hasPrefix("zh") }

  /// Whether it is English of any country.
  var isEnglish: Bool { code == "en" || tag.hasPrefix("en") }
}
