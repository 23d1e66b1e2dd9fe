/// A cluster as line breaking sees it: what may happen before it, and how much room it takes where it stands.
struct Joint: Hashable, Sendable {
  /// How willingly a line ends before a cluster, in rising order.
  enum Strength: UInt8, Hashable, Sendable, Comparable {
    /// Only when nothing else is left: it would tear a mark from its word.
    case forbidden
    /// Inside of a word or a number that is longer than the line.
    case word
    /// Between a number and its unit.
    case unit
    /// Would leave a last line of one character.
    case orphan
    case free
    /// A line must end here.
    case forced

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: CharacterClass
  /// Whether a line may end before it.
  var strength: Strength
  /// Em that are put before it, unless it begins a line; less than 0 where two marks share their white.
  var gap: Double
  /// White on its left that it loses at the beginning of a line, in em.
  var leftWhite: Double
  /// White on its right that it loses at the end of a line, in em.
  var rightWhite: Double
  /// Its left edge if all stood on one line, in em; its gap comes before that.
  var left: Double
  var right: Double
  /// By how much all up to its right edge can be narrower, in em.
  var shrink: Double
  /// The index of the last cluster up to it that is not a space; -1 for none.
  var lastInk: Int
}

extension Joint {
  static let hanLatinGap = 0.25

  static func joints(of text: ShapedText) -> [Joint] {
    let kinds = text.clusters.indices.map { CharacterClass(text.scalar($0)) }
    var joints: [Joint] = []
    joints.reserveCapacity(kinds.count)
    var edge = 0.0
    var lastInk = -1
    for (index, kind) in kinds.enumerated() {
      let advance = kind == .newline ? 0 : text.clusters[index].advance
      let isWide = advance > 0.9
      var leftWhite = 0.0
      var rightWhite = 0.0
      if isWide {
        switch kind {
        case .opening: leftWhite = advance / 2
        case .closing, .stop: rightWhite = advance / 2
        case .middleDot: (leftWhite, rightWhite) = (advance / 4, advance / 4)
        default: break
        }
      }
      var gap = 0.0
      var strength = Strength.forbidden
      if index > 0 {
        let before = kinds[index - 1]
        let whites = joints[index - 1].rightWhite + leftWhite
        if joints[index - 1].rightWhite > 0, leftWhite > 0 || isWide && (kind == .closing || kind == .stop) {
          gap = -min(0.5, max(joints[index - 1].rightWhite, whites / 2))
        } else if isWide, kind == .opening, before == .opening, joints[index - 1].leftWhite > 0 {
          gap = -leftWhite
        } else if before == .han && (kind == .letter || kind == .digit)
          || kind == .han && (before == .letter || before == .digit || before == .postfix && !joints[index - 1].isWide)
        {
          gap = hanLatinGap
        }
        strength = Self.strength(between: before, kind)
      }
      edge += gap
      if kind != .space, kind != .newline, kind != .breakingSpace { lastInk = index }
      joints.append(
        Joint(
          kind: kind, strength: strength, gap: gap, leftWhite: leftWhite, rightWhite: rightWhite, left: edge,
          right: edge + advance, shrink: 0, lastInk: lastInk))
      edge += advance
    }
    return joints
  }

  var isWide: Bool { right - left > 0.9 }

  private static func strength(between before: CharacterClass, _ after: CharacterClass) -> Strength {
    if before == .newline { return .forced }
    switch after {
    case .closing, .stop, .middleDot, .dash, .postfix, .glue, .space, .newline, .breakingSpace: return .forbidden
    case .han, .opening, .prefix, .mark, .letter, .digit, .hyphen, .slash: break
    }
    switch before {
    case .space, .breakingSpace: return .free
    case .opening, .prefix, .mark, .glue: return .forbidden
    case .letter, .digit, .hyphen, .slash, .stop, .closing, .postfix, .dash, .middleDot:
      return after == .han || after == .mark || after == .opening ? .free : .word
    case .han: return .free
    case .newline: return .forced
    }
  }
}
