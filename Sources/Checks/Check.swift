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

  // What people have confirmed and signed.
  case unconfirmedTranslation = "unconfirmed-translation"
  case staleTranslation = "stale-translation"
  case unsignedContent = "unsigned-content"
  case voidSignature = "void-signature"

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

    case .unconfirmedTranslation: UnconfirmedTranslation.diagnostics(for: library)
    case .staleTranslation: StaleTranslation.diagnostics(for: library)
    case .unsignedContent: UnsignedContent.diagnostics(for: library)
    case .voidSignature: VoidSignature.diagnostics(for: library)
    }
  }
}

extension Library {
  /// All bundles, lessons first.
  var bundles: [Bundle] { lessons + cases + pages }
}
