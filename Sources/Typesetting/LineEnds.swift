/// Finds where the lines of a text may end.
struct LineEnds {
  /// Those of the text.
  let clusters: [ShapedText.Cluster]
  /// The first character of each cluster.
  let scalars: [Unicode.Scalar]
  /// The class of each cluster's first character.
  let kinds: [CharacterClass]
  /// The joint before each cluster; every rule lowers the strength of some.
  var joints: [Joint]

  /// What the composer must know of each cluster.
  static func joints(
    _ text: [UInt8], _ spans: [StyledText.Span], _ clusters: [ShapedText.Cluster]
  ) -> [Joint] {
    var ends = LineEnds(text, clusters)
    ends.judgeNeighbours()
    ends.keepSyllables()
    ends.keepAddresses()
    ends.keepNumbers()
    ends.keepForeignNames()
    ends.keepHotlines(spans)
    ends.avoidOrphans()
    return ends.joints
  }

  private init(_ text: [UInt8], _ clusters: [ShapedText.Cluster]) {
    self.clusters = clusters
    scalars = clusters.map { Self.firstScalar(text, at: $0.text) }
    kinds = Self.kinds(scalars)
    joints = Joint.joints(clusters, kinds: kinds)
  }

  /// The class of each character, where its neighbours have a say in it.
  private static func kinds(_ scalars: [Unicode.Scalar]) -> [CharacterClass] {
    var kinds = scalars.map { CharacterClass($0) }
    var isOpen = false
    for index in kinds.indices {
      switch scalars[index] {
      case "\n": isOpen = false
      case "\"":
        // Typed without saying which way it points.
        kinds[index] = isOpen ? .closing : .opening
        isOpen.toggle()
      case "'", "\u{2019}":
        let isApostrophe =
          index > 0 && index + 1 < kinds.count && kinds[index - 1] == .letter && kinds[index + 1] == .letter
        if isApostrophe { kinds[index] = .letter }
      default: break
      }
    }
    return kinds
  }

  private static func firstScalar(_ text: [UInt8], at range: Range<Int>) -> Unicode.Scalar {
    guard let first = text[range].first else { return "\u{FFFD}" }
    if first < 0x80 { return Unicode.Scalar(first) }
    var bytes = text[range].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return "\u{FFFD}" }
    return scalar
  }
}

extension LineEnds {
  /// What two neighbours alone decide.
  private mutating func judgeNeighbours() {
    for index in joints.indices.dropFirst() {
      (joints[index].strength, joints[index].harm) = ends(before: index)
    }
  }

  private func ends(before index: Int) -> (Joint.Strength, UInt8) {
    let kind = kinds[index]
    let last = kinds[index - 1]
    if last == .newline { return (scalars[index - 1] == "\r" && scalars[index] == "\n" ? .never : .forced, 0) }
    if kind.isWhite { return (.forbidden, 0) }
    if last == .breakingSpace { return (.free, 0) }
    if kind == .dash, last == .dash { return (.never, 0) }
    let ink = joints[index - 1].lastInk
    guard ink >= 0 else { return (.forbidden, 0) }
    let before = kinds[ink]
    if before == .glue || kind == .glue { return (.unit, 0) }
    if kind.neverBegins || before.neverEnds { return (.forbidden, 0) }
    if last == .space {
      return (.free, before.neverBegins || kind == .opening ? 0 : isShortWord(endingAt: ink) ? 2 : 1)
    }
    if kind == .digit && before == .sign || kind == .sign && before == .digit { return (.word, 1) }
    if before == .han, kind == .han { return (.free, harm(betweenHan: index)) }
    if before == .han || kind == .han || kind == .label || joints[ink].isWide || joints[index].isWide {
      return (.free, kind == .opening || before.neverBegins ? 0 : 1)
    }
    return (isCompound(at: index) ? .free : .word, 1)
  }

  /// Without a dictionary nobody knows where words end; but none begins with a particle, after one there is mostly an
  /// end, and a word that points forwards is read with what follows.
  private func harm(betweenHan index: Int) -> UInt8 {
    if Self.particles.contains(scalars[index]) || Self.forward.contains(scalars[index - 1]) { return 3 }
    return Self.particles.contains(scalars[index - 1]) ? 1 : 2
  }

  private static let particles = Set("的了着过吗呢吧啊们地得者".unicodeScalars)
  private static let forward = Set("和与或及在把被对向从不勿别莫请就最更很非是".unicodeScalars)

  /// Whether a Latin word that ends here is an article, a preposition or the like.
  private func isShortWord(endingAt index: Int) -> Bool {
    let start = (0...index).last { kinds[$0] != .letter } ?? -1
    return (1...3).contains(index - start)
  }

  /// Whether a line may end inside of a word that its writer has put together: after a hyphen or a dash between letters.
  private func isCompound(at index: Int) -> Bool {
    guard index >= 3, index + 1 < kinds.count else { return false }
    switch kinds[index - 1] {
    case .hyphen:
      return kinds[index] == .letter && kinds[index + 1] == .letter && kinds[index - 2] == .letter
        && kinds[index - 3] == .letter
    case .dash: return kinds[index] == .letter && scalars[index - 1] != "\u{2013}"
    case .han, .opening, .closing, .stop, .middleDot, .postfix, .prefix, .sign, .label, .letter, .digit, .slash, .space,
      .glue, .breakingSpace, .newline:
      return false
    }
  }

  /// A word that is longer than a line is divided so that three letters remain on each side.
  private mutating func keepSyllables() {
    for word in runs(of: .letter) {
      for index in word.dropFirst() where index - word.lowerBound < 3 || word.upperBound - index < 3 {
        joints[index].strength = min(joints[index].strength, .forbidden)
      }
    }
  }

  /// A short name in Han characters in a Latin text stays together.
  private mutating func keepForeignNames() {
    let letters = kinds.count { $0 == .letter }
    guard letters > 2 * kinds.count(where: { $0 == .han }) else { return }
    for name in runs(of: .han) where name.count <= 8 {
      for index in name.dropFirst() { joints[index].strength = min(joints[index].strength, .unit) }
    }
  }

  private func runs(of kind: CharacterClass) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in kinds.indices where kinds[index] == kind {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// A number to call is never divided.
  private mutating func keepHotlines(_ spans: [StyledText.Span]) {
    for index in joints.indices.dropFirst() where clusters[index].span == clusters[index - 1].span {
      guard spans[clusters[index].span].emphasis == .hotline else { continue }
      joints[index].strength = .never
    }
  }

  /// The last line has at least two characters besides its marks.
  private mutating func avoidOrphans() {
    var characters = 0
    for index in joints.indices.reversed() {
      switch kinds[index] {
      case .han, .letter, .digit: characters += 1
      case .newline: characters = 0
      case .opening, .closing, .stop, .middleDot, .dash, .postfix, .prefix, .sign, .label, .hyphen, .slash, .space,
        .glue, .breakingSpace:
        break
      }
      if characters < 2, joints[index].strength == .free { joints[index].strength = .orphan }
    }
  }
}
