/// Pairs the sentences of a block with those of its translation by their lengths, where there are not as many of them.
enum SentencePairs {
  /// What it costs to join a sentence with the one before.
  private static let costOfJoining = 0.35
  /// So many pairs at most are weighed. Nobody writes paragraphs of hundreds of sentences, but a file may hold anything.
  private static let limit = 40_000

  /// Groups of sentences that say the same, in order. Each has one, two or three sentences in one of the languages.
  static func pairs(_ left: [Range<Int>], _ right: [Range<Int>], in text: [Unicode.Scalar], _ other: [Unicode.Scalar])
    -> (left: [Range<Int>], right: [Range<Int>])
  {
    guard let end = left.last?.upperBound, let otherEnd = right.last?.upperBound, end > 0 else { return ([], []) }
    guard left.count * right.count <= limit else { return ([0..<end], [0..<otherEnd]) }
    let ratio = Double(otherEnd) / Double(end)
    let weights = left.map { Weight(text[$0], ratio) }
    let others = right.map { Weight(other[$0], 1) }
    /// The least cost up to a sentence of each, and the sentences of the last group.
    var costs = [[Double]](
      repeating: [Double](repeating: .infinity, count: right.count + 1), count: left.count + 1)
    var steps = [[(Int, Int)]](
      repeating: [(Int, Int)](repeating: (0, 0), count: right.count + 1), count: left.count + 1)
    costs[0][0] = 0
    for row in 0...left.count {
      for column in 0...right.count where costs[row][column] < .infinity {
        for (down, across) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)]
        where row + down <= left.count && column + across <= right.count {
          let first = weights[row..<row + down].reduce(.zero, +)
          let second = others[column..<column + across].reduce(.zero, +)
          let cost = costs[row][column] + first.cost(second) + Double(down + across - 2) * costOfJoining
          if cost < costs[row + down][column + across] {
            costs[row + down][column + across] = cost
            steps[row + down][column + across] = (down, across)
          }
        }
      }
    }
    guard costs[left.count][right.count] < .infinity else { return ([0..<end], [0..<otherEnd]) }
    var pairs: (left: [Range<Int>], right: [Range<Int>]) = ([], [])
    var (row, column) = (left.count, right.count)
    while row > 0, column > 0 {
      let (down, across) = steps[row][column]
      pairs.left.append(left[row - down].lowerBound..<left[row - 1].upperBound)
      pairs.right.append(right[column - across].lowerBound..<right[column - 1].upperBound)
      (row, column) = (row - down, column - across)
    }
    return (pairs.left.reversed(), pairs.right.reversed())
  }

  /// How much a sentence says.
  private struct Weight {
    static let zero = Weight(length: 0, objects: 0, marks: 0)
    var length: Double
    /// Facts, and the marks and digits that both languages write.
    var objects: Int
    var marks: Int

    init(length: Double, objects: Int, marks: Int) {
      (self.length, self.objects, self.marks) = (length, objects, marks)
    }

    init(_ text: ArraySlice<Unicode.Scalar>, _ ratio: Double) {
      length = Double(text.count) * ratio
      objects = text.count { $0 == QuantityText.object }
      marks = text.count { $0 == "？" || $0 == "?" || $0 == "：" || $0 == ":" || $0.isDigit }
    }

    static func + (first: Weight, second: Weight) -> Weight {
      Weight(
        length: first.length + second.length, objects: first.objects + second.objects,
        marks: first.marks + second.marks)
    }

    /// How unlikely it is that another says the same: lengths differ by chance, what both languages write does not.
    func cost(_ other: Weight) -> Double {
      let difference = length - other.length
      return difference * difference / (25 * (length + other.length + 1))
        + Double(abs(objects - other.objects)) * 2 + Double(abs(marks - other.marks)) * 0.5
    }
  }
}
