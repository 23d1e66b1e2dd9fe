import Typesetting

/// The operators that draw a page or a form (ISO 32000-1, 8 and 9). Parameters are set only where they change.
struct ContentStream {
  private(set) var bytes: [UInt8] = []
  private(set) var resources = Resources()

  /// The page's height, from which PDF counts upwards; nil in a form, which keeps the drawing's own direction.
  private let height: Double?
  private let decimals: Int

  private var parameters: GraphicsParameters

  /// - Parameters:
  ///   - height: of the page; nil for a form.
  ///   - decimals: of coordinates.
  ///   - isContinued: whether it goes on after another stream of the same page, so that nothing is known of the
  ///     parameters.
  init(profile: Layout.Profile, height: Double?, decimals: Int, isContinued: Bool = false) {
    (self.height, self.decimals) = (height, decimals)
    parameters = GraphicsParameters(profile: profile, isContinued: isContinued)
  }

  /// Begins content of a structure element, or an artifact without one (14.6, 14.8.2.2).
  mutating func begin(_ kind: StructureTree.Kind?, number: Int) {
    guard let kind else { return bytes.put("/Artifact BMC\n") }
    bytes.put(name: kind.type)
    bytes.put("<</MCID ")
    bytes.put(number)
    bytes.put(">>BDC\n")
  }

  mutating func end() { bytes.put("EMC\n") }

  mutating func draw(_ path: Path, _ paint: Paint) {
    guard !path.steps.isEmpty, let painting = Painting(paint) else { return }
    parameters.set(overprint: false, opacity: paint.opacity, into: &bytes, &resources)
    if let colour = paint.fill { parameters.set(fill: colour, into: &bytes) }
    if let stroke = paint.stroke { parameters.set(stroke, decimals: decimals + 1, into: &bytes) }
    if let corners = path.rectangleCorners {
      let (first, second) = (at(corners.0), at(corners.1))
      put([first.x, first.y, second.x - first.x, second.y - first.y])
      bytes.put("re ")
    } else {
      for step in path.steps { put(step) }
    }
    switch painting {
    case .fill: bytes.put(paint.isEvenOdd ? "f*\n" : "f\n")
    case .stroke: bytes.put("S\n")
    case .both: bytes.put(paint.isEvenOdd ? "B*\n" : "B\n")
    }
  }

  /// Draws a form whose own box is `size` so that it fills `rect`.
  mutating func draw(form: Forms.Form, size: Size, in rect: Rect) {
    parameters.set(overprint: false, opacity: 1, into: &bytes, &resources)
    bytes.put("q ")
    place(rect, scale: (rect.width / size.width, rect.height / size.height))
    bytes.put(name: Resources.name(of: form.reference))
    bytes.put(" Do Q\n")
    resources.forms.insert(form.reference)
    resources.isTransparent = resources.isTransparent || form.isTransparent
  }

  /// Draws the dark modules as one path, in units of a module, so that neighbours abut exactly.
  mutating func draw(_ code: QRCode, in rect: Rect, _ colour: Colour) {
    parameters.set(overprint: false, opacity: 1, into: &bytes, &resources)
    parameters.set(fill: colour, into: &bytes)
    bytes.put("q ")
    place(rect, scale: (rect.width / Double(code.width), rect.height / Double(code.width)))
    for block in code.blocks {
      for value in [block.column, block.row, block.width, block.height] {
        bytes.put(value)
        bytes.put(" ")
      }
      bytes.put("re\n")
    }
    bytes.put("f Q\n")
  }

  /// Draws text.
  /// - Parameters:
  ///   - texts: what the font's ToUnicode map says.
  ///   - width: the advance of a glyph as the file's font tells it.
  mutating func draw(
    _ run: GlyphRun, at point: Point, font: Resources.FontName, texts: GlyphTexts, width: (UInt16) -> Double
  ) {
    parameters.set(overprint: run.colour.ink == Colour.black.ink, opacity: 1, into: &bytes, &resources)
    parameters.set(fill: run.colour, into: &bytes)
    bytes.put("BT ")
    parameters.set(font: font, size: run.size, into: &bytes, &resources)
    let origin = at(point)
    bytes.put(origin.x, decimals: TextLine.decimals)
    bytes.put(" ")
    bytes.put(origin.y, decimals: TextLine.decimals)
    bytes.put(" Td ")
    var line = TextLine(size: run.size, start: origin.x)
    for cluster in run.clusters {
      let isPlain = texts.tells(cluster, of: run)
      if !isPlain {
        line.close(into: &bytes)
        bytes.put("/Span<</ActualText")
        bytes.put(textString: cluster.text)
        bytes.put(">>BDC ")
      }
      for glyph in run.glyphs[cluster.glyphs] {
        if glyph.rise != parameters.rise {
          line.close(into: &bytes)
          parameters.set(rise: glyph.rise, into: &bytes)
        }
        line.show(glyph.id, at: glyph.x, width: width(glyph.id), into: &bytes)
      }
      if !isPlain {
        line.close(into: &bytes)
        bytes.put("EMC ")
      }
    }
    line.close(into: &bytes)
    bytes.put("ET\n")
  }
}

extension ContentStream {
  private enum Painting {
    case fill, stroke, both

    /// Nil when nothing is painted.
    init?(_ paint: Paint) {
      switch (paint.fill, paint.stroke) {
      case (nil, nil): return nil
      case (.some, nil): self = .fill
      case (nil, .some): self = .stroke
      case (.some, .some): self = .both
      }
    }
  }

  private func at(_ point: Point) -> Point {
    guard let height else { return point }
    return Point(point.x, height - point.y)
  }

  private mutating func put(_ numbers: [Double]) {
    for number in numbers {
      bytes.put(number, decimals: decimals)
      bytes.put(" ")
    }
  }

  private mutating func put(_ step: Path.Step) {
    func numbers(_ points: Point...) -> [Double] { points.map(at).flatMap { [$0.x, $0.y] } }
    switch step {
    case .move(let point):
      put(numbers(point))
      bytes.put("m ")
    case .line(let point):
      put(numbers(point))
      bytes.put("l ")
    case .curve(let first, let second, let end):
      put(numbers(first, second, end))
      bytes.put("c ")
    case .close: bytes.put("h ")
    }
  }

  /// Maps what follows, which counts downwards from its own top left corner, to a rectangle on the page.
  private mutating func place(_ rect: Rect, scale: (x: Double, y: Double)) {
    let corner = at(Point(rect.x, rect.y))
    for number in [scale.x, 0, 0, height == nil ? scale.y : -scale.y] {
      bytes.put(number, decimals: 6)
      bytes.put(" ")
    }
    bytes.put(corner.x, decimals: 3)
    bytes.put(" ")
    bytes.put(corner.y, decimals: 3)
    bytes.put(" cm ")
  }
}

extension Path {
  /// Two opposite corners, when the path is a rectangle with sides along the axes and nothing else.
  fileprivate var rectangleCorners: (Point, Point)? {
    guard steps.count == 5, case .move(let a) = steps[0], case .line(let b) = steps[1],
      case .line(let c) = steps[2], case .line(let d) = steps[3], case .close = steps[4]
    else { return nil }
    let isAlong = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
    return isAlong ? (a, c) : nil
  }
}
