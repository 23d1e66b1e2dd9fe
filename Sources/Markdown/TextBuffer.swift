import Diagnostics

/// The texts of a document's nodes, as they are gathered. Most texts stand in the file as they are, and are not kept twice.
struct TextBuffer {
  /// The file's bytes.
  private let file: [UInt8]
  private(set) var bytes: [UInt8] = []

  init(of file: SourceFile) { self.file = file.bytes }

  /// Appends some of the bytes of `other`.
  mutating func append(_ range: Range<Int>, of other: [UInt8]) -> Node.Text {
    let lower = bytes.count
    bytes.append(contentsOf: other[range])
    return text(from: lower)
  }

  /// Appends a text of cmark's tree.
  mutating func append(_ range: Range<Int>, of tree: CmarkTree) -> Node.Text { append(range, of: tree.texts) }

  /// Appends how the columns of a table are set.
  mutating func append(_ alignments: [Node.Alignment]) -> Node.Text {
    let lower = bytes.count
    for alignment in alignments { bytes.append(alignment.rawValue) }
    return text(from: lower)
  }

  /// All bytes from an earlier count to the end as one text.
  func text(from lower: Int) -> Node.Text { Node.Text(file.count + lower..<file.count + bytes.count) }

  /// All bytes from an earlier count to the end as one text, which is not kept where it stands in the file like that.
  mutating func text(from lower: Int, orAt range: Range<Int>) -> Node.Text {
    guard !range.isEmpty, bytes[lower...] == file[range] else { return text(from: lower) }
    bytes.removeSubrange(lower...)
    return Node.Text(range)
  }

  /// Where the next text starts.
  var count: Int { bytes.count }
}

extension Node.Text {
  fileprivate init(_ range: Range<Int>) {
    self.init(lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound))
  }
}
