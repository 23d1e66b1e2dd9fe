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

  // Read passage by passage: PassageRule has the same names.
  case halfWidthMark = "half-width-mark"
  case fullWidthMark = "full-width-mark"
  case unpairedMark = "unpaired-mark"
  case doubledMark = "doubled-mark"
  case oddEllipsis = "odd-ellipsis"
  case oddDash = "odd-dash"
  case straightQuote = "straight-quote"
  case mixedSpacing = "mixed-spacing"
  case oddSpace = "odd-space"
  case mixedVariant = "mixed-variant"
  case traditionalCharacter = "traditional-character"
  case fullWidthLetter = "full-width-letter"
  case doubledWord = "doubled-word"
  case idNumber = "id-number"
  case bankCard = "bank-card"
  case mobileNumber = "mobile-number"
  case numberPlate = "number-plate"
  case identifiablePerson = "identifiable-person"
  case liveBait = "live-bait"
  case unmarkedBait = "unmarked-bait"
  case promotion = "promotion"
  case unlabelledCase = "unlabelled-case"

  /// What several rules find in a library, each page read only once.
  package static func diagnostics(for library: Library, _ checks: some Sequence<Check> = allCases) -> [Diagnostic] {
    let others = checks.filter { PassageRule(rawValue: $0.rawValue) == nil }
    return others.flatMap { $0.diagnostics(for: library) }
      + PassageRule.diagnostics(for: library, checks.compactMap { PassageRule(rawValue: $0.rawValue) })
  }

  // What people have confirmed and signed.
  case unconfirmedTranslation = "unconfirmed-translation"
  case staleTranslation = "stale-translation"
  case unsignedContent = "unsigned-content"
  case voidSignature = "void-signature"
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
    case .unlabelledCase: UnlabelledCase.diagnostics(for: library)
    case .amountMismatch, .percentMismatch, .dateMismatch, .durationMismatch, .countMismatch, .hotlineMismatch,
      .lawMismatch, .qualifierMismatch, .linkMismatch, .negationMismatch, .itemMismatch:
      TranslationComparison.diagnostics(for: library, rules: [self])
    case .halfWidthMark, .fullWidthMark, .unpairedMark, .doubledMark, .oddEllipsis, .oddDash, .straightQuote,
      .mixedSpacing, .oddSpace, .mixedVariant, .traditionalCharacter, .fullWidthLetter, .doubledWord,
      .idNumber, .bankCard, .mobileNumber, .numberPlate, .identifiablePerson, .liveBait, .unmarkedBait, .promotion:
      PassageRule.diagnostics(for: library, PassageRule(rawValue: rawValue).map { [$0] } ?? [])

    case .unconfirmedTranslation: UnconfirmedTranslation.diagnostics(for: library)
    case .staleTranslation: StaleTranslation.diagnostics(for: library)
    case .unsignedContent: UnsignedContent.diagnostics(for: library)
    case .voidSignature: VoidSignature.diagnostics(for: library)
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
