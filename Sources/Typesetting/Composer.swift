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
  package func breaks(_ text: ShapedText, measure: Double) -> [Int] {
    var breaks: [Int] = []
    var start = 0
    while start < text.clusters.count {
      start = text.end(ofLineFrom: start, measure: measure)
      breaks.append(start)
    }
    return breaks
  }

  /// The lines with their glyphs at their places.
  /// - Parameter measure: the width of a line in em.
  package func lines(_ text: ShapedText, measure: Double) -> [Line] {
    var start = 0
    return breaks(text, measure: measure).map { end in
      defer { start = end }
      return line(text, start..<end, measure: measure)
    }
  }
}

extension ShapedText {
  /// The width of a line of these clusters, without the white at its ends.
  func width(_ clusters: Range<Int>) -> Double {
    let last = joints[clusters.upperBound - 1].lastInk
    guard last >= clusters.lowerBound else { return 0 }
    let first = joints[clusters.lowerBound]
    return joints[last].right - joints[last].rightWhite - first.left - first.leftWhite
  }

  /// Where a line that begins with a cluster ends when as much as possible is put on it.
  fileprivate func end(ofLineFrom start: Int, measure: Double) -> Int {
    var best = start + 1
    var strength = Joint.Strength.forbidden
    for end in start + 1..<clusters.count + 1 {
      guard width(start..<end) <= measure + 1e-9 else { break }
      let here = end == clusters.count ? .forced : joints[end].strength
      if here >= strength { (best, strength) = (end, here) }
      if here == .forced { break }
    }
    return best
  }
}

extension Composer {
  private func line(_ text: ShapedText, _ clusters: Range<Int>, measure: Double) -> Line {
    var line = Line(pieces: [], clusters: clusters)
    let last = text.joints[clusters.upperBound - 1].lastInk
    guard last >= clusters.lowerBound else { return line }
    let width = text.width(clusters)
    let slack = measure - width
    var x: Double
    switch alignment {
    case .justified, .ragged: x = 0
    case .centred: x = slack / 2
    }
    let isLast = clusters.upperBound == text.clusters.count || text.joints[clusters.upperBound - 1].kind == .newline
    let extra =
      alignment == .justified && !isLast && last > clusters.lowerBound
      ? slack / Double(last - clusters.lowerBound) : 0
    for index in clusters.lowerBound...last {
      let joint = text.joints[index]
      let cluster = text.clusters[index]
      if index == clusters.lowerBound { x -= joint.leftWhite } else { x += joint.gap + extra }
      if line.pieces.last?.span != cluster.span || line.pieces.last?.face != cluster.face {
        line.pieces.append(Line.Piece(span: cluster.span, face: cluster.face, glyphs: [], start: x, end: x))
      }
      let piece = line.pieces.count - 1
      for (number, glyph) in text.glyphs[cluster.glyphs].enumerated() {
        line.pieces[piece].glyphs.append(
          Line.Piece.Glyph(
            id: glyph.id, x: x + glyph.x, rise: glyph.rise,
            text: number == 0 ? cluster.text : cluster.text.upperBound..<cluster.text.upperBound))
      }
      x += joint.right - joint.left
      line.pieces[piece].end = x
    }
    return line
  }
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
