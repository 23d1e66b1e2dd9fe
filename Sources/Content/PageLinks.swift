import Diagnostics
import Markdown

/// What is to be said about a page's links, pictures and fact names.
struct PageLinks {
  private let page: Page
  private let library: Library
  /// The day as of which facts expire.
  private let today: CalendarDate
  /// One diagnostic for each that leads nowhere, in order of reading.
  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  /// How many remarks of one rule a page gets: a place costs time in proportion to its line.
  private static let limit = 20

  init(_ page: Page, in library: Library, today: CalendarDate) {
    self.page = page
    self.library = library
    self.today = today
    for (index, node) in page.document.nodes.enumerated() {
      switch node.kind {
      case .link(let destination, _, _): readLink(index, to: page.document.string(destination))
      case .image(let destination, _): readImage(index, of: page.document.string(destination))
      case .fact(let name): readFact(index, named: page.document.string(name))
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong:
        break
      }
    }
  }

  private mutating func readLink(_ node: Int, to address: String) {
    switch library.resolution(of: address, in: page) {
    case .problem(.missing) where page.document.plainText(of: node).hasPrefix("^"):
      // A footnote, which CommonMark takes for a link; Markdown has said so.
      break
    case .problem(let problem): report(problem, address, node)
    case .target(.page(let target, _)) where isOtherLanguage(target):
      let language = page.language
      report("link-to-other-language", node) { .otherLanguage(language, at: $0) }
    case .target, .reported: break
    }
  }

  private mutating func readImage(_ node: Int, of address: String) {
    if page.document.plainText(of: node).allSatisfy(\.isWhitespace) {
      report("missing-alt-text", node) { .missingAltText(at: $0) }
    }
    switch library.resolution(of: address, in: page) {
    case .target(.picture), .reported: break
    case .target(.elsewhere): report("picture-elsewhere", node) { .pictureElsewhere(at: $0) }
    case .target(.page), .problem(.missing): report("not-a-picture", node) { .pictureOfPage(address, at: $0) }
    case .problem(let problem): report(problem, address, node)
    }
  }

  private mutating func readFact(_ node: Int, named name: String) {
    let (library, language) = (library, page.language)
    guard let fact = library.facts[name] else {
      guard !library.facts.wasReported(name) else { return }
      report("unknown-fact", node) {
        .unknownFact(name, like: Suggestion.nearest(to: name, among: library.facts.all.map(\.id)), at: $0)
      }
      return
    }
    if !fact.value.has(language) {
      report("fact-without-translation", node) { .factWithoutTranslation(name, language, at: $0) }
    }
    if let expires = fact.expires, expires <= today {
      report("expired-fact", node) { .expiredFact(name, on: expires, at: $0) }
    }
  }

  private mutating func report(_ problem: LinkProblem, _ address: String, _ node: Int) {
    let (library, page) = (library, page)
    report(problem.rule, node) { .link(problem, address, in: page, of: library, at: $0) }
  }

  /// Adds a remark, unless the page has had enough of its rule; the last one says that there are more.
  private mutating func report(_ rule: String, _ node: Int, _ diagnostic: (Place) -> Diagnostic) {
    let count = counts[rule, default: 0] + 1
    counts[rule] = count
    guard count <= Self.limit + 1 else { return }
    let remark = diagnostic(page.document.place(of: node))
    diagnostics.append(count <= Self.limit ? remark : .more(like: remark))
  }

  /// A link to another language's file of a page that has one in this language.
  private func isOtherLanguage(_ target: PageAddress) -> Bool {
    target.language != page.language.code && (target.kind, target.slug) != (page.kind, page.slug)
      && library.bundle(target.kind, target.slug)?.page(in: page.language) != nil
  }
}

extension Diagnostic {
  fileprivate static func more(like diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.severity, diagnostic.rule, at: diagnostic.place,
      Wording(zh: "从这里起，这个文件里同样的问题不再一一列出", en: "from here on, more of the same in this file are not listed"))
  }

  fileprivate static func link(
    _ problem: LinkProblem, _ address: String, in page: Page, of library: Library, at place: Place
  ) -> Diagnostic {
    let shown = address.count > 60 ? address.prefix(59) + "…" : address[...]
    switch problem {
    case .empty:
      return Diagnostic(
        .error, problem.rule, at: place, Wording(zh: "圆括号里没有写地址", en: "the address in the round brackets is missing"),
        hint: Wording(
          zh: "写上文件名或者网址；不需要链接，就去掉方括号和圆括号。",
          en: "write a file name or an address there; if no link is meant, take the brackets out."))
    case .unpublished:
      return Diagnostic(
        .warning, problem.rule, at: place,
        Wording(zh: "“\(shown)”没有发布，这个链接点不开", en: "“\(shown)” is not published, so this link leads nowhere"),
        hint: Wording(
          zh: "它是草稿、没有签字、已过期，或者有错误。先发布它，或者去掉链接。",
          en: "it is a draft, is not signed, has expired or has errors. Publish it first, or take the link out."))
    case .unsafe(let scheme):
      return Diagnostic(
        .error, problem.rule, at: place,
        Wording(zh: "“\(scheme):”链接不安全，不能发布", en: "a “\(scheme):” link is not safe and cannot be published"),
        hint: Wording(
          zh: "只能用https:、http:、mailto:、tel:，或者站内的相对链接。",
          en: "use https:, http:, mailto: or tel:, or a relative link within the site."))
    case .absolute:
      return Diagnostic(
        .error, problem.rule, at: place,
        Wording(zh: "“\(shown)”以斜杠开头，换个地址就会失效", en: "“\(shown)” begins with a slash and breaks when the site moves"),
        hint: Wording(
          zh: "写相对于本文件的路径，例如“../fake-police/zh.md”。",
          en: "write the path from this file, such as “../fake-police/en.md”."))
    case .outside:
      return Diagnostic(
        .error, problem.rule, at: place,
        Wording(zh: "“\(shown)”指到content文件夹外面去了", en: "“\(shown)” leads out of the content folder"),
        hint: Wording(
          zh: "把要用的文件放进content里；检查“../”是不是多写了。",
          en: "put the file inside content, and check whether there is a “../” too many."))
    case .missing(let path):
      let like = library.nearestPath(to: path, from: page)
      return Diagnostic(
        .error, problem.rule, at: place, Wording(zh: "找不到“\(shown)”", en: "“\(shown)” is not there"),
        hint: like.map { .didYouMean($0) }
          ?? (address.contains(".md")
            ? Wording(
              zh: "看看文件夹和文件的名字；“../”是往上一层，例如“../fake-police/zh.md”。",
              en: "look at the names of the folder and the file; “../” is one folder up, as in “../fake-police/en.md”.")
            : Wording(
              zh: "站内链接要写到Markdown文件，例如“../fake-police/zh.md”。",
              en: "links within the site lead to a Markdown file, such as “../fake-police/en.md”.")))
    case .missingPicture(let path):
      let like = library.nearestPath(to: path, from: page)
      return Diagnostic(
        .error, problem.rule, at: place, Wording(zh: "找不到图片“\(shown)”", en: "the picture “\(shown)” is not there"),
        hint: like.map { .didYouMean($0) }
          ?? Wording(
            zh: "把图片放进这一课的文件夹，只写文件名。", en: "put the picture into this page's folder and write only its file name."))
    case .missingFragment(let fragment, let target):
      let ids = target.headingIDs.sorted { $0.key < $1.key }.map(\.value)
      let known = ids.prefix(12).map { "#" + $0 }
      let like = Suggestion.nearest(to: fragment, among: ids).map { "#" + $0 }
      return Diagnostic(
        .error, problem.rule, at: place,
        Wording(zh: "那一页里没有“#\(fragment)”这一处", en: "that page has no heading “#\(fragment)”"),
        hint: like.map { .didYouMean($0) }
          ?? (ids.isEmpty
            ? Wording(zh: "那一页没有小标题，去掉“#”和后面的字。", en: "it has no headings: leave out the “#” and what follows.")
            : Wording(
              zh: "那一页有：\(known.joined(separator: "、"))\(ids.count > 12 ? "等" : "")。",
              en: "it has: \(known.joined(separator: ", "))\(ids.count > 12 ? " and more" : "").")))
    }
  }

  fileprivate static func otherLanguage(_ language: Language, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "link-to-other-language", at: place,
      Wording(
        zh: "这个链接会把\(language.name)读者带到另一种语言的页面",
        en: "this link takes readers of \(language.name) to a page in another language"),
      hint: Wording(zh: "改成“\(language.code).md”。", en: "change it to “\(language.code).md”."))
  }

  fileprivate static func missingAltText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-alt-text", at: place, Wording(zh: "图片没有文字说明", en: "this picture has no text alternative"),
      hint: Wording(
        zh: "在方括号里写一句话，让看不见图的人也知道画的是什么：![一位老人在接电话](图.png)。",
        en: "say in the brackets what it shows, for those who cannot see it: ![An old man on the phone](picture.png)."))
  }

  fileprivate static func pictureElsewhere(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "picture-elsewhere", at: place,
      Wording(
        zh: "图片在别的网站上，发布的页面不能从外面取东西",
        en: "this picture lies on another site; published pages load nothing from elsewhere"),
      hint: Wording(
        zh: "把图片存到这一课的文件夹里，只写文件名。先确认可以使用它。",
        en: "save the picture in this page's folder and write only its file name, if you may use it."))
  }

  fileprivate static func pictureOfPage(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "not-a-picture", at: place, Wording(zh: "“\(address)”不是图片", en: "“\(address)” is not a picture"),
      hint: Wording(
        zh: "图片用PNG、JPG或SVG；要链接到页面，去掉前面的感叹号。",
        en: "pictures are PNG, JPG or SVG; for a link to a page, leave out the exclamation mark."))
  }

  fileprivate static func unknownFact(_ name: String, like: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-fact", at: place,
      Wording(zh: "facts.yaml里没有“\(name)”", en: "facts.yaml has no fact “\(name)”"),
      hint: like.map { .didYouMean("{{\($0)}}") }
        ?? Wording(zh: "先在facts.yaml里登记它。", en: "register it in facts.yaml first."))
  }

  fileprivate static func factWithoutTranslation(_ name: String, _ language: Language, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "fact-without-translation", at: place,
      Wording(
        zh: "“\(name)”在facts.yaml里没有\(language.name)的写法", en: "facts.yaml has no \(language.name) wording for “\(name)”"
      ),
      hint: Wording(zh: "在facts.yaml里给它加上“\(language.code): …”。", en: "add “\(language.code): …” to it in facts.yaml."))
  }
}
