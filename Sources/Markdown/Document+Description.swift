import Diagnostics

extension Document {
  /// The tree as text, for tests and for looking at: one line for each node, indented by depth, with its kind, its place
  /// (line:column–line:column) and its text.
  package var treeDescription: String {
    var lines: [String] = []
    if let frontMatter { lines.append("front matter \(place(frontMatter))") }
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let last = ends.last, last <= index { ends.removeLast() }
      let indent = String(repeating: "  ", count: ends.count)
      lines.append("\(indent)\(name(of: node.kind)) \(place(node.range))\(details(of: node.kind))")
      ends.append(node.end)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ range: Range<Int>) -> String {
    let lower = source.position(at: range.lowerBound)
    let upper = source.position(at: range.upperBound)
    return "\(lower.line):\(lower.column)–\(upper.line):\(upper.column)"
  }

  private func name(of kind: Node.Kind) -> String {
    switch kind {
    case .document: "document"
    case .paragraph: "paragraph"
    case .heading(let level, _): "heading \(level)"
    case .thematicBreak: "thematic break"
    case .blockQuote: "block quote"
    case .callout(let callout): "callout \(callout.rawValue)"
    case .list(let list): "\(list.start.map { "list from \($0)" } ?? "list")\(list.isTight ? "" : ", loose")"
    case .item(nil): "item"
    case .item(.empty?): "item [ ]"
    case .item(.checked?): "item [x]"
    case .codeBlock: "code block"
    case .htmlBlock: "html block"
    case .table(let columns): "table \(alignments(columns).map { "\($0)" }.joined(separator: " "))"
    case .tableRow(let isHeading): isHeading ? "heading row" : "row"
    case .tableCell: "cell"
    case .text: "text"
    case .softBreak: "soft break"
    case .joinedLine: "joined line"
    case .lineBreak: "line break"
    case .code: "code"
    case .html: "html"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .link(_, _, let isBare): isBare ? "bare link" : "link"
    case .image: "image"
    case .fact: "fact"
    }
  }

  private func details(of kind: Node.Kind) -> String {
    switch kind {
    case .heading(_, let id?): " #\(string(id))"
    case .codeBlock(let language, let text): " \(quoted(language)) \(quoted(text))"
    case .text(let text), .code(let text), .html(let text), .htmlBlock(let text), .fact(let text): " \(quoted(text))"
    case .link(let destination, let title, _), .image(let destination, let title):
      " → \(quoted(destination))\(title.isEmpty ? "" : " \(quoted(title))")"
    case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .table, .tableRow,
      .tableCell, .softBreak, .joinedLine, .lineBreak, .emphasis, .strong:
      ""
    }
  }

  private func quoted(_ text: Node.Text) -> String {
    var quoted = "“"
    for scalar in string(text).unicodeScalars {
      switch scalar {
      case "\n": quoted += "⏎"
      case "\t": quoted += "⇥"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "”"
  }
}
