import Diagnostics

/// Reads the blocks of a document off cmark's tree.
///
/// cmark's start of a block can be relied on. Its end cannot (think of a fence that is never closed, or of the underline of
/// a heading), and is found from the number of lines or from what is inside.
struct BlockReader {
  let source: SourceFile
  let bytes: [UInt8]
  let dialect: Dialect
  /// The number of lines of the file before the body.
  let linesBefore: Int
  let bodyStart: Int

  var result: Blocks
  var texts: TextBuffer
  var findings: Findings
  var apart = ApartText()
  private(set) var containers = Containers()
  /// The blocks that are open, with the index after cmark's last node inside.
  private var open: [(block: Int, nodeEnd: Int)] = []
  /// The last line, in cmark's count, of a block that holds text.
  private var lastLine = 0

  init(source: SourceFile, dialect: Dialect, bodyStart: Int, tree: CmarkTree, findings: Findings) {
    self.findings = findings
    self.source = source
    self.dialect = dialect
    self.bodyStart = bodyStart
    bytes = source.bytes
    texts = TextBuffer(of: source)
    linesBefore = source.line(at: bodyStart) - 1
    result = Blocks(source: source.bytes, tree: tree)
    result.blocks.reserveCapacity(tree.nodes.count / 2)
  }

  /// Reads all blocks.
  mutating func read() {
    let nodes = result.tree.nodes
    var index = 0
    while index < nodes.count {
      closeBlocks(before: index)
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .document:
        openBlock(.document, bodyStart..<bytes.count, node)
      case .bulletList:
        openBlock(.list(Node.List(start: nil, isTight: node.isTight)), mark(of: node), node)
      case .orderedList:
        openBlock(.list(Node.List(start: Int(node.number), isTight: node.isTight)), mark(of: node), node)
      case .blockQuote:
        containers.openBlockQuote(line: Int(node.line), text: line(Int(node.line)), bytes: bytes)
        openBlock(.blockQuote, mark(of: node), node)
      case .item:
        let mark = containers.openItem(line: Int(node.line), text: line(Int(node.line)), bytes: bytes)
        openBlock(.item(nil), mark, node)
      case .codeBlock, .htmlBlock, .thematicBreak, .heading, .paragraph:
        noteSkippedLines(before: Int(node.line))
        lastLine = readLeaf(node, at: index - 1)
        index = node.end
      case .text, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .link, .image:
        break
      }
    }
    closeBlocks(before: nodes.count)
    noteSkippedLines(before: source.lineCount - linesBefore + 1)
  }

  /// Reads a block that holds text.
  /// - Returns: its last line.
  private mutating func readLeaf(_ node: CmarkTree.Node, at index: Int) -> Int {
    switch node.kind {
    case .codeBlock: return readCode(node)
    case .htmlBlock: return readHTML(node)
    case .heading: return readHeading(node, at: index)
    case .paragraph: return readParagraph(node, at: index)
    default:
      append(.thematicBreak, mark(of: node).lowerBound..<bytes.trimmed(line(Int(node.line))).upperBound)
      return Int(node.line)
    }
  }

  /// The bytes of a line, in cmark's count, without its line end.
  func line(_ number: Int) -> Range<Int> { source.lineRange(number + linesBefore) }

  /// The first byte of a node.
  func mark(of node: CmarkTree.Node) -> Range<Int> {
    let line = line(Int(node.line))
    let lower = min(line.lowerBound + max(Int(node.column) - 1, 0), line.upperBound)
    return lower..<min(lower + 1, line.upperBound)
  }

  // MARK: Blocks in blocks

  /// Adds a block that holds no blocks.
  mutating func append(_ kind: Node.Kind, _ range: Range<Int>, text: Int? = nil) {
    result.blocks.append(Blocks.Block(kind: kind, range: range, end: result.blocks.count + 1, text: text))
    extendParent(to: range.upperBound)
  }

  /// The block that holds what is read now, when that is the first thing in it.
  var parentOfFirst: Int? {
    guard let parent = open.last, parent.block == result.blocks.count - 1 else { return nil }
    return parent.block
  }

  private mutating func openBlock(_ kind: Node.Kind, _ range: Range<Int>, _ node: CmarkTree.Node) {
    result.blocks.append(Blocks.Block(kind: kind, range: range, end: 0))
    open.append((result.blocks.count - 1, node.end))
  }

  private mutating func closeBlocks(before index: Int) {
    while let last = open.last, last.nodeEnd <= index {
      open.removeLast()
      result.blocks[last.block].end = result.blocks.count
      switch result.blocks[last.block].kind {
      case .blockQuote, .callout, .item: containers.close()
      default: break
      }
      extendParent(to: result.blocks[last.block].range.upperBound)
    }
  }

  private mutating func extendParent(to upper: Int) {
    guard let parent = open.last?.block else { return }
    let range = result.blocks[parent].range
    result.blocks[parent].range = range.lowerBound..<max(range.upperBound, upper)
  }

  // MARK: Lines in no block

  /// Looks through the lines between two blocks. They are blank, or link definitions.
  private mutating func noteSkippedLines(before line: Int) {
    guard dialect == .lesson, lastLine + 1 < line else { return }
    for number in lastLine + 1..<line { noteDefinition(in: self.line(number)) }
  }
}
