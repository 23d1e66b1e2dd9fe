package import Content
package import Diagnostics

/// A rule for editors, named after the bad pattern that it finds.
package enum Check: String, Sendable, CaseIterable {
  case missingTranslation = "missing-translation"
  case missingSection = "missing-section"
  case untranslatedSection = "untranslated-section"
  case quizMismatch = "quiz-mismatch"
  case unmarkedCallout = "unmarked-callout"
  case placeholderText = "placeholder-text"
  case indentedCode = "indented-code"
  case oddSlogan = "odd-slogan"
  // The same meaning in both languages.
  case amountMismatch = "amount-mismatch"
  case percentMismatch = "percent-mismatch"
  case dateMismatch = "date-mismatch"
  case durationMismatch = "duration-mismatch"
  case countMismatch = "count-mismatch"
  case hotlineMismatch = "hotline-mismatch"
  case lawMismatch = "law-mismatch"
  case qualifierMismatch = "qualifier-mismatch"
  case linkMismatch = "link-mismatch"
  case negationMismatch = "negation-mismatch"
  case itemMismatch = "item-mismatch"

  /// What the rule finds in a library.
  package func diagnostics(for library: Library) -> [Diagnostic] {
    switch self {
    case .missingTranslation: MissingTranslation.diagnostics(for: library)
    case .missingSection: MissingSection.diagnostics(for: library)
    case .untranslatedSection: UntranslatedSection.diagnostics(for: library)
    case .quizMismatch: QuizMismatch.diagnostics(for: library)
    case .unmarkedCallout: UnmarkedCallout.diagnostics(for: library)
    case .placeholderText: PlaceholderText.diagnostics(for: library)
    case .indentedCode: IndentedCode.diagnostics(for: library)
    case .oddSlogan: OddSlogan.diagnostics(for: library)
    case .amountMismatch, .percentMismatch, .dateMismatch, .durationMismatch, .countMismatch, .hotlineMismatch,
      .lawMismatch, .qualifierMismatch, .linkMismatch, .negationMismatch, .itemMismatch:
      TranslationComparison.diagnostics(for: library, rules: [self])
    }
  }

  /// What some rules find in a library. Rules that compare translations share the reading, so that asking for all at once
  /// is faster than one by one.
  package static func diagnostics(of checks: [Check], for library: Library) -> [Diagnostic] {
    let (comparing, others) = (checks.filter(\.comparesTranslations), checks.filter { !$0.comparesTranslations })
    let found = comparing.isEmpty ? [] : TranslationComparison.diagnostics(for: library, rules: Set(comparing))
    return others.flatMap { $0.diagnostics(for: library) } + found
  }

  private var comparesTranslations: Bool {
    switch self {
    case .amountMismatch, .percentMismatch, .dateMismatch, .durationMismatch, .countMismatch, .hotlineMismatch,
      .lawMismatch, .qualifierMismatch, .linkMismatch, .negationMismatch, .itemMismatch:
      true
    case .missingTranslation, .missingSection, .untranslatedSection, .quizMismatch, .unmarkedCallout, .placeholderText,
      .indentedCode, .oddSlogan:
      false
    }
  }
}

extension Library {
  /// All bundles, lessons first.
  var bundles: [Bundle] { lessons + cases + pages }
}
