extension Path {
  /// A rectangle that holds the outline and the control points of its curves; empty for an empty path.
  var bounds: Rect {
    var (left, top) = (Double.infinity, Double.infinity)
    var (right, bottom) = (-Double.infinity, -Double.infinity)
    func reach(_ point: Point) {
      (left, top) = (min(left, point.x), min(top, point.y))
      (right, bottom) = (max(right, point.x), max(bottom, point.y))
    }
    for step in steps {
      switch step {
      case .move(let point), .line(let point): reach(point)
      case .curve(let first, let second, let end):
        reach(first)
        reach(second)
        reach(end)
      case .close: break
      }
    }
    return left <= right && top <= bottom ? Rect(left, top, right - left, bottom - top) : Rect(0, 0, 0, 0)
  }

  /// Whether all coordinates lie between `-limit` and `limit`, and so are numbers.
  func isWithin(_ limit: Double) -> Bool {
    func isWithin(_ point: Point) -> Bool { abs(point.x) <= limit && abs(point.y) <= limit }
    return steps.allSatisfy { step in
      switch step {
      case .move(let point), .line(let point): isWithin(point)
      case .curve(let first, let second, let end): isWithin(first) && isWithin(second) && isWithin(end)
      case .close: true
      }
    }
  }

  /// The length of the outline or a little more: curves are counted along their control points.
  var lengthAtMost: Double {
    var length = 0.0
    var (current, start) = (Point(0, 0), Point(0, 0))
    func go(to point: Point) {
      let (dx, dy) = (point.x - current.x, point.y - current.y)
      length += (dx * dx + dy * dy).squareRoot()
      current = point
    }
    for step in steps {
      switch step {
      case .move(let point): (current, start) = (point, point)
      case .line(let point): go(to: point)
      case .curve(let first, let second, let end):
        go(to: first)
        go(to: second)
        go(to: end)
      case .close: go(to: start)
      }
    }
    return length
  }
}

extension Drawing.Shape {
  /// A rectangle that holds all that is painted.
  var bounds: Rect {
    guard let stroke = paint.stroke else { return path.bounds }
    let reach = stroke.join == .miter ? max(stroke.miterLimit, 1.5) : 1.5
    return path.bounds.inset(by: -stroke.width / 2 * reach)
  }

  /// Whether it is certain that no two of the shapes overlap. Of many shapes that is not certain.
  static func areApart(_ shapes: ArraySlice<Drawing.Shape>) -> Bool {
    guard shapes.count <= 64 else { return false }
    let bounds = shapes.map(\.bounds)
    return bounds.indices.allSatisfy { index in
      bounds[..<index].allSatisfy { other in
        let own = bounds[index]
        return own.right < other.x || other.right < own.x || own.bottom < other.y || other.bottom < own.y
      }
    }
  }
}
