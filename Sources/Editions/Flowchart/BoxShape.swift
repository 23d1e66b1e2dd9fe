/// How a step is set in a box of some width: measures follow the size of the text.
struct BoxShape {
  let step: Flowchart.Step
  let size: Double

  var isQuestion: Bool { !step.answers.isEmpty }

  var leading: Double { size * 1.35 }
  /// Between the edge of a box and its text.
  var padding: Double { size * 0.6 }
  /// The side of the square with the step's number.
  var badge: Double { size * 1.75 }

  /// Narrower than this and lines hold a few characters only.
  var leastWidth: Double { isQuestion ? max(size * 12, Double(step.answers.count) * size * 6) : size * 11.4 }
  /// Wider than this and the box is hard to take in at a glance.
  var bestWidth: Double { isQuestion ? max(size * 22, Double(step.answers.count) * size * 11) : size * 17 }

  /// The step in a box whose top left corner is at the origin.
  func box(_ number: Int, width: Double) -> Flowchart.Box {
    let measure = (width - badge - padding * 2) / size
    let heading = ChartText.evenLines(of: step.heading, measure: measure, isBold: true)
    let calls = step.calls.isEmpty ? [] : ChartText.evenLines(of: step.calls, measure: measure, isBold: true)
    let lines = Double(heading.count + calls.count)
    let textHeight = max(badge, lines * leading) + padding * 2 + (calls.isEmpty ? 0 : padding / 2)
    let cellWidth = width / Double(max(step.answers.count, 1))
    let answers = step.answers.map { ChartText.evenLines(of: $0.text, measure: (cellWidth - padding) / size) }
    let cellHeight = answers.isEmpty ? 0 : Double(answers.map(\.count).max() ?? 0) * leading + padding
    let cells = zip(step.answers, answers).enumerated().map { place, answer in
      Flowchart.Cell(
        target: answer.0.target,
        frame: .init(x: Double(place) * cellWidth, y: textHeight, width: cellWidth, height: cellHeight),
        lines: answer.1)
    }
    return Flowchart.Box(
      step: number, frame: .init(x: 0, y: 0, width: width, height: textHeight + cellHeight), heading: heading,
      calls: calls, cells: cells)
  }
}

extension Flowchart.Box {
  /// Moves the box with its answers.
  mutating func move(x: Double, y: Double) {
    frame.x += x
    frame.y += y
    for index in cells.indices {
      cells[index].frame.x += x
      cells[index].frame.y += y
    }
  }
}
