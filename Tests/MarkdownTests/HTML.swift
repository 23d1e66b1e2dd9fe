import Markdown

/// Writes a document as cmark's own HTML renderer does, for holding the tree to the specifications' examples.
struct HTML {
  private var text: [UInt8] = []
  private let document: Document

  static func string(_ document: Document) -> String {
    var html = HTML(document)
    html.write()
    return String(decoding: html.text, as: UTF8.self)
  }

  private init(_ document: Document) { self.document = document }

  private mutating func write() {
    var open: [Int] = []
    for index in document.nodes.indices {
      while let last = open.last, document.nodes[last].end <= index { leave(open.removeLast(), open) }
      enter(index, open)
      open.append(index)
    }
    while let last = open.popLast() { leave(last, open) }
  }

  private mutating func enter(_ index: Int, _ open: [Int]) {
    if isPlain(open) { return enterPlain(document.nodes[index].kind) }
    switch document.nodes[index].kind {
    case .document: break
    case .paragraph: if !isTight(open) { line("<p>") }
    case .heading(let level, _): line("<h\(level)>")
    case .thematicBreak: line("<hr />\n")
    case .blockQuote, .callout: line("<blockquote>\n")
    case .list(let list): line(list.start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
    case .item: line("<li>")
    case .codeBlock(let language, let code):
      let name = document.bytes(language).prefix { ![0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) }
      line(name.isEmpty ? "<pre><code>" : "<pre><code class=\"language-")
      if !name.isEmpty {
        escape(name)
        add("\">")
      }
      escape(document.bytes(code))
      add("</code></pre>\n")
    case .htmlBlock(let html):
      line("")
      text += document.bytes(html)
      line("")
    case .table: line("<table>\n")
    case .tableRow(let isHeading):
      if isHeading {
        add("<thead>\n")
      } else if open.last.map({ table in document.nodes[table + 1].end == index }) ?? false {
        add("<tbody>\n")
      }
      add("<tr>\n")
    case .tableCell:
      let (name, alignment) = cell(index, open)
      let names: [Node.Alignment: String] = [.left: "left", .center: "center", .right: "right"]
      add("<\(name)\(names[alignment].map { " align=\"\($0)\"" } ?? "")>")
    case .text(let text): escape(document.bytes(text))
    case .softBreak: add("\n")
    case .joinedLine: break
    case .lineBreak: add("<br />\n")
    case .code(let code):
      add("<code>")
      escape(document.bytes(code))
      add("</code>")
    case .html(let html): text += document.bytes(html)
    case .emphasis: add("<em>")
    case .strong: add("<strong>")
    case .link(let destination, let title, _):
      add("<a href=\"")
      escapeAddress(document.bytes(destination))
      add(title: title)
      add("\">")
    case .image(let destination, _):
      add("<img src=\"")
      escapeAddress(document.bytes(destination))
      add("\" alt=\"")
    case .fact(let name): add("{{\(document.string(name))}}")
    }
  }

  private mutating func enterPlain(_ kind: Node.Kind) {
    switch kind {
    case .text(let text), .code(let text), .html(let text): escape(document.bytes(text))
    case .softBreak, .lineBreak: add(" ")
    default: break
    }
  }

  private mutating func leave(_ index: Int, _ open: [Int]) {
    if isPlain(open) { return }
    switch document.nodes[index].kind {
    case .paragraph: if !isTight(open) { add("</p>\n") }
    case .heading(let level, _): add("</h\(level)>\n")
    case .blockQuote, .callout: line("</blockquote>\n")
    case .list(let list): add(list.start == nil ? "</ul>\n" : "</ol>\n")
    case .item: add("</li>\n")
    case .emphasis: add("</em>")
    case .strong: add("</strong>")
    case .link: add("</a>")
    case .image(_, let title):
      add(title: title)
      add("\" />")
    case .table(_):
      if document.nodes[index + 1].end < document.nodes[index].end { add("</tbody>\n") }
      add("</table>\n")
    case .tableRow(let isHeading): add(isHeading ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell: add("</\(cell(index, open).name)>\n")
    default: break
    }
  }

  private func isPlain(_ open: [Int]) -> Bool {
    open.contains { if case .image = document.nodes[$0].kind { true } else { false } }
  }

  private func isTight(_ open: [Int]) -> Bool {
    guard open.count >= 2, case .list(let list) = document.nodes[open[open.count - 2]].kind else { return false }
    return list.isTight
  }

  private func cell(_ index: Int, _ open: [Int]) -> (name: String, alignment: Node.Alignment) {
    guard open.count >= 2, let row = open.last, case .tableRow(let isHeading) = document.nodes[row].kind,
      case .table(let columns) = document.nodes[open[open.count - 2]].kind
    else { return ("td", .none) }
    let column = Array(document.children(of: row)).firstIndex(of: index) ?? 0
    return (isHeading ? "th" : "td", document.alignments(columns)[column])
  }

  private mutating func add(_ string: String) { text += string.utf8 }

  private mutating func add(title: Node.Text) {
    if title.isEmpty { return }
    add("\" title=\"")
    escape(document.bytes(title))
  }

  /// Adds a string at the start of a line.
  private mutating func line(_ string: String) {
    if let last = text.last, last != UInt8(ascii: "\n") { add("\n") }
    add(string)
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): add("&quot;")
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      default: text.append(byte)
      }
    }
  }

  private mutating func escapeAddress(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "'"): add("&#x27;")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.append(byte)
      case let byte where "-_.+!*(),%#@?=;:/$~".utf8.contains(byte): text.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
