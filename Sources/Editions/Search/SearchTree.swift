/// Every piece of text that stands in a set of pages, and in which pages it does.
///
/// The pieces form a tree: below a piece stand those that are longer by a character. Where a piece stands in few pages the
/// tree ends, for those few can be read; where everything that goes on from a piece goes on alike, they are one node. A text
/// that is looked up therefore stands in exactly the pages of the first node that begins with it; or the tree has ended
/// before it, and it stands in some of the few pages of the node at that end.
struct SearchTree {
  /// Where in a page a piece stands, the best place first.
  enum Field: UInt32, CaseIterable {
    case title, summary, heading, text
  }

  /// A page in which a piece stands, and the best place where it does.
  struct Find: Equatable {
    let page: Int
    let field: Field
  }

  /// A piece, and where it stands.
  struct Node {
    let text: ArraySlice<UInt16>
    /// In the order of the pages.
    let finds: [Find]
  }

  /// The tree ends at what stands in so many pages or fewer.
  static let few = 8
  /// No piece is longer.
  static let longest = 64

  private struct Occurrence {
    /// The place in `texts` from which on the page goes like that.
    let start: UInt32
    /// The page and, in the last two bits, the field: in order as the numbers are.
    let place: UInt32
  }

  private let manner: SearchManner
  private var words = Vocabulary()
  /// The places of words' stems, by the places of the words: most words of a page were on another one.
  private var stems: [UInt32: UInt32] = [:]
  /// By the first character. They take most of the memory of a large site; so apart, they can be sorted and given up one
  /// after the other.
  private var groups: [[Occurrence]] = []
  /// The number of a character's group, negative when it has none.
  private var groupNumbers = [Int32](repeating: -1, count: 1 << 16)

  init(_ manner: SearchManner) { self.manner = manner }

  /// Adds a text of a page. Pages are added in their order.
  mutating func add(_ text: String, of page: Int, in field: Field) {
    let place = UInt32(page) << 2 | field.rawValue
    let cut = SearchText(text.codeUnits, manner)
    for piece in cut.pieces {
      let units = cut.units[piece.range]
      let word = words.place(of: units)
      if piece.isRun {
        for (offset, first) in units.enumerated() {
          add(Occurrence(start: word + UInt32(offset), place: place), first)
        }
      } else if let first = units.first {
        add(Occurrence(start: word, place: place), first)
        var stem = stems[word] ?? 0
        if stem == 0 {
          stem = words.place(of: [Self.fence] + manner.stem(of: units) + [Self.fence])
          stems[word] = stem
        }
        add(Occurrence(start: stem, place: place), Self.fence)
      }
    }
  }

  private mutating func add(_ occurrence: Occurrence, _ first: UInt16) {
    var number = Int(groupNumbers[Int(first)])
    if number < 0 {
      number = groups.count
      groupNumbers[Int(first)] = Int32(number)
      groups.append([])
    }
    groups[number].append(occurrence)
  }

  /// Stands round the stem of a word: whole words are found by it, and not by their beginnings.
  private static let fence = UInt16(UInt8(ascii: "="))

  /// Calls a function with every node, in the order of their texts by code unit.
  mutating func forEachNode(_ body: (Node) -> Void) {
    var sorting = Sorting(texts: words.texts)
    stems = [:]
    for number in groupNumbers where number >= 0 {
      var group: [Occurrence] = []
      swap(&group, &groups[Int(number)])
      sorting.visit(0..<group.count, depth: 1, &group, body)
    }
  }

  private struct Sorting {
    let texts: [UInt16]
    private var scratch: [Occurrence] = []
    private var counts = [Int](repeating: 0, count: 1 << 16)
    /// Of the node at hand.
    private var finds: [Find] = []

    init(texts: [UInt16]) { self.texts = texts }

    /// The character after the first ones of an occurrence; 0 at the end of a piece.
    private func unit(_ occurrence: Occurrence, _ depth: Int) -> UInt16 { texts[Int(occurrence.start) + depth] }

    /// Visits what goes on from a piece of so many characters.
    private mutating func visitBelow(
      _ range: Range<Int>, depth: Int, _ all: inout [Occurrence], _ body: (Node) -> Void
    ) {
      for child in sort(range, by: depth, &all) where unit(all[child.lowerBound], depth) != 0 {
        visit(child, depth: depth + 1, &all, body)
      }
    }

    /// Visits a piece of so many characters, and what goes on from it.
    mutating func visit(
      _ range: Range<Int>, depth: Int, _ all: inout [Occurrence], _ body: (Node) -> Void
    ) {
      find(all[range])
      var depth = depth
      let start = Int(all[range.lowerBound].start)
      let goesOn = finds.count > SearchTree.few
      if goesOn { depth += common(all[range], from: depth) }
      body(Node(text: texts[start..<start + depth], finds: finds))
      if goesOn, depth < SearchTree.longest { visitBelow(range, depth: depth, &all, body) }
    }

    /// How many characters all occurrences have in common from a depth on.
    private func common(_ group: ArraySlice<Occurrence>, from depth: Int) -> Int {
      guard let first = group.first else { return 0 }
      var shared = SearchTree.longest - depth
      for occurrence in group where occurrence.start != first.start {
        var count = 0
        while count < shared, unit(occurrence, depth + count) == unit(first, depth + count),
          unit(first, depth + count) != 0
        { count += 1 }
        shared = count
        if shared == 0 { return 0 }
      }
      var own = 0
      while own < shared, unit(first, depth + own) != 0 { own += 1 }
      return own
    }

    /// Sorts occurrences by one character, those that have the same in their old order; gives the groups.
    private mutating func sort(_ range: Range<Int>, by depth: Int, _ all: inout [Occurrence]) -> [Range<Int>] {
      if range.count == 1 { return [range] }
      var met: [UInt16] = []
      for index in range {
        let unit = Int(unit(all[index], depth))
        if counts[unit] == 0 { met.append(UInt16(unit)) }
        counts[unit] += 1
      }
      if met.count == 1 {
        counts[Int(met[0])] = 0
        return [range]
      }
      met.sort()
      var groups: [Range<Int>] = []
      var start = range.lowerBound
      for unit in met {
        groups.append(start..<start + counts[Int(unit)])
        counts[Int(unit)] = start
        start = groups[groups.count - 1].upperBound
      }
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: all[range])
      for occurrence in scratch {
        let unit = Int(unit(occurrence, depth))
        all[counts[unit]] = occurrence
        counts[unit] += 1
      }
      for unit in met { counts[Int(unit)] = 0 }
      return groups
    }

    /// Finds the pages of occurrences, which are in the order of the pages.
    private mutating func find(_ group: ArraySlice<Occurrence>) {
      finds.removeAll(keepingCapacity: true)
      var page = UInt32.max
      var best: UInt32 = 0
      for occurrence in group {
        if occurrence.place >> 2 == page {
          best = min(best, occurrence.place & 3)
        } else {
          if page != .max { finds.append(Self.find(page, best)) }
          page = occurrence.place >> 2
          best = occurrence.place & 3
        }
      }
      if page != .max { finds.append(Self.find(page, best)) }
    }

    private static func find(_ page: UInt32, _ field: UInt32) -> Find {
      Find(page: Int(page), field: Field(rawValue: field) ?? .text)
    }
  }
}
