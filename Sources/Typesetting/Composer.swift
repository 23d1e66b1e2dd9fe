/// Divides a shaped paragraph into lines, after the W3C's requirements for Chinese text layout (CLREQ).
package struct Composer: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    /// Both edges straight; the last line as it falls.
    case justified
    /// The left edge straight.
    case ragged
    case centred
  }

  package var alignment: Alignment
  /// Whether the lines are made about equally long, as in a heading.
  package var isBalanced: Bool

  package init(_ alignment: Alignment, isBalanced: Bool = false) {
    self.alignment = alignment
    self.isBalanced = isBalanced
  }

  /// Where the lines end: for each the index after its last cluster. Empty for a text without clusters.
  /// - Parameter measure: the width of a line in em.
  package func breaks(_ text: ShapedText, measure: Double) -> [Int] { [] }

  /// The lines with their glyphs at their places.
  /// - Parameter measure: the width of a line in em.
  package func lines(_ text: ShapedText, measure: Double) -> [Line] { [] }
}

/// A line of a paragraph; lengths in em.
package struct Line: Hashable, Sendable {
  /// Neighbouring glyphs of one span and face.
  package struct Piece: Hashable, Sendable {
    package struct Glyph: Hashable, Sendable {
      package var id: UInt16
      /// Em from the line's left edge (that of the measure, so that a centred line begins after 0).
      package var x: Double
      package var rise: Double
      /// Bytes of the shaped text; empty for the second and later glyphs of a cluster.
      package var text: Range<Int>
    }

    /// Index of the span in `ShapedText.spans`.
    package var span: Int
    package var face: Face
    package var glyphs: [Glyph]
    /// Where the piece begins and ends, in em from the line's left edge; for underlines and links.
    package var start: Double
    package var end: Double
  }

  package var pieces: [Piece]
  /// Indices of the clusters that stand on it.
  package var clusters: Range<Int>
}
