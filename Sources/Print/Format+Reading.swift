import Diagnostics
import Typesetting
import YAML

extension Format {
  /// The format in a file of `templates/print/`. Nil when something is missing or wrong, which is reported.
  static func reading(_ source: SourceFile, id: String) -> Diagnosed<Format?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    let read = Record.reading(node, in: source) { record in format(&record, id: id) }
    diagnostics += read.diagnostics
    let isWrong = diagnostics.contains { $0.severity == .error }
    return Diagnosed(isWrong ? nil : read.value ?? nil, diagnostics)
  }

  private static func format(_ record: inout Record, id: String) -> Format? {
    let names = record.requiredMap("name") { $0.words() } ?? [:]
    let notes = record.requiredMap("note") { $0.words() } ?? [:]
    let order = record.integer("order")?.value ?? 100
    let isPicture = record.choice("output", ["pdf": false, "png": true]) ?? false
    let unit = isPicture ? 1 : Length.millimetre
    let languages = record.choice("languages", Languages.self) ?? .one
    let sheet = record.numbers("sheet", count: 2, unit: unit)
    let bleed = record.number("bleed", unit: unit) ?? 3 * unit
    let safe = record.number("safe", unit: unit) ?? (isPicture ? 0 : 5 * unit)
    let profiles = record.texts("profiles").compactMap { text in
      record.known(text, Dictionary(uniqueKeysWithValues: Layout.Profile.allCases.map { ($0.rawValue, $0) }))
    }
    let duplex =
      record.choice(
        "duplex",
        ["one-sided": Layout.Duplex.oneSided, "short-edge": .flipOnShortEdge, "long-edge": .flipOnLongEdge])
      ?? .oneSided
    let copies = record.has("copies") ? record.numbers("copies", count: 2, unit: 1) : [1, 1]
    let cell = record.has("cell") ? record.numbers("cell", count: 2, unit: unit) : nil
    let isLocal = record.flag("local")?.value ?? false
    let sides = record.maps("sides") { side in
      Side(
        name: side.requiredText("name")?.value ?? "", folds: side.numberList("folds", unit: unit),
        grows: side.flag("grows")?.value ?? false)
    }
    let body = record.requiredMap("type") { bodyType(&$0) } ?? nil
    let flows = record.map("flows") { flows in flows.eachMap { ($0.value, flow(&$1)) } } ?? []
    let flowNames = Set(flows.map(\.0))
    let panels = record.maps("panels") { panel(&$0, sides: sides.map(\.name), flows: flowNames, unit: unit) }
    guard let sheet, let body, let copies, !sides.isEmpty, copies.allSatisfy({ $0 >= 1 && $0 <= 20 }) else {
      return nil
    }
    return Format(
      id: id, names: names, notes: notes, order: order, product: isPicture ? .png : .pdf, languages: languages,
      sheet: Size(sheet[0], sheet[1]), bleed: bleed, safe: safe, profiles: profiles.isEmpty ? [.office] : profiles,
      duplex: duplex, columns: Int(copies[0]), rows: Int(copies[1]),
      cell: cell.map { Size($0[0], $0[1]) } ?? Size(sheet[0] / copies[0], sheet[1] / copies[1]), isLocal: isLocal,
      sides: sides, body: body,
      flows: Dictionary(flows.compactMap { name, flow in flow.map { (name, $0) } }) { first, _ in first },
      panels: panels.compactMap { $0 })
  }

  private static func bodyType(_ record: inout Record) -> BodyType? {
    let size = record.requiredNumber("size")
    let least = record.number("least", unit: 1)
    let leading = record.requiredMap("leading") { leading in
      leading.eachText().compactMap { entry in Double(entry.text.value).map { (entry.key.value, $0) } }
    }
    let gap = record.number("gap", unit: 1) ?? 0.5
    let heading = record.number("heading", unit: 1) ?? 1.3
    guard let size, let leading, size > 0 else { return nil }
    return BodyType(
      size: size, least: min(least ?? size, size), leading: Dictionary(leading) { first, _ in first }, gap: gap,
      heading: heading)
  }

  private static func flow(_ record: inout Record) -> Flow? {
    let roles = record.texts("roles").map(\.value)
    let hasHeadings = record.flag("headings")?.value ?? true
    let kinds = Dictionary(uniqueKeysWithValues: BlockKind.allCases.map { ($0.rawValue, $0) })
    let omitted = record.texts("omit").compactMap { record.known($0, kinds) }
    let items = record.integer("items")?.value
    let brief = record.choice("brief", Brief.self) ?? .never
    let questions = record.text("questions")?.value
    let key = record.texts("key").map(\.value)
    if let questions { return .questions(version: questions) }
    if !key.isEmpty { return .key(versions: key) }
    return .sections(
      Selection(roles: roles, hasHeadings: hasHeadings, omitted: Set(omitted), items: items, brief: brief))
  }

  private static func panel(
    _ record: inout Record, sides: [String], flows: Set<String>, unit: Double
  ) -> Panel? {
    let names = record.requiredMap("name") { $0.words() } ?? [:]
    let side = record.requiredText("side").flatMap { text in
      record.known(text, Dictionary(sides.enumerated().map { ($1, $0) }) { first, _ in first })
    }
    let area = record.numbers("at", count: 4, unit: unit)
    let inset = record.has("inset") ? record.numbers("inset", count: 4, unit: unit) : [0, 0, 0, 0]
    let language = record.choice("language", ["first": 0, "second": 1]) ?? 0
    guard let area, let inset else {
      _ = record.maps("boxes") { box(&$0, in: Rect(0, 0, 0, 0), inset: [0, 0, 0, 0], flows: flows, unit: unit) }
      return nil
    }
    let panel = Rect(area[0], area[1], area[2], area[3])
    let boxes = record.maps("boxes") { box(&$0, in: panel, inset: inset, flows: flows, unit: unit) }
    guard let side else { return nil }
    return Panel(names: names, side: side, area: panel, language: language, boxes: boxes.compactMap { $0 })
  }

  private static func box(
    _ record: inout Record, in panel: Rect, inset: [Double], flows: Set<String>, unit: Double
  ) -> Box? {
    let kind = record.requiredText("is")
    let given = record.has("at") ? record.numbers("at", count: 4, unit: unit) : nil
    let area =
      given.map { Rect(panel.x + $0[0], panel.y + $0[1], $0[2], $0[3]) }
      ?? Rect(
        panel.x + inset[0], panel.y + inset[1], panel.width - inset[0] - inset[2],
        panel.height - inset[1] - inset[3])
    let audience = record.choice("in", Audience.self) ?? .all
    let content = kind.flatMap { Self.content(of: $0, &record, flows: flows, unit: unit) }
    let size = record.number("size", unit: 1)
    let type = BoxType(
      size: size, least: record.number("least", unit: 1) ?? size, isBold: record.flag("bold")?.value ?? false,
      colour: record.choice("colour", ColourName.self) ?? .ink,
      alignment: record.choice("align", Alignment.self) ?? .left,
      vertical: record.choice("valign", VerticalAlignment.self) ?? .top, leading: record.number("leading", unit: 1),
      level: record.integer("heading")?.value)
    guard let content else { return nil }
    return Box(content: content, area: area, type: type, audience: audience)
  }

  private static func content(
    of kind: Placed<String>, _ record: inout Record, flows: Set<String>, unit: Double
  ) -> BoxContent? {
    let texts: [String: TextSource] = [
      "title": .title, "summary": .summary, "topic": .topic, "slogan": .slogan, "site": .site,
      "organiser": .organiser, "sources": .sources, "dates": .dates, "identity": .identity, "address": .address,
    ]
    if let text = texts[kind.value] { return .text(text) }
    switch kind.value {
    case "fill": return .fill(corner: record.number("corner", unit: unit) ?? 0)
    case "line": return .line
    case "picture": return .picture
    case "word": return record.requiredText("word").map { .text(.word($0.value)) }
    case "hotlines":
      let isBrief = record.flag("brief")?.value ?? false
      return .hotlines(
        HotlineList(
          columns: max(1, record.integer("columns")?.value ?? 1), isBrief: isBrief,
          count: record.integer("count")?.value, number: record.number("number", unit: 1) ?? (isBrief ? 1.25 : 1.55)))
    case CodeTarget.lesson.rawValue: return .code(.lesson)
    case CodeTarget.edition.rawValue: return .code(.edition)
    case "outlet": return .outlet
    case "flow":
      return record.requiredText("flow").flatMap { text in
        record.known(text, Dictionary(uniqueKeysWithValues: flows.map { ($0, $0) })).map { .flow($0) }
      }
    default:
      let known =
        texts.keys.sorted() + [
          "fill", "line", "picture", "word", "hotlines", "qr-lesson", "qr-edition", "outlet", "flow",
        ]
      record.report(
        .error, "unknown-value", at: kind.range, .unknownValue(kind.value), hint: .oneOf(known, near: kind.value))
      return nil
    }
  }
}

extension Record {
  /// A text for each language.
  fileprivate mutating func words() -> [String: String] {
    Dictionary(eachText().map { ($0.key.value, $0.text.value) }) { first, _ in first }
  }

  /// One of the values of an enum.
  fileprivate mutating func choice<Value: CaseIterable & RawRepresentable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    choice(key, Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) }))
  }

  fileprivate mutating func choice<Value>(_ key: String, _ values: [String: Value]) -> Value? {
    text(key).flatMap { known($0, values) }
  }

  /// What a text stands for; a text that is none of those allowed is reported.
  fileprivate mutating func known<Value>(_ text: Placed<String>, _ values: [String: Value]) -> Value? {
    if let value = values[text.value] { return value }
    report(
      .error, "unknown-value", at: text.range, .unknownValue(text.value),
      hint: .oneOf(values.keys.sorted(), near: text.value))
    return nil
  }

  /// A number times a unit; nil when the key is missing.
  fileprivate mutating func number(_ key: String, unit: Double) -> Double? {
    text(key).flatMap { number(in: $0) }.map { $0 * unit }
  }

  fileprivate mutating func requiredNumber(_ key: String) -> Double? {
    requiredText(key).flatMap { number(in: $0) }
  }

  /// So many numbers, which must be there.
  fileprivate mutating func numbers(_ key: String, count: Int, unit: Double) -> [Double]? {
    let texts = requiredTexts(key)
    let numbers = texts.compactMap { number(in: $0) }.map { $0 * unit }
    guard numbers.count == texts.count, let first = texts.first, let last = texts.last else { return nil }
    guard numbers.count == count else {
      report(
        .error, "wrong-count", at: first.range.lowerBound..<last.range.upperBound,
        Wording(zh: "“\(key)”要写\(count)个数", en: "`\(key)` wants \(count) numbers"),
        hint: Wording(
          zh: count == 4 ? "依次是左、上、宽、高。" : "依次是宽、高。",
          en: count == 4 ? "left, top, width, height." : "width, height."))
      return nil
    }
    return numbers
  }

  /// Any number of numbers; none when the key is missing.
  fileprivate mutating func numberList(_ key: String, unit: Double) -> [Double] {
    texts(key).compactMap { number(in: $0) }.map { $0 * unit }
  }

  private mutating func number(in text: Placed<String>) -> Double? {
    if let number = Double(text.value), number.isFinite, abs(number) < 100_000 { return number }
    report(
      .error, "wrong-type", at: text.range,
      Wording(zh: "“\(text.value)”不是数字", en: "“\(text.value)” is not a number"),
      hint: Wording(zh: "写半角数字，单位不写：毫米或磅。", en: "write plain digits without a unit: millimetres or points."))
    return nil
  }
}

extension Wording {
  fileprivate static func unknownValue(_ text: String) -> Wording {
    Wording(zh: "不认识“\(text)”", en: "“\(text)” is not known here")
  }

  fileprivate static func oneOf(_ values: [String], near text: String) -> Wording {
    if let nearest = Suggestion.nearest(to: text, among: values) { return .didYouMean(nearest) }
    return Wording(
      zh: "可以写：" + values.joined(separator: "、"), en: "known here: " + values.joined(separator: ", "))
  }
}
