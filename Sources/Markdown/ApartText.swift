/// Texts that cmark has to parse apart from the document: table cells, whose borders plain CommonMark does not know.
///
/// They are pieces of the source, one paragraph each, and are all parsed in one go.
struct ApartText {
  /// Each paragraph starts with a line of its own, so that nothing in the text can be taken for the start of a block;
  /// what follows is indented, for the same reason.
  private static let opening = Array("x\n    ".utf8)
  /// cmark's nodes for that line: the paragraph, the text, the line end.
  private static let openingNodes = 3

  private var bytes: [UInt8] = []
  /// Indices of the texts in `Blocks.texts`.
  private var texts: [Int] = []
  private var mayRefer = false

  /// Adds a text that is not empty.
  mutating func add(_ content: ArraySlice<UInt8>, text: Int) {
    texts.append(text)
    bytes += Self.opening
    for byte in content {
      bytes.append(byte)
      if byte == UInt8(ascii: "\n") { bytes += [0x20, 0x20, 0x20, 0x20] }
      if byte == UInt8(ascii: "]") { mayRefer = true }
    }
    bytes += [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
  }

  /// Parses the texts and tells each where its nodes are.
  /// - Parameter body: the body of the document; it follows the texts when they may use its link definitions.
  func parsed(for contents: inout [InlineContent], body: ArraySlice<UInt8>) -> CmarkTree? {
    if texts.isEmpty { return nil }
    let tree = CmarkTree(parsing: mayRefer ? bytes[...] + body : bytes[...])
    var node = 1
    for text in texts where node < tree.nodes.count {
      contents[text].nodes = min(node + Self.openingNodes, tree.nodes[node].end)..<tree.nodes[node].end
      contents[text].isApart = true
      node = tree.nodes[node].end
    }
    return tree
  }
}
