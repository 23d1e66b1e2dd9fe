/// The glyphs of one line as strings with adjustments between them (the operators Tj and TJ, ISO 32000-1, 9.4.3). It
/// follows where a viewer's pen really is, so that roundings never add up: every glyph is within `tolerance` of its place.
struct TextLine {
  /// Of the coordinates at which a line starts.
  static let decimals = 2
  /// In points.
  static let tolerance = 0.0075

  private let size: Double
  /// An adjustment is so many points times its number.
  private let unit: Double
  /// Of adjustments: as few as keep the tolerance.
  private let decimals: Int
  /// Where the pen is, in points from the line's true start.
  private var pen: Double
  private enum State { case closed, array, string }
  private var state = State.closed

  /// - Parameter start: the true place of the line's start; the pen begins at its rounded place.
  init(size: Double, start: Double) {
    self.size = (size * 10_000).rounded() / 10_000
    unit = self.size / 1000
    var (decimals, step) = (0, unit)
    while step / 2 > Self.tolerance, decimals < 4 {
      decimals += 1
      step /= 10
    }
    self.decimals = decimals
    pen = (start * 100).rounded() / 100 - start
  }

  /// Adds a glyph at a place, given in points from the line's start.
  /// - Parameter width: its advance in thousandths of an em.
  mutating func show(_ glyph: UInt16, at x: Double, width: Double, into bytes: inout [UInt8]) {
    if state == .closed {
      bytes.put("[")
      state = .array
    }
    if abs(x - pen) > Self.tolerance, unit > 0 {
      let power = [1.0, 10, 100, 1000, 10_000][decimals]
      let adjustment = ((pen - x) / unit * power).rounded() / power
      if state == .string { bytes.put(")") }
      bytes.put(adjustment, decimals: decimals)
      state = .array
      pen -= adjustment * unit
    }
    if state == .array {
      bytes.put("(")
      state = .string
    }
    bytes.put(escaped: UInt8(glyph >> 8))
    bytes.put(escaped: UInt8(glyph & 0xFF))
    pen += width * unit
  }

  /// Ends the operator; the line may go on with another.
  mutating func close(into bytes: inout [UInt8]) {
    if state == .string { bytes.put(")") }
    if state != .closed { bytes.put("]TJ ") }
    state = .closed
  }
}
