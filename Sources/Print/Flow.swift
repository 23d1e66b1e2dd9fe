import Typesetting

/// Distributes pieces over boxes, in their order.
struct Flow {
  let pieces: [Piece]
  /// The boxes' heights in points.
  let heights: [Double]

  /// Whether everything fits.
  var fits: Bool { firstLeftOver() == nil }

  /// The index of the first piece for which there is no room when every box is filled; nil when everything fits.
  func firstLeftOver() -> Int? {
    var next = 0
    for height in heights {
      guard next < pieces.count else { return nil }
      next = fill(from: next, height)
    }
    return next < pieces.count ? next : nil
  }

  /// How far a box can be filled: the index after its last piece.
  private func fill(from start: Int, _ height: Double) -> Int {
    var used = 0.0
    var end = start
    var best = start
    while end < pieces.count {
      used += pieces[end].height + (end == start ? 0 : pieces[end].gap)
      guard used <= height + Self.tolerance else { break }
      end += 1
      if end == pieces.count || pieces[end - 1].breakCost < .infinity { best = end }
    }
    return best
  }

  /// Points by which rounding may be off.
  private static let tolerance = 0.01

  /// The pieces of each box so that the boxes are about equally full and sections are divided where it hurts least; nil
  /// when they do not fit.
  func balanced() -> (ranges: [Range<Int>], cost: Double)? {
    guard !pieces.isEmpty else { return (heights.map { _ in 0..<0 }, 0) }
    // cost[i]: the least cost of putting the first i pieces into the boxes so far; from[box][i]: where its last box began.
    var cost = [Double](repeating: .infinity, count: pieces.count + 1)
    cost[0] = 0
    var from: [[Int]] = []
    for height in heights {
      var next = [Double](repeating: .infinity, count: pieces.count + 1)
      var begin = [Int](repeating: -1, count: pieces.count + 1)
      for start in 0...pieces.count where cost[start] < .infinity {
        consider(start, start, used: 0, height, cost[start], &next, &begin)
        var used = 0.0
        var end = start
        while end < pieces.count {
          used += pieces[end].height + (end == start ? 0 : pieces[end].gap)
          guard used <= height + Self.tolerance else { break }
          end += 1
          if end == pieces.count || pieces[end - 1].breakCost < .infinity {
            consider(start, end, used: used, height, cost[start], &next, &begin)
          }
        }
      }
      cost = next
      from.append(begin)
    }
    guard cost[pieces.count] < .infinity else { return nil }
    var ranges: [Range<Int>] = []
    var end = pieces.count
    for begin in from.reversed() {
      ranges.append(begin[end]..<end)
      end = begin[end]
    }
    return (ranges.reversed(), cost[pieces.count])
  }

  private func consider(
    _ start: Int, _ end: Int, used: Double, _ height: Double, _ cost: Double, _ next: inout [Double],
    _ begin: inout [Int]
  ) {
    let empty = 1 - used / height
    let divided = end == 0 || end == pieces.count ? 0 : pieces[end - 1].breakCost
    let total = cost + empty * empty + divided
    if total < next[end] {
      next[end] = total
      begin[end] = start
    }
  }

  /// The height of a box's pieces, in points.
  func height(of range: Range<Int>) -> Double {
    range.reduce(0) { $0 + pieces[$1].height + ($1 == range.lowerBound ? 0 : pieces[$1].gap) }
  }
}
