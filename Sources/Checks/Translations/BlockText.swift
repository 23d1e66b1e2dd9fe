import Content
import Diagnostics
import Markdown

/// What one language says in a block: its text, and the facts and links in it.
struct BlockText {
  /// What sort of block it is, as far as it matters for comparing.
  enum Kind {
    case title, heading, question, item, cell, prose
  }

  let source: SourceFile
  let kind: Kind
  var text = QuantityText()
  var facts: [(name: String, range: Range<Int>)] = []
  var links: [(destination: String, range: Range<Int>)] = []
  /// Characters of the text in bold with which it begins.
  var lead = 0
  /// The bytes of the block.
  var range: Range<Int>

  /// The text of the inline nodes below a block.
  init(_ document: Document, _ index: Int, kind: Kind) {
    source = document.source
    self.kind = kind
    range = document.nodes[index].range
    var index = index
    let end = document.nodes[index].end
    while index < end {
      let node = document.nodes[index]
      switch node.kind {
      case .text(let piece), .code(let piece), .codeBlock(_, let piece):
        text.append(document.bytes(piece), at: node.range)
      case .softBreak: text.append(" ", at: node.range)
      case .lineBreak: text.append("\n", at: node.range)
      case .fact(let name):
        facts.append((document.string(name), node.range))
        text.append(QuantityText.object, at: node.range)
      case .link(let destination, _, _): links.append((document.string(destination), node.range))
      case .strong:
        if text.isEmpty {
          let start = index
          index += 1
          while index < document.nodes[start].end {
            if case .text(let piece) = document.nodes[index].kind {
              text.append(document.bytes(piece), at: document.nodes[index].range)
            } else if case .fact(let name) = document.nodes[index].kind {
              facts.append((document.string(name), document.nodes[index].range))
              text.append(QuantityText.object, at: document.nodes[index].range)
            }
            index += 1
          }
          lead = text.scalars.count
          continue
        }
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .htmlBlock, .table,
        .tableRow, .tableCell, .joinedLine, .html, .emphasis, .image:
        break
      }
      index += 1
    }
  }

  /// A value of the front matter; the whole of it when the value does not stand there as it is.
  init(_ value: String, key: String, of document: Document) {
    source = document.source
    kind = .title
    let matter = document.frontMatter ?? 0..<0
    range = source.bytes.range(ofLine: key, in: matter)
    let bytes = Array(value.utf8)
    let line = source.bytes[range]
    var found = range
    if let start = line.indices.first(where: { line[$0...].starts(with: bytes) }) {
      found = start..<start + bytes.count
    }
    range = found
    text.append(value, at: found)
  }

  /// Adds what follows in a block of the same kind.
  mutating func append(_ other: BlockText) {
    text.append(other.text)
    facts += other.facts
    links += other.links
    range = range.lowerBound..<max(range.upperBound, other.range.upperBound)
  }

  /// What stands right before one of the facts in its clause, at most some words.
  func before(object number: Int) -> Range<Int>? {
    let objects = text.objects
    guard number < objects.count else { return nil }
    let isHan = objects[number] > 0 && text.scalars[objects[number] - 1].value > 0x2E80
    let marks = "，。；：！？、（）“”,.;:!?()\n".unicodeScalars
    var start = objects[number]
    while start > max(0, objects[number] - (isHan ? 8 : 18)), !marks.contains(text.scalars[start - 1]) { start -= 1 }
    return start..<objects[number]
  }

  /// The sentences of the text, each with its mark. The text in bold at its beginning is one by itself.
  var sentences: [Range<Int>] { text.sentences(lead: lead) }

  /// Where the block is.
  var place: Place { source.place(range) }
}

extension [UInt8] {
  /// The bytes of the line that begins with a key and a colon; the given range when there is none.
  fileprivate func range(ofLine key: String, in range: Range<Int>) -> Range<Int> {
    let key = Array((key + ":").utf8)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = self[start..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
      if self[start..<end].starts(with: key) { return start..<end }
      start = end + 1
    }
    return range.lowerBound..<range.lowerBound
  }
}
