import Content
import Diagnostics
import Markdown

/// Something that a rule has to say about some bytes of a page, before its place is worked out.
struct Remark {
  let rule: PassageRule
  let severity: Diagnostic.Severity
  let range: Range<Int>
  let message: Wording
  let hint: Wording
  /// What is to stand in the range in place of what stands there; nil where only a person can decide.
  let replacement: String?

  init(
    _ severity: Diagnostic.Severity, _ rule: PassageRule, at range: Range<Int>, _ message: Wording, hint: Wording,
    replacement: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.hint = hint
    self.replacement = replacement
  }
}

/// The rules that read a page passage by passage. They share one reading, so that all of them together take little longer
/// than one.
enum PassageRule: String, Sendable, CaseIterable {
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

  /// Reads one passage.
  func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    switch self {
    case .halfWidthMark: HalfWidthMark.read(passage, &remarks)
    case .fullWidthMark: FullWidthMark.read(passage, &remarks)
    case .unpairedMark: UnpairedMark.read(passage, &remarks)
    case .doubledMark: DoubledMark.read(passage, &remarks)
    case .oddEllipsis: OddEllipsis.read(passage, &remarks)
    case .oddDash: OddDash.read(passage, &remarks)
    case .straightQuote: StraightQuote.read(passage, style, &remarks)
    case .mixedSpacing: MixedSpacing.read(passage, style, &remarks)
    case .oddSpace: OddSpace.read(passage, style, &remarks)
    case .mixedVariant: MixedVariant.read(passage, style, &remarks)
    case .traditionalCharacter: TraditionalCharacter.read(passage, &remarks)
    case .fullWidthLetter: FullWidthLetter.read(passage, &remarks)
    case .doubledWord: DoubledWord.read(passage, &remarks)
    case .idNumber: IDNumber.read(passage, &remarks)
    case .bankCard: BankCard.read(passage, &remarks)
    case .mobileNumber: MobileNumber.read(passage, style, &remarks)
    case .numberPlate: NumberPlate.read(passage, &remarks)
    case .identifiablePerson: IdentifiablePerson.read(passage, &remarks)
    case .liveBait: LiveBait.read(passage, &remarks)
    case .unmarkedBait: UnmarkedBait.read(passage, &remarks)
    case .promotion: Promotion.read(passage, style, &remarks)
    }
  }
}

/// The rules that read pages passage by passage.
struct PassageRules: BundleRules {
  private let rules: [PassageRule]
  private let style: HouseStyle

  init(_ checks: Set<Check>, for library: Library) {
    rules = PassageRule.allCases.filter { rule in checks.contains { $0.rawValue == rule.rawValue } }
    style = HouseStyle(of: library)
  }

  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    bundle.translations.flatMap { page in
      var remarks: [Remark] = []
      PassageReader.read(page) { passage in
        for rule in rules { rule.read(passage, style, &remarks) }
      }
      return Self.diagnostics(of: remarks, in: page)
    }
  }

  /// So many findings of one rule are enough for one page: working out a column takes time in proportion to the line.
  private static let limit = 50

  private static func diagnostics(of remarks: [Remark], in page: Page) -> [Diagnostic] {
    var counts: [PassageRule: Int] = [:]
    return remarks.compactMap { remark in
      counts[remark.rule, default: 0] += 1
      guard counts[remark.rule, default: 0] <= limit else { return nil }
      return Diagnostic(
        remark.severity, remark.rule.rawValue, at: page.document.source.place(remark.range), remark.message,
        hint: remark.hint, fix: remark.replacement.map { Diagnostic.Fix(remark.range, $0) })
    }
  }
}
