/// The blocks of a document with their ranges, before their texts are read.
struct Blocks {
  /// A block; `Node` without its inline children.
  struct Block {
    var kind: Node.Kind
    var range: Range<Int>
    /// Index after the last block inside it.
    var end: Int
    /// Index of its text in `texts`.
    var text: Int?
  }

  /// The bytes of the file.
  let source: [UInt8]
  /// All blocks, each before those inside it.
  var blocks: [Block] = []
  /// The texts of paragraphs, headings and cells, in order.
  var texts: [InlineContent] = []
  var contents = InlineContents()
  /// The bytes of the blocks that are comments.
  var comments: [Range<Int>] = []
  /// cmark's tree of the document.
  var tree: CmarkTree
  /// cmark's tree of the texts that are parsed apart from the document: those of table cells, and of the lines of a
  /// paragraph before a table.
  var apart: CmarkTree?

  init(source: [UInt8], tree: CmarkTree) {
    self.source = source
    self.tree = tree
  }
}
