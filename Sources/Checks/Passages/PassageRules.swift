import Content
import Diagnostics
import Markdown

/// The rules that read pages passage by passage.
struct PassageRules: BundleRules {
  private typealias Reader = @Sendable (Passage, HouseStyle, inout [Remark]) -> Void

  private let readers: [Reader]
  private let style: HouseStyle

  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle) {
    readers = Self.rules.filter { checks.contains($0.check) }.map(\.read)
    self.style = style
  }

  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    bundle.translations.flatMap { page in
      var remarks: [Remark] = []
      PassageReader.read(page) { passage in
        for read in readers { read(passage, style, &remarks) }
      }
      return Self.diagnostics(of: remarks, in: page)
    }
  }

  private static let rules: [(check: Check, read: Reader)] = [
    (.halfWidthMark, { HalfWidthMark.read($0, &$2) }),
    (.fullWidthMark, { FullWidthMark.read($0, &$2) }),
    (.unpairedMark, { UnpairedMark.read($0, &$2) }),
    (.doubledMark, { DoubledMark.read($0, &$2) }),
    (.oddEllipsis, { OddEllipsis.read($0, &$2) }),
    (.oddDash, { OddDash.read($0, &$2) }),
    (.straightQuote, { StraightQuote.read($0, $1, &$2) }),
    (.mixedSpacing, { MixedSpacing.read($0, $1, &$2) }),
    (.oddSpace, { OddSpace.read($0, $1, &$2) }),
    (.mixedVariant, { MixedVariant.read($0, $1, &$2) }),
    (.traditionalCharacter, { TraditionalCharacter.read($0, &$2) }),
    (.fullWidthLetter, { FullWidthLetter.read($0, &$2) }),
    (.doubledWord, { DoubledWord.read($0, &$2) }),
    (.idNumber, { IDNumber.read($0, &$2) }),
    (.bankCard, { BankCard.read($0, &$2) }),
    (.mobileNumber, { MobileNumber.read($0, $1, &$2) }),
    (.numberPlate, { NumberPlate.read($0, &$2) }),
    (.identifiablePerson, { IdentifiablePerson.read($0, &$2) }),
    (.liveBait, { LiveBait.read($0, &$2) }),
    (.unmarkedBait, { UnmarkedBait.read($0, &$2) }),
    (.promotion, { Promotion.read($0, $1, &$2) }),
  ]

  /// So many findings of one rule are enough for one page: working out a column takes time in proportion to the line.
  private static let limit = 50

  private static func diagnostics(of remarks: [Remark], in page: Page) -> [Diagnostic] {
    var counts: [Check: Int] = [:]
    return remarks.compactMap { remark in
      counts[remark.rule, default: 0] += 1
      guard counts[remark.rule, default: 0] <= limit else { return nil }
      return Diagnostic(
        remark.severity, remark.rule.rawValue, at: page.document.source.place(remark.range), remark.message,
        hint: remark.hint, fix: remark.replacement.map { Diagnostic.Fix(remark.range, $0) })
    }
  }
}
