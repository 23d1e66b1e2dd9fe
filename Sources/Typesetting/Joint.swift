/// A cluster as the composer sees it: how willingly a line ends before it, and the white around it. Lengths in em.
struct Joint: Hashable, Sendable {
  /// How willingly a line ends before a cluster, in rising order. The first four are used only where a line would
  /// otherwise be too long.
  enum Strength: UInt8, Hashable, Sendable, Comparable {
    /// Not even then.
    case never
    /// It would tear a mark from its word.
    case forbidden
    /// Inside of a word or a number.
    case word
    /// Between a number and its unit.
    case unit
    /// It would leave a last line of one character.
    case orphan
    /// Inside of a long web address.
    case address
    case free
    /// A line must end here.
    case forced

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// What happens to the white before a cluster when a line is justified.
  enum Elasticity: UInt8, Hashable, Sendable {
    case rigid
    /// A space between words, or the gap between Han and Latin: gives and takes first.
    case space
    /// The white of a punctuation mark.
    case mark
    /// Between two Han characters, which touch.
    case han
  }

  /// The class of its first character.
  let kind: CharacterClass
  /// Whether a line may end before it.
  var strength: Strength
  /// How bad it looks when a line ends here, though it may: 0 after a mark, 1 between words, 2 between two Han
  /// characters, 3 where it tears what is read together.
  var harm: UInt8 = 0
  /// How its white changes in a justified line.
  let elasticity: Elasticity
  /// White between this cluster and the one before; none at the ends of a line.
  let white: Double
  /// The least white, for a line that is to take one more character.
  let tight: Double
  /// The most white that is not noticed.
  let loose: Double
  /// White that belongs to the glyph, on the left of what is seen.
  let leftWhite: Double
  /// White that belongs to the glyph, on the right.
  let rightWhite: Double
  /// Where what is seen would begin if the whole text stood on one line.
  let left: Double
  /// Where it would end.
  let right: Double
  /// As `left`, with the least white everywhere.
  let tightLeft: Double
  /// As `right`, with the least white everywhere.
  let tightRight: Double
  /// The last cluster up to this one that is not white; -1 for none.
  let lastInk: Int
}

extension Joint {
  /// The gap between Han and Latin letters or digits: a quarter of an em (CLREQ 3.2.2).
  static let hanLatinGap = 0.25

  /// A joint for every cluster, with all white and no decision yet about where lines end.
  static func joints(_ clusters: [ShapedText.Cluster], kinds: [CharacterClass]) -> [Joint] {
    var joints: [Joint] = []
    joints.reserveCapacity(kinds.count)
    // White clusters since the last ink, and their width.
    var spaces = 0.0
    var lastInk = -1
    for (index, kind) in kinds.enumerated() {
      let advance = clusters[index].advance
      let before = lastInk >= 0 ? joints[lastInk] : nil
      let right = before?.right ?? 0
      let tightRight = before?.tightRight ?? 0
      guard !kind.isWhite else {
        let edge = right + (before?.rightWhite ?? 0) + spaces
        if kind == .space { spaces += advance }
        joints.append(
          Joint(
            kind: kind, strength: .forbidden, elasticity: .rigid, white: 0, tight: 0, loose: 0, leftWhite: 0,
            rightWhite: 0, left: edge, right: edge, tightLeft: tightRight, tightRight: tightRight, lastInk: lastInk))
        continue
      }
      let isWide = kind.isWide(advance)
      let share = isWide ? kind.white : (left: 0, right: 0)
      let own = (left: share.left * advance, right: share.right * advance)
      let gap = Gap(after: before, kind, leftWhite: own.left, isWide: isWide, spaces: spaces)
      let core = advance - own.left - own.right
      lastInk = index
      joints.append(
        Joint(
          kind: kind, strength: .forbidden, elasticity: gap.elasticity, white: gap.white, tight: gap.tight,
          loose: gap.loose, leftWhite: own.left, rightWhite: own.right, left: right + gap.white,
          right: right + gap.white + core, tightLeft: tightRight + gap.tight, tightRight: tightRight + gap.tight + core,
          lastInk: index))
      spaces = 0
    }
    return joints
  }

  /// Whether it takes a square of its own and is no Latin letter.
  var isWide: Bool { kind.isWide(leftWhite + (right - left) + rightWhite) }
}

/// The white between two neighbours on a line.
private struct Gap {
  var white = 0.0
  var tight = 0.0
  var loose = 0.0
  var elasticity = Joint.Elasticity.rigid

  /// - Parameters:
  ///   - before: the neighbour on the left; nil at the beginning of the text.
  ///   - leftWhite: the right neighbour's own white.
  ///   - spaces: the width of the spaces between them.
  init(after before: Joint?, _ kind: CharacterClass, leftWhite: Double, isWide: Bool, spaces: Double) {
    guard let before else {
      white = leftWhite
      tight = leftWhite
      return
    }
    let isHanLatin =
      before.kind == .han && (kind.isLatin || kind == .prefix && !isWide) || before.isLatin && kind == .han
    let marks = Self.marks(before, kind, leftWhite: leftWhite, isWide: isWide)
    if isHanLatin {
      (white, tight, loose, elasticity) = (Joint.hanLatinGap, Joint.hanLatinGap / 1.5, Joint.hanLatinGap * 1.5, .space)
    } else if spaces > 0 {
      white = marks + spaces
      (tight, loose, elasticity) = (marks + spaces * 0.8, max(white, marks + 0.5), .space)
    } else {
      (white, tight, loose) = (marks, marks / 2, marks)
      elasticity = Self.elasticity(before, kind, isWide: isWide, hasWhite: marks > 0)
    }
  }

  /// No room is added before a closing mark, after an opening one, and inside of numbers (JIS X 4051, 4.19).
  private static func elasticity(
    _ before: Joint, _ kind: CharacterClass, isWide: Bool, hasWhite: Bool
  ) -> Joint.Elasticity {
    if kind == .closing || kind == .stop || kind == .postfix { return .rigid }
    if before.kind == .opening || before.kind == .prefix || before.kind == .dash && kind == .dash { return .rigid }
    if hasWhite { return .mark }
    let isHan = before.kind.isHanLike || kind.isHanLike
    return isHan || (before.isWide || isWide) && !before.isLatin && !kind.isLatin ? .han : .rigid
  }

  /// What is left of the white of two marks: together never more than half a square (CLREQ 3.1.6.2).
  private static func marks(_ before: Joint, _ kind: CharacterClass, leftWhite: Double, isWide: Bool) -> Double {
    if before.rightWhite > 0, isWide, kind == .closing || kind == .stop { return 0 }
    if before.kind == .opening, before.leftWhite > 0, leftWhite > 0 { return 0 }
    return before.rightWhite > 0 && leftWhite > 0 ? max(before.rightWhite, leftWhite) : before.rightWhite + leftWhite
  }
}

extension CharacterClass {
  /// Whether a Han character keeps a distance from it.
  fileprivate var isLatin: Bool { self == .letter || self == .digit }
  fileprivate var isHanLike: Bool { self == .han || self == .label }

  /// Whether a cluster of this advance takes a square of its own; an m and a % nearly do.
  fileprivate func isWide(_ advance: Double) -> Bool { advance > 0.95 && self != .letter && self != .digit }
}

extension Joint {
  /// As `CharacterClass.isLatin`, and a narrow sign after a number.
  fileprivate var isLatin: Bool { kind.isLatin || kind == .postfix && !isWide }
}
