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
  package private(set) var text: [UInt8]
  package private(set) var spans: [StyledText.Span]
  package var glyphs: [Glyph]
  package private(set) var clusters: [Cluster]
  /// Characters for which the font has no glyph, each once, in the order of the text.
  package private(set) var missing: [Unicode.Scalar]
  /// What line breaking must know of each cluster; made by `analyse`.
  private(set) var joints: [Joint]

  /// A text to which the glyphs and clusters are still to be added. When the last has been, call `analyse`.
  package init(text: [UInt8], spans: [StyledText.Span]) {
    (self.text, self.spans) = (text, spans)
    (glyphs, clusters, missing, joints) = ([], [], [], [])
  }

  /// Adds the next cluster; its glyphs have been added before.
  package mutating func append(_ cluster: Cluster) {
    clusters.append(cluster)
    guard glyphs[cluster.glyphs].contains(where: { $0.id == 0 }) else { return }
    for scalar in String(decoding: text[cluster.text], as: UTF8.self).unicodeScalars where !missing.contains(scalar) {
      missing.append(scalar)
    }
  }

  /// Finds out where lines may end. Must be called once, after the last cluster.
  package mutating func analyse() { joints = Joint.joints(of: self) }

  /// The first character of a cluster.
  func scalar(_ cluster: Int) -> Unicode.Scalar {
    var bytes = text[clusters[cluster].text].makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return scalar }
    return "\u{FFFD}"
  }
}
