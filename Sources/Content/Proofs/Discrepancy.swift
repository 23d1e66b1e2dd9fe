package import Diagnostics

/// A place where a translation and its original are not what somebody confirmed.
package struct Discrepancy: Sendable {
  /// What has happened since.
  package enum Kind: Hashable, Sendable {
    /// The original's passage is another.
    case changed
    /// The original has a new passage, the translation has none for it.
    case added
    /// The original's passage is gone, the translation's is still there.
    case removed
    /// The passages stand in another order.
    case moved
    /// The translation's passage is another, the original's is not.
    case retranslated
    /// The translation's passage is gone, the original's is still there.
    case untranslated
    /// Both have a new passage.
    case fresh
    /// Only the translation has a new passage.
    case foreign

    /// Whether the translation may say something else than the original does now.
    package var isStale: Bool {
      switch self {
      case .changed, .added, .removed, .moved: true
      case .retranslated, .untranslated, .fresh, .foreign: false
      }
    }
  }

  package let kind: Kind
  /// Whether a number, a fact, a negation or the like is concerned, and not only wording.
  package let isOfFacts: Bool
  /// The first words as they were confirmed; nil for what is new.
  package let was: String?
  /// The particulars (see `Particulars`) that are gone and those that are new, a few of them.
  package let particulars: (gone: [String], new: [String])
  /// Where the translation stands, or the place after which it should.
  package let place: Place
  /// The original's passage, where there is one, and its first words.
  package let source: (place: Place, words: String)?
}

extension Discrepancy {
  /// Everything in which a translation and its original differ from what was confirmed, in the order of the translation.
  static func all(since confirmation: Confirmation, _ translation: Proof, _ source: Proof) -> [Discrepancy] {
    var comparison = Comparison(confirmation.lines, translation, source)
    comparison.compareLines()
    comparison.compareAdditions()
    comparison.compareOrder()
    return comparison.found.sorted { ($0.passage, $0.number) < ($1.passage, $1.number) }.map(\.discrepancy)
  }
}

/// The comparison of two texts with a confirmation: the two may have changed, one or both of them.
private struct Comparison {
  private let lines: [Confirmation.Line]
  private let translation: Proof
  private let source: Proof
  private let ours: LineFates
  private let theirs: LineFates
  /// What was found, at which passage of the translation.
  private(set) var found: [(discrepancy: Discrepancy, passage: Int, number: Int)] = []

  init(_ lines: [Confirmation.Line], _ translation: Proof, _ source: Proof) {
    self.lines = lines
    self.translation = translation
    self.source = source
    ours = LineFates(lines, \.source, source)
    theirs = LineFates(lines, \.translation, translation)
  }

  mutating func compareLines() {
    var last = 0
    for (number, line) in lines.enumerated() {
      let (first, second) = (ours.fates[number], theirs.fates[number])
      last = second?.passage ?? last
      switch (first, second) {
      case (.kept?, .kept?), (nil, .kept?), (.kept?, nil), (nil, nil): break
      case (.gone?, .gone?), (nil, .gone?), (.gone?, nil): break
      case (.changed(let passage)?, .kept?), (.changed(let passage)?, .changed?), (.changed(let passage)?, nil):
        add(.changed, line, at: last, passage, line.sourceParticulars, source.particulars(of: passage))
      case (.gone?, .kept?), (.gone?, .changed?):
        add(.removed, line, at: last, nil, line.sourceParticulars, [])
      case (.kept(let passage)?, .changed(let other)?):
        add(.retranslated, line, at: last, passage, line.translationParticulars, translation.particulars(of: other))
      case (nil, .changed(let other)?):
        add(.retranslated, line, at: last, nil, line.translationParticulars, translation.particulars(of: other))
      case (.kept(let passage)?, .gone?), (.changed(let passage)?, .gone?):
        add(.untranslated, line, at: last, passage, line.translationParticulars, [])
      }
    }
  }

  /// New passages that follow the same confirmed one in both languages belong together.
  mutating func compareAdditions() {
    let (first, second) = (ours.additions, theirs.additions)
    for line in Set(first.keys).union(second.keys).sorted() {
      let (here, there) = (second[line] ?? [], first[line] ?? [])
      for number in 0..<max(here.count, there.count) {
        let original = number < there.count ? there[number] : nil
        if number < here.count {
          let particulars = original == nil ? translation.particulars(of: here[number]) : []
          add(original == nil ? .foreign : .fresh, nil, at: here[number], original, [], particulars)
        } else if let original {
          let before = line >= 0 ? theirs.fates[...line].last { $0?.passage != nil }??.passage : nil
          add(.added, nil, at: here.last ?? before ?? 0, original, [], source.particulars(of: original))
        }
      }
    }
  }

  mutating func compareOrder() {
    let both = lines.indices.compactMap { line -> (line: Int, source: Int, translation: Int)? in
      guard let first = ours.fates[line]?.passage, let second = theirs.fates[line]?.passage else { return nil }
      return (line, first, second)
    }.sorted { $0.source < $1.source }
    for place in Revision.outOfOrder(both.map(\.translation)) {
      let moved = both[place]
      add(.moved, lines[moved.line], at: moved.translation, moved.source, [], [])
    }
  }

  private mutating func add(
    _ kind: Discrepancy.Kind, _ line: Confirmation.Line?, at passage: Int, _ original: Int?, _ before: [String],
    _ after: [String]
  ) {
    let discrepancy = Discrepancy(
      kind: kind, isOfFacts: before != after, was: line?.words,
      particulars: (Self.difference(before, after), Self.difference(after, before)),
      place: translation.place(of: passage),
      source: original.map { (source.place(of: $0), source.words(of: $0)) })
    found.append((discrepancy, passage, found.count))
  }

  /// Up to four of the first list that the second does not have so often.
  private static func difference(_ first: [String], _ second: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for word in second { counts[word, default: 0] += 1 }
    return Array(
      first.filter { word in
        counts[word, default: 0] -= 1
        return counts[word, default: 0] < 0
      }.prefix(4))
  }
}

/// What became of one side of a confirmation's lines.
private struct LineFates {
  /// For each line; nil where it has no passage on this side.
  let fates: [Revision.Fate?]
  /// New passages by the line that they follow, -1 for those in front of all.
  let additions: [Int: [Int]]

  init(_ lines: [Confirmation.Line], _ side: KeyPath<Confirmation.Line, Passage.Hash?>, _ proof: Proof) {
    let numbers = lines.indices.filter { lines[$0][keyPath: side] != nil }
    let entries = numbers.compactMap { number in
      lines[number][keyPath: side].map { Revision.Entry(hash: $0, words: lines[number].words) }
    }
    let revision = Revision(from: entries, to: proof)
    var fates: [Revision.Fate?] = Array(repeating: nil, count: lines.count)
    for (number, fate) in zip(numbers, revision.fates) { fates[number] = fate }
    self.fates = fates
    var additions: [Int: [Int]] = [:]
    var line = -1
    for passage in revision.origins.indices {
      if let origin = revision.origins[passage] {
        line = numbers[origin]
      } else {
        additions[line, default: []].append(passage)
      }
    }
    self.additions = additions
  }
}
