import Typesetting

@testable import Print

/// A layout as a text that a person can read: every page with its boxes in order, what stands in each and where, and then
/// what a screen reader makes of it.
///
/// Lengths are in millimetres from the top left corner of the page (pixels for pictures), type in points. Of a text the
/// place is the beginning of its baseline. What a screen reader passes over has a dot before it, except grounds and strokes,
/// which it never reads.
struct LayoutText {
  let work: SheetSetter.Work
  let set: SetSheets
  let layout: Layout
  let palette: Palette

  private var format: Format { work.format }
  private var isPicture: Bool { format.product == .png }

  var text: String {
    var lines = ["running text: \(Self.short(set.bodySize)) points"]
    var page = 0
    for side in format.sides.indices {
      for sheet in 0..<set.sheets[side] {
        lines += self.page(layout.pages[page], number: page + 1, side, sheet)
        page += 1
      }
    }
    for bookmark in layout.bookmarks {
      lines.append("bookmark: \(bookmark.title), page \(bookmark.page + 1) at \(length(bookmark.y))")
    }
    return (lines + [""] + StructureText(layout).lines).joined(separator: "\n") + "\n"
  }

  private func page(_ frame: Frame, number: Int, _ side: Int, _ sheet: Int) -> [String] {
    var header = "page \(number), \(format.sides[side].name): \(size(frame.size.width, frame.size.height))"
    if frame.trim.size != frame.size { header += ", cut to \(area(frame.trim)), printed to \(area(frame.bleed))" }
    var lines = ["", header]
    var rest = frame.items[...]
    var first: [Frame.Item] = []
    for (copy, corner) in format.copies.enumerated() {
      var items: [Frame.Item] = []
      for (panelIndex, panel) in format.panels.enumerated() where panel.side == side {
        if copy == 0 { lines.append("  [\(panel.names["zh"] ?? "?")]") }
        for (boxIndex, box) in panel.boxes.enumerated() {
          let sheets = set.drawn[panelIndex][boxIndex]
          let isFlow = if case .flow = box.content { true } else { false }
          let placed = isFlow ? (sheet < sheets.count ? sheets[sheet] : SheetSetter.Placed()) : sheets[0]
          let count = placed.grounds.count + placed.items.count
          if copy == 0, count > 0 {
            lines.append("    " + Self.name(of: box.content))
            lines += rest.prefix(count).map { "      " + line($0) }
          }
          items += rest.prefix(count)
          rest = rest.dropFirst(count)
        }
      }
      if copy == 0 {
        first = items
      } else {
        let (dx, dy) = (corner.x - format.copies[0].x, corner.y - format.copies[0].y)
        lines.append("  copy at +\(length(dx)) +\(length(dy)): \(comparison(items, first, dx, dy))")
      }
    }
    lines += frame.links.map { "  link \(area($0.area)) → \($0.address)" }
    lines += rest.map { "  mark: " + line($0) }
    return lines
  }

  private func comparison(_ items: [Frame.Item], _ first: [Frame.Item], _ dx: Double, _ dy: Double) -> String {
    let isSame =
      items.count == first.count
      && zip(items, first).allSatisfy { item, model in
        self.line(Frame.Item(item.shape, element: model.element)) == line(model.moved(by: dx, dy))
      }
    let isSilent = items.allSatisfy { $0.element == nil }
    return (isSame ? "the same" : "DIFFERENT") + (isSilent ? ", not read out again" : ", READ OUT AGAIN")
  }

  private static func name(of content: Format.BoxContent) -> String {
    switch content {
    case .fill: "fill"
    case .line: "line"
    case .picture: "picture"
    case .text(.word(let name)): "word \(name)"
    case .text(let source): "\(source)"
    case .hotlines: "hotlines"
    case .code(let target): target.rawValue
    case .outlet: "outlet"
    case .flow(let name): "flow \(name)"
    }
  }

  // MARK: Items

  private func line(_ item: Frame.Item) -> String {
    let mark = item.element == nil ? "·" : ""
    switch item.shape {
    case .text(let run, let point):
      let words = String(decoding: run.text, as: UTF8.self).replacing("\n", with: "↵")
      let weight = run.face == .bold ? " bold" : ""
      return
        "\(mark)\(length(point.x)) \(length(point.y))  \(Self.short(run.size))\(weight) \(name(run.colour)) │\(words)│"
    case .path(let path, let paint):
      if let fill = paint.fill { return "ground \(area(Self.bounds(path))) \(name(fill))" }
      if let stroke = paint.stroke {
        let bounds = Self.bounds(path)
        return "stroke \(area(bounds)) \(name(stroke.colour))\(stroke.dashes.isEmpty ? "" : ", dashed")"
      }
      return "nothing \(area(Self.bounds(path)))"
    case .drawing(_, let rect): return "\(mark)picture \(area(rect))"
    case .code(let code, let rect, let colour):
      return "\(mark)code \(area(rect)) \(name(colour)), \(code.width) modules"
    }
  }

  private func name(_ colour: Colour) -> String {
    for name in ColourName.allCases where palette.colour(name, accent: work.documents[0].content.accent) == colour {
      return name.rawValue
    }
    let light = colour.light
    return "#" + [light.red, light.green, light.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bounds(_ path: Path) -> Rect {
    var points: [Point] = []
    for step in path.steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let first, let second, let end): points += [first, second, end]
      case .close: break
      }
    }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rect(left, top, (xs.max() ?? 0) - left, (ys.max() ?? 0) - top)
  }

  // MARK: Numbers

  /// A length with one decimal.
  private func length(_ points: Double) -> String {
    let tenths = (points / (isPicture ? 1 : Length.millimetre) * 10).rounded()
    return Self.decimal(tenths == 0 ? 0 : tenths / 10)
  }

  private func size(_ width: Double, _ height: Double) -> String {
    "\(length(width)) × \(length(height))"
  }

  private func area(_ rect: Rect) -> String {
    "\(length(rect.x)) \(length(rect.y)), \(size(rect.width, rect.height))"
  }

  private static func decimal(_ value: Double) -> String { "\(value)" }

  /// A number with at most two decimals.
  private static func short(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
