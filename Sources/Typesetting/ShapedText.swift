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

    package init(glyphs: Range<Int>, text: Range<Int>, advance: Double, span: Int, face: Face) {
      (self.glyphs, self.text, self.advance, self.span, self.face) = (glyphs, text, advance, span, face)
    }
  }

  /// The characters in UTF-8.
  package let text: [UInt8]
  package let spans: [StyledText.Span]
  package let glyphs: [Glyph]
  package let clusters: [Cluster]
  /// Characters for which the font has no glyph, each once, in the order of the text.
  package let missing: [Unicode.Scalar]
  /// What the composer knows of each cluster.
  let joints: [Joint]

  /// - Parameters:
  ///   - text: the text of all spans in UTF-8.
  ///   - glyphs: those of all clusters; 0 for a character that the font lacks.
  ///   - clusters: in the order of the text, covering all of it.
  package init(text: [UInt8], spans: [StyledText.Span], glyphs: [Glyph], clusters: [Cluster]) {
    (self.text, self.spans, self.glyphs, self.clusters) = (text, spans, glyphs, clusters)
    missing = Self.missing(text, glyphs, clusters)
    joints = LineEnds.joints(text, spans, clusters)
  }

  private static func missing(_ text: [UInt8], _ glyphs: [Glyph], _ clusters: [Cluster]) -> [Unicode.Scalar] {
    var missing: [Unicode.Scalar] = []
    for cluster in clusters where glyphs[cluster.glyphs].contains(where: { $0.id == 0 }) {
      for scalar in String(decoding: text[cluster.text], as: UTF8.self).unicodeScalars
      where !scalar.properties.isDefaultIgnorableCodePoint && !missing.contains(scalar) {
        missing.append(scalar)
      }
    }
    return missing
  }
}
