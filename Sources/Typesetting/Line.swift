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

extension Line {
  /// Puts clusters on a line. Spaces at its ends get no glyphs.
  init(_ text: ShapedText, _ clusters: Range<Int>, measure: Double, alignment: Composer.Alignment) {
    self.init(pieces: [], clusters: clusters)
    let last = text.joints[clusters.upperBound - 1].lastInk
    guard let first = clusters.first(where: { !text.joints[$0].kind.isWhite }), first <= last else { return }
    let slack = measure - text.width(clusters)
    let isLast = clusters.upperBound == text.clusters.count || text.joints[clusters.upperBound].strength == .forced
    let spread =
      alignment == .justified && (slack < 0 || !isLast) ? Spread(text.joints[first...last], slack: slack) : Spread()
    // Where the next thing that is seen would begin without white.
    var edge = alignment == .centred ? max(0, slack / 2) : 0
    for index in first...last {
      let joint = text.joints[index]
      if joint.kind.isWhite {
        // Where the white of the mark before it ends, however many spaces there are.
        append(text, index, at: edge + text.joints[joint.lastInk].rightWhite, edges: edge...edge)
      } else {
        if index > first { edge += spread.white(joint) }
        // In brackets: rounding must not make what has no width (U+2060, U+FEFF) end before it begins.
        let end = edge + max(0, joint.right - joint.left)
        append(text, index, at: edge - joint.leftWhite, edges: edge...end)
        edge = end
      }
    }
  }

  private mutating func append(_ text: ShapedText, _ index: Int, at x: Double, edges: ClosedRange<Double>) {
    let cluster = text.clusters[index]
    if pieces.last?.span != cluster.span || pieces.last?.face != cluster.face {
      pieces.append(
        Piece(span: cluster.span, face: cluster.face, glyphs: [], start: edges.lowerBound, end: edges.upperBound))
    }
    let piece = pieces.count - 1
    pieces[piece].end = max(pieces[piece].end, edges.upperBound)
    var characters = cluster.text
    for glyph in text.glyphs[cluster.glyphs] {
      pieces[piece].glyphs.append(Piece.Glyph(id: glyph.id, x: x + glyph.x, rise: glyph.rise, text: characters))
      characters = characters.upperBound..<characters.upperBound
    }
  }
}

/// How the slack of a justified line is spread over its white (CLREQ 3.2.4): first over spaces, then over marks when
/// there is too little room, or between all characters when there is too much.
struct Spread {
  /// How much of the way each space goes from its natural width to its widest, or to its least when less than 0.
  private var spaces = 0.0
  /// The same for the white of marks, towards its least only.
  private var marks = 0.0
  /// Em that are added to every white that is not rigid.
  private var each = 0.0

  /// The most that is added between two characters, in em. A line that would need more stays short.
  static let mostBetweenCharacters = 0.25

  /// Nothing is changed.
  init() {}

  init(_ joints: ArraySlice<Joint>, slack: Double) {
    var room = (spaces: 0.0, marks: 0.0)
    var places = 0
    var isHan = false
    for joint in joints.dropFirst() where !joint.kind.isWhite {
      let play = slack < 0 ? joint.white - joint.tight : joint.loose - joint.white
      switch joint.elasticity {
      case .rigid: continue
      case .space: room.spaces += play
      case .mark: room.marks += play
      case .han: isHan = true
      }
      places += 1
    }
    if slack < 0 {
      if room.spaces > 0 { spaces = max(-1, slack / room.spaces) }
      if room.marks > 0 { marks = max(-1, min(0, slack + room.spaces) / room.marks) }
    } else {
      let rest = max(0, slack - room.spaces)
      let most = isHan ? Self.mostBetweenCharacters * Double(places) : 0
      guard rest <= most else { return }
      if room.spaces > 0 { spaces = min(1, slack / room.spaces) }
      if places > 0 { each = rest / Double(places) }
    }
  }

  /// The white before a cluster.
  func white(_ joint: Joint) -> Double {
    func play(_ share: Double) -> Double {
      share * (share < 0 ? joint.white - joint.tight : joint.loose - joint.white)
    }
    return switch joint.elasticity {
    case .rigid: joint.white
    case .space: joint.white + play(spaces) + each
    case .mark: joint.white + play(marks) + each
    case .han: joint.white + each
    }
  }
}
