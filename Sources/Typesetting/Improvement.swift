/// Ends the lines of a paragraph where it looks best, in as many lines as it takes when each is as full as can be.
struct Improvement {
  /// The index after the last cluster of each line.
  private(set) var breaks: [Int]
  private let text: ShapedText
  private let composer: Composer
  private let measure: Double

  /// - Parameter breaks: where the lines end when each takes as much as it can.
  init(_ text: ShapedText, _ composer: Composer, measure: Double, breaks: [Int]) {
    (self.text, self.composer, self.measure) = (text, composer, measure)
    self.breaks = []
    var start = 0
    var part: [Int] = []
    for end in breaks {
      part.append(end)
      guard end == text.clusters.count || text.joints[end].strength == .forced else { continue }
      self.breaks += best(from: start, part)
      start = end
      part = []
    }
  }

  /// The best ends for the lines of a part that ends with a forced break; those given when they cannot be improved.
  private func best(from start: Int, _ full: [Int]) -> [Int] {
    guard let end = full.last, full.count > 1 else { return full }
    let places = self.places(from: start, to: end, full)
    guard let earliest = earliest(places, from: start, lines: full.count) else { return full }
    let target = composer.isBalanced ? balancedWidth(from: start, full) : nil

    // For each line every place where it may end, the least cost so far, and where the line before it ends.
    var table: [[Step]] = [[Step(place: start, cost: 0, previous: 0)]]
    for line in full.indices {
      var steps: [Step] = []
      for place in places where place >= earliest[line] && place <= full[line] {
        let isLast = line == full.count - 1
        var step: Step?
        for (number, previous) in table[line].enumerated() where previous.place < place {
          guard let cost = cost(previous.place..<place, isLast: isLast, target: target) else { continue }
          let sum = previous.cost + cost
          if sum < step?.cost ?? .infinity { step = Step(place: place, cost: sum, previous: number) }
        }
        if let step { steps.append(step) }
      }
      guard !steps.isEmpty else { return full }
      table.append(steps)
    }
    var best: [Int] = []
    var number = 0
    for steps in table.dropFirst().reversed() {
      best.append(steps[number].place)
      number = steps[number].previous
    }
    return best.reversed()
  }

  private struct Step {
    var place: Int
    var cost: Double
    /// Index among the steps of the line before.
    var previous: Int
  }

  /// Where lines may end willingly, and where the full lines had to.
  private func places(from start: Int, to end: Int, _ full: [Int]) -> [Int] {
    var places: [Int] = []
    var next = 0
    for place in start + 1...end {
      if place == full[next] {
        places.append(place)
        next = min(next + 1, full.count - 1)
      } else if place < end, text.joints[place].strength >= .address {
        places.append(place)
      }
    }
    return places
  }

  /// For each line the earliest place where it may end so that the rest has room in the lines that remain; nil when
  /// that cannot be told.
  private func earliest(_ places: [Int], from start: Int, lines: Int) -> [Int]? {
    guard var end = places.last else { return nil }
    var earliest = [end]
    var index = places.count - 1
    while earliest.count < lines {
      var first: Int?
      while index > 0, fits(places[index - 1]..<end) {
        index -= 1
        first = places[index]
      }
      guard let first else { return nil }
      earliest.append(first)
      end = first
    }
    return earliest.reversed()
  }

  private func fits(_ line: Range<Int>) -> Bool {
    text.width(line, isTight: composer.alignment == .justified) <= measure + ShapedText.tolerance
  }

  private func balancedWidth(from start: Int, _ full: [Int]) -> Double {
    var start = start
    var sum = 0.0
    for end in full {
      sum += text.width(start..<end)
      start = end
    }
    return sum / Double(full.count)
  }
}

extension Improvement {
  /// How bad a line looks; nil when it is too long.
  private func cost(_ line: Range<Int>, isLast: Bool, target: Double?) -> Double? {
    guard fits(line) else { return nil }
    let width = text.width(line)
    var cost = 0.0
    if let target {
      let deviation = (width - target) / measure
      cost = deviation * deviation * 2
    } else if isLast {
      // A last line that is much shorter than the others looks forgotten.
      let lack = max(0, 0.4 - width / measure)
      cost = lack * lack * 4
    } else if composer.alignment == .justified {
      cost = strain(line, slack: measure - width)
    } else {
      let slack = (measure - width) / measure
      cost = slack * slack * 4
    }
    guard !isLast else { return cost }
    let end = text.joints[line.upperBound]
    cost += Double(end.harm) * (target == nil ? 0.005 : 0.1)
    if end.strength < .free { cost += end.strength == .address ? 0.1 : 1 }
    return cost
  }

  /// How far the white of a justified line is from its natural width: 1 at its limits.
  private func strain(_ line: Range<Int>, slack: Double) -> Double {
    if slack < 0 {
      let least = text.width(line) - text.width(line, isTight: true)
      let share = least > 0 ? -slack / least : 0
      return share * share
    }
    var room = 0.0
    for index in line.dropFirst() {
      let joint = text.joints[index]
      switch joint.elasticity {
      case .rigid: break
      case .space: room += joint.loose - joint.white
      case .mark, .han: room += Spread.mostBetweenCharacters / 2
      }
    }
    // Beyond its limits a line stays short, the worse the shorter.
    guard slack < room * 2 else { return 4 + slack }
    return slack > 0 ? slack / room * slack / room : 0
  }
}
