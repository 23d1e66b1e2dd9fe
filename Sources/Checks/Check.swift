package import Content
package import Diagnostics

/// A rule for editors, named after the bad pattern that it finds.
package enum Check: String, Sendable, CaseIterable {
  case missingTranslation = "missing-translation"
  case missingSection = "missing-section"
  case untranslatedSection = "untranslated-section"
  case quizMismatch = "quiz-mismatch"

  /// What the rule finds in a library.
  package func diagnostics(for library: Library) -> [Diagnostic] {
    switch self {
    case .missingTranslation: MissingTranslation.diagnostics(for: library)
    case .missingSection: MissingSection.diagnostics(for: library)
    case .untranslatedSection: UntranslatedSection.diagnostics(for: library)
    case .quizMismatch: QuizMismatch.diagnostics(for: library)
    }
  }
}

extension Library {
  /// All bundles, lessons first.
  var bundles: [Bundle] { lessons + cases + pages }
}
