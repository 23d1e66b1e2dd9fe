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
  // Plain words, and the same ones: these share the reading of a page (PlainRules).
  case longSentence = "long-sentence"
  case manyClauses = "many-clauses"
  case rareCharacter = "rare-character"
  case unexplainedTerm = "unexplained-term"
  case hardEnglish = "hard-english"
  case inconsistentTerm = "inconsistent-term"
  case discouragedWord = "discouraged-word"

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
    case .longSentence, .manyClauses, .rareCharacter, .unexplainedTerm, .hardEnglish, .inconsistentTerm,
      .discouragedWord:
      PlainRules.diagnostics(for: library, checks: [self])
    }
  }

  /// What all rules find in a library. Those about plain words share the reading, so this is faster than one by one.
  package static func allDiagnostics(for library: Library) -> [Diagnostic] {
    let plain: Set<Check> = [
      .longSentence, .manyClauses, .rareCharacter, .unexplainedTerm, .hardEnglish, .inconsistentTerm, .discouragedWord,
    ]
    return allCases.filter { !plain.contains($0) }.flatMap { $0.diagnostics(for: library) }
      + PlainRules.diagnostics(for: library, checks: plain)
  }
}

extension Library {
  /// All bundles, lessons first.
  var bundles: [Bundle] { lessons + cases + pages }
}
