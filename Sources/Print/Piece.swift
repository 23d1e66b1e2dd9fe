import Typesetting

/// A horizontal slice of set text: what is never divided between two panels.
struct Piece {
  /// In points.
  var height: Double
  /// The space above it, in points; none at the top of a panel.
  var gap = 0.0
  /// How bad it is to go to the next panel after it: 0 for a natural end, infinite for never.
  var breakCost = 0.0
  /// Lines of text in it, for saying how much is too much.
  var lines = 1
  /// What is drawn, from its top left corner.
  var items: [Frame.Item] = []
  var links: [Frame.Link] = []

  /// Puts what is drawn at a place.
  func moved(by dx: Double, _ dy: Double) -> (items: [Frame.Item], links: [Frame.Link]) {
    (
      items.map { $0.moved(by: dx, dy) },
      links.map { Frame.Link(area: $0.area.moved(by: dx, dy), address: $0.address, element: $0.element) }
    )
  }

  /// Several pieces as one that is never divided.
  static func joined(_ pieces: [Piece]) -> Piece {
    var whole = Piece(height: 0, gap: pieces.first?.gap ?? 0, lines: 0)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { whole.height += piece.gap }
      let placed = piece.moved(by: 0, whole.height)
      whole.items += placed.items
      whole.links += placed.links
      whole.height += piece.height
      whole.lines += piece.lines
    }
    whole.breakCost = pieces.last?.breakCost ?? 0
    return whole
  }
}

extension Frame.Item {
  /// The item moved by so many points.
  func moved(by dx: Double, _ dy: Double) -> Frame.Item {
    let shape: Shape =
      switch self.shape {
      case .text(let run, let point): .text(run, at: Point(point.x + dx, point.y + dy))
      case .path(let path, let paint):
        .path(path.transformed(Transform(a: 1, b: 0, c: 0, d: 1, e: dx, f: dy)), paint)
      case .drawing(let drawing, let rect): .drawing(drawing, in: rect.moved(by: dx, dy))
      case .code(let code, let rect, let colour): .code(code, in: rect.moved(by: dx, dy), colour)
      }
    return Frame.Item(shape, element: element)
  }
}
