import Typesetting

extension QRCode {
  /// A rectangle of dark modules.
  struct Block: Hashable {
    let column: Int
    let row: Int
    let width: Int
    let height: Int
  }

  /// The dark modules as rectangles: neighbours in a row are joined, and equal pieces of neighbouring rows.
  var blocks: [Block] {
    guard width > 0 else { return [] }
    var blocks: [Block] = []
    var open: [Range<Int>: Int] = [:]
    for row in 0...modules.count / width {
      var pieces: Set<Range<Int>> = []
      var start: Int?
      for column in 0...width {
        let isDark = column < width && row * width + column < modules.count && modules[row * width + column]
        if isDark, start == nil { start = column }
        if !isDark, let first = start {
          pieces.insert(first..<column)
          start = nil
        }
      }
      for (piece, first) in open where !pieces.contains(piece) {
        blocks.append(Block(column: piece.lowerBound, row: first, width: piece.count, height: row - first))
        open[piece] = nil
      }
      for piece in pieces where open[piece] == nil { open[piece] = row }
    }
    return blocks.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
