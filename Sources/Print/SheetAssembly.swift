import Typesetting

/// Puts set boxes on the pages of a layout: copies side by side, marks for folding and cutting, bleed.
struct SheetAssembly {
  let work: SheetSetter.Work
  let set: SetSheets
  let palette: Palette

  private var format: Format { work.format }
  private var content: PrintDocument.Content { work.documents[0].content }

  /// What a print shop cuts away on every side beyond the bleed, in points: room for its marks.
  private static let markRoom = 6 * Length.millimetre

  private var isShop: Bool { work.profile == .shop }
  private var offset: Double { isShop ? format.bleed + Self.markRoom : 0 }

  /// The finished document.
  func layout() -> Layout {
    var layout = Layout(
      title: content.title + " · " + (format.names[content.language] ?? format.id), subject: content.summary,
      author: content.organiser, language: content.tag, date: content.date)
    layout.profile = work.profile
    layout.duplex = format.duplex
    layout.structure = set.structure
    var firstPages: [Int] = []
    for side in format.sides.indices {
      firstPages.append(layout.pages.count)
      for sheet in 0..<set.sheets[side] { layout.pages.append(page(side, sheet)) }
    }
    layout.bookmarks = set.bookmarks.map { bookmark in
      var bookmark = bookmark
      bookmark.page = firstPages[bookmark.page]
      bookmark.y += offset
      return bookmark
    }
    return layout
  }

  /// The finished sheet in the page.
  private var trim: Rect { Rect(offset, offset, format.sheet.width, format.sheet.height) }

  private func page(_ side: Int, _ sheet: Int) -> Frame {
    var frame = Frame(
      size: Size(format.sheet.width + 2 * offset, format.sheet.height + 2 * offset), trim: trim,
      bleed: isShop ? trim.inset(by: -format.bleed) : trim)
    for (index, copy) in format.copies.enumerated() {
      draw(side, sheet, offset + copy.x, offset + copy.y, isCopy: index > 0, on: &frame)
    }
    frame.items += marks(side)
    return frame
  }

  private func draw(_ side: Int, _ sheet: Int, _ dx: Double, _ dy: Double, isCopy: Bool, on frame: inout Frame) {
    for (panelIndex, panel) in format.panels.enumerated() where panel.side == side {
      for boxIndex in panel.boxes.indices {
        let sheets = set.drawn[panelIndex][boxIndex]
        // What is not a flow stands on every sheet of a side; only its first one is read out.
        let placed: SheetSetter.Placed
        let isRepeated: Bool
        if case .flow = panel.boxes[boxIndex].content {
          placed = sheet < sheets.count ? sheets[sheet] : SheetSetter.Placed()
          isRepeated = false
        } else {
          placed = sheets[0]
          isRepeated = sheet > 0
        }
        for ground in placed.grounds {
          frame.items.append(Frame.Item(drawn(ground, dx, dy), element: nil))
        }
        for item in placed.items {
          var moved = item.moved(by: dx, dy)
          if isCopy || isRepeated { moved.element = nil }
          frame.items.append(moved)
        }
        if !isCopy, !isRepeated {
          frame.links += placed.links.map {
            Frame.Link(area: $0.area.moved(by: dx, dy), address: $0.address, element: $0.element)
          }
        }
      }
    }
  }

  /// A ground of colour: short of the edge on an office printer, over it in a print shop.
  private func drawn(_ ground: SheetSetter.Placed.Ground, _ dx: Double, _ dy: Double) -> Frame.Item.Shape {
    var area = ground.area.moved(by: dx, dy)
    let touches = (
      left: area.x <= trim.x + 0.5, top: area.y <= trim.y + 0.5, right: area.right >= trim.right - 0.5,
      bottom: area.bottom >= trim.bottom - 0.5
    )
    let over = isShop ? format.bleed : -format.safe
    let left = touches.left ? trim.x - over : area.x
    let top = touches.top ? trim.y - over : area.y
    let right = touches.right ? trim.right + over : area.right
    let bottom = touches.bottom ? trim.bottom + over : area.bottom
    area = Rect(left, top, max(0, right - left), max(0, bottom - top))
    return .path(.rounded(area, radius: ground.corner), Paint(fill: ground.colour))
  }

  // MARK: Marks

  private func marks(_ side: Int) -> [Frame.Item] {
    guard format.product == .pdf else { return [] }
    return folds(side) + cuts + (isShop ? crops : [])
  }

  private func stroke(_ start: Point, _ end: Point, dashes: [Double] = []) -> Frame.Item {
    var stroke = Paint.Stroke(isShop ? .black : palette.colour(.soft, accent: content.accent), width: 0.4)
    stroke.dashes = dashes
    return Frame.Item(.path(.line(from: start, to: end), Paint(stroke: stroke)), element: nil)
  }

  /// Short strokes at both ends of a fold: at the paper's edge for an office, outside the finished sheet for a shop.
  private func folds(_ side: Int) -> [Frame.Item] {
    let length = 3 * Length.millimetre
    let reach = isShop ? -(format.bleed + length) : format.safe * 0.4
    return format.sides[side].folds.flatMap { x in
      let left = trim.x + x
      return [
        stroke(Point(left, trim.y + reach), Point(left, trim.y + reach + length), dashes: [1.2, 1.2]),
        stroke(
          Point(left, trim.bottom - reach), Point(left, trim.bottom - reach - length), dashes: [1.2, 1.2]),
      ]
    }
  }

  /// Lines along which copies are cut apart: between them, and round them where they do not reach the paper's edge.
  private var cuts: [Frame.Item] {
    let copies = format.copies
    guard copies.count > 1, let last = copies.last else { return [] }
    let dashes = [3.0, 3.0]
    let (right, bottom) = (last.x + format.cell.width, last.y + format.cell.height)
    let across = Set(copies.map(\.x) + [right]).filter { $0 > 0.5 && $0 < format.sheet.width - 0.5 }.sorted()
    let down = Set(copies.map(\.y) + [bottom]).filter { $0 > 0.5 && $0 < format.sheet.height - 0.5 }.sorted()
    return across.map {
      stroke(Point(trim.x + $0, trim.y), Point(trim.x + $0, trim.bottom), dashes: dashes)
    } + down.map { stroke(Point(trim.x, trim.y + $0), Point(trim.right, trim.y + $0), dashes: dashes) }
  }

  /// Where a print shop cuts: two strokes at every corner, outside the bleed.
  private var crops: [Frame.Item] {
    let near = format.bleed + 0.5 * Length.millimetre
    let far = near + 4.5 * Length.millimetre
    var marks: [Frame.Item] = []
    for (x, outwards) in [(trim.x, -1.0), (trim.right, 1.0)] {
      for (y, upwards) in [(trim.y, -1.0), (trim.bottom, 1.0)] {
        marks.append(stroke(Point(x + outwards * near, y), Point(x + outwards * far, y)))
        marks.append(stroke(Point(x, y + upwards * near), Point(x, y + upwards * far)))
      }
    }
    return marks
  }
}
