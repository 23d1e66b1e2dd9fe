/// Pairs the quantities of two texts that ought to say the same, and tells what differs.
struct QuantityMatching {
  /// Something that one text says and the other does not, or says otherwise.
  struct Difference {
    enum Kind {
      /// Only one of the texts has it.
      case alone
      case value
      /// Another currency, working days instead of days, per cent instead of points.
      case unit
      case period
      case qualifier
    }

    let kind: Kind
    /// From the original; nil when the translation added something.
    let original: Quantity?
    /// From the translation; nil when it lacks something.
    let translation: Quantity?
  }

  private let original: [Quantity]
  private let translation: [Quantity]
  private var differences: [Difference] = []
  private var openOriginals: Set<Int>
  private var openTranslations: Set<Int>

  static func differences(_ original: [Quantity], _ translation: [Quantity]) -> [Difference] {
    if original.isEmpty, translation.isEmpty { return [] }
    var matching = QuantityMatching(original, translation)
    matching.pairEquals()
    matching.pairOthers()
    matching.reportRest()
    return matching.differences
  }

  private init(_ original: [Quantity], _ translation: [Quantity]) {
    (self.original, self.translation) = (original, translation)
    openOriginals = Set(original.indices)
    openTranslations = Set(translation.indices)
  }

  private typealias Candidate = (cost: Int, left: Int, right: Int)

  /// The pairs for which there is a cost, cheapest first.
  private func candidates(_ cost: (Quantity, Quantity) -> Int?) -> [Candidate] {
    let lefts = openOriginals.sorted()
    let rights = openTranslations.sorted()
    let isHuge = lefts.count * rights.count > 10_000
    var candidates: [Candidate] = []
    for (row, left) in lefts.enumerated() {
      for (column, right) in rights.enumerated() where !isHuge || abs(row - column) < 20 {
        if let cost = cost(original[left], translation[right]) {
          candidates.append((cost * 1000 + min(999, abs(row - column)), left, right))
        }
      }
    }
    return candidates.sorted { ($0.cost, $0.left, $0.right) < ($1.cost, $1.left, $1.right) }
  }

  private mutating func take(_ candidate: Candidate) -> (Quantity, Quantity)? {
    guard openOriginals.contains(candidate.left), openTranslations.contains(candidate.right) else { return nil }
    openOriginals.remove(candidate.left)
    openTranslations.remove(candidate.right)
    return (original[candidate.left], translation[candidate.right])
  }

  private mutating func pairEquals() {
    let families = (Set(original.map(\.unit.family)), Set(translation.map(\.unit.family)))
    let candidates = candidates { left, right in
      guard let cost = left.distance(from: right) ?? left.shortDistance(from: right, families) else { return nil }
      let conflicts = (left.hasOtherPeriod(than: right) ? 8 : 0) + (left.hasOtherQualifier(than: right) ? 4 : 0)
      let isAgreedOn = left.period != nil && left.period == right.period
      return cost + conflicts + (isAgreedOn ? 0 : 1)
    }
    for candidate in candidates {
      guard let (left, right) = take(candidate) else { continue }
      let isOfInterest = left.weight == .hard || right.weight == .hard
      if isOfInterest, left.hasOtherPeriod(than: right) {
        differences.append(Difference(kind: .period, original: left, translation: right))
      } else if left.weight == .hard || right.weight == .hard, left.hasOtherQualifier(than: right) {
        differences.append(Difference(kind: .qualifier, original: left, translation: right))
      }
    }
  }

  /// Pairs what is left: the same thing with another number, or the same number of another thing.
  private mutating func pairOthers() {
    dropRepetitions()
    let candidates = candidates { left, right in
      guard left.weight != .optional, right.weight != .optional else { return nil }
      let isSoft = left.weight == .soft && right.weight == .soft
      if left.unit.family == right.unit.family {
        if isSoft, (left.unit == .ordinal) != (right.unit == .ordinal) || left.unit == .percent { return nil }
        return left.unit == right.unit ? 1 : 2
      }
      if isSoft { return nil }
      if left.digitsWritten == right.digitsWritten, !left.digitsWritten.isEmpty { return 3 }
      if left.unit == .plain || right.unit == .plain, left.weight == .hard, right.weight == .hard { return 4 }
      return nil
    }
    for candidate in candidates {
      guard let (left, right) = take(candidate) else { continue }
      let isSame = left.value == right.value || left.digitsWritten == right.digitsWritten && left.unit != right.unit
      differences.append(Difference(kind: isSame ? .unit : .value, original: left, translation: right))
    }
  }

  /// A text may say a number twice that the other says once, and give the year apart from the day.
  private mutating func dropRepetitions() {
    for index in openOriginals
    where original[index].weight == .hard && translation.contains(where: { original[index].isRepeated(in: $0) }) {
      openOriginals.remove(index)
    }
    for index in openTranslations
    where translation[index].weight == .hard && original.contains(where: { translation[index].isRepeated(in: $0) }) {
      openTranslations.remove(index)
    }
  }

  private mutating func reportRest() {
    for index in openOriginals.sorted() where original[index].weight == .hard {
      differences.append(Difference(kind: .alone, original: original[index], translation: nil))
    }
    for index in openTranslations.sorted() where translation[index].weight == .hard {
      differences.append(Difference(kind: .alone, original: nil, translation: translation[index]))
    }
  }
}
