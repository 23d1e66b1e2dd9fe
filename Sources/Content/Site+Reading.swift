package import Diagnostics
import YAML

extension Site {
  /// The site described by `site.yaml`. Nil when it says too little to go on; the reason was then reported.
  /// - Parameter baseURL: takes the place of the address in the file.
  package static func reading(_ source: SourceFile, baseURL: String? = nil) -> Diagnosed<Site?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    if case .null = node.value { return Diagnosed(nil, diagnostics + [.emptySite(at: source.place)]) }
    let read = Record.reading(node, in: source) { record -> Site? in site(&record, baseURL: baseURL) }
    return Diagnosed(read.value ?? nil, diagnostics + read.diagnostics)
  }

  private static func site(_ record: inout Record, baseURL: String?) -> Site? {
    let languages = record.requiredMap("languages") { $0.eachMap(language) }?.compactMap { $0 } ?? []
    let title = record.requiredMap("title") { $0.translated(languages, isComplete: true) } ?? nil
    let description = record.requiredMap("description") { $0.translated(languages, isComplete: true) } ?? nil
    let organiser = record.requiredMap("organiser") { $0.translated(languages, isComplete: true) } ?? nil
    let base = record.requiredText("baseURL")
    if let base, !isAddress(base.value) { record.report(.badBaseURL, at: base.range) }
    let topics = record.map("topics") { $0.eachMap { topic($0, &$1, languages) } }?.compactMap { $0 } ?? []
    let audiences = record.map("audiences") { $0.eachMap { audience($0, &$1, languages) } }?.compactMap { $0 } ?? []
    let roles =
      record.map("roles") {
        $0.eachMap { key, headings in
          RoleHeadings(
            role: Role(id: key.value),
            headings: Dictionary(
              languages.map { ($0.code, headings.texts($0.code).map(\.value)) }, uniquingKeysWith: { first, _ in first }
            ))
        }
      } ?? []
    let kinds =
      record.map("kinds") { kinds in
        PageKind.allCases.map { kind in (kind, requiredRoles(kinds.texts(kind.rawValue), of: roles, &kinds)) }
      } ?? []
    let hotlines = record.texts("hotlines")
    let menu = record.texts("menu")
    let picture = record.map("picture") { illustration(&$0, languages) } ?? nil
    let guardrails = record.map("checks") { Guardrails.reading(&$0) } ?? Guardrails()
    let pictures = topics.compactMap(\.file) + (picture.map { [$0.file] } ?? [])
    guard !languages.isEmpty, let title, let description, let organiser, let base else { return nil }
    let address = baseURL ?? base.value
    return Site(
      title: title, description: description, organiser: organiser,
      baseURL: address.hasSuffix("/") ? address : address + "/", languages: languages,
      topics: topics.map(\.topic), audiences: audiences, roles: roles,
      requiredRoles: Dictionary(uniqueKeysWithValues: kinds), hotlines: hotlines.map(\.value), menu: menu.map(\.value),
      picture: picture?.illustration, guardrails: guardrails,
      references: SiteReferences(file: record.source, hotlines: hotlines, menu: menu, pictures: pictures))
  }

  private static func language(_ key: Placed<String>, _ record: inout Record) -> Language? {
    let name = record.requiredText("name")
    let tag = record.requiredText("tag")
    let locale = record.text("locale")
    guard Slug.isValid(key.value) else {
      record.report(.badName(key.value), at: key.range)
      return nil
    }
    // With a stand-in for what is missing, which was reported, its texts elsewhere are not reported as well.
    let code = key.value
    return Language(
      code: code, name: name?.value ?? code, tag: tag?.value ?? code,
      locale: locale?.value ?? String((tag?.value ?? code).map { $0 == "-" ? "_" : $0 }))
  }

  private static func topic(_ key: Placed<String>, _ record: inout Record, _ languages: [Language]) -> (
    topic: Topic, file: Placed<String>?
  )? {
    let accent = record.requiredText("accent")
    let picture = record.map("picture") { illustration(&$0, languages) } ?? nil
    var names: [String: String] = [:]
    var summaries: [String: String] = [:]
    for language in languages {
      let pair = record.requiredMap(language.code) {
        ($0.requiredText("name")?.value, $0.requiredText("summary")?.value)
      }
      names[language.code] = pair?.0
      summaries[language.code] = pair?.1
    }
    guard Slug.isValid(key.value) else {
      record.report(.badName(key.value), at: key.range)
      return nil
    }
    guard let accent, let source = languages.first?.code, names[source] != nil, summaries[source] != nil else {
      return nil
    }
    guard Slug.isValid(accent.value) else {
      record.report(.badName(accent.value), at: accent.range)
      return nil
    }
    let topic = Topic(
      id: key.value, name: Translated(texts: names, source: source),
      summary: Translated(texts: summaries, source: source), accent: accent.value,
      picture: picture?.illustration)
    return (topic, picture?.file)
  }

  private static func illustration(
    _ record: inout Record, _ languages: [Language]
  ) -> (illustration: Illustration, file: Placed<String>)? {
    let file = record.requiredText("file")
    let alt = record.translated(languages, isComplete: true)
    guard let file, let alt else { return nil }
    return (Illustration(path: "content/" + file.value, alt: alt), file)
  }

  private static func audience(_ key: Placed<String>, _ record: inout Record, _ languages: [Language]) -> Audience? {
    var names: [String: String] = [:]
    for language in languages {
      names[language.code] = record.requiredMap(language.code) { $0.requiredText("name")?.value } ?? nil
    }
    guard Slug.isValid(key.value) else {
      record.report(.badName(key.value), at: key.range)
      return nil
    }
    guard let source = languages.first?.code, names[source] != nil else { return nil }
    return Audience(id: key.value, name: Translated(texts: names, source: source))
  }

  private static func requiredRoles(
    _ ids: [Placed<String>], of roles: [RoleHeadings], _ record: inout Record
  ) -> [Role] {
    ids.compactMap { id in
      if let known = roles.first(where: { $0.role.id == id.value }) { return known.role }
      record.report(
        .unknownRole(id.value, like: Suggestion.nearest(to: id.value, among: roles.map(\.role.id))), at: id.range)
      return nil
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return !rest.isEmpty && rest.first != "/"
        && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
        && !rest.contains("?") && !rest.contains("#")
    }
    return false
  }

  /// Whether a text may stand in place of `baseURL`: an absolute http or https address without a query.
  package static func isBaseURL(_ text: String) -> Bool { isAddress(text) }
}

extension Record {
  /// A text for each language; the first must be there, and all of them where `isComplete` is wanted.
  mutating func translated(_ languages: [Language], isComplete: Bool = false) -> Translated? {
    var texts: [String: String] = [:]
    for (number, language) in languages.enumerated() {
      texts[language.code] = (number == 0 || isComplete ? requiredText(language.code) : text(language.code))?.value
    }
    guard let source = languages.first?.code, texts[source] != nil else { return nil }
    return Translated(texts: texts, source: source)
  }

  /// Reports a finding whose wording stands with its kind.
  mutating func report(_ finding: Finding, at range: Range<Int>) {
    report(.error, finding.rule, at: range, finding.message, hint: finding.hint)
  }
}

/// What can be wrong with a value of a record, with its words.
struct Finding {
  let rule: String
  let message: Wording
  let hint: Wording
}

extension Finding {
  static func badChoice(_ text: String, among known: [String]) -> Finding {
    Finding(
      rule: "unknown-value", message: Wording(zh: "不认识“\(text)”", en: "“\(text)” is not known here"),
      hint: Suggestion.nearest(to: text, among: known).map { .didYouMean($0) }
        ?? Wording(zh: "可以写：" + known.joined(separator: "、"), en: "known here: " + known.joined(separator: ", ")))
  }

  fileprivate static let badBaseURL = Finding(
    rule: "bad-base-url", message: Wording(zh: "网址要以https://开头", en: "this address must begin with https://"),
    hint: Wording(zh: "例如https://classroom.example.org/。", en: "such as https://classroom.example.org/."))

  fileprivate static func badName(_ name: String) -> Finding {
    Finding(
      rule: "bad-name", message: Wording(zh: "“\(name)”不能用在网址里", en: "“\(name)” cannot be part of an address"),
      hint: Wording(
        zh: "只用小写英文字母、数字和连字符，例如high-yield。", en: "use lower-case ASCII letters, digits and hyphens, as in high-yield."))
  }

  fileprivate static func unknownRole(_ name: String, like: String?) -> Finding {
    Finding(
      rule: "unknown-role", message: Wording(zh: "roles里没有“\(name)”", en: "there is no “\(name)” among the roles"),
      hint: like.map { .didYouMean($0) }
        ?? Wording(zh: "先在roles里写上它和它的标题。", en: "add it to `roles` with its headings first."))
  }
}

extension Diagnostic {
  fileprivate static func emptySite(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-file", at: place, Wording(zh: "site.yaml是空的", en: "site.yaml is empty"),
      hint: Wording(zh: "从示例复制一份再改。", en: "copy the example's and change it."))
  }
}
