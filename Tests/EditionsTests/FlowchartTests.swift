import Content
@testable import Editions
import Examples
import Foundation
import Testing

/// `Charts/name.md` holds the questions and ends of a self-check, `Charts/name.txt` how they are drawn: boxes of `#` with
/// their numbers, answers between the `|` at the foot of a box, and the ways of the arrows.
@Suite("Flowcharts")
struct FlowchartTests {
  static let folder = testsFolder.appending(path: "EditionsTests/Charts")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test("A chart is drawn as the example says", arguments: names)
  func example(name: String) throws {
    let body = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let site = try TestSite(["selfchecks/one/zh.md": TestSite.lesson(body)])
    let bundle = try #require(site.library.selfchecks.first)
    let tree = try #require(bundle.source.tree)
    let setting = site.setting(bundle, site.library.site.source)
    let chart = Flowchart.fitting(
      tree.steps.map { Flowchart.Step($0, of: bundle.source, in: setting) }, width: 536, height: 690)
    let file = Self.folder.appending(path: name.replacing(".md", with: ".txt"))
    let found = try difference(of: picture(of: chart), from: file)
    #expect(found == nil, "\(found ?? "")")
  }

  @Test("There are examples") func hasExamples() { #expect(Self.names.count >= 3) }

  @Test("Whatever the tree: no box on another, no arrow through a box, no arrow on another's", arguments: 0..<200)
  func anyTree(seed: Int) {
    let steps = Self.tree(seed: UInt64(seed))
    let chart = Flowchart.fitting(steps, width: 536, height: 690)
    #expect(chart.boxes.map(\.step) == Array(steps.indices))
    #expect(chart.size >= 9)
    var problems: [String] = []
    for box in chart.boxes {
      let frame = box.frame
      if frame.x < -0.01 || frame.right > chart.width + 0.01 || frame.bottom > chart.height + 0.01 {
        problems.append("box \(box.step + 1) leaves the sheet")
      }
      for other in chart.boxes where other.step > box.step && overlap(frame, other.frame) {
        problems.append("boxes \(box.step + 1) and \(other.step + 1)")
      }
      for wire in chart.wires where segments(of: wire).contains(where: { overlap(inset(frame), $0) }) {
        problems.append("the arrow to \(wire.target + 1) through box \(box.step + 1)")
      }
    }
    for (number, wire) in chart.wires.enumerated() {
      for other in chart.wires[..<number] where other.target != wire.target {
        let isOnIt = segments(of: wire).contains { one in segments(of: other).contains { lieOnEachOther(one, $0) } }
        if isOnIt { problems.append("the arrows to \(wire.target + 1) and \(other.target + 1)") }
      }
    }
    #expect(problems == [])
  }

  @Test("A tree with a loop, which is never published, is drawn, too, and the drawing comes to an end")
  func loop() {
    let steps = [
      Flowchart.Step(heading: "一", calls: "", answers: [("甲", 1), ("乙", 2)]),
      Flowchart.Step(heading: "二", calls: "", answers: [("甲", 2), ("乙", 0)]),
      Flowchart.Step(heading: "三", calls: "", answers: [("甲", 1), ("乙", 1)]),
    ]
    #expect(Flowchart.fitting(steps, width: 536, height: 690).boxes.count == 3)
  }

  @Test("Every answer's arrow arrives at its step", arguments: 0..<100)
  func arrival(seed: Int) {
    let steps = Self.tree(seed: UInt64(seed))
    let chart = Flowchart.fitting(steps, width: 536, height: 690)
    for (step, box) in zip(steps, chart.boxes) {
      #expect(box.cells.map(\.target) == step.answers.map(\.target))
      for cell in box.cells {
        let start = Flowchart.Point(x: cell.frame.centre, y: cell.frame.bottom)
        let target = chart.boxes[cell.target].frame
        // The lines to a step hang together: whoever follows them from the answer comes out at its box.
        let lines = chart.wires.filter { $0.target == cell.target }.flatMap { segments(of: $0) }
        var reached = lines.filter { $0.y == start.y && abs($0.centre - start.x) < 0.01 }
        var known = Set(reached)
        while let line = reached.popLast() {
          for other in lines where !known.contains(other) && touch(line, other) {
            known.insert(other)
            reached.append(other)
          }
        }
        #expect(known.contains { abs($0.bottom - target.y) < 0.01 && $0.x >= target.x && $0.x <= target.right })
      }
    }
    #expect(Set(chart.wires.filter(\.hasHead).map(\.target)) == Set(steps.indices.dropFirst()))
  }

  @Test("Long words and long questions stay in their boxes")
  func longText() {
    let steps = [
      Flowchart.Step(
        heading: String(repeating: "很长的问题，", count: 12), calls: "",
        answers: [(String(repeating: "长", count: 30), 1), ("No, I really could not say anything about it", 2)]),
      Flowchart.Step(heading: "A rather longish piece of advice", calls: "Call: 110 · 96110 · 12345", answers: []),
      Flowchart.Step(heading: "停", calls: "拨打：110", answers: []),
    ]
    let chart = Flowchart(steps, width: 536, size: 10)
    for box in chart.boxes {
      for line in box.heading + box.calls {
        #expect(ChartText.width(of: line, isBold: true) * chart.size <= box.frame.width - 20)
      }
      for cell in box.cells {
        #expect(cell.lines.allSatisfy { ChartText.width(of: $0) * chart.size <= cell.frame.width })
      }
    }
  }

  @Test("Lines break where Chinese and English may, and end evenly")
  func lines() {
    #expect(ChartText.evenLines(of: "一分也别再交，马上报警", measure: 10) == ["一分也别再交，", "马上报警"])
    #expect(ChartText.lines(of: "要转账，要“清查资金”", measure: 5) == ["要转账，要", "“清查资", "金”"])
    #expect(ChartText.lines(of: "装他的App吗？", measure: 4) == ["装他的", "App吗？"])
    #expect(ChartText.lines(of: "Keep the number", measure: 5.5) == ["Keep the", "number"])
  }

  // MARK: What is compared

  /// A random tree: every step but the first is reached, and answers lead forward only.
  private static func tree(seed: UInt64) -> [Flowchart.Step] {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let count = 3 + random(10)
    var targets = [[Int]](repeating: [], count: count)
    for step in 1..<count {
      let open = (0..<step).filter { targets[$0].count < 4 && ($0 == 0 || !targets[$0].isEmpty || random(2) == 0) }
      targets[open.isEmpty ? step - 1 : open[random(open.count)]].append(step)
    }
    for step in 0..<count where targets[step].count == 1 || (!targets[step].isEmpty && random(4) == 0) {
      if targets[step].count < 4 { targets[step].append(step + 1 + random(count - step - 1)) }
    }
    return targets.enumerated().map { number, targets in
      let word = random(2) == 0 ? "问" : "wo "
      return Flowchart.Step(
        heading: String(repeating: word, count: 4 + random(20)), calls: targets.isEmpty ? "拨打：110" : "",
        answers: targets.map { (String(repeating: word, count: 1 + random(9)), $0) })
    }
  }

  private func segments(of wire: Flowchart.Wire) -> [Flowchart.Frame] {
    zip(wire.points, wire.points.dropFirst()).map { one, two in
      Flowchart.Frame(
        x: min(one.x, two.x), y: min(one.y, two.y), width: abs(one.x - two.x), height: abs(one.y - two.y))
    }
  }

  private func inset(_ frame: Flowchart.Frame) -> Flowchart.Frame {
    Flowchart.Frame(x: frame.x + 0.1, y: frame.y + 0.1, width: frame.width - 0.2, height: frame.height - 0.2)
  }

  private func overlap(_ one: Flowchart.Frame, _ two: Flowchart.Frame) -> Bool {
    one.x <= two.right && two.x <= one.right && one.y <= two.bottom && two.y <= one.bottom
  }

  private func touch(_ one: Flowchart.Frame, _ two: Flowchart.Frame) -> Bool {
    one.x <= two.right + 0.01 && two.x <= one.right + 0.01 && one.y <= two.bottom + 0.01 && two.y <= one.bottom + 0.01
  }

  /// Whether two lines in one direction share more than a point.
  private func lieOnEachOther(_ one: Flowchart.Frame, _ two: Flowchart.Frame) -> Bool {
    let width = min(one.right, two.right) - max(one.x, two.x)
    let height = min(one.bottom, two.bottom) - max(one.y, two.y)
    let isAcross = one.height < 0.01 && two.height < 0.01 && abs(one.y - two.y) < 1.5 && width > 0.5
    let isDown = one.width < 0.01 && two.width < 0.01 && abs(one.x - two.x) < 1.5 && height > 0.5
    return isAcross || isDown
  }

  /// The chart on a grid of characters, six points wide and eight high.
  private func picture(of chart: Flowchart) -> String {
    let columns = Int(chart.width / 6) + 2
    var rows = [[Character]](repeating: [Character](repeating: " ", count: columns), count: Int(chart.height / 8) + 2)
    func column(_ x: Double) -> Int { Int((x / 6).rounded()) }
    func row(_ y: Double) -> Int { Int((y / 8).rounded()) }
    for wire in chart.wires {
      for line in segments(of: wire) {
        let isDown = line.width < 0.01
        for y in row(line.y)...row(line.bottom) {
          for x in column(line.x)...column(line.right) {
            rows[y][x] = rows[y][x] == " " || rows[y][x] == (isDown ? "|" : "-") ? (isDown ? "|" : "-") : "+"
          }
        }
      }
    }
    for box in chart.boxes {
      let (top, bottom) = (row(box.frame.y), row(box.frame.bottom))
      for y in top...bottom {
        for x in column(box.frame.x)...column(box.frame.right) {
          let isEdge = y == top || y == bottom || x == column(box.frame.x) || x == column(box.frame.right)
          rows[y][x] = isEdge ? "#" : " "
        }
      }
      for (place, digit) in String(box.step + 1).enumerated() { rows[top + 1][column(box.frame.x) + 2 + place] = digit }
      for cell in box.cells.dropFirst() {
        for y in row(cell.frame.y)..<bottom { rows[y][column(cell.frame.x)] = "|" }
      }
    }
    let lines = rows.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    return "\(chart.boxes.count) boxes, text of \(chart.size) points, \(Int(chart.height)) points high\n\n"
      + lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }
}
