import Content
import Diagnostics
import Markdown

/// The text of a page as its readers see it, block by block, with facts in their words. Code, pictures and HTML are left out.
struct Prose {
  /// A paragraph, a heading or a cell of a table.
  struct Block {
    enum Kind { case paragraph, heading, cell }

    let kind: Kind
    let node: Int
    /// Whether a swindler says it.
    let isBait: Bool
    /// Whether only instructors see it.
    let isForTeachers: Bool
    /// Whether it is the first cell of its row.
    let isFirstCell: Bool
    /// Its characters among those of the page.
    let range: Range<Int>
  }

  let page: Page
  /// The characters of all blocks, one after the other.
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var blocks: [Block] = []
  /// The offset of each character in the file; that of its node where the editor wrote something else, as with facts.
  private var offsets: [UInt32] = []

  init(_ page: Page, facts: FactRegister) {
    self.page = page
    let nodes = page.document.nodes
    var baitEnd = 0
    var teacherEnd = 0
    scalars.reserveCapacity(page.document.source.bytes.count / 2)
    offsets.reserveCapacity(page.document.source.bytes.count / 2)
    for index in nodes.indices {
      let kind: Block.Kind
      switch nodes[index].kind {
      case .callout(.bait):
        baitEnd = nodes[index].end
        continue
      case .callout(.teacher):
        teacherEnd = nodes[index].end
        continue
      case .paragraph: kind = .paragraph
      case .heading: kind = .heading
      case .tableCell: kind = .cell
      case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .table, .tableRow,
        .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
        continue
      }
      var isFirstCell = false
      if kind == .cell, case .tableRow = nodes[index - 1].kind { isFirstCell = true }
      let start = scalars.count
      append(index, facts)
      guard scalars.count > start else { continue }
      blocks.append(
        Block(
          kind: kind, node: index, isBait: index < baitEnd, isForTeachers: index < teacherEnd,
          isFirstCell: isFirstCell,
          range: start..<scalars.count))
    }
  }

  /// The text of a range of characters.
  func text(_ range: Range<Int>) -> String { String(scalars[range]) }

  /// Whether a range of characters is a registered fact's wording, which is not the editor's to change.
  func isFact(_ range: Range<Int>) -> Bool {
    range.count > 1 && offsets[range.lowerBound] == offsets[range.upperBound - 1]
  }

  /// The file, for what is said of all of it.
  var wholeFile: Place { page.document.source.place }

  /// Where a range of characters stands in the file.
  func place(_ range: Range<Int>) -> Place {
    guard let last = range.last else { return page.document.source.place }
    let lower = Int(offsets[range.lowerBound])
    let upper = Int(offsets[last]) + UTF8.width(scalars[last])
    return page.document.source.place(lower..<max(lower, upper))
  }

  private mutating func append(_ block: Int, _ facts: FactRegister) {
    let document = page.document
    var index = block + 1
    while index < document.nodes[block].end {
      let node = document.nodes[index]
      index += 1
      switch node.kind {
      case .text(let text):
        let bytes = document.bytes(text)
        append(bytes, at: node.range.lowerBound, isExact: bytes.count == node.range.count)
      case .fact(let name):
        let words = facts[document.string(name)]?.value[page.language] ?? ""
        append(Array(words.utf8)[...], at: node.range.lowerBound, isExact: false)
      case .softBreak, .lineBreak: append([0x20], at: node.range.lowerBound, isExact: false)
      case .image: index = node.end
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .joinedLine, .code, .html, .emphasis, .strong, .link:
        break
      }
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, at offset: Int, isExact: Bool) {
    var place = offset
    bytes.forEachScalar { scalar, length in
      scalars.append(scalar)
      offsets.append(UInt32(place))
      if isExact { place += length }
    }
  }
}
