/// Lengths on paper. Everything inside the program is in points (1/72 inch); designers write millimetres.
package enum Length {
  /// Points in a millimetre.
  package static let millimetre = 72 / 25.4
}

/// A place on a page, in points from its top left corner, downwards.
package struct Point: Hashable, Sendable, Codable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height in points.
package struct Size: Hashable, Sendable, Codable {
  package var width: Double
  package var height: Double

  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// A rectangle on a page, in points.
package struct Rect: Hashable, Sendable, Codable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }
  package var size: Size { Size(width, height) }

  /// The rectangle that is smaller by `margin` points on every side; larger when it is negative.
  package func inset(by margin: Double) -> Rect {
    Rect(x + margin, y + margin, width - 2 * margin, height - 2 * margin)
  }

  /// The rectangle moved by so many points.
  package func moved(by dx: Double, _ dy: Double) -> Rect { Rect(x + dx, y + dy, width, height) }
}

/// A linear map of the plane: x' = a·x + c·y + e, y' = b·x + d·y + f.
package struct Transform: Hashable, Sendable, Codable {
  package var a = 1.0
  package var b = 0.0
  package var c = 0.0
  package var d = 1.0
  package var e = 0.0
  package var f = 0.0

  package static let identity = Transform()

  package init() {}

  package init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// First `inner`, then this one.
  package func applied(after inner: Transform) -> Transform {
    Transform(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: a * inner.e + c * inner.f + e, f: b * inner.e + d * inner.f + f)
  }

  package func callAsFunction(_ point: Point) -> Point {
    Point(a * point.x + c * point.y + e, b * point.x + d * point.y + f)
  }
}
