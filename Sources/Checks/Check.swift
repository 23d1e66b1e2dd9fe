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
  // The register of facts.
  case unregisteredHotline = "unregistered-hotline"
  case unregisteredAmount = "unregistered-amount"
  case unregisteredRate = "unregistered-rate"
  case unregisteredDate = "unregistered-date"
  case unregisteredLaw = "unregistered-law"
  case literalFact = "literal-fact"
  case uncheckedFact = "unchecked-fact"
  // Silenced findings.
  case bareSuppression = "bare-suppression"
  case unknownSuppression = "unknown-suppression"
  case idleSuppression = "idle-suppression"

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
    case .unregisteredHotline, .unregisteredAmount, .unregisteredRate, .unregisteredDate, .unregisteredLaw,
      .literalFact:
      RegisterComparison.diagnostics(for: library, rules: [self])
    case .uncheckedFact: UncheckedFact.diagnostics(for: library)
    case .bareSuppression: BareSuppression.diagnostics(for: library)
    case .unknownSuppression: UnknownSuppression.diagnostics(for: library)
    case .idleSuppression: IdleSuppression.diagnostics(for: library)
    }
  }
}

extension Library {
  /// All bundles, lessons first.
  var bundles: [Bundle] { lessons + cases + pages }
}
