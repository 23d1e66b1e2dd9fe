/// The texts of a document's nodes, as they are gathered.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  /// Appends some of the bytes of `other`.
  mutating func append(_ range: Range<Int>, of other: [UInt8]) -> Node.Text {
    let lower = bytes.count
    bytes.append(contentsOf: other[range])
    return text(from: lower)
  }

  /// Appends a text of cmark's tree.
  mutating func append(_ range: Range<Int>, of tree: CmarkTree) -> Node.Text { append(range, of: tree.texts) }

  /// All bytes from an earlier count to the end as one text.
  func text(from lower: Int) -> Node.Text {
    Node.Text(lower: UInt32(truncatingIfNeeded: lower), upper: UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Where the next text starts.
  var count: Int { bytes.count }
}
