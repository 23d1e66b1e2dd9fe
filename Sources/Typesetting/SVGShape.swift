/// The elements of an SVG that are outlines (SVG 2, 9 and 10).
enum SVGShape: String {
  case path, rect, circle, ellipse, line, polyline, polygon

  /// Why an outline cannot be read.
  enum Failure: Error {
    case pathData(rest: String)
    case value(attribute: String, String)
  }

  /// The outline of an element, in its own coordinates; nil when nothing of it is drawn.
  /// - Parameter size: that of the picture, for percentages.
  func outline(_ element: SVGTree.Element, size: Size) throws(Failure) -> Path? {
    let measures = Measures(attributes: element.attributes, size: size)
    switch self {
    case .path:
      guard let data = element.attributes["d"], data != "none" else { return nil }
      do {
        return try SVGPathData.path(data)
      } catch {
        throw .pathData(rest: error.rest)
      }
    case .rect: return try Self.rectangle(measures)
    case .circle:
      let centre = try Point(measures["cx", .across] ?? 0, measures["cy", .down] ?? 0)
      guard let radius = try measures[size: "r", .diagonal], radius > 0 else { return nil }
      return .ellipse(centre: centre, radii: Size(radius, radius))
    case .ellipse:
      let centre = try Point(measures["cx", .across] ?? 0, measures["cy", .down] ?? 0)
      let (across, down) = try (measures[size: "rx", .across], measures[size: "ry", .down])
      guard let rx = across ?? down, let ry = down ?? across, rx > 0, ry > 0 else { return nil }
      return .ellipse(centre: centre, radii: Size(rx, ry))
    case .line:
      return try .line(
        from: Point(measures["x1", .across] ?? 0, measures["y1", .down] ?? 0),
        to: Point(measures["x2", .across] ?? 0, measures["y2", .down] ?? 0))
    case .polyline: return try Self.points(element, isClosed: false)
    case .polygon: return try Self.points(element, isClosed: true)
    }
  }

  private static func rectangle(_ measures: Measures) throws(Failure) -> Path? {
    guard let width = try measures[size: "width", .across], let height = try measures[size: "height", .down],
      width > 0, height > 0
    else { return nil }
    let rect = try Rect(measures["x", .across] ?? 0, measures["y", .down] ?? 0, width, height)
    let (across, down) = try (measures[size: "rx", .across], measures[size: "ry", .down])
    guard let rx = across ?? down, let ry = down ?? across else { return .rectangle(rect) }
    return .rounded(rect, radii: Size(rx, ry))
  }

  private static func points(_ element: SVGTree.Element, isClosed: Bool) throws(Failure) -> Path? {
    guard let text = element.attributes["points"] else { return nil }
    guard let numbers = SVGScanner.numbers(in: text), numbers.count.isMultiple(of: 2) else {
      throw .value(attribute: "points", text)
    }
    guard numbers.count > 2 else { return nil }
    var path = Path([.move(Point(numbers[0], numbers[1]))])
    for index in stride(from: 2, to: numbers.count, by: 2) {
      path.steps.append(.line(Point(numbers[index], numbers[index + 1])))
    }
    if isClosed { path.steps.append(.close) }
    return path
  }
}

/// The lengths among an element's attributes.
private struct Measures {
  let attributes: [String: String]
  let size: Size

  /// A length; nil when it is not given.
  subscript(name: String, direction: SVGLength.Direction) -> Double? {
    get throws(SVGShape.Failure) {
      guard let text = attributes[name] else { return nil }
      guard let length = SVGLength(text) else { throw .value(attribute: name, text) }
      return length.resolved(direction, in: size)
    }
  }

  /// A length of 0 or more; nil when it is not given or `auto`.
  subscript(size name: String, direction: SVGLength.Direction) -> Double? {
    get throws(SVGShape.Failure) {
      guard let text = attributes[name], text != "auto" else { return nil }
      guard let length = try self[name, direction], length >= 0 else { throw .value(attribute: name, text) }
      return length
    }
  }
}

extension Path {
  /// The same outline, in which a part of no length is as long as `length`, so that its square ends are drawn, as SVG
  /// wants it (SVG 2, 13.5.4) and PDF does not (ISO 32000-1, 8.5.3.1).
  func withDots(_ length: Double) -> Path {
    var path = Path()
    var part: [Step] = []
    func finish() {
      if case .move(let start) = part.first, part.count > 1, part.dropFirst().allSatisfy({ $0.stays(at: start) }) {
        part = [.move(start), .line(Point(start.x + length, start.y))]
      }
      path.steps += part
      part = []
    }
    for step in steps {
      if case .move = step { finish() }
      part.append(step)
    }
    finish()
    return path
  }
}

extension Path.Step {
  fileprivate func stays(at place: Point) -> Bool {
    switch self {
    case .move(let point), .line(let point): point == place
    case .curve(let first, let second, let end): first == place && second == place && end == place
    case .close: true
    }
  }
}
