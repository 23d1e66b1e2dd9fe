/// A paragraph as glyphs at size 1, ready to be divided into lines.
package struct ShapedText: Hashable, Sendable {
  /// A glyph of a cluster.
  package struct Glyph: Hashable, Sendable {
    package var id: UInt16
    /// Em from the cluster's left edge.
    package var x: Double
    /// Em from the baseline upwards.
    package var rise: Double

    package init(id: UInt16, x: Double, rise: Double) {
      (self.id, self.x, self.rise) = (id, x, rise)
    }
  }

  /// The smallest piece that is never divided: mostly one character.
  package struct Cluster: Hashable, Sendable {
    /// Indices in `glyphs`.
    package var glyphs: Range<Int>
    /// Bytes of `text`.
    package var text: Range<Int>
    /// Em to the next cluster.
    package var advance: Double
    /// Index of its span in the styled text.
    package var span: Int
    package var face: Face
  }

  /// The characters in UTF-8.
  package var text: [UInt8]
  package var spans: [StyledText.Span]
  package var glyphs: [Glyph]
  package var clusters: [Cluster]
  /// Characters for which the font has no glyph, each once, in the order of the text.
  package var missing: [Unicode.Scalar]
}
