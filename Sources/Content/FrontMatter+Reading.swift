import Diagnostics
import Markdown
import YAML

extension FrontMatter {
  /// The front matter of a document. Nil when it lacks a title or a summary; everything that is missing or wrong is
  /// reported.
  static func reading(_ document: Document, kind: PageKind, isSource: Bool) -> Diagnosed<FrontMatter?> {
    let source = document.source
    guard let range = document.frontMatter else {
      return Diagnosed(nil, [.missingFrontMatter(at: source.place(ofLine: 1))])
    }
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source, in: range).value(reportingTo: &diagnostics) else {
      if diagnostics.isEmpty { diagnostics.append(.missingFrontMatter(at: source.place(ofLine: 1))) }
      return Diagnosed(nil, diagnostics)
    }
    let read = Record.reading(node, in: source) { record -> FrontMatter? in
      matter(&record, kind: kind, isSource: isSource)
    }
    return Diagnosed(read.value ?? nil, diagnostics + read.diagnostics)
  }

  private static func matter(_ record: inout Record, kind: PageKind, isSource: Bool) -> FrontMatter? {
    let needsTopic = isSource && kind.isTaught
    let title = record.requiredText("title")
    let summary = record.requiredText("summary")
    let draft = record.flag("draft")?.value ?? false
    let contest = kind == .contest ? ContestMatter.reading(&record, isSource: isSource) : nil
    // A contest says `topics`: that word, and not this one, is then suggested.
    let topic = needsTopic ? record.requiredText("topic") : kind == .contest ? nil : record.text("topic")
    let audience = list("audience", isRequired: needsTopic, &record)
    let shuffles = kind.isTaught ? record.flag("shuffle")?.value ?? true : true
    let order = record.integer("order")
    let date = isSource ? record.requiredDate("date") : record.date("date")
    let checked = isSource ? record.requiredDate("checked") : record.date("checked")
    let expires = record.date("expires")
    let sources = list("sources", isRequired: needsTopic, &record)
    let nature = nature(&record, isRequired: isSource && kind == .case, isAllowed: kind == .case)
    if let checked, let expires, expires.value <= checked.value {
      record.report(.expiresBeforeChecked, at: expires.range)
    }
    guard let title, let summary else { return nil }
    return FrontMatter(
      title: title.value, summary: summary.value, isDraft: draft, start: record.range.lowerBound, topic: topic,
      audience: audience, order: order, date: date, checked: checked, expires: expires, sources: sources, case: nature,
      contest: contest, shuffles: shuffles)
  }

  private static func list(_ key: String, isRequired: Bool, _ record: inout Record) -> Placed<[Placed<String>]>? {
    if isRequired, key == "sources", record.isEmptyList(key) {
      record.report(.missingSources, at: record.node(key)?.range ?? record.heading)
      return nil
    }
    let items = isRequired ? record.requiredTexts(key) : record.texts(key)
    guard let first = items.first, let last = items.last else { return nil }
    return Placed(items, at: first.range.lowerBound..<last.range.upperBound)
  }

  private static func nature(_ record: inout Record, isRequired: Bool, isAllowed: Bool) -> Placed<CaseNature>? {
    guard isAllowed else { return nil }
    guard let node = record.node("case") else {
      if isRequired { record.report(.missingNature, at: record.heading) }
      return nil
    }
    let nature = record.map("case") { nature -> CaseNature? in
      let basis = nature.requiredText("basis").flatMap { text in
        let basis = CaseNature.Basis(rawValue: text.value)
        if basis == nil { nature.report(.unknownBasis(text.value), at: text.range) }
        return basis
      }
      let channel = nature.requiredText("channel")
      let outcome = nature.requiredText("outcome")
      guard let basis, let channel, let outcome else { return nil }
      return CaseNature(basis: basis, channel: channel.value, outcome: outcome.value)
    }
    return (nature ?? nil).map { Placed($0, at: node.range) }
  }
}

extension Record {
  /// Whether nothing stands in a list, or it is not there at all.
  fileprivate mutating func isEmptyList(_ key: String) -> Bool {
    guard let node = node(key) else { return true }
    if case .list(let items) = node.value { return items.isEmpty }
    return false
  }
}

extension Finding {
  fileprivate static let missingSources = Finding(
    rule: "missing-key", message: Wording(zh: "没有写依据（sources）", en: "`sources` is missing: what does this rest on?"),
    hint: Wording(
      zh: "写上facts.yaml里登记过的编号，例如sources: [L-23]。", en: "write names of facts in facts.yaml, as in sources: [L-23]."))

  fileprivate static let missingNature = Finding(
    rule: "missing-key", message: Wording(zh: "案例缺少“case”一行", en: "this case has no line `case`"),
    hint: Wording(
      zh: "写上case: {basis: fictional, channel: phone-call, outcome: blocked}，basis照实写real、adapted或fictional。",
      en:
        "write case: {basis: fictional, channel: phone-call, outcome: blocked}, with real, adapted or fictional, whichever is true."
    ))

  fileprivate static let expiresBeforeChecked = Finding(
    rule: "expires-before-checked",
    message: Wording(zh: "有效期早于核对日期", en: "this expires before the day on which it was checked"),
    hint: Wording(zh: "检查checked和expires，是不是写反了。", en: "check `checked` and `expires`: are they the wrong way round?"))

  fileprivate static func unknownBasis(_ text: String) -> Finding {
    Finding(
      rule: "unknown-basis", message: Wording(zh: "basis不能写“\(text)”", en: "`basis` cannot be “\(text)”"),
      hint: Wording(
        zh: "真实案例写real，根据真实案例改编写adapted，虚构示例写fictional。要照实写。",
        en: "write real, adapted (from a real case) or fictional, whichever is true."))
  }
}

extension Diagnostic {
  fileprivate static func missingFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-front-matter", at: place,
      Wording(zh: "文件开头没有标题等信息", en: "this file does not say its title at the top"),
      hint: Wording(
        zh: "第一行写“---”，接着写title:、summary:等，再写一行“---”。",
        en: "begin with a line “---”, then title:, summary: and so on, then another “---”."))
  }
}
