package import Diagnostics

/// A Markdown file as a tree in which every node knows its place. Parsing never fails.
///
/// A class, though nothing in it changes: whoever walks the tree holds it, and a copy would count five references up and down.
package final class Document: Sendable {
  package let source: SourceFile
  /// The bytes between the `---` lines at the top of the file, nil when there are none.
  package let frontMatter: Range<Int>?
  /// The bytes of the comments `<!-- … -->`, which have no nodes, in the order of the file.
  package let comments: [Range<Int>]
  /// All nodes, each before its children; the first is the document itself.
  package let nodes: [Node]
  /// The texts of nodes that do not stand in the file as they are, one after the other, in UTF-8.
  private let texts: [UInt8]

  init(
    source: SourceFile, frontMatter: Range<Int>?, comments: [Range<Int>], nodes: [Node], texts: [UInt8]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.comments = comments
    self.nodes = nodes
    self.texts = texts
  }

  /// A piece of text as a string.
  package func string(_ text: Node.Text) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// A piece of text as UTF-8.
  package func bytes(_ text: Node.Text) -> ArraySlice<UInt8> {
    let (lower, upper, length) = (Int(text.lower), Int(text.upper), source.bytes.count)
    return lower < length ? source.bytes[lower..<upper] : texts[lower - length..<upper - length]
  }

  /// How the columns of a table are set.
  package func alignments(_ columns: Node.Text) -> [Node.Alignment] {
    bytes(columns).map { Node.Alignment(rawValue: $0) ?? .none }
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> Children {
    Children(nodes: nodes, upcoming: index + 1, end: nodes[index].end)
  }

  /// The text below a node without any markup; line ends become spaces, or nothing between Chinese characters; a fact's
  /// name stands as it is written.
  package func plainText(of index: Int) -> String {
    var text = ""
    for index in index..<nodes[index].end {
      switch nodes[index].kind {
      case .text(let piece), .code(let piece): text += string(piece)
      case .fact(let name): text += "{{\(string(name))}}"
      case .softBreak, .lineBreak: text += " "
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .joinedLine, .html, .emphasis, .strong, .link, .image:
        break
      }
    }
    return text
  }

  /// The children of one node.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int
    let end: Int

    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = nodes[upcoming].end }
      return upcoming
    }
  }
}
