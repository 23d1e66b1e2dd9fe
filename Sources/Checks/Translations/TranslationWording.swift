import Content
import Diagnostics

/// What is said about differences between a translation and its original.
extension Diagnostic {
  static func difference(_ difference: QuantityMatching.Difference, _ original: BlockText, _ translation: BlockText)
    -> Diagnostic
  {
    let left = difference.original
    let right = difference.translation
    let there = left.map { original.source.place($0.range) } ?? original.place
    let here = right.map { translation.source.place($0.range) } ?? translation.place
    let isGrave = left?.weight == .hard || right?.weight == .hard
    return Diagnostic(
      isGrave ? .error : .warning, difference.rule, at: here, difference.message, hint: .compare,
      notes: [.init(.originalHere, at: there)])
  }

  static func missing(_ words: String, _ rule: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .error, rule, at: place, .missing(Wording(zh: "“\(words)”", en: "“\(words)”")), hint: .compare,
      notes: [.init(.originalHere, at: other)])
  }

  static func added(_ words: String, _ rule: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .error, rule, at: place, .added(Wording(zh: "“\(words)”", en: "“\(words)”")), hint: .compare,
      notes: [.init(.originalHere, at: other)])
  }

  static func otherLink(_ here: String, _ there: String, at place: Place, original: Place) -> Diagnostic {
    Diagnostic(
      .error, "link-mismatch", at: place,
      .other(Wording(zh: "“\(here)”", en: "“\(here)”"), Wording(zh: "“\(there)”", en: "“\(there)”")), hint: .sameLink,
      notes: [.init(.originalHere, at: original)])
  }

  static func polarity(isNegativeHere: Bool, at place: Place, original: Place) -> Diagnostic {
    Diagnostic(
      .error, "negation-mismatch", at: place, isNegativeHere ? .deniesHere : .deniesThere,
      hint: .compareNegation, notes: [.init(.originalHere, at: original)])
  }

  static func gap(_ gap: AlignedBlocks.Gap, _ original: SourceFile, _ translation: SourceFile) -> Diagnostic {
    let (here, there) = (gap.translation.count, gap.original.count)
    let message: Wording
    switch gap.kind {
    case .items: message = .counts(here, there, zh: "条", en: "list items")
    case .rows: message = .counts(here, there, zh: "行", en: "table rows")
    case .cells: message = .counts(here, there, zh: "格", en: "table cells")
    case .paragraph: message = .block(isHere: here > 0, zh: "段落", en: "paragraph")
    case .list: message = .block(isHere: here > 0, zh: "列表", en: "list")
    case .table: message = .block(isHere: here > 0, zh: "表格", en: "table")
    case .callout: message = .block(isHere: here > 0, zh: "框", en: "box")
    case .other: message = .block(isHere: here > 0, zh: "部分", en: "part")
    }
    return Diagnostic(
      gap.kind == .paragraph ? .warning : .error, "item-mismatch", at: translation.place(gap.translation.range),
      message,
      hint: .sameItems, notes: [.init(.originalHere, at: original.place(gap.original.range))])
  }
}

extension QuantityMatching.Difference {
  /// The rule that the difference breaks.
  var rule: String {
    if kind == .qualifier, original?.unit != .date { return "qualifier-mismatch" }
    // A count that turned into an amount is a wrong amount; a plain number says least.
    let units = [original?.unit, translation?.unit].compactMap { $0 }
    let unit = units.first { $0.family != .number } ?? units.first
    let written = original?.written ?? translation?.written ?? ""
    switch unit?.family {
    case .money: return "amount-mismatch"
    case .share: return "percent-mismatch"
    case .date: return "date-mismatch"
    case .duration: return "duration-mismatch"
    case .digits: return written.allSatisfy(\.isNumber) ? "hotline-mismatch" : "count-mismatch"
    case .article: return "law-mismatch"
    case .number, .vague, .span, nil: return "count-mismatch"
    }
  }

  fileprivate var message: Wording {
    guard let original else { return .added(translation?.words ?? .nothing) }
    guard let translation else { return .missing(original.words) }
    switch kind {
    case .alone, .value: return .other(translation.words, original.words)
    case .unit: return .otherUnit(translation.words, original.words)
    case .period:
      let (here, there) = (translation.period?.name ?? .nothing, original.period?.name ?? .nothing)
      return .otherPeriod(translation.written, here, there)
    case .qualifier: return .otherQualifier(translation.written, translation.qualifier.name, original.qualifier.name)
    }
  }
}

extension Wording {
  fileprivate static let nothing = Wording(zh: "", en: "")
  fileprivate static let originalHere = Wording(zh: "原文在这里", en: "the original is here")
  fileprivate static let compare = Wording(
    zh: "对照两种语言，改错的那一边；同一个数字最好登记在facts.yaml里，两边都写“{{名称}}”。",
    en:
      "compare the two and correct the wrong one; better, register the number in facts.yaml and write “{{name}}” in both."
  )
  fileprivate static let compareNegation = Wording(
    zh: "对照两种语言：叫人做的事，不能在另一种语言里变成叫人不做。",
    en: "compare the two: what readers are told to do must not be forbidden in the other language.")
  fileprivate static let sameItems = Wording(
    zh: "补上缺少的，或者在另一种语言里也删掉。", en: "add what is missing, or delete it in the other language too.")
  fileprivate static let sameLink = Wording(
    zh: "两种语言的链接要通到同一个地方。", en: "the links of both languages lead to the same place.")
  fileprivate static let deniesHere = Wording(
    zh: "这里是否定的，原文是肯定的", en: "negative here, positive in the original")
  fileprivate static let deniesThere = Wording(
    zh: "这里是肯定的，原文是否定的", en: "positive here, negative in the original")

  fileprivate static func missing(_ words: Wording) -> Wording {
    Wording(zh: "原文有\(words.zh)，这里没有", en: "\(words.en) is in the original and missing here")
  }
  fileprivate static func added(_ words: Wording) -> Wording {
    Wording(zh: "这里的\(words.zh)，原文没有", en: "\(words.en) is not in the original")
  }
  fileprivate static func other(_ here: Wording, _ there: Wording) -> Wording {
    Wording(zh: "这里是\(here.zh)，原文是\(there.zh)", en: "\(here.en) here, \(there.en) in the original")
  }
  fileprivate static func otherUnit(_ here: Wording, _ there: Wording) -> Wording {
    Wording(
      zh: "数字一样，说的不是一回事：这里是\(here.zh)，原文是\(there.zh)",
      en: "the same number of something else: \(here.en) here, \(there.en) in the original")
  }
  fileprivate static func otherPeriod(_ written: String, _ here: Wording, _ there: Wording) -> Wording {
    Wording(
      zh: "“\(written)”这里是\(here.zh)，原文是\(there.zh)",
      en: "“\(written)” is \(here.en) here, and \(there.en) in the original")
  }
  fileprivate static func otherQualifier(_ written: String, _ here: Wording, _ there: Wording) -> Wording {
    Wording(
      zh: "“\(written)”这里说的是“\(here.zh)”，原文是“\(there.zh)”",
      en: "“\(written)” is “\(here.en)” here, and “\(there.en)” in the original")
  }
  fileprivate static func counts(_ here: Int, _ there: Int, zh: String, en: String) -> Wording {
    Wording(zh: "这里有\(here)\(zh)，原文有\(there)\(zh)", en: "\(here) \(en) here, \(there) in the original")
  }
  fileprivate static func block(isHere: Bool, zh: String, en: String) -> Wording {
    isHere
      ? Wording(zh: "这里多一个\(zh)，原文没有", en: "this \(en) is not in the original")
      : Wording(zh: "这里少一个\(zh)，原文有", en: "a \(en) of the original is missing here")
  }
}
