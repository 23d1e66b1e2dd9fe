import Diagnostics
import Typesetting
import YAML

extension Format {
  /// The format in a file of `templates/print/`. Nil when something is missing or wrong, which is reported.
  /// - Parameter roles: those that the site's sections can have; any other one in a flow is reported, because nothing would
  ///   be printed for it. Nil when they are not known.
  static func reading(_ source: SourceFile, id: String, roles: [String]? = nil) -> Diagnosed<Format?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    let read = Record.reading(node, in: source) { record in format(&record, id: id, roles: roles) }
    diagnostics += read.diagnostics
    let isWrong = diagnostics.contains { $0.severity == .error }
    // What a refused box would have taken is not known.
    if isWrong { diagnostics.removeAll { $0.rule == unusedFlow } }
    return Diagnosed(isWrong ? nil : read.value ?? nil, diagnostics)
  }

  private static let unusedFlow = "unused-flow"

  private static func format(_ record: inout Record, id: String, roles: [String]?) -> Format? {
    let names = record.requiredMap("name") { $0.words() } ?? [:]
    let notes = record.requiredMap("note") { $0.words() } ?? [:]
    let order = record.integer("order")?.value ?? 100
    let isPicture = record.choice("output", ["pdf": false, "png": true]) ?? false
    let unit = isPicture ? 1 : Length.millimetre
    let languages = record.choice("languages", Languages.self) ?? .one
    let paper = paper(&record, isPicture: isPicture, unit: unit)
    let bleed = record.number("bleed", 0...20) ?? 3
    let safe = record.number("safe", 0...20) ?? (isPicture ? 0 : 5)
    let profiles = record.texts("profiles").compactMap { text in
      record.known(text, Dictionary(uniqueKeysWithValues: Layout.Profile.allCases.map { ($0.rawValue, $0) }))
    }
    let duplex =
      record.choice(
        "duplex",
        ["one-sided": Layout.Duplex.oneSided, "short-edge": .flipOnShortEdge, "long-edge": .flipOnLongEdge])
      ?? .oneSided
    let isLocal = record.flag("local")?.value ?? false
    // Of a sheet that was refused, its own parts are not refused as well.
    let sheet = paper?.sheet ?? Size(.infinity, .infinity)
    let cell = paper?.cell ?? Size(.infinity, .infinity)
    let sides = record.requiredMaps("sides") { side in
      Side(
        name: side.requiredText("name")?.value ?? "",
        folds: side.numberList("folds", 0...(sheet.width / unit)).map { $0 * unit },
        grows: side.flag("grows")?.value ?? false)
    }
    let body = record.requiredMap("type") { bodyType(&$0) } ?? nil
    let flows = record.map("flows") { flows in flows.eachMap { ($0, flow(&$1, roles: roles)) } } ?? []
    let known = Parts(sides: sides.map(\.name), flows: Set(flows.map(\.0.value)), cell: cell, unit: unit)
    let panels = record.requiredMaps("panels") { panel(&$0, known) }
    let boxes = panels.compactMap { $0 }.flatMap(\.boxes)
    for (name, _) in flows where !boxes.contains(where: { $0.content == .flow(name.value) }) {
      record.report(.warning, unusedFlow, at: name.range, .unusedFlow(name.value), hint: .flowBox(name.value))
    }
    guard let paper, let body else { return nil }
    return Format(
      id: id, names: names, notes: notes, order: order, product: isPicture ? .png : .pdf, languages: languages,
      sheet: paper.sheet, bleed: bleed * unit, safe: safe * unit, profiles: profiles.isEmpty ? [.office] : profiles,
      duplex: duplex, columns: paper.columns, rows: paper.rows, cell: paper.cell, isLocal: isLocal, sides: sides,
      body: body,
      flows: Dictionary(flows.compactMap { name, flow in flow.map { (name.value, $0) } }) { first, _ in first },
      panels: panels.compactMap { $0 })
  }

  /// A sheet of paper and how it is cut into copies.
  private struct Paper {
    var sheet: Size
    var columns: Int
    var rows: Int
    var cell: Size
  }

  /// What the parts of a format refer to.
  private struct Parts {
    var sides: [String]
    var flows: Set<String>
    /// The size of a copy, in which everything must stand.
    var cell: Size
    /// Points in a unit of length.
    var unit: Double
  }

  private static func paper(_ record: inout Record, isPicture: Bool, unit: Double) -> Paper? {
    let limits = isPicture ? 16...8192.0 : 10...2000.0
    let sheet = record.numbers("sheet", .widthAndHeight, limits)
    let copies = record.has("copies") ? record.numbers("copies", .columnsAndRows, 1...20) : Placed([1, 1], at: 0..<0)
    let cell = record.has("cell") ? record.numbers("cell", .widthAndHeight, 5...limits.upperBound) : nil
    guard let sheet, let copies else { return nil }
    guard copies.value.allSatisfy({ $0 == $0.rounded() }) else {
      record.report(.error, "wrong-type", at: copies.range, .wholeCopies)
      return nil
    }
    let size = cell?.value ?? zip(sheet.value, copies.value).map { $0 / $1 }
    guard zip(zip(size, copies.value), sheet.value).allSatisfy({ $0.0 * $0.1 <= $1 + tolerance }) else {
      record.report(.error, "outside-sheet", at: cell?.range ?? copies.range, .largeCopies)
      return nil
    }
    return Paper(
      sheet: Size(sheet.value[0] * unit, sheet.value[1] * unit), columns: Int(copies.value[0]),
      rows: Int(copies.value[1]), cell: Size(size[0] * unit, size[1] * unit))
  }

  /// Units of length by which rounding may be off.
  private static let tolerance = 0.01

  private static func bodyType(_ record: inout Record) -> BodyType? {
    let size = record.requiredNumber("size", sizes)
    let least = record.number("least", sizes.lowerBound...(size ?? sizes.upperBound))
    let leading = record.requiredMap("leading") { leading -> [String: Double] in
      let pairs = leading.keys.compactMap { key in
        leading.requiredNumber(key.value, leadings).map { (key.value, $0) }
      }
      if leading.keys.isEmpty { leading.report(.error, "missing-key", at: leading.heading, .noLeading) }
      return Dictionary(pairs) { first, _ in first }
    }
    let gap = record.number("gap", 0...4) ?? 0.5
    let heading = record.number("heading", 0.5...4) ?? 1.3
    guard let size, let leading else { return nil }
    return BodyType(size: size, least: least ?? size, leading: leading, gap: gap, heading: heading)
  }

  /// Sizes of type, in points.
  private static let sizes = 2...1000.0
  /// Distances of lines, in sizes.
  private static let leadings = 0.8...4.0

  private static func flow(_ record: inout Record, roles known: [String]?) -> Flow? {
    let roles = record.texts("roles")
    if let known = known.map({ $0 + ["other"] }) {
      for role in roles where !known.contains(role.value) { record.reportUnknown(role, among: known, .warning) }
    }
    let hasHeadings = record.flag("headings")?.value ?? true
    let kinds = Dictionary(uniqueKeysWithValues: BlockKind.allCases.map { ($0.rawValue, $0) })
    let omitted = record.texts("omit").compactMap { record.known($0, kinds) }
    let items = record.integer("items", 1...100)
    let brief = record.choice("brief", Brief.self) ?? .never
    let questions = record.text("questions")?.value
    let key = record.texts("key").map(\.value)
    if let questions { return .questions(version: questions) }
    if !key.isEmpty { return .key(versions: key) }
    return .sections(
      Selection(
        roles: roles.map(\.value), hasHeadings: hasHeadings, omitted: Set(omitted), items: items, brief: brief))
  }

  private static func panel(_ record: inout Record, _ parts: Parts) -> Panel? {
    let names = record.requiredMap("name") { $0.words() } ?? [:]
    let side = record.requiredText("side").flatMap { text in
      record.known(text, Dictionary(parts.sides.enumerated().map { ($1, $0) }) { first, _ in first })
    }
    let area = record.numbers("at", .place, lengths).flatMap { place -> Rect? in
      let area = rect(place.value, from: Point(0, 0), parts)
      return isInside(area, parts, &record, at: place.range) ? area : nil
    }
    let inset = record.has("inset") ? record.numbers("inset", .margins, 0...lengths.upperBound)?.value : nil
    let language = record.choice("language", ["first": 0, "second": 1]) ?? 0
    let frame = area.map { area in
      let inset = (inset ?? [0, 0, 0, 0]).map { $0 * parts.unit }
      return (
        panel: area,
        inner: Rect(
          area.x + inset[0], area.y + inset[1], area.width - inset[0] - inset[2], area.height - inset[1] - inset[3])
      )
    }
    let boxes = record.requiredMaps("boxes") { box(&$0, in: frame, parts) }
    guard let area, let side else { return nil }
    return Panel(names: names, side: side, area: area, language: language, boxes: boxes.compactMap { $0 })
  }

  /// Lengths on paper, in millimetres or pixels.
  private static let lengths = -10_000...10_000.0

  private static func rect(_ place: [Double], from corner: Point, _ parts: Parts) -> Rect {
    let place = place.map { $0 * parts.unit }
    return Rect(corner.x + place[0], corner.y + place[1], place[2], place[3])
  }

  /// Whether an area has a size and stands in the finished sheet; what does not is reported.
  private static func isInside(_ area: Rect, _ parts: Parts, _ record: inout Record, at range: Range<Int>) -> Bool {
    let tolerance = tolerance * parts.unit
    guard area.width > 0, area.height > 0 else {
      record.report(.error, "out-of-range", at: range, .withoutSize)
      return false
    }
    guard area.x >= -tolerance, area.y >= -tolerance, area.right <= parts.cell.width + tolerance,
      area.bottom <= parts.cell.height + tolerance
    else {
      record.report(.error, "outside-sheet", at: range, .outside, hint: .inside)
      return false
    }
    return true
  }

  /// - Parameter frame: the panel and what its margins leave of it; nil when the panel was refused.
  private static func box(
    _ record: inout Record, in frame: (panel: Rect, inner: Rect)?, _ parts: Parts
  ) -> Box? {
    let kind = record.requiredText("is")
    let place = record.has("at") ? record.numbers("at", .place, lengths) : Placed([], at: record.heading)
    let area = place.flatMap { place -> Rect? in
      guard let frame else { return nil }
      let area = place.value.isEmpty ? frame.inner : rect(place.value, from: Point(frame.panel.x, frame.panel.y), parts)
      return isInside(area, parts, &record, at: place.range) ? area : nil
    }
    let audience = record.choice("in", Audience.self) ?? .all
    let content = kind.flatMap { Self.content(of: $0, &record, parts) }
    let size = record.number("size", sizes)
    let type = BoxType(
      size: size, least: record.number("least", sizes.lowerBound...(size ?? sizes.upperBound)) ?? size,
      isBold: record.flag("bold")?.value ?? false,
      colour: record.choice("colour", ColourName.self) ?? .ink,
      alignment: record.choice("align", Alignment.self) ?? .left,
      vertical: record.choice("valign", VerticalAlignment.self) ?? .top,
      leading: record.number("leading", leadings), level: record.integer("heading", 0...6))
    guard let content, let area else { return nil }
    return Box(content: content, area: area, type: type, audience: audience)
  }

  private static func content(of kind: Placed<String>, _ record: inout Record, _ parts: Parts) -> BoxContent? {
    let texts: [String: TextSource] = [
      "title": .title, "summary": .summary, "topic": .topic, "slogan": .slogan, "site": .site,
      "organiser": .organiser, "sources": .sources, "dates": .dates, "identity": .identity, "address": .address,
    ]
    if let text = texts[kind.value] { return .text(text) }
    switch kind.value {
    case "fill": return .fill(corner: (record.number("corner", 0...lengths.upperBound) ?? 0) * parts.unit)
    case "line": return .line
    case "picture": return .picture
    case "word": return record.requiredText("word").map { .text(.word($0.value)) }
    case "hotlines":
      let isBrief = record.flag("brief")?.value ?? false
      return .hotlines(
        HotlineList(
          columns: record.integer("columns", 1...6) ?? 1, isBrief: isBrief, count: record.integer("count", 1...50),
          number: record.number("number", 0.5...4) ?? (isBrief ? 1.25 : 1.55)))
    case CodeTarget.lesson.rawValue: return .code(.lesson)
    case CodeTarget.edition.rawValue: return .code(.edition)
    case "outlet": return .outlet
    case "flow":
      return record.requiredText("flow").flatMap { text in
        record.known(text, Dictionary(uniqueKeysWithValues: parts.flows.map { ($0, $0) })).map { .flow($0) }
      }
    default:
      let others = ["fill", "line", "picture", "word", "hotlines", "qr-lesson", "qr-edition", "outlet", "flow"]
      record.reportUnknown(kind, among: texts.keys.sorted() + others)
      return nil
    }
  }
}

extension Wording {
  fileprivate static let wholeCopies = Wording(zh: "份数要写整数", en: "copies are counted in whole numbers")

  fileprivate static let largeCopies = Wording(
    zh: "这么多份，一张纸放不下", en: "so many copies do not fit the sheet")

  fileprivate static let noLeading = Wording(
    zh: "每种语言的行距都要写，例如{zh: 1.6, en: 1.4}", en: "the distance of lines is missing, such as {zh: 1.6, en: 1.4}")

  fileprivate static func unusedFlow(_ name: String) -> Wording {
    Wording(zh: "没有一个框放“\(name)”，这些文字印不出来", en: "no box takes the flow `\(name)`: its text is not printed")
  }

  fileprivate static func flowBox(_ name: String) -> Wording {
    Wording(
      zh: "在面板里加一个框：{is: flow, flow: \(name), at: […]}；不要这些文字，就删掉这一行。",
      en: "add a box to a panel: {is: flow, flow: \(name), at: […]}; or take this line out.")
  }

  fileprivate static let withoutSize = Wording(zh: "宽和高都要大于0", en: "width and height must be more than 0")

  fileprivate static let outside = Wording(zh: "有一部分在纸外面", en: "a part of it is outside the sheet")

  fileprivate static let inside = Wording(
    zh: "面板从纸的左上角量起，里面的框从面板的左上角量起。",
    en: "a panel is measured from the sheet’s top left corner, a box from its panel’s.")
}
