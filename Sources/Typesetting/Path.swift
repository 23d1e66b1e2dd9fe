/// An outline of lines and curves.
package struct Path: Hashable, Sendable, Codable {
  package enum Step: Hashable, Sendable, Codable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve with its two control points.
    case curve(Point, Point, Point)
    case close
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package static func rectangle(_ rect: Rect) -> Path {
    Path([
      .move(Point(rect.x, rect.y)), .line(Point(rect.right, rect.y)), .line(Point(rect.right, rect.bottom)),
      .line(Point(rect.x, rect.bottom)), .close,
    ])
  }

  package static func line(from start: Point, to end: Point) -> Path { Path([.move(start), .line(end)]) }

  /// A rectangle whose corners are quarter circles of a radius (never more than half of a side).
  package static func rounded(_ rect: Rect, radius: Double) -> Path {
    let radius = min(radius, rect.width / 2, rect.height / 2)
    guard radius > 0 else { return rectangle(rect) }
    // The control points of a quarter circle that is off by less than 0.03 % of its radius.
    let k = radius * 0.5523
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right, rect.bottom)
    return Path([
      .move(Point(left + radius, top)), .line(Point(right - radius, top)),
      .curve(Point(right - radius + k, top), Point(right, top + radius - k), Point(right, top + radius)),
      .line(Point(right, bottom - radius)),
      .curve(Point(right, bottom - radius + k), Point(right - radius + k, bottom), Point(right - radius, bottom)),
      .line(Point(left + radius, bottom)),
      .curve(Point(left + radius - k, bottom), Point(left, bottom - radius + k), Point(left, bottom - radius)),
      .line(Point(left, top + radius)),
      .curve(Point(left, top + radius - k), Point(left + radius - k, top), Point(left + radius, top)), .close,
    ])
  }

  package func transformed(_ transform: Transform) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let point): .move(transform(point))
        case .line(let point): .line(transform(point))
        case .curve(let first, let second, let end): .curve(transform(first), transform(second), transform(end))
        case .close: .close
        }
      })
  }
}

/// How an outline is painted.
package struct Paint: Hashable, Sendable, Codable {
  package enum LineCap: Hashable, Sendable, Codable { case butt, round, square }
  package enum LineJoin: Hashable, Sendable, Codable { case miter, round, bevel }

  package struct Stroke: Hashable, Sendable, Codable {
    package var colour: Colour
    /// In points.
    package var width: Double
    package var cap = LineCap.butt
    package var join = LineJoin.miter
    /// How many times its width a mitred corner may be long before it is cut off (ISO 32000-1, 8.4.3.5).
    package var miterLimit = 10.0
    /// Lengths of dashes and gaps in points; empty for a full line.
    package var dashes: [Double] = []

    package init(_ colour: Colour, width: Double) {
      self.colour = colour
      self.width = width
    }
  }

  package var fill: Colour?
  package var stroke: Stroke?
  /// Whether inside is told by counting crossings (even-odd) and not by winding.
  package var isEvenOdd = false
  /// 0 (nothing is seen) to 1.
  package var opacity = 1.0

  package init(fill: Colour? = nil, stroke: Stroke? = nil) {
    self.fill = fill
    self.stroke = stroke
  }
}
