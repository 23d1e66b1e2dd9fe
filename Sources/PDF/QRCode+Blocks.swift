import Typesetting

extension QRCode {
  /// A rectangle of dark modules.
  struct Block: Hashable {
    let column: Int
    let row: Int
    let width: Int
    let height: Int
  }

  /// The dark modules as rectangles: neighbours in a row are joined, and equal pieces of neighbouring rows. Empty when
  /// there are fewer modules than the width tells.
  var blocks: [Block] {
    guard width > 0, modules.count >= width * width else { return [] }
    var blocks: [Block] = []
    // The pieces of the row above by their first columns: where each ends, 0 where none begins, and its first row.
    var open = Array(repeating: (end: 0, row: 0), count: width)
    func close(_ column: Int, at row: Int) {
      guard open[column].end != 0 else { return }
      let (end, first) = open[column]
      blocks.append(Block(column: column, row: first, width: end - column, height: row - first))
      open[column].end = 0
    }
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, modules[row * width + column] { column += 1 }
        if column == start {
          close(start, at: row)
          column += 1
        } else {
          if open[start].end != column { close(start, at: row) }
          if open[start].end == 0 { open[start] = (column, row) }
          for inside in start + 1..<column { close(inside, at: row) }
        }
      }
    }
    for column in 0..<width { close(column, at: width) }
    return blocks.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
