package import Content
package import Diagnostics

/// A rule for editors, named after the bad pattern that it finds.
package enum Check: String, Sendable, CaseIterable {
  // The parts of a lesson.
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

  // The register of facts.
  case unregisteredHotline = "unregistered-hotline"
  case unregisteredAmount = "unregistered-amount"
  case unregisteredRate = "unregistered-rate"
  case unregisteredDate = "unregistered-date"
  case unregisteredLaw = "unregistered-law"
  case literalFact = "literal-fact"
  case uncheckedFact = "unchecked-fact"

  // What people have confirmed and signed.
  case unconfirmedTranslation = "unconfirmed-translation"
  case staleTranslation = "stale-translation"
  case unsignedContent = "unsigned-content"
  case voidSignature = "void-signature"

  // Safe for the people told of, and for those who read.
  case idNumber = "id-number"
  case bankCard = "bank-card"
  case mobileNumber = "mobile-number"
  case numberPlate = "number-plate"
  case identifiablePerson = "identifiable-person"
  case liveBait = "live-bait"
  case unmarkedBait = "unmarked-bait"
  case promotion = "promotion"
  case unlabelledCase = "unlabelled-case"

  // Copy-editing.
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

  // Plain words, and the same ones.
  case longSentence = "long-sentence"
  case manyClauses = "many-clauses"
  case rareCharacter = "rare-character"
  case unexplainedTerm = "unexplained-term"
  case hardEnglish = "hard-english"
  case inconsistentTerm = "inconsistent-term"
  case discouragedWord = "discouraged-word"

  // Self-checks.
  case endWithoutHotline = "end-without-hotline"
  case promiseOfSafety = "promise-of-safety"
  case treeMismatch = "tree-mismatch"

  // Silenced findings.
  case bareSuppression = "bare-suppression"
  case unknownSuppression = "unknown-suppression"
  case idleSuppression = "idle-suppression"

  /// What the rule finds in a library.
  package func diagnostics(for library: Library) -> [Diagnostic] { Check.diagnostics(of: [self], for: library) }

  /// What some rules find in a library. Those that need the same reading of a page share it, and use all cores.
  /// - Parameter recall: what is known, for all of `checks`.
  package static func diagnostics(
    of checks: [Check], for library: Library, recall: AuditRecall? = nil
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var families: [ObjectIdentifier: (rules: any BundleRules.Type, checks: Set<Check>)] = [:]
    for check in checks {
      switch check.reading {
      case .library(let diagnostics): found += diagnostics(library)
      case .single: families[ObjectIdentifier(SingleRules.self), default: (SingleRules.self, [])].checks.insert(check)
      case .bundle(let rules): families[ObjectIdentifier(rules), default: (rules, [])].checks.insert(check)
      }
    }
    if families.isEmpty { return found }
    let style = HouseStyle(of: library, recall: recall?.habits)
    let rules = families.values.map { $0.rules.init($0.checks, for: library, in: style) }
    return found + library.diagnostics(of: rules, recall: recall?.findings(style.custom))
  }

  /// What a rule has to read.
  private enum Reading {
    /// All of a library, by itself.
    case library((Library) -> [Diagnostic])
    /// Every bundle by itself, as if there were no other.
    case single((Library) -> [Diagnostic])
    /// One bundle after the other, together with other rules.
    case bundle(any BundleRules.Type)
  }

  /// What a rule for single bundles finds in a library that holds only one.
  func findings(inOnly library: Library) -> [Diagnostic] {
    switch reading {
    case .single(let diagnostics): diagnostics(library)
    case .library, .bundle: []
    }
  }

  private var reading: Reading {
    switch self {
    case .missingTranslation: .single(MissingTranslation.diagnostics)
    case .missingSection: .single(MissingSection.diagnostics)
    case .untranslatedSection: .single(UntranslatedSection.diagnostics)
    case .quizMismatch: .single(QuizMismatch.diagnostics)
    case .unmarkedCallout: .single(UnmarkedCallout.diagnostics)
    case .placeholderText: .single(PlaceholderText.diagnostics)
    case .indentedCode: .single(IndentedCode.diagnostics)
    case .oddSlogan: .single(OddSlogan.diagnostics)
    case .amountMismatch, .percentMismatch, .dateMismatch, .durationMismatch, .countMismatch, .hotlineMismatch,
      .lawMismatch, .qualifierMismatch, .linkMismatch, .negationMismatch, .itemMismatch:
      .bundle(TranslationComparison.self)
    case .unregisteredHotline, .unregisteredAmount, .unregisteredRate, .unregisteredDate, .unregisteredLaw,
      .literalFact:
      .bundle(RegisterComparison.self)
    case .uncheckedFact: .library(UncheckedFact.diagnostics)
    case .unconfirmedTranslation: .library(UnconfirmedTranslation.diagnostics)
    case .staleTranslation: .library(StaleTranslation.diagnostics)
    case .unsignedContent: .library(UnsignedContent.diagnostics)
    case .voidSignature: .library(VoidSignature.diagnostics)
    case .unlabelledCase: .single(UnlabelledCase.diagnostics)
    case .idNumber, .bankCard, .mobileNumber, .numberPlate, .identifiablePerson, .liveBait, .unmarkedBait, .promotion,
      .halfWidthMark, .fullWidthMark, .unpairedMark, .doubledMark, .oddEllipsis, .oddDash, .straightQuote,
      .mixedSpacing, .oddSpace, .mixedVariant, .traditionalCharacter, .fullWidthLetter, .doubledWord:
      .bundle(PassageRules.self)
    case .longSentence, .manyClauses, .rareCharacter, .unexplainedTerm, .hardEnglish, .inconsistentTerm,
      .discouragedWord:
      .bundle(PlainRules.self)
    case .endWithoutHotline: .single(EndWithoutHotline.diagnostics)
    case .promiseOfSafety: .single(PromiseOfSafety.diagnostics)
    case .treeMismatch: .single(TreeMismatch.diagnostics)
    case .bareSuppression: .library(BareSuppression.diagnostics)
    case .unknownSuppression: .library(UnknownSuppression.diagnostics)
    case .idleSuppression: .library(IdleSuppression.diagnostics)
    }
  }
}
