private import Glibc

extension Path {
  /// An elliptical arc as SVG writes it (SVG 2, 9.3.8): from one point to another on an ellipse with these radii that is
  /// turned by an angle.
  struct Arc {
    var radii: Size
    /// Degrees, clockwise.
    var rotation: Double
    var isLarge: Bool
    /// Whether it runs clockwise.
    var isSweep: Bool
  }

  /// Continues with an arc from `start`, the current point, to `end`.
  mutating func append(_ arc: Arc, from start: Point, to end: Point) {
    if start == end { return }
    var (rx, ry) = (abs(arc.radii.width), abs(arc.radii.height))
    guard rx > 0, ry > 0 else {
      steps.append(.line(end))
      return
    }
    let angle = arc.rotation.truncatingRemainder(dividingBy: 360) * .pi / 180
    let (sine, cosine) = (sin(angle), cos(angle))
    // From the end points to the centre: SVG 2, B.2.4, with radii that are too small made larger as in B.2.5.
    let (halfX, halfY) = ((start.x - end.x) / 2, (start.y - end.y) / 2)
    let (x, y) = (cosine * halfX + sine * halfY, cosine * halfY - sine * halfX)
    let excess = x / rx * (x / rx) + y / ry * (y / ry)
    if excess > 1 {
      rx *= excess.squareRoot()
      ry *= excess.squareRoot()
    }
    let (shareX, shareY) = (x / rx, y / ry)
    let distance = shareX * shareX + shareY * shareY
    guard distance > 0, distance.isFinite else {
      steps.append(.line(end))
      return
    }
    let side = max(0, 1 / distance - 1).squareRoot() * (arc.isLarge == arc.isSweep ? -1 : 1)
    // In the circle of radius 1 that the ellipse is before it is stretched and turned.
    let (centreX, centreY) = (side * shareY, -side * shareX)
    let first = atan2(shareY - centreY, shareX - centreX)
    var turn = atan2(-shareY - centreY, -shareX - centreX) - first
    if arc.isSweep, turn < 0 { turn += 2 * .pi }
    if !arc.isSweep, turn > 0 { turn -= 2 * .pi }
    let ellipse = Transform(
      a: cosine * rx, b: sine * rx, c: -sine * ry, d: cosine * ry, e: (start.x + end.x) / 2, f: (start.y + end.y) / 2)
    let circle = ellipse.applied(after: .moved(centreX, centreY))
    // At most a quarter each; a little tolerance so that a quarter is one and not two.
    let count = max(1, Int((abs(turn) / (.pi / 2) - 1e-9).rounded(.up)))
    let step = turn / Double(count)
    let k = 4.0 / 3 * tan(step / 4)
    for index in 0..<count {
      let (from, to) = (first + step * Double(index), first + step * Double(index + 1))
      let isLast = index == count - 1
      steps.append(
        .curve(
          circle(Point(cos(from) - k * sin(from), sin(from) + k * cos(from))),
          circle(Point(cos(to) + k * sin(to), sin(to) - k * cos(to))),
          isLast ? end : circle(Point(cos(to), sin(to)))))
    }
  }

  /// An ellipse from its rightmost point clockwise.
  static func ellipse(centre: Point, radii: Size) -> Path {
    let corners = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map {
      Point(centre.x + $0.0 * radii.width, centre.y + $0.1 * radii.height)
    }
    let quarter = Arc(radii: radii, rotation: 0, isLarge: false, isSweep: true)
    var path = Path([.move(corners[0])])
    for index in corners.indices { path.append(quarter, from: corners[index], to: corners[(index + 1) % 4]) }
    path.steps.append(.close)
    return path
  }

  /// A rectangle whose corners are quarter ellipses, from the left end of its upper edge clockwise.
  static func rounded(_ rect: Rect, radii: Size) -> Path {
    let (rx, ry) = (min(radii.width, rect.width / 2), min(radii.height, rect.height / 2))
    guard rx > 0, ry > 0 else { return rectangle(rect) }
    let corner = Arc(radii: Size(rx, ry), rotation: 0, isLarge: false, isSweep: true)
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right, rect.bottom)
    let sides = [
      (Point(left + rx, top), Point(right - rx, top)), (Point(right, top + ry), Point(right, bottom - ry)),
      (Point(right - rx, bottom), Point(left + rx, bottom)), (Point(left, bottom - ry), Point(left, top + ry)),
    ]
    var path = Path([.move(sides[0].0)])
    for (index, side) in sides.enumerated() {
      if side.0 != side.1 { path.steps.append(.line(side.1)) }
      path.append(corner, from: side.1, to: sides[(index + 1) % 4].0)
    }
    path.steps.append(.close)
    return path
  }
}
