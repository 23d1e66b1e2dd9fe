import Content
import Markdown
import Templates

/// Writes nodes of a page as HTML, in one pass over the flat tree and without recursion, however deep the nesting.
struct MarkupWriter {
  private let page: Page
  private let document: Document
  private let setting: Setting
  /// Words that stand inside the text are in the text's language, whatever the page round it speaks.
  private let words: Words
  /// Whether links and numbers to dial are only text, as inside the label of an option.
  private let isUnlinked: Bool
  /// Whether the text stands beside another language's, whose headings may have the same ids: then none has one.
  private let isPart: Bool
  /// What stands at the beginning of nodes: see `Illustrations`.
  private let drawings: [Int: Markup]
  private var bytes: [UInt8] = []
  /// The table and the row that are being written; tables do not stand inside one another.
  private var alignments: [Node.Alignment] = []
  private var isHeadingRow = false
  private var column = 0
  /// The end tags that are due, innermost last.
  private var open: [Open] = []

  private struct Open {
    let end: Int
    let tag: StaticString
    /// In a tight list's item a paragraph has no tag of its own.
    let isTight: Bool
    let isLink: Bool
  }

  private init(_ page: Page, _ setting: Setting, isUnlinked: Bool, isPart: Bool, drawings: [Int: Markup]) {
    self.drawings = drawings
    self.page = page
    document = page.document
    self.setting = setting
    words = setting.theme.words(page.language)
    self.isUnlinked = isUnlinked
    self.isPart = isPart
  }

  /// The HTML of a range of nodes that holds whole subtrees.
  /// - Parameters:
  ///   - isUnlinked: whether links and numbers to dial are only text, as inside the label of an option.
  ///   - isPart: whether headings go without ids, as beside another language's text.
  ///   - drawings: what stands at the beginning of list items and table cells.
  static func markup(
    _ range: Range<Int>, of page: Page, in setting: Setting, isUnlinked: Bool = false, isPart: Bool = false,
    drawings: [Int: Markup] = [:]
  ) -> Markup {
    var writer = MarkupWriter(page, setting, isUnlinked: isUnlinked, isPart: isPart, drawings: drawings)
    writer.write(range)
    return Markup(bytes: writer.bytes)
  }

  /// The HTML of what is inside a node: the text of a heading without its tag, the only paragraph of an option.
  static func inside(_ node: Int, of page: Page, in setting: Setting, isUnlinked: Bool = false) -> Markup {
    markup(node + 1..<page.document.nodes[node].end, of: page, in: setting, isUnlinked: isUnlinked)
  }

  private mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index)
      index = enter(index)
    }
    close(before: Int.max)
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      append(last.tag)
      open.removeLast()
    }
  }

  /// Writes the start of a node.
  /// - Returns: the node to go on with: its first child, or the one after it when all of it was written or is not shown.
  private mutating func enter(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .document: break
    case .paragraph:
      if let image = onlyImage(in: index) {
        figure(image)
        return node.end
      }
      if open.last?.isTight == true {
        if index > 0, bytes.last == UInt8(ascii: ">"), isAfterSibling(index) { append("\n") }
        push("", node)
      } else {
        append("<p>")
        push("</p>\n", node)
      }
    case .heading(let level, _):
      let level = max(level, 3)
      append("<h\(level)")
      if !isPart {
        append(" id=\"")
        escape(page.headingIDs[index] ?? "")
        append("\"")
      }
      append(">")
      push(Self.headingEnds[min(level, 6) - 3], node)
    case .thematicBreak: append("<hr>\n")
    case .blockQuote:
      append("<blockquote>\n")
      push("</blockquote>\n", node)
    case .callout(let callout):
      guard callout != .teacher else { return node.end }
      let label = words.label(of: callout)
      append("<aside class=\"callout callout-\(callout.rawValue.lowercased())\" aria-label=\"")
      escape(label)
      append("\">\n<p class=\"callout-label\">")
      escape(label)
      append("</p>\n")
      push("</aside>\n", node)
    case .list(let list):
      if let start = list.start {
        append(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
        push("</ol>\n", node, isTight: list.isTight)
      } else {
        append("<ul>\n")
        push("</ul>\n", node, isTight: list.isTight)
      }
    case .item(let checkbox):
      let isTight = open.last?.isTight ?? false
      append(drawings[index] == nil ? "<li>" : "<li class=\"has-icon\">")
      draw(index)
      switch checkbox {
      case .checked: append("☑ ")
      case .empty: append("☐ ")
      case nil: break
      }
      push("</li>\n", node, isTight: isTight)
    case .codeBlock(_, let text):
      append("<pre><code>")
      escape(document.bytes(text))
      append("</code></pre>\n")
    case .htmlBlock(let text):
      append("<p>")
      escape(document.bytes(text))
      append("</p>\n")
    case .table(let columns):
      alignments = document.alignments(columns)
      table(index)
    case .tableRow(let isHeading):
      isHeadingRow = isHeading
      column = 0
      append(isHeading ? "<thead>\n<tr>" : "<tr>")
      push(isHeading ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n", node)
    case .tableCell: cell(index)
    case .text(let text): escape(document.bytes(text))
    case .softBreak: append("\n")
    case .joinedLine: break
    case .lineBreak: append("<br>\n")
    case .code(let text):
      append("<code>")
      escape(document.bytes(text))
      append("</code>")
    case .html(let text): escape(document.bytes(text))
    case .emphasis:
      append("<em>")
      push("</em>", node)
    case .strong:
      append("<strong>")
      push("</strong>", node)
    case .link(let destination, let title, _): link(document.string(destination), title, node)
    case .image(let destination, _):
      image(index, document.string(destination))
      return node.end
    case .fact(let name): fact(document.string(name))
    }
    return index + 1
  }

  private static let headingEnds: [StaticString] = ["</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]

  private mutating func push(_ tag: StaticString, _ node: Node, isTight: Bool = false, isLink: Bool = false) {
    open.append(Open(end: node.end, tag: tag, isTight: isTight, isLink: isLink))
  }

  private func isAfterSibling(_ index: Int) -> Bool {
    if case .item = document.nodes[index - 1].kind { false } else { true }
  }

  // MARK: Links and facts

  private mutating func link(_ address: String, _ title: Node.Text, _ node: Node) {
    guard !isInLink, let target = setting.library.target(of: address, in: page) else {
      push("", node)
      return
    }
    append("<a href=\"")
    switch target {
    case .elsewhere(let address):
      escape(PercentCoding.encodedAddress(address))
      append("\" rel=\"noopener noreferrer")
    case .page(let target, let fragment): escape(href(to: target, fragment: fragment))
    case .picture(let picture): escape(setting.link(to: setting.assets.address(of: picture)))
    }
    if !title.isEmpty {
      append("\" title=\"")
      escape(document.bytes(title))
    }
    append("\">")
    push("</a>", node, isLink: true)
  }

  /// A link to another page. A text shown in place of a missing translation keeps its reader in the reader's language.
  private func href(to target: PageAddress, fragment: String?) -> String {
    let code = target.language == page.language.code ? setting.language.code : target.language
    let language = setting.library.site.language(code) ?? setting.language
    let address = Address.page(target.kind, target.slug, language)
    if address == setting.address, let fragment { return "#" + PercentCoding.encoded(fragment) }
    return setting.link(to: address, fragment: fragment)
  }

  private mutating func fact(_ name: String) {
    guard let fact = setting.library.facts[name] else { return }
    let value = fact.value[page.language]
    if fact.canBeDialled, !isInLink {
      append("<a class=\"tel\" href=\"tel:")
      escape(value.digits)
      append("\">")
      escape(value)
      append("</a>")
    } else {
      escape(value)
    }
  }

  private var isInLink: Bool { isUnlinked || open.contains(where: \.isLink) }

  // MARK: Pictures

  private func onlyImage(in paragraph: Int) -> Int? {
    guard paragraph + 1 < document.nodes.count, case .image = document.nodes[paragraph + 1].kind,
      document.nodes[paragraph + 1].end == document.nodes[paragraph].end
    else { return nil }
    return paragraph + 1
  }

  private mutating func figure(_ node: Int) {
    guard case .image(let destination, let title) = document.nodes[node].kind else { return }
    append("<figure>")
    image(node, document.string(destination))
    if !title.isEmpty {
      append("<figcaption>")
      escape(document.bytes(title))
      append("</figcaption>")
    }
    append("</figure>\n")
  }

  private mutating func image(_ node: Int, _ address: String) {
    guard let picture = setting.library.picture(address, in: page) else { return }
    append("<img src=\"")
    escape(setting.link(to: setting.assets.address(of: picture)))
    append("\" width=\"\(picture.width)\" height=\"\(picture.height)\" loading=\"lazy\" alt=\"")
    escape(document.plainText(of: node))
    append("\">")
  }

  // MARK: Tables

  private mutating func table(_ index: Int) {
    let node = document.nodes[index]
    // Named after its heading row, so that two tables of a page are not two regions of one name.
    let heading = document.children(of: index + 1).map { document.plainText(of: $0) }.filter { !$0.isEmpty }
    append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    escape(heading.isEmpty ? words["table_label"] : heading.joined(separator: " / "))
    append("\">\n<table>\n")
    push("</tbody>\n</table>\n</div>\n", node)
  }

  private mutating func cell(_ index: Int) {
    let tag = isHeadingRow ? "th" : "td"
    append("<\(tag)\(isHeadingRow ? " scope=\"col\"" : "")")
    switch column < alignments.count ? alignments[column] : .none {
    case .none: break
    case .left: append(" class=\"left\"")
    case .center: append(" class=\"center\"")
    case .right: append(" class=\"right\"")
    }
    column += 1
    append(">")
    draw(index)
    push(isHeadingRow ? "</th>" : "</td>", document.nodes[index])
  }

  // MARK: Bytes

  private mutating func draw(_ index: Int) {
    if let drawing = drawings[index] { bytes += drawing.bytes }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @_disfavoredOverload
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String) { HTML.escape(text, into: &bytes) }

  private mutating func escape(_ text: ArraySlice<UInt8>) { HTML.escape(text, into: &bytes) }
}
