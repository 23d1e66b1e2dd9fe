import Typesetting

/// Sets the short texts of boxes: paragraphs, hotlines.
struct BoxText {
  var setter: TextSetter
  /// Points.
  let width: Double
  let parent: StructureTree.ID
  let hotlines: [PrintHotline]
  /// The colour of what is less important.
  let soft: Colour
  /// Whether something stands too close together to be read at this size.
  private(set) var isTooWide = false
  /// Whether a line ends in the middle of a phrase.
  private(set) var isTorn = false

  /// Paragraphs one below the other; the first is a heading when it has a level.
  mutating func paragraphs(_ texts: [StyledText], _ style: TextSetter.Style, level: Int?) -> [Piece] {
    var pieces: [Piece] = []
    for text in texts {
      let element = setter.structure.add(level.map { .heading($0) } ?? .paragraph, to: parent)
      var set = setter.lines(text, style, x: 0, width: width, element: element)
      if !pieces.isEmpty, !set.isEmpty { set[0].gap = 0.25 * style.size }
      pieces += set
      if !setter.isFinal, style.isBold, !setter.endsAtPauses(text, style, width: width) { isTorn = true }
    }
    return pieces
  }

  /// Numbers large, in a column; beside each whose it is and what to call it for.
  mutating func hotlines(_ form: Format.HotlineList, _ style: TextSetter.Style) -> [Piece] {
    let columns = form.columns
    let hotlines = Array(self.hotlines.prefix(form.count ?? self.hotlines.count))
    let list = setter.structure.add(.list, to: parent)
    var number = style
    number.size = style.size * form.number
    number.leading = number.size * 1.2
    number.isBold = true
    number.colour = style.hotline
    number.alignment = .ragged
    let gutter = style.size * 0.7
    let wide = hotlines.map { setter.width(of: StyledText($0.number), number) }.max() ?? 0
    let column = (width - gutter * 1.4 * Double(columns - 1)) / Double(columns)
    let textWidth = column - wide - gutter
    guard textWidth > style.size * 4 else {
      isTooWide = true
      return []
    }
    var rows: [Piece] = []
    for start in stride(from: 0, to: hotlines.count, by: columns) {
      var row = Piece(height: 0, lines: 1)
      for (place, hotline) in hotlines[start..<min(start + columns, hotlines.count)].enumerated() {
        let x = Double(place) * (column + gutter * 1.4)
        let cell = self.hotline(
          hotline, x: x, wide: wide + gutter, textWidth, isBrief: form.isBrief, number, style, list)
        row.items += cell.items
        row.height = max(row.height, cell.height)
      }
      if start > 0 { row.gap = style.size * (form.isBrief ? 0.12 : 0.34) }
      rows.append(row)
    }
    return rows
  }

  private mutating func hotline(
    _ hotline: PrintHotline, x: Double, wide: Double, _ textWidth: Double, isBrief: Bool,
    _ number: TextSetter.Style, _ style: TextSetter.Style, _ list: StructureTree.ID
  ) -> Piece {
    let item = setter.structure.add(.item, to: list)
    let label = setter.structure.add(.label, to: item)
    let body = setter.structure.add(.body, to: item)
    var name = style
    name.isBold = true
    name.alignment = .ragged
    name.leading = style.size * 1.25
    let digits = setter.lines(StyledText(hotline.number), number, x: x, width: wide + 1, element: label)
    var texts = setter.lines(StyledText(hotline.name), name, x: x + wide, width: textWidth, element: body)
    if !isBrief, !hotline.purpose.isEmpty {
      var purpose = name
      purpose.isBold = false
      purpose.size = style.size * 0.86
      purpose.leading = purpose.size * 1.28
      purpose.colour = soft
      texts += setter.lines(StyledText(hotline.purpose), purpose, x: x + wide, width: textWidth, element: body)
    }
    let text = Piece.joined(texts)
    let digit = Piece.joined(digits)
    // Both begin on one baseline: the smaller text is lowered to that of the number.
    let drop = max(
      0, (number.leading - number.size) / 2 + 0.88 * number.size - (name.leading - name.size) / 2 - 0.88 * name.size)
    var whole = Piece(height: max(digit.height, text.height + drop))
    whole.items = digit.items + text.moved(by: 0, drop).items
    return whole
  }
}
