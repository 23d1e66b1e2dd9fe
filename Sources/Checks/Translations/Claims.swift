/// What a text says is done and is not done: each deed, and each thing that one has or lacks, with its polarity.
struct Claims {
  /// A deed or a thing.
  struct Claim {
    let deeds: Deeds
    var polarity: Polarity
    /// Whether the other language may have a negative for it, if it has not the same deed: `hang up`, `leave`.
    var evades = false
  }

  /// What is certain about a deed.
  enum Polarity {
    case affirmed, negated
    /// It may be either.
    case unclear
  }

  /// A clause that denies or forbids.
  struct Denial {
    /// How many negatives it has.
    let count: Int
    /// What is done or not done, and the things that it is about.
    let deeds: UInt128
    let things: UInt128
  }

  var all: [Claim] = []
  /// All negatives.
  var negatives = 0
  /// Those that are nothing but negatives.
  var denials: [Denial] = []
  /// Words that turn a clause round, or that the other language may say as a negative: `only`, `without`, 谨防.
  var doubts = 0
  /// Weaker ones, which say nothing of the deeds around them: `gone`, 不一样.
  var hints = 0
  /// Whether one negative may be for several deeds: `do not rent or lend`.
  var isShared = false

  /// So many claims at most are weighed against one another. Nobody writes sentences of hundreds of deeds, but a file may hold
  /// anything.
  private static let limit = 400

  /// Whether one text says of a deed that it is done and the other that it is not, or one has a negative that cannot be in
  /// the other. Both have all else in common that tells a lost negative from a free translation.
  func contradicts(_ other: Claims) -> Bool {
    guard negatives > 0 || other.negatives > 0, max(all.count, other.all.count) <= Self.limit else { return false }
    return negates(what: other) || other.negates(what: self) || denies(more: other) || other.denies(more: self)
  }

  /// Whether a deed is negated here and done there.
  private func negates(what other: Claims) -> Bool {
    guard other.negatives + other.doubts + other.evasions(of: self) < negatives else { return false }
    return all.contains { claim in
      guard claim.polarity == .negated else { return false }
      let here = all.filter { $0.deeds.mayBe(claim.deeds) }
      let there = other.all.filter { $0.deeds.mayBe(claim.deeds) }
      guard !there.isEmpty, there.allSatisfy({ $0.polarity == .affirmed }),
        here.allSatisfy({ $0.polarity != .unclear })
      else { return false }
      return here.count == there.count || here.allSatisfy { $0.polarity == .negated }
    }
  }

  /// Whether there are more clauses that deny than the other text has words for it. Only those count that are about
  /// something of which the other text speaks too: what is said in other words may be said without a negative.
  private func denies(more other: Claims) -> Bool {
    guard !denials.isEmpty, other.negatives == 0 || !other.isShared else { return false }
    var (deeds, things): (UInt128, UInt128) = (0, 0)
    for claim in other.all {
      deeds |= claim.deeds.deeds
      things |= claim.deeds.things
    }
    let count = denials.reduce(0) { sum, denial in
      let isCommon = denial.deeds == 0 ? denial.things & things != 0 : denial.deeds & deeds != 0
      return isCommon ? sum + denial.count : sum
    }
    guard other.negatives > 0 else {
      return count > 0 && other.doubts == 0 && other.hints == 0 && !other.all.contains { $0.evades }
    }
    return count > other.negatives + other.doubts + other.hints + other.evasions(of: self)
  }

  /// Words that may be for a negative of the other text, since it has not the same deed.
  private func evasions(of other: Claims) -> Int {
    all.count { claim in claim.evades && !other.all.contains { $0.deeds.mayBe(claim.deeds) } }
  }
}

/// What the readers of both languages do.
extension Claims {
  /// Meets a negative that forbids or only denies. It negates a deed that stands before a place.
  mutating func deny(_ isStrong: Bool, until end: Int, in clause: inout Clause, isFirm: Bool = true) {
    negatives += 1
    if isFirm {
      if clause.denied == 0 { clause.start = all.count }
      clause.denied += 1
    }
    clause.reach.deny(isStrong, until: end)
  }

  /// Meets a word that may turn the clause round.
  mutating func doubt(in clause: inout Clause) {
    doubts += 1
    clause.isDoubtful = true
  }

  /// Meets a word that the other language may say as a negative.
  mutating func hint(in clause: inout Clause) {
    hints += 1
    clause.isHinted = true
  }

  /// Meets a deed.
  mutating func state(_ deeds: Deeds, at index: Int, evades: Bool = false, in clause: inout Clause) {
    let polarity = clause.reach.polarity(at: index)
    all.append(Claim(deeds: deeds, polarity: polarity, evades: evades || deeds.isRefusal))
    if deeds.isRefusal { clause.reach.refuse() }
  }

  /// Ends a clause, of which nothing is certain if it is doubtful.
  /// - Parameter start: the first claim that may be what is denied.
  mutating func end(_ clause: inout Clause, from start: Int, isFirm: Bool = true) {
    let range = clause.first..<all.count
    if clause.denied > 0, isFirm, !clause.isDoubtful {
      var (deeds, things): (UInt128, UInt128) = (0, 0)
      for place in range {
        if place >= start { deeds |= all[place].deeds.telling }
        if !clause.isHinted { things |= all[place].deeds.things }
      }
      denials.append(Denial(count: clause.denied, deeds: deeds, things: things))
    }
    for place in range where clause.isDoubtful || clause.isHinted && all[place].polarity == .affirmed {
      all[place].polarity = .unclear
    }
    clause = Clause(reach: clause.reach, first: all.count)
  }
}
