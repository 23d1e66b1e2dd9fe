import Content
import Diagnostics
import Markdown

/// Text that `microclass new` put there for the editor to replace, in a page that is published.
enum PlaceholderText {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    let prompts = Set(Prompts.all.flatMap(\.every))
    let longest = prompts.reduce(0) { max($0, $1.utf8.count) }
    return library.pagesWithText.flatMap { page -> [Diagnostic] in
      let document = page.document
      var diagnostics: [Diagnostic] = []
      if prompts.contains(page.frontMatter.title) || prompts.contains(page.frontMatter.summary) {
        diagnostics.append(.placeholder(at: document.source.place(ofLine: 2)))
      }
      for index in document.nodes.indices where document.nodes[index].kind == .paragraph {
        // Most paragraphs are longer than any of them.
        if document.hasText(of: index, upTo: longest), prompts.contains(document.plainText(of: index)) {
          diagnostics.append(.placeholder(at: document.place(of: index)))
        }
      }
      return diagnostics
    }
  }
}

extension Document {
  /// Whether the text below a node has at most so many bytes.
  fileprivate func hasText(of node: Int, upTo limit: Int) -> Bool {
    var length = 0
    for index in node..<nodes[node].end {
      if case .text(let piece) = nodes[index].kind { length += bytes(piece).count }
      if length > limit { return false }
    }
    return true
  }
}

extension Diagnostic {
  fileprivate static func placeholder(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "placeholder-text", at: place,
      Wording(zh: "这里还是新建时的提示文字", en: "this is still the text with which the page was begun"),
      hint: Wording(
        zh: "写上自己的内容；还没写好，就把“draft: true”加回去。", en: "write your own, or put “draft: true” back until it is ready."))
  }
}
