import Typesetting

/// Sets a table: a heading row on a ground of colour, thin lines between the others.
struct TableSetter {
  let look: BlockSetter.Look
  var text: TextSetter
  /// Points from the left edge of the pieces.
  let x: Double
  let width: Double

  private var padding: Double { 0.4 * look.size }

  mutating func pieces(
    _ columns: [PrintAlignment], _ rows: [[StyledText]], to parent: StructureTree.ID
  ) -> [Piece] {
    let table = text.structure.add(.table, to: parent)
    let widths = self.widths(columns.count, rows)
    var pieces: [Piece] = []
    for (index, row) in rows.enumerated() {
      let isHeading = index == 0
      let element = text.structure.add(.row, to: table)
      var height = 0.0
      var lines = 0
      var items: [Frame.Item] = []
      var links: [Frame.Link] = []
      var left = x
      for (column, cell) in row.enumerated() where column < widths.count {
        let owner = text.structure.add(isHeading ? .headingCell : .cell, to: element)
        var style = TextSetter.Style(
          size: look.size * 0.94, leading: look.size * max(1.25, look.leading * 0.9), isBold: isHeading,
          colour: isHeading ? look.accent : .black, hotline: look.accent)
        switch columns[column] {
        case .left: style.alignment = .ragged
        case .centre: style.alignment = .centred
        // The composer sets no right edge; figures in a column are centred.
        case .right: style.alignment = .centred
        }
        let whole = Piece.joined(
          text.lines(cell, style, x: left + padding, width: widths[column] - 2 * padding, element: owner))
        height = max(height, whole.height)
        lines = max(lines, whole.lines)
        let placed = whole.moved(by: 0, padding * 0.6)
        items += placed.items
        links += placed.links
        left += widths[column]
      }
      height += padding * 1.2
      let ground = Rect(x, 0, width, isHeading ? height : 0.5)
      let paint = Paint(fill: isHeading ? look.tint : look.line)
      var piece = Piece(height: height, breakCost: isHeading ? .infinity : 0.6, lines: lines)
      piece.items = [Frame.Item(.path(.rectangle(ground), paint), element: nil)] + items
      piece.links = links
      pieces.append(piece)
    }
    if !pieces.isEmpty {
      pieces[0].gap = look.gap * look.size * 1.3
      let last = pieces.count - 1
      pieces[last].items.append(
        Frame.Item(
          .path(.rectangle(Rect(x, pieces[last].height - 0.5, width, 0.5)), Paint(fill: look.line)), element: nil))
      pieces[last].breakCost = 0.2
    }
    return pieces
  }

  /// Narrow columns get what they need; the others share the rest by the length of their texts.
  private func widths(_ count: Int, _ rows: [[StyledText]]) -> [Double] {
    guard count > 0 else { return [] }
    let style = TextSetter.Style(size: look.size * 0.94, leading: look.size, isBold: true)
    let natural = (0..<count).map { column in
      rows.map { column < $0.count ? text.width(of: $0[column], style) : 0 }.max().map { $0 + 2.5 * padding } ?? 0
    }
    let total = natural.reduce(0, +)
    if total <= width { return natural.map { $0 * width / max(total, 1) } }
    var widths = natural
    var wide = Array(0..<count)
    var rest = width
    // Whoever asks for less than an equal share gets it; the share of the others grows.
    while let modest = wide.first(where: { natural[$0] <= rest / Double(wide.count) }) {
      widths[modest] = natural[modest]
      rest -= natural[modest]
      wide.removeAll { $0 == modest }
    }
    let asked = wide.reduce(0) { $0 + natural[$1].squareRoot() }
    for column in wide { widths[column] = rest * natural[column].squareRoot() / asked }
    return widths
  }
}
