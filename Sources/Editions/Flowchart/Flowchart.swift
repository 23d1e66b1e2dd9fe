/// A decision tree as boxes and arrows on a sheet of paper, in points.
///
/// Boxes stand in rows, and arrows run only where no box can stand: across between the rows, and down in the column of the
/// box that they leave, or in a lane that was kept free in a row. So no arrow crosses a box, whatever the tree.
struct Flowchart {
  /// A question or an end, as it is drawn.
  struct Step {
    let heading: String
    /// The numbers to call; empty where there are none.
    let calls: String
    /// What can be answered, and the step to which each leads; none at an end.
    let answers: [(text: String, target: Int)]
  }

  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  struct Frame: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var centre: Double { x + width / 2 }
  }

  /// A step at its place.
  struct Box {
    /// The step's number, from 0.
    let step: Int
    var frame: Frame
    let heading: [String]
    let calls: [String]
    var cells: [Cell]
  }

  /// An answer at the foot of its question; its arrow begins below it.
  struct Cell {
    let target: Int
    var frame: Frame
    let lines: [String]
  }

  /// A part of the way from an answer to a step.
  struct Wire {
    let target: Int
    let points: [Point]
    /// Whether it ends at the step's box.
    let hasHead: Bool
  }

  let width: Double
  let height: Double
  /// The size of all text; headings are bold.
  let size: Double
  let boxes: [Box]
  let wires: [Wire]

  /// The largest text that keeps a chart on one sheet, else the least.
  static func fitting(_ steps: [Step], width: Double, height: Double) -> Flowchart {
    for size in sizes.dropLast() {
      let chart = Flowchart(steps, width: width, size: size)
      if chart.height <= height { return chart }
    }
    return Flowchart(steps, width: width, size: leastSize)
  }

  /// Small print is not read: nothing is smaller than 9 points.
  static let leastSize = 9.0
  private static let sizes = [11, 10.5, 10, 9.5, leastSize]

  init(_ steps: [Step], width: Double, size: Double) {
    let rows = ChartRows(steps, width: width, size: size)
    self.width = width
    self.size = size
    height = rows.height
    boxes = rows.boxes.sorted { $0.step < $1.step }
    wires = rows.wires
  }
}
