import Diagnostics
import Markdown

/// What is to be said about a page's links, pictures and fact names.
struct PageLinks {
  let page: Page
  let library: Library
  /// The day as of which facts expire.
  let today: CalendarDate

  /// One diagnostic for each that leads nowhere.
  var diagnostics: [Diagnostic] {
    let document = page.document
    var diagnostics: [Diagnostic] = []
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .link(let destination, _, _):
        let address = document.string(destination)
        switch library.resolution(of: address, in: page) {
        case .problem(.missing) where document.plainText(of: index).hasPrefix("^"):
          // A footnote, which CommonMark takes for a link; Markdown has said so.
          break
        case .problem(let problem):
          if let remark = Diagnostic.link(problem, address, at: document.place(of: index)) {
            diagnostics.append(remark)
          }
        case .target(.page(let target, _)) where isOtherLanguage(target):
          diagnostics.append(.otherLanguage(address, page.language, at: document.place(of: index)))
        case .target: break
        }
      case .image(let destination, _):
        let address = document.string(destination)
        if document.plainText(of: index).allSatisfy(\.isWhitespace) {
          diagnostics.append(.missingAltText(at: document.place(of: index)))
        }
        switch library.resolution(of: address, in: page) {
        case .target(.picture): break
        case .target(.elsewhere): diagnostics.append(.pictureElsewhere(address, at: document.place(of: index)))
        case .target(.page), .problem(.missing):
          diagnostics.append(.pictureOfPage(address, at: document.place(of: index)))
        case .problem(let problem):
          if let remark = Diagnostic.link(problem, address, at: document.place(of: index)) {
            diagnostics.append(remark)
          }
        }
      case .fact(let text):
        let name = document.string(text)
        if let fact = library.facts[name] {
          if !fact.value.has(page.language) {
            diagnostics.append(.factWithoutTranslation(name, page.language, at: document.place(of: index)))
          }
          if let expires = fact.expires, expires <= today {
            diagnostics.append(.expiredFact(name, on: expires, at: document.place(of: index)))
          }
        } else if !library.facts.wasReported(name) {
          let like = Suggestion.nearest(to: name, among: library.facts.all.map(\.id))
          diagnostics.append(.unknownFact(name, like: like, at: document.place(of: index)))
        }
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong:
        break
      }
    }
    return diagnostics
  }

  /// A link to another language's file of a page that has one in this language.
  private func isOtherLanguage(_ target: PageAddress) -> Bool {
    target.language != page.language.code && (target.kind, target.slug) != (page.kind, page.slug)
      && library.bundle(target.kind, target.slug)?.page(in: page.language) != nil
  }
}

extension Diagnostic {
  /// What is wrong with a link; nil when that was already said of the file that it leads to.
  fileprivate static func link(_ problem: LinkProblem, _ address: String, at place: Place) -> Diagnostic? {
    let shown = address.count > 60 ? address.prefix(59) + "…" : address[...]
    switch problem {
    case .reported: return nil
    case .empty:
      return Diagnostic(
        .error, "empty-link", at: place, Wording(zh: "圆括号里没有写地址", en: "the address in the round brackets is missing"),
        hint: Wording(
          zh: "写上文件名或者网址；不需要链接，就去掉方括号和圆括号。",
          en: "write a file name or an address there; if no link is meant, take the brackets out."))
    case .unpublished:
      return Diagnostic(
        .warning, "unpublished-link", at: place,
        Wording(zh: "“\(shown)”没有发布，这个链接点不开", en: "“\(shown)” is not published, so this link leads nowhere"),
        hint: Wording(
          zh: "它是草稿、已过期，或者有错误。先发布它，或者去掉链接。",
          en: "it is a draft, has expired or has errors. Publish it first, or take the link out."))
    case .unsafe(let scheme):
      return Diagnostic(
        .error, "unsafe-link", at: place,
        Wording(zh: "“\(scheme):”链接不安全，不能发布", en: "a “\(scheme):” link is not safe and cannot be published"),
        hint: Wording(
          zh: "只能用https:、http:、mailto:、tel:，或者站内的相对链接。",
          en: "use https:, http:, mailto: or tel:, or a relative link within the site."))
    case .absolute:
      return Diagnostic(
        .error, "absolute-link", at: place,
        Wording(zh: "“\(shown)”以斜杠开头，换个地址就会失效", en: "“\(shown)” begins with a slash and breaks when the site moves"),
        hint: Wording(
          zh: "写相对于本文件的路径，例如“../fake-police/zh.md”。",
          en: "write the path from this file, such as “../fake-police/en.md”."))
    case .outside:
      return Diagnostic(
        .error, "link-out-of-content", at: place,
        Wording(zh: "“\(shown)”指到content文件夹外面去了", en: "“\(shown)” leads out of the content folder"),
        hint: Wording(
          zh: "把要用的文件放进content里；检查“../”是不是多写了。",
          en: "put the file inside content, and check whether there is a “../” too many."))
    case .missing(let like):
      return Diagnostic(
        .error, "broken-link", at: place, Wording(zh: "找不到“\(shown)”", en: "“\(shown)” is not there"),
        hint: like.map { Wording(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") }
          ?? (address.contains(".md")
            ? Wording(
              zh: "看看文件夹和文件的名字；“../”是往上一层，例如“../fake-police/zh.md”。",
              en: "look at the names of the folder and the file; “../” is one folder up, as in “../fake-police/en.md”.")
            : Wording(
              zh: "站内链接要写到Markdown文件，例如“../fake-police/zh.md”。",
              en: "links within the site lead to a Markdown file, such as “../fake-police/en.md”.")))
    case .missingPicture(let like):
      return Diagnostic(
        .error, "missing-picture", at: place, Wording(zh: "找不到图片“\(shown)”", en: "the picture “\(shown)” is not there"),
        hint: like.map { Wording(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Wording(
            zh: "把图片放进这一课的文件夹，只写文件名。", en: "put the picture into this page's folder and write only its file name."))
    case .missingFragment(let fragment, let like, let ids):
      return Diagnostic(
        .error, "broken-fragment", at: place,
        Wording(zh: "那一页里没有“#\(fragment)”这一处", en: "that page has no heading “#\(fragment)”"),
        hint: like.map { Wording(zh: "是不是“#\($0)”？", en: "did you mean “#\($0)”?") }
          ?? (ids.isEmpty
            ? Wording(zh: "那一页没有小标题，去掉“#”和后面的字。", en: "it has no headings: leave out the “#” and what follows.")
            : Wording(
              zh: "那一页有：\(ids.map { "#" + $0 }.joined(separator: "、"))。",
              en: "it has: \(ids.map { "#" + $0 }.joined(separator: ", ")).")))
    }
  }

  fileprivate static func otherLanguage(_ address: String, _ language: Language, at place: Place) -> Diagnostic {
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

  fileprivate static func pictureElsewhere(_ address: String, at place: Place) -> Diagnostic {
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
      hint: like.map { Wording(zh: "是不是“{{\($0)}}”？", en: "did you mean “{{\($0)}}”?") }
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
