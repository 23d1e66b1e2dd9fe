/// A level-2 heading and what follows it up to the next one.
package struct Section: Sendable {
  /// Nil for a heading that `site.yaml` does not list.
  package let role: Role?
  /// The heading's node.
  package let heading: Int
  /// The heading's id in published pages, unique in its page.
  package let id: String
  /// The nodes of the blocks below the heading, with everything in them.
  package let blocks: Range<Int>
}
