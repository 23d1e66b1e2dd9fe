package import Diagnostics
package import Markdown

extension Document {
  /// The place of a node in the file.
  package func place(of node: Int) -> Place { source.place(nodes[node].range) }

  /// The top-level nodes within a range of nodes that holds whole subtrees.
  package func siblings(in range: Range<Int>) -> some Sequence<Int> {
    sequence(state: range.lowerBound) { [nodes] next -> Int? in
      guard next < range.upperBound else { return nil }
      defer { next = nodes[next].end }
      return next
    }
  }
}
