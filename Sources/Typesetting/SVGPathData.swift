/// Reads the `d` of a path (SVG 2, 9.3): all commands, as lines and cubic curves in absolute coordinates.
struct SVGPathData {
  /// What was not understood.
  struct Failure: Error {
    let rest: String
  }

  private enum Command {
    case move, line, horizontal, vertical, curve, smoothCurve, quadratic, smoothQuadratic, arc, close

    init?(_ letter: UInt8) {
      switch letter | 0x20 {
      case UInt8(ascii: "m"): self = .move
      case UInt8(ascii: "l"): self = .line
      case UInt8(ascii: "h"): self = .horizontal
      case UInt8(ascii: "v"): self = .vertical
      case UInt8(ascii: "c"): self = .curve
      case UInt8(ascii: "s"): self = .smoothCurve
      case UInt8(ascii: "q"): self = .quadratic
      case UInt8(ascii: "t"): self = .smoothQuadratic
      case UInt8(ascii: "a"): self = .arc
      case UInt8(ascii: "z"): self = .close
      default: return nil
      }
    }

    var argumentCount: Int {
      switch self {
      case .close: 0
      case .horizontal, .vertical: 1
      case .move, .line, .smoothQuadratic: 2
      case .smoothCurve, .quadratic: 4
      case .curve: 6
      case .arc: 7
      }
    }
  }

  private var scanner: SVGScanner
  private var path = Path()
  private var current = Point(0, 0)
  private var start = Point(0, 0)
  /// Whether the next step needs a `move` before it, because the last one closed an outline.
  private var isClosed = false
  /// The control point that a smooth curve mirrors.
  private var cubicControl: Point?
  private var quadraticControl: Point?

  private init(_ text: String) { scanner = SVGScanner(text) }

  static func path(_ text: String) throws(Failure) -> Path {
    var data = SVGPathData(text)
    try data.read()
    return data.path
  }

  private mutating func read() throws(Failure) {
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let beginning = scanner
      guard let letter = scanner.letter(), var command = Command(letter), command == .move || !path.steps.isEmpty else {
        throw Failure(rest: beginning.rest)
      }
      let isRelative = letter & 0x20 != 0
      scanner.skipSpace()
      var isComma = false
      repeat {
        let beginning = scanner
        guard let numbers = arguments(of: command) else { throw Failure(rest: beginning.rest) }
        append(command, numbers, isRelative: isRelative)
        if command == .close { break }
        // Further pairs after a move are lines.
        if command == .move { command = .line }
        isComma = scanner.skipSeparator()
      } while isComma || scanner.isAtNumber
      scanner.skipSpace()
    }
  }

  private mutating func arguments(of command: Command) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(command.argumentCount)
    for index in 0..<command.argumentCount {
      if index > 0 { scanner.skipSeparator() }
      let isFlag = command == .arc && (index == 3 || index == 4)
      guard let number = isFlag ? scanner.flag() : scanner.number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private mutating func append(_ command: Command, _ numbers: [Double], isRelative: Bool) {
    let origin = isRelative ? current : Point(0, 0)
    func point(_ index: Int) -> Point { Point(origin.x + numbers[index], origin.y + numbers[index + 1]) }
    var (cubic, quadratic): (Point?, Point?)
    switch command {
    case .move:
      current = point(0)
      start = current
      isClosed = false
      path.steps.append(.move(current))
    case .line: line(to: point(0))
    case .horizontal: line(to: Point(origin.x + numbers[0], current.y))
    case .vertical: line(to: Point(current.x, origin.y + numbers[0]))
    case .curve:
      cubic = point(2)
      curve(point(0), point(2), point(4))
    case .smoothCurve:
      cubic = point(0)
      curve(mirrored(cubicControl), point(0), point(2))
    case .quadratic:
      quadratic = point(0)
      curve(quadratic: point(0), point(2))
    case .smoothQuadratic:
      let control = mirrored(quadraticControl)
      quadratic = control
      curve(quadratic: control, point(0))
    case .arc:
      reopen()
      let arc = Path.Arc(
        radii: Size(numbers[0], numbers[1]), rotation: numbers[2], isLarge: numbers[3] == 1, isSweep: numbers[4] == 1)
      path.append(arc, from: current, to: point(5))
      current = point(5)
    case .close:
      path.steps.append(.close)
      current = start
      isClosed = true
    }
    (cubicControl, quadraticControl) = (cubic, quadratic)
  }

  /// The control point on the other side of the current point.
  private func mirrored(_ control: Point?) -> Point {
    guard let control else { return current }
    return Point(2 * current.x - control.x, 2 * current.y - control.y)
  }

  private mutating func reopen() {
    if isClosed { path.steps.append(.move(start)) }
    isClosed = false
  }

  private mutating func line(to end: Point) {
    reopen()
    path.steps.append(.line(end))
    current = end
  }

  private mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
    reopen()
    path.steps.append(.curve(first, second, end))
    current = end
  }

  private mutating func curve(quadratic control: Point, _ end: Point) {
    func toControl(_ point: Point) -> Point {
      Point(point.x + (control.x - point.x) * 2 / 3, point.y + (control.y - point.y) * 2 / 3)
    }
    curve(toControl(current), toControl(end), end)
  }
}
