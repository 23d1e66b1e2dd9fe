package import Diagnostics
import Markdown

extension Page {
  /// The page in a file. Nil when its front matter says too little to go on; everything else that was not understood is
  /// reported and left out.
  package static func reading(_ source: SourceFile, at address: PageAddress, of site: Site) -> Diagnosed<Page?> {
    var diagnostics: [Diagnostic] = []
    guard let language = site.language(address.language) else { return Diagnosed(nil) }
    if source.bytes.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }) {
      return Diagnosed(nil, [.emptyFile(at: source.place)])
    }
    let document = Document.parsing(source).value(reportingTo: &diagnostics)
    let frontMatter = FrontMatter.reading(document, kind: address.kind, isSource: language == site.source)
      .value(reportingTo: &diagnostics)
    let outline = Outline(
      of: document, roles: address.kind.isTaught ? site.roles : [], language: language,
      needsRoles: site.requiredRoles[address.kind]?.isEmpty == false)
    diagnostics += outline.diagnostics
    var quiz: Quiz?
    if let section = outline.sections.first(where: { $0.role == .quiz }) {
      let known = Set(diagnostics.filter { $0.rule == "malformed-check-box" }.map(\.place.range?.lowerBound.line))
      let read = Quiz.reading(section, of: document)
      quiz = read.value
      // Of an option whose box is odd Markdown only knows that it is odd.
      let lines = known.intersection(read.diagnostics.map(\.place.range?.lowerBound.line))
      diagnostics.removeAll {
        $0.rule == "malformed-check-box" && lines.contains($0.place.range?.lowerBound.line)
      }
      diagnostics += read.diagnostics
    }
    guard let frontMatter else { return Diagnosed(nil, diagnostics) }
    if document.nodes.count == 1, !frontMatter.isDraft {
      // A text that Markdown gave up, and said so, only looks empty.
      let isTold = diagnostics.contains { $0.severity == .error }
      return Diagnosed(nil, diagnostics + (isTold ? [] : [.emptyText(at: source.place)]))
    }
    let tree =
      address.kind == .selfcheck
      ? DecisionTree.reading(outline.sections, of: document, outline.headingIDs).value(reportingTo: &diagnostics) : nil
    let page = Page(at: address, language, frontMatter, document, outline, quiz: quiz, tree: tree)
    return Diagnosed(page, diagnostics)
  }
}

/// The headings of a document and what stands between them.
struct Outline {
  /// The nodes before the first section.
  private(set) var introduction: Range<Int>
  private(set) var sections: [Section] = []
  /// The ids of all headings by their nodes.
  private(set) var headingIDs: [Int: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(of document: Document, roles: [RoleHeadings], language: Language, needsRoles: Bool) {
    var ids = HeadingIDs()
    let blocks = Array(document.children(of: 0))
    var starts: [(heading: Int, role: Role?)] = []
    introduction = 1..<document.nodes.count
    var rolesSeen: [Role: Int] = [:]
    // Roles take their ids first, so that a heading of the same name cannot take `#signs` from the section that owns it.
    for block in blocks {
      guard case .heading(2, let id) = document.nodes[block].kind else { continue }
      let text = document.plainText(of: block)
      let role = roles.first { $0.headings[language.code]?.contains(text) == true }?.role
      if let role, let first = rolesSeen[role] {
        diagnostics.append(
          .repeatedRole(text, at: document.place(of: block), first: document.place(of: first)))
      }
      if let role, rolesSeen[role] == nil {
        rolesSeen[role] = block
        headingIDs[block] = ids.id(wanted: role.id, text: text)
      } else if needsRoles, role == nil, id == nil, diagnostics.count < Self.limit,
        let like = Self.likeness(of: text, among: roles, in: language)
      {
        diagnostics.append(.unknownHeading(text, like: like, at: document.place(of: block)))
      }
      starts.append((block, role))
    }
    for index in document.nodes.indices {
      guard case .heading(let level, let id) = document.nodes[index].kind, headingIDs[index] == nil else { continue }
      let wanted = id.map { document.string($0) }
      let given = ids.id(wanted: wanted, text: document.plainText(of: index))
      headingIDs[index] = given
      if let wanted, wanted != given, diagnostics.count < Self.limit {
        diagnostics.append(.repeatedID(wanted, at: document.place(of: index)))
      }
      if level == 1, diagnostics.count < Self.limit { diagnostics.append(.topHeading(at: document.place(of: index))) }
    }
    guard let first = starts.first else { return }
    introduction = 1..<first.heading
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].heading : document.nodes.count
      sections.append(
        Section(
          role: start.role, heading: start.heading, id: headingIDs[start.heading] ?? "section",
          blocks: document.nodes[start.heading].end..<end))
    }
  }

  /// How many remarks on headings one page gets.
  private static let limit = 20

  private static func likeness(of text: String, among roles: [RoleHeadings], in language: Language) -> String? {
    Suggestion.nearest(to: text, among: roles.flatMap { $0.headings[language.code] ?? [] })
  }
}

extension Diagnostic {
  fileprivate static func emptyFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-file", at: place, Wording(zh: "文件是空的", en: "this file is empty"),
      hint: Wording(
        zh: "写上内容，或者删掉这个文件。开头要有两行“---”，中间写title等。",
        en:
          "write the page, or delete the file. It begins with two lines of “---”, with its title and the like between them."
      ))
  }

  fileprivate static func emptyText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-text", at: place,
      Wording(zh: "这个文件只有标题等信息，没有正文", en: "this file has a title and the like, but no text"),
      hint: Wording(
        zh: "在第二行“---”下面写正文；还没写好，就加上“draft: true”，或者先删掉这个文件。",
        en: "write the text below the second “---”; if it is not ready, add “draft: true” or delete the file for now."))
  }

  fileprivate static func repeatedRole(_ heading: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-section", at: place,
      Wording(
        zh: "“\(heading)”这一节出现了两次，宣传单等只用第一节",
        en: "a second section “\(heading)”: leaflets and other editions use only the first"),
      hint: Wording(zh: "把两节合成一节，或者改掉其中一个标题。", en: "join the two, or give one of them another heading."),
      notes: [.init(Wording(zh: "第一节在这里", en: "the first is here"), at: first)])
  }

  fileprivate static func unknownHeading(_ heading: String, like: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-heading", at: place,
      Wording(
        zh: "“\(heading)”不是约定的小节标题，宣传单等只能把它放在最后",
        en: "“\(heading)” is not one of the agreed section headings, so leaflets do not know where it belongs"),
      hint: .didYouMean(like))
  }

  fileprivate static func repeatedID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-id", at: place,
      Wording(
        zh: "“{#\(id)}”这个名字前面用过了，链接到不了这里", en: "the name “{#\(id)}” was given before, so no link leads here"),
      hint: Wording(zh: "给其中一个标题换个名字。", en: "give one of the two headings another."))
  }

  fileprivate static func topHeading(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "top-heading", at: place,
      Wording(
        zh: "正文里不用一级标题，页面标题来自title", en: "the text needs no level-1 heading: the page's title comes from `title`"),
      hint: Wording(zh: "删掉它，或者改成“## ”。", en: "delete it, or write it with “## ”."))
  }
}
