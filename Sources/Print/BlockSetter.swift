import Typesetting

/// Sets the blocks of sections: headings, paragraphs, lists, callouts, tables, pictures.
struct BlockSetter {
  /// The type and the colours of running text.
  struct Look {
    /// Points.
    var size: Double
    /// Distance of the lines in sizes.
    var leading: Double
    /// Between paragraphs, in sizes.
    var gap: Double
    /// The size of a section's heading, in sizes.
    var heading: Double
    var isJustified: Bool
    var accent: Colour
    var tint: Colour
    var soft: Colour
    var line: Colour
    var danger: Colour
    var words: PrintWords
  }

  /// What stands before the items of a list without numbers.
  enum Bullet {
    case square
    /// A little flag: what to be wary of.
    case flag
  }

  let look: Look
  var text: TextSetter
  /// Points.
  let width: Double

  private var size: Double { look.size }
  private var gap: Double { look.gap * look.size }

  private var style: TextSetter.Style {
    TextSetter.Style(
      size: size, leading: look.leading * size, hotline: look.accent, alignment: look.isJustified ? .justified : .ragged
    )
  }

  /// A section: its heading with a rule above, and its blocks.
  mutating func section(_ section: PrintSection, hasHeading: Bool, to parent: StructureTree.ID) -> [Piece] {
    var pieces: [Piece] = []
    if hasHeading { pieces.append(heading(section.heading, to: parent)) }
    var blocks = self.blocks(
      section.blocks, x: 0, bullet: section.role == "signs" ? .flag : .square, to: parent)
    if hasHeading, !blocks.isEmpty { blocks[0].gap = 0.35 * size }
    pieces += blocks
    if let last = pieces.indices.last { pieces[last].breakCost = 0 }
    if !pieces.isEmpty { pieces[0].gap = 1.25 * size }
    return pieces
  }

  /// The heading of a section, never parted from what follows.
  private mutating func heading(_ text: StyledText, to parent: StructureTree.ID) -> Piece {
    let element = structure(.heading(2), to: parent)
    let size = look.heading * self.size
    let style = TextSetter.Style(
      size: size, leading: 1.3 * size, isBold: true, colour: look.accent, hotline: look.accent, isBalanced: true)
    let top = 0.32 * size
    var rule = Piece(height: top, lines: 0)
    rule.items = [
      Frame.Item(
        .path(.rectangle(Rect(0, 0, width, max(1.2, size * 0.11))), Paint(fill: look.accent)), element: nil)
    ]
    var piece = Piece.joined([rule] + self.text.lines(text, style, x: 0, width: width, element: element))
    piece.breakCost = .infinity
    return piece
  }

  /// Blocks one below the other, from `x` to the right edge.
  mutating func blocks(
    _ blocks: [PrintBlock], x: Double, bullet: Bullet = .square, to parent: StructureTree.ID
  ) -> [Piece] {
    var pieces: [Piece] = []
    for block in blocks {
      var set = self.block(block, x: x, bullet: bullet, to: parent)
      guard !set.isEmpty else { continue }
      if !pieces.isEmpty {
        set[0].gap = max(set[0].gap, gap)
        // A paragraph that announces a list stays with it.
        if case .list = block, let last = pieces.indices.last { pieces[last].breakCost = .infinity }
      }
      pieces += set
    }
    return pieces
  }

  private mutating func block(
    _ block: PrintBlock, x: Double, bullet: Bullet, to parent: StructureTree.ID
  ) -> [Piece] {
    switch block {
    case .paragraph(let text):
      let element = structure(.paragraph, to: parent)
      var lines = self.text.lines(text, style, x: x, width: width - x, element: element)
      if let last = lines.indices.last { lines[last].breakCost = 0.25 }
      return lines
    case .heading(let text):
      let element = structure(.heading(3), to: parent)
      var style = style
      style.isBold = true
      style.isBalanced = true
      style.alignment = .ragged
      var piece = Piece.joined(self.text.lines(text, style, x: x, width: width - x, element: element))
      piece.breakCost = .infinity
      return [piece]
    case .list(let start, let items): return list(items, start: start, x: x, bullet: bullet, to: parent)
    case .callout(let callout, let blocks): return [self.callout(callout, blocks, x: x, to: parent)]
    case .quote(let blocks): return quote(blocks, x: x, to: parent)
    case .table(let columns, let rows):
      var setter = TableSetter(look: look, text: self.text, x: x, width: width - x)
      let pieces = setter.pieces(columns, rows, to: parent)
      self.text = setter.text
      return pieces
    case .figure(let figure): return [self.figure(figure, x: x, to: parent)]
    case .rule:
      var piece = Piece(height: size * 0.5, gap: size * 0.5, lines: 0)
      piece.items = [Frame.Item(.path(.rectangle(Rect(x, 0, width - x, 0.5)), Paint(fill: look.line)), element: nil)]
      return [piece]
    }
  }

  private mutating func list(
    _ items: [[PrintBlock]], start: Int?, x: Double, bullet: Bullet, to parent: StructureTree.ID
  ) -> [Piece] {
    let list = structure(.list, to: parent)
    var pieces: [Piece] = []
    for (index, blocks) in items.enumerated() {
      var set = item(blocks, number: start.map { $0 + index }, x: x, bullet: bullet, to: list).pieces
      if index > 0 { set[0].gap = max(set[0].gap, gap * 0.72) }
      set[set.count - 1].breakCost = 0.35
      pieces += set
    }
    return pieces
  }

  /// An item of a list with its number or its bullet: at least one piece, and the element of what follows the number.
  mutating func item(
    _ blocks: [PrintBlock], number: Int?, x: Double = 0, bullet: Bullet = .square, to list: StructureTree.ID
  ) -> (pieces: [Piece], body: StructureTree.ID) {
    let item = structure(.item, to: list)
    let label = number.map { self.number($0, x: x, to: item) } ?? self.bullet(bullet, x: x)
    let body = structure(.body, to: item)
    var pieces = self.blocks(blocks, x: x + (number == nil ? 1.15 : 1.7) * size, to: body)
    if pieces.isEmpty { pieces = [Piece(height: look.leading * size)] }
    pieces[0].items = label + pieces[0].items
    return (pieces, body)
  }

  /// A number in a disc.
  private mutating func number(_ number: Int, x: Double, to item: StructureTree.ID) -> [Frame.Item] {
    let element = structure(.label, to: item)
    let middle = look.leading * size / 2
    let radius = 0.62 * size
    let disc = Path.rounded(Rect(x, middle - radius, 2 * radius, 2 * radius), radius: radius)
    var style = style
    style.isBold = true
    style.colour = .white
    style.alignment = .centred
    style.size = number < 10 ? size * 0.84 : size * 0.7
    let digits = text.lines(StyledText(String(number)), style, x: x, width: 2 * radius, element: element)
    return [Frame.Item(.path(disc, Paint(fill: look.accent)), element: nil)] + (digits.first?.items ?? [])
  }

  private func bullet(_ bullet: Bullet, x: Double) -> [Frame.Item] {
    let middle = look.leading * size / 2
    switch bullet {
    case .square:
      let side = 0.34 * size
      return [
        Frame.Item(
          .path(.rectangle(Rect(x + 0.12 * size, middle - side / 2, side, side)), Paint(fill: look.accent)),
          element: nil)
      ]
    case .flag:
      let (left, top, unit) = (x + 0.1 * size, middle - 0.42 * size, size)
      let pole = Path.rectangle(Rect(left, top, 0.09 * unit, 0.86 * unit))
      let cloth = Path([
        .move(Point(left + 0.09 * unit, top)), .line(Point(left + 0.72 * unit, top + 0.22 * unit)),
        .line(Point(left + 0.09 * unit, top + 0.46 * unit)), .close,
      ])
      return [
        Frame.Item(.path(pole, Paint(fill: look.danger)), element: nil),
        Frame.Item(.path(cloth, Paint(fill: look.danger)), element: nil),
      ]
    }
  }

  private mutating func callout(
    _ callout: PrintCallout, _ blocks: [PrintBlock], x: Double, to parent: StructureTree.ID
  ) -> Piece {
    let element = structure(callout == .bait ? .quote : .note, to: parent)
    let isDanger = callout == .bait || callout == .warning
    let colour = isDanger ? look.danger : look.accent
    let padding = 0.75 * size
    var inner = BlockSetter(look: look, text: text, width: width - x - 2 * padding)
    var style = inner.style
    style.isBold = true
    style.colour = colour
    style.size = size * 0.86
    style.leading = size * 1.25
    style.alignment = .ragged
    let label = inner.structure(.paragraph, to: element)
    var pieces = inner.text.lines(
      StyledText(look.words.label(callout)), style, x: 0, width: inner.width, element: label)
    var set = inner.blocks(blocks, x: 0, to: element)
    if !set.isEmpty { set[0].gap = 0.2 * size }
    pieces += set
    text = inner.text
    let whole = Piece.joined(pieces)
    var box = Piece(height: whole.height + 1.15 * padding, gap: gap * 1.3, breakCost: 0.2, lines: whole.lines)
    let ground = Rect(x, 0, width - x, box.height)
    let fill = isDanger ? look.danger.tint(0.09) : look.tint
    box.items = [
      Frame.Item(.path(.rounded(ground, radius: 0.3 * size), Paint(fill: fill)), element: nil),
      Frame.Item(.path(.rectangle(Rect(x, 0, 0.22 * size, box.height)), Paint(fill: colour)), element: nil),
    ]
    let placed = whole.moved(by: x + padding, 0.55 * padding)
    box.items += placed.items
    box.links += placed.links
    return box
  }

  private mutating func quote(_ blocks: [PrintBlock], x: Double, to parent: StructureTree.ID) -> [Piece] {
    let element = structure(.quote, to: parent)
    var pieces = self.blocks(blocks, x: x + size, to: element)
    for index in pieces.indices {
      let above = index == 0 ? 0 : pieces[index].gap
      pieces[index].items.insert(
        Frame.Item(
          .path(
            .rectangle(Rect(x + 0.2 * size, -above, 0.16 * size, pieces[index].height + above)),
            Paint(fill: look.line)), element: nil), at: 0)
    }
    return pieces
  }

  private mutating func figure(
    _ figure: PrintDocument.Figure, x: Double, to parent: StructureTree.ID
  ) -> Piece {
    let element = structure(.figure(alt: figure.alt), to: parent)
    let scale = min((width - x) / figure.drawing.size.width, 14 * size / figure.drawing.size.height)
    let (wide, high) = (figure.drawing.size.width * scale, figure.drawing.size.height * scale)
    var piece = Piece(height: high, gap: gap, breakCost: 0.25, lines: 0)
    piece.items = [
      Frame.Item(.drawing(figure.drawing, in: Rect(x + (width - x - wide) / 2, 0, wide, high)), element: element)
    ]
    return piece
  }

  private mutating func structure(_ kind: StructureTree.Kind, to parent: StructureTree.ID) -> StructureTree.ID {
    text.structure.add(kind, to: parent)
  }
}
