import Content
import Diagnostics
import Markdown

/// What one block of a page says: its characters and where in the file each of them stands.
struct Statement {
  /// The text without markup, and a mark for each fact's name.
  private(set) var text = QuantityText()
  private let reader: QuantityReader?
  /// The names of the facts at the marks.
  private(set) var facts: [Int: String] = [:]
  /// The texts of links: what they say of another page, that page answers for.
  private(set) var links: [Range<Int>] = []
  /// Stands for `{{name}}`.
  static let mark = QuantityText.object

  /// A text that lies in no file.
  init(_ text: String, in language: Language) {
    self.text = QuantityText(text)
    reader = QuantityReader(language)
  }

  /// The text of a node of a document.
  init(of node: Int, in document: Document, _ language: Language) {
    reader = QuantityReader(language)
    var index = node
    var link: (start: Int, end: Int)?
    while index < document.nodes[node].end {
      let inner = document.nodes[index]
      if let open = link, index >= open.end {
        links.append(open.start..<scalars.count)
        link = nil
      }
      switch inner.kind {
      case .text(let text), .code(let text):
        self.text.append(document.bytes(text), at: inner.range)
      case .softBreak, .lineBreak: text.append(" " as Unicode.Scalar, at: inner.range)
      case .fact(let name):
        facts[scalars.count] = document.string(name)
        text.append(Self.mark, at: inner.range)
      case .link(_, _, isBare: true):
        // An address is no statement.
        index = inner.end
        continue
      case .link: link = (scalars.count, inner.end)
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .joinedLine, .html, .emphasis, .strong, .image:
        break
      }
      index += 1
    }
    if let link { links.append(link.start..<scalars.count) }
  }

  /// A line of the front matter, as it is written.
  init(ofLine line: Int, in source: SourceFile, _ language: Language) {
    reader = QuantityReader(language)
    let range = source.lineRange(line)
    text.append(source.text(range), at: range)
  }

  /// Its characters; digits and per cent signs of full width as plain ones.
  var scalars: [Unicode.Scalar] { text.scalars }

  /// What it counts, in order; nothing in a language whose numbers nobody can read here.
  var quantities: [Quantity] { reader?.quantities(in: text) ?? [] }

  /// The text of some characters.
  func text(_ range: Range<Int>) -> String { text.string(range) }

  /// Where some characters stand in a file.
  func place(_ range: Range<Int>, in source: SourceFile) -> Place { source.place(text.range(range)) }

  /// Whether characters lie within quotation marks: somebody else says them.
  func isQuoted(_ range: Range<Int>) -> Bool {
    var depth = 0
    for scalar in scalars[..<range.lowerBound] {
      if scalar == "“" || scalar == "「" { depth += 1 }
      if scalar == "”" || scalar == "」" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// Whether characters lie in the text of a link.
  func isLinked(_ range: Range<Int>) -> Bool { links.contains { $0.contains(range.lowerBound) } }

  /// Whether characters lie in a sentence that works out an example.
  func isExample(_ range: Range<Int>) -> Bool {
    let ends: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?"]
    var lower = range.lowerBound
    while lower > 0, !ends.contains(scalars[lower - 1]) { lower -= 1 }
    let words = [
      "例如", "比如", "譬如", "比方", "假如", "假设", "假定", "or example", "or instance", "uppose", "magine", "Say ", "say,",
    ]
    return (lower..<range.lowerBound).contains { first(of: words, at: $0) != nil }
  }

  /// Whether bytes could hold a figure: a quick look that spares most blocks the reading.
  static func mayHoldFigures(_ bytes: ArraySlice<UInt8>) -> Bool {
    func follows(_ index: Int, _ text: StaticString) -> Bool {
      guard index + text.utf8CodeUnitCount <= bytes.endIndex else { return false }
      return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }
    return bytes.indices.contains { index in
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case 0xE3: follows(index, "《")
      case 0xE5: follows(index, "元")
      case 0xE7: follows(index, "百分之") || follows(index, "第")
      case 0xE6: follows(index, "息")
      case 0xEF: follows(index, "\u{FF10}") || (index + 2 < bytes.endIndex && bytes[index + 1] == 0xBC)
      case UInt8(ascii: "y"): follows(index, "yuan")
      case UInt8(ascii: "p"): follows(index, "per cent") || follows(index, "percent")
      case UInt8(ascii: "L"): follows(index, "Law")
      case UInt8(ascii: "R"): follows(index, "Regulation") || follows(index, "RMB") || follows(index, "Rules")
      case UInt8(ascii: "M"): follows(index, "Measures")
      case UInt8(ascii: "P"): follows(index, "Provisions")
      default: false
      }
    }
  }
}
