/// Puts the steps of a flowchart into rows from top to bottom, and leads the wires between them.
struct ChartRows {
  private(set) var boxes: [Flowchart.Box] = []
  private(set) var wires: [Flowchart.Wire] = []
  private(set) var height = 0.0

  private let steps: [Flowchart.Step]
  private let width: Double
  private let size: Double
  private let gap: Double
  /// How far apart lines run.
  private let pitch: Double

  /// Where wires to a step come from when they enter the space below a row.
  private struct Source {
    let target: Int
    let x: Double
    let y: Double
  }

  /// What stands in a row: a step, or a lane for the wires to one further down.
  private enum Place {
    case step(Int)
    case lane(Int)

    var target: Int {
      switch self {
      case .step(let step), .lane(let step): step
      }
    }
  }

  init(_ steps: [Flowchart.Step], width: Double, size: Double) {
    self.steps = steps
    self.width = width
    self.size = size
    gap = size * 1.4
    pitch = size * 0.8
    var isPlaced = [Bool](repeating: false, count: steps.count)
    var sources: [Source] = []
    var row: [Place] = steps.isEmpty ? [] : [.step(0)]
    while !row.isEmpty {
      for case .step(let step) in row { isPlaced[step] = true }
      // In a tree with a loop, which is reported and never published, arrows lead back up: they are left out.
      sources = setRow(row, below: sources).filter { !isPlaced[$0.target] }
      row = nextRow(isPlaced, sources)
    }
  }

  /// The steps all of whose questions stand above: questions first, since more follows them, as many as find room; and a
  /// lane for every other step that an arrow is on its way to.
  private func nextRow(_ isPlaced: [Bool], _ sources: [Source]) -> [Place] {
    let wanted = Set(sources.map(\.target))
    let ready = wanted.filter { step in
      !steps.indices.contains { !isPlaced[$0] && steps[$0].answers.contains { $0.target == step } }
    }
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (steps[left].answers.isEmpty, steps[right].answers.isEmpty)
      return first == second ? left < right : second
    }
    var chosen: Set<Int> = []
    for step in ready.sorted(by: isBefore) {
      let lanes = Double(wanted.count - chosen.count - 1) * laneWidth
      let total = (chosen.map { shape($0).leastWidth + gap } + [shape(step).leastWidth + gap]).reduce(lanes, +)
      if chosen.isEmpty || total - gap <= width { chosen.insert(step) }
    }
    if chosen.isEmpty, let first = wanted.min() { chosen.insert(first) }
    func mean(_ step: Int) -> Double {
      let xs = sources.filter { $0.target == step }.map(\.x)
      return xs.reduce(0, +) / Double(max(xs.count, 1))
    }
    return wanted.sorted { (mean($0), $0) < (mean($1), $1) }.map { chosen.contains($0) ? .step($0) : .lane($0) }
  }

  private var laneWidth: Double { pitch * 2 }

  private func shape(_ step: Int) -> BoxShape { BoxShape(step: steps[step], size: size) }

  /// Sets a row below what is there, with the wires that lead to it.
  /// - Returns: where the wires to the next rows come from.
  private mutating func setRow(_ row: [Place], below sources: [Source]) -> [Source] {
    let widths = widths(of: row)
    let wishes = row.map { place in
      let xs = sources.filter { $0.target == place.target }.map(\.x)
      return xs.isEmpty ? width / 2 : xs.reduce(0, +) / Double(xs.count)
    }
    let lefts = Self.packed(widths, wishes: wishes, gap: gap, width: width)
    let centres = zip(lefts, widths).map { $0 + $1 / 2 }
    let entries = entries(row, centres, widths, sources)
    let top = lead(sources, to: zip(row, entries).map { ($0, $1) })
    var next: [Source] = []
    var bottom = top
    for (index, place) in row.enumerated() {
      switch place {
      case .lane(let target): next.append(Source(target: target, x: entries[index], y: top))
      case .step(let step):
        var box = shape(step).box(step, width: widths[index])
        box.move(x: lefts[index], y: top)
        next += box.cells.map { Source(target: $0.target, x: $0.frame.centre, y: $0.frame.bottom) }
        bottom = max(bottom, box.frame.bottom)
        boxes.append(box)
      }
    }
    height = bottom
    return next
  }

  /// The best widths where there is room for them, else all of a row shrink alike.
  private func widths(of row: [Place]) -> [Double] {
    let limits = row.map { place -> (least: Double, best: Double) in
      switch place {
      case .lane: (laneWidth - gap, laneWidth - gap)
      case .step(let step): (min(shape(step).leastWidth, width), min(shape(step).bestWidth, width))
      }
    }
    let room = width - Double(row.count - 1) * gap - limits.map(\.least).reduce(0, +)
    let wish = limits.map { $0.best - $0.least }.reduce(0, +)
    let share = wish > 0 ? min(1, max(0, room / wish)) : 0
    return limits.map { $0.least + ($0.best - $0.least) * share }
  }

  /// Left edges that keep the order and the gaps, near the centres wished for, and within the sheet.
  private static func packed(_ widths: [Double], wishes: [Double], gap: Double, width: Double) -> [Double] {
    var lefts: [Double] = []
    for (own, wish) in zip(widths, wishes) {
      let free = lefts.indices.last.map { lefts[$0] + widths[$0] + gap } ?? 0
      lefts.append(max(wish - own / 2, free))
    }
    var limit = width
    for index in lefts.indices.reversed() {
      lefts[index] = min(lefts[index], limit - widths[index])
      limit = lefts[index] - gap
    }
    return lefts
  }

  /// Where wires come down into a row: in the middle, but never in line with one that goes elsewhere.
  private func entries(
    _ row: [Place], _ centres: [Double], _ widths: [Double], _ sources: [Source]
  ) -> [Double] {
    zip(row, zip(centres, widths)).map { place, box in
      let others = sources.filter { $0.target != place.target }.map(\.x)
      let own = sources.filter { $0.target == place.target }.map(\.x)
      func isFree(_ x: Double) -> Bool { !others.contains { abs($0 - x) < pitch * 0.9 } }
      // Straight down, where that is possible.
      if own.count == 1, abs(own[0] - box.0) <= max(0, box.1 / 2 - pitch), isFree(own[0]) { return own[0] }
      let limit = max(box.1 / 2 - pitch, gap * 0.6)
      for step in 0..<40 {
        let shift = Double((step + 1) / 2) * pitch / 3 * (step % 2 == 0 ? 1 : -1)
        if abs(shift) <= limit, isFree(box.0 + shift) { return box.0 + shift }
      }
      return box.0
    }
  }

  /// Leads wires from the row above to their places in the next one: all that go to one step share a line across.
  /// - Returns: where the next row begins.
  private mutating func lead(_ sources: [Source], to places: [(place: Place, x: Double)]) -> Double {
    guard !sources.isEmpty else { return 0 }
    func isStraight(_ place: (place: Place, x: Double)) -> Bool {
      sources.filter { $0.target == place.place.target }.allSatisfy { abs($0.x - place.x) < 0.01 }
    }
    let bent = places.filter { !isStraight($0) }
    let first = height + pitch * 1.4
    let top = first + Double(max(bent.count - 1, 0)) * pitch + pitch * 2
    for place in places {
      let target = place.place.target
      let track = bent.firstIndex { $0.place.target == target }.map { first + Double($0) * pitch }
      let hasHead: Bool
      if case .step = place.place { hasHead = true } else { hasHead = false }
      let own = sources.filter { $0.target == target }
      for (number, source) in own.enumerated() {
        var points = [Flowchart.Point(x: source.x, y: source.y)]
        if let track, abs(source.x - place.x) >= 0.01 {
          points += [.init(x: source.x, y: track), .init(x: place.x, y: track)]
        } else if let track {
          points.append(.init(x: place.x, y: track))
        }
        // The last piece is the same for all of them: the first one draws it.
        if number == 0 { points.append(.init(x: place.x, y: top)) }
        wires.append(Flowchart.Wire(target: target, points: points, hasHead: number == 0 && hasHead))
      }
    }
    return top
  }
}
