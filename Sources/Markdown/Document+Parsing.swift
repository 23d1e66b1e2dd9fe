package import Diagnostics

extension Document {
  /// The tree of a Markdown file, and what is to be said about how it is written. Parsing never fails.
  package static func parsing(_ source: SourceFile, dialect: Dialect = .lesson) -> Diagnosed<Document> {
    let bytes = source.bytes
    var frontMatter: Range<Int>?
    var bodyLine = 1
    if dialect == .lesson, source.lineCount > 1, Array(bytes[source.lineRange(1)]) == Array("---".utf8) {
      for line in 2...max(source.lineCount, 2) where Array(bytes[source.lineRange(line)]) == Array("---".utf8) {
        frontMatter = source.start(ofLine: 2)..<source.start(ofLine: line)
        bodyLine = line + 1
        break
      }
    }
    let bodyStart = source.start(ofLine: bodyLine)
    let tree = CmarkTree(parsing: bytes[bodyStart...])
    var nodes: [Node] = []
    for node in tree.nodes {
      func text(_ range: Range<Int>) -> Node.Text {
        Node.Text(lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound))
      }
      let kind: Node.Kind =
        switch node.kind {
        case .document: .document
        case .blockQuote: .blockQuote
        case .bulletList: .list(Node.List(start: nil, isTight: node.isTight))
        case .orderedList: .list(Node.List(start: Int(node.number), isTight: node.isTight))
        case .item: .item(nil)
        case .codeBlock: .codeBlock(language: text(node.title), text: text(node.text))
        case .htmlBlock: .htmlBlock(text(node.text))
        case .paragraph: .paragraph
        case .heading: .heading(level: Int(node.number), id: nil)
        case .thematicBreak: .thematicBreak
        case .text: .text(text(node.text))
        case .softBreak: .softBreak
        case .lineBreak: .lineBreak
        case .code: .code(text(node.text))
        case .html: .html(text(node.text))
        case .emphasis: .emphasis
        case .strong: .strong
        case .link: .link(destination: text(node.text), title: text(node.title), isBare: false)
        case .image: .image(destination: text(node.text), title: text(node.title))
        }
      let line = source.lineRange(Int(node.line) + bodyLine - 1)
      let lower = node.kind == .document ? bodyStart : min(line.lowerBound + max(Int(node.column) - 1, 0), line.upperBound)
      nodes.append(Node(kind: kind, range: lower..<max(lower, line.upperBound), end: node.end))
    }
    return Diagnosed(Document(source: source, frontMatter: frontMatter, nodes: nodes, texts: tree.texts))
  }
}
