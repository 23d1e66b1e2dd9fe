/// What became of the passages that somebody wrote down: which are still there, which are others now, which are gone, and
/// what is new.
struct Revision {
  /// A passage as it was written down.
  struct Entry {
    let hash: Passage.Hash
    /// Its first words.
    let words: String
  }

  /// What became of one.
  enum Fate: Hashable {
    /// It is this passage, unchanged.
    case kept(Int)
    /// This passage stands in its place.
    case changed(Int)
    case gone

    /// The passage that it is now.
    var passage: Int? {
      switch self {
      case .kept(let passage), .changed(let passage): passage
      case .gone: nil
      }
    }
  }

  /// For each entry what became of it.
  private(set) var fates: [Fate]
  /// For each passage the entry that it was; nil for a new one.
  private(set) var origins: [Int?]

  /// Passages that are nobody's successors, in their order.
  var added: [Int] { origins.indices.filter { origins[$0] == nil } }

  /// Compares; linear in the number of passages, but for places where many were rewritten at once.
  init(from entries: [Entry], to proof: Proof) {
    fates = Array(repeating: .gone, count: entries.count)
    origins = Array(repeating: nil, count: proof.passages.count)
    keepEqual(entries, proof)
    followChanged(entries, proof)
  }

  private mutating func join(_ entry: Int, _ passage: Int, _ fate: Fate) {
    fates[entry] = fate
    origins[passage] = entry
  }

  /// What begins and ends alike is the same; between that, equal passages are the same wherever they stand.
  private mutating func keepEqual(_ entries: [Entry], _ proof: Proof) {
    let passages = proof.passages
    var first = 0
    while first < min(entries.count, passages.count), entries[first].hash == passages[first].hash {
      join(first, first, .kept(first))
      first += 1
    }
    var (lastEntry, lastPassage) = (entries.count, passages.count)
    while lastEntry > first, lastPassage > first, entries[lastEntry - 1].hash == passages[lastPassage - 1].hash {
      lastEntry -= 1
      lastPassage -= 1
      join(lastEntry, lastPassage, .kept(lastPassage))
    }
    var waiting: [Passage.Hash: [Int]] = [:]
    for passage in (first..<lastPassage).reversed() { waiting[passages[passage].hash, default: []].append(passage) }
    for entry in first..<lastEntry {
      if let passage = waiting[entries[entry].hash]?.popLast() { join(entry, passage, .kept(passage)) }
    }
  }

  /// Entries and passages without a partner that follow the same passage belong together, in their order.
  private mutating func followChanged(_ entries: [Entry], _ proof: Proof) {
    var lost: [Int: [Int]] = [:]
    var before = -1
    for entry in entries.indices {
      if case .kept = fates[entry] { before = entry } else { lost[before, default: []].append(entry) }
    }
    if lost.isEmpty { return }
    var found: [Int: [Int]] = [:]
    before = -1
    for passage in origins.indices {
      if let origin = origins[passage] { before = origin } else { found[before, default: []].append(passage) }
    }
    for (place, entriesHere) in lost {
      for (entry, passage) in Self.pairs(entriesHere, found[place] ?? [], entries, proof) {
        join(entry, passage, .changed(passage))
      }
    }
  }

  /// As many as there are on both sides go together; otherwise those whose first words are most alike, in order.
  private static func pairs(
    _ old: [Int], _ new: [Int], _ entries: [Entry], _ proof: Proof
  ) -> [(Int, Int)] {
    if old.isEmpty || new.isEmpty { return [] }
    if old.count == new.count || old.count * new.count > 10_000 { return Array(zip(old, new)) }
    let before = old.map { bigrams(entries[$0].words) }
    let after = new.map { bigrams(proof.words(of: $0)) }
    // best[i][j]: how much likeness the rest of `old` from i and of `new` from j allow.
    var best = [[Double]](repeating: [Double](repeating: 0, count: new.count + 1), count: old.count + 1)
    func likeness(_ i: Int, _ j: Int) -> Double {
      let common = Double(before[i].intersection(after[j]).count)
      // Anything is a likelier successor than nothing.
      return 0.01 + 2 * common / Double(max(1, before[i].count + after[j].count))
    }
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness(i, j))
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if best[i][j] == best[i + 1][j + 1] + likeness(i, j) {
        pairs.append((old[i], new[j]))
        i += 1
        j += 1
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  private static func bigrams(_ words: String) -> Set<String> {
    let characters = Array(words)
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }

  /// Of numbers that should rise, the positions of those that stand out of order: all but a longest rising run.
  static func outOfOrder(_ numbers: [Int]) -> [Int] {
    // tails[n]: the position of the smallest number that ends a rising run of n + 1.
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
      }
      previous[position] = low > 0 ? tails[low - 1] : nil
      if low < tails.count { tails[low] = position } else { tails.append(position) }
    }
    var inOrder: Set<Int> = []
    var position = tails.last
    while let here = position {
      inOrder.insert(here)
      position = previous[here]
    }
    return numbers.indices.filter { !inOrder.contains($0) }
  }
}
