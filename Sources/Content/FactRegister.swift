package import Diagnostics
import YAML

/// The registered facts: `content/facts.yaml`.
package struct FactRegister: Sendable {
  /// In the order of the file.
  package let all: [Fact]
  private let index: [String: Int]
  /// Names of facts that are in the file but lack something; nil when the file could not be read as a whole.
  private let faulty: Set<String>?

  init(_ facts: [Fact], faulty: Set<String>?) {
    all = facts
    self.faulty = faulty
    index = Dictionary(facts.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// A register without facts, for a site that has none.
  package static let empty = FactRegister([], faulty: [])

  /// The register of a file that could not be read, which was reported.
  package static let unreadable = FactRegister([], faulty: nil)

  /// The fact with a name, nil when it is not registered.
  package subscript(id: String) -> Fact? { index[id].map { all[$0] } }

  /// Whether a fact that the register does not have was already reported, so that its use need not be.
  func wasReported(_ id: String) -> Bool { faulty?.contains(id) ?? true }

  /// The register in a file. Facts that lack something are reported and left out.
  package static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<FactRegister> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(.unreadable, diagnostics)
    }
    // A slip of YAML may have swallowed any name.
    let isBroken = !diagnostics.isEmpty
    let read = Record.reading(node, in: source) { register in
      (names: register.keys.map(\.value), facts: register.eachMap { fact($0, &$1, languages) }.compactMap { $0 })
    }.value(reportingTo: &diagnostics)
    guard let read else { return Diagnosed(.unreadable, diagnostics) }
    if isBroken { return Diagnosed(FactRegister(read.facts, faulty: nil), diagnostics) }
    let faulty = Set(read.names).subtracting(read.facts.map(\.id))
    return Diagnosed(FactRegister(read.facts, faulty: faulty), diagnostics)
  }

  private static func fact(_ key: Placed<String>, _ record: inout Record, _ languages: [Language]) -> Fact? {
    let kind = record.requiredText("kind").flatMap { text in
      let kind = Fact.Kind(rawValue: text.value)
      if kind == nil { record.report(.unknownKind(text.value), at: text.range) }
      return kind
    }
    let value = record.translated(languages)
    let source = record.requiredMap("source") { $0.translated(languages) } ?? nil
    let isHotline = kind == .hotline
    let name = isHotline ? record.requiredMap("name") { $0.translated(languages) } ?? nil : nil
    let purpose = isHotline ? record.requiredMap("purpose") { $0.translated(languages) } ?? nil : nil
    let mayBeCalled = isHotline ? record.flag("call")?.value ?? true : false
    let checked = record.requiredDate("checked")
    let expires = record.date("expires")
    let isPrinted = record.flag("print")?.value ?? true
    _ = record.text("note")
    guard let kind, let value, let source, let checked, !isHotline || (name != nil && purpose != nil) else {
      return nil
    }
    let isNumber = value.texts.values.allSatisfy { $0.allSatisfy { ($0.isASCII && $0.isNumber) || $0 == "-" } }
    return Fact(
      id: key.value, place: record.source.place(key.range), kind: kind, value: value, name: name, purpose: purpose,
      canBeDialled: mayBeCalled && isNumber,
      source: source, checked: checked.value, expires: expires?.value, isPrinted: isPrinted)
  }
}

extension Record {
  /// A day written as `YYYY-MM-DD`; anything else is reported.
  mutating func date(_ key: String) -> Placed<CalendarDate>? {
    guard let text = text(key) else { return nil }
    return date(text)
  }

  /// A day that must be there.
  mutating func requiredDate(_ key: String) -> Placed<CalendarDate>? {
    guard let text = requiredText(key) else { return nil }
    return date(text)
  }

  private mutating func date(_ text: Placed<String>) -> Placed<CalendarDate>? {
    guard let date = CalendarDate(text.value) else {
      report(.badDate(text.value), at: text.range)
      return nil
    }
    return Placed(date, at: text.range)
  }
}

extension Finding {
  fileprivate static func unknownKind(_ kind: String) -> Finding {
    let known = Fact.Kind.allCases.map(\.rawValue)
    return Finding(
      rule: "unknown-fact-kind", message: Wording(zh: "没有“\(kind)”这种事实", en: "“\(kind)” is not a kind of fact"),
      hint: Suggestion.nearest(to: kind, among: known).map { .didYouMean($0) }
        ?? Wording(
          zh: "可以写：\(known.joined(separator: "、"))。", en: "the kinds are: \(known.joined(separator: ", "))."))
  }

  fileprivate static func badDate(_ text: String) -> Finding {
    if text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil {
      return Finding(
        rule: "bad-date", message: Wording(zh: "日历上没有“\(text)”这一天", en: "there is no day “\(text)”"),
        hint: Wording(
          zh: "看看月份和日子；先写年，再写月，后写日。",
          en: "look at the month and the day: the year comes first, then the month, then the day."))
    }
    return Finding(
      rule: "bad-date", message: Wording(zh: "“\(text)”不是日期", en: "“\(text)” is not a date"),
      hint: Wording(
        zh: "写成四位年、两位月、两位日，用英文连字符，例如2026-03-01。",
        en: "write the year in four digits, month and day in two, with hyphens: 2026-03-01."))
  }
}

extension Diagnostic {
  /// A fact that no longer holds is used.
  static func expiredFact(_ name: String, on date: CalendarDate, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "expired-fact", at: place,
      Wording(
        zh: "“\(name)”从\(date.iso)起不再有效，不能再用", en: "“\(name)” expired on \(date.iso) and may not be used any more"),
      hint: Wording(
        zh: "查清现在的说法，改facts.yaml里的内容、checked和expires；或者在这里去掉它。",
        en: "find out what holds now and change its value, `checked` and `expires` in facts.yaml, or take it out here.")
    )
  }
}
