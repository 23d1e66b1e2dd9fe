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

  /// Where the lines end when each takes as much as it can: for each the index after its last cluster. Empty for a text
  /// without clusters. There are as many as `lines` makes, which may end them elsewhere to better effect.
  /// - Parameter measure: the width of a line in em.
  package func breaks(_ text: ShapedText, measure: Double) -> [Int] {
    var breaks: [Int] = []
    var start = 0
    while start < text.clusters.count {
      start = text.end(ofLineFrom: start, measure: measure, isTight: alignment == .justified)
      breaks.append(start)
    }
    return breaks
  }

  /// The lines with their glyphs at their places.
  /// - Parameter measure: the width of a line in em.
  package func lines(_ text: ShapedText, measure: Double) -> [Line] {
    let breaks = Improvement(text, self, measure: measure, breaks: breaks(text, measure: measure)).breaks
    var start = 0
    return breaks.map { end in
      defer { start = end }
      return Line(text, start..<end, measure: measure, alignment: alignment)
    }
  }
}

extension ShapedText {
  /// The width of a line of these clusters, without the white at its ends.
  /// - Parameter isTight: whether all white is as little as may be.
  func width(_ clusters: Range<Int>, isTight: Bool = false) -> Double {
    let last = joints[clusters.upperBound - 1].lastInk
    var first = clusters.lowerBound
    while first < last, joints[first].kind.isWhite { first += 1 }
    guard first <= last else { return 0 }
    return isTight ? joints[last].tightRight - joints[first].tightLeft : joints[last].right - joints[first].left
  }

  /// Where a line that begins with a cluster ends when as much as possible is put on it: at a good place if there is
  /// one, else at the least bad. Only what is never divided may be wider than the measure.
  fileprivate func end(ofLineFrom start: Int, measure: Double, isTight: Bool) -> Int {
    var best: Int?
    var strength = Joint.Strength.never
    for end in start + 1...clusters.count {
      let isFitting = width(start..<end, isTight: isTight) <= measure + Self.tolerance
      if !isFitting, let best { return best }
      let here = end == clusters.count ? .forced : joints[end].strength
      if here > .never, min(here, .address) >= strength || best == nil {
        (best, strength) = (end, min(here, .address))
        if !isFitting { return end }
      }
      if here == .forced { return end }
    }
    return best ?? clusters.count
  }

  /// Rounding; in em, far less than anybody sees.
  static let tolerance = 1e-6
}
