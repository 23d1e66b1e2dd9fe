import Content
import Diagnostics
import Markdown

extension Page {
  /// What stands on the web page but on no sheet: said, so that nobody believes it to be in the villagers' hands.
  var leftOffPaper: [Diagnostic] {
    var found: [Diagnostic] = []
    if let first = document.siblings(in: introduction).first(where: { !document.isTeachersOnly($0) }) {
      found.append(.beforeHeadings(at: document.place(of: first)))
    }
    for container in document.nodes.indices where document.hasOnlyText(container) {
      for node in container..<document.nodes[container].end {
        if case .image = document.nodes[node].kind { found.append(.pictureInText(at: document.place(of: node))) }
      }
    }
    return found
  }
}

extension Document {
  /// Whether a block is meant for the teacher alone.
  fileprivate func isTeachersOnly(_ node: Int) -> Bool {
    if case .callout(.teacher) = nodes[node].kind { true } else { false }
  }

  /// Whether of a node only the text is printed.
  fileprivate func hasOnlyText(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .tableCell, .heading: true
    case .item(let checkbox): checkbox != nil
    case .document, .paragraph, .thematicBreak, .blockQuote, .callout, .list, .codeBlock, .htmlBlock, .table,
      .tableRow, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
      false
    }
  }
}

extension Diagnostic {
  fileprivate static func beforeHeadings(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unprinted-text", at: place,
      Wording(
        zh: "第一个小标题前面的文字只上网页，印不到纸上", en: "text before the first heading is on the web page only and is not printed"),
      hint: Wording(zh: "把它移到某个小标题下面。", en: "move it below a heading."))
  }

  fileprivate static func pictureInText(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unprinted-picture", at: place,
      Wording(
        zh: "表格、标题和选项里的图片只上网页，印不到纸上",
        en: "pictures in tables, headings and options are on the web page only and are not printed"),
      hint: Wording(zh: "让图片单独成一段。", en: "let the picture be a paragraph of its own."))
  }
}
