private import CCairo
internal import Typesetting

/// A sheet of white pixels. This file is the only door to Cairo; the canvas is used by one thread and thrown away.
final class Canvas {
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private let fonts: FontBook
  /// Pixels of a point on the page.
  private let scale: Double
  private var outlines: [Face: [UInt16: Path]] = [:]

  /// A canvas that shows an area of a page.
  /// - Parameter scale: pixels in a point.
  init(showing area: Rect, fonts: FontBook, scale: Double) {
    func pixels(_ length: Double) -> Int32 { Int32(min(max((length * scale).rounded(), 1), Double(PNGFile.sideLimit))) }
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(area.width), pixels(area.height))
    cairo = cairo_create(surface)
    (self.fonts, self.scale) = (fonts, scale)
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_GOOD)
    cairo_scale(cairo, scale, scale)
    cairo_translate(cairo, -area.x, -area.y)
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  func draw(_ shape: Frame.Item.Shape) {
    switch shape {
    case .text(let run, let origin): draw(run, at: origin)
    case .path(let path, let paint): draw(path, paint)
    case .drawing(let drawing, let rect): draw(drawing, in: rect)
    case .code(let code, let rect, let colour): draw(code, in: rect, colour)
    }
  }

  private func draw(_ run: GlyphRun, at origin: Point) {
    setSource(run.colour)
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
    for glyph in run.glyphs {
      let (x, y) = (origin.x + glyph.x, origin.y - glyph.rise)
      for step in outline(glyph.id, run.face).steps {
        add(step.mapped { Point(x + $0.x * run.size, y - $0.y * run.size) })
      }
    }
    cairo_fill(cairo)
  }

  private func outline(_ glyph: UInt16, _ face: Face) -> Path {
    if let known = outlines[face]?[glyph] { return known }
    let outline = fonts[face].outline(of: glyph)
    outlines[face, default: [:]][glyph] = outline
    return outline
  }

  private func draw(_ path: Path, _ paint: Paint) {
    // A fill and a line that are seen through are one picture: the line hides the fill below it.
    let isGroup = paint.opacity < 1 && paint.fill != nil && paint.stroke != nil
    let opacity = isGroup ? 1 : paint.opacity
    if isGroup { cairo_push_group(cairo) }
    for step in path.steps { add(step) }
    if let fill = paint.fill {
      setSource(fill, opacity)
      cairo_set_fill_rule(cairo, paint.isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
      cairo_fill_preserve(cairo)
    }
    if let stroke = paint.stroke {
      setSource(stroke.colour, opacity)
      set(stroke)
      cairo_stroke_preserve(cairo)
    }
    cairo_new_path(cairo)
    if isGroup {
      cairo_pop_group_to_source(cairo)
      cairo_paint_with_alpha(cairo, paint.opacity)
    }
  }

  private func set(_ stroke: Paint.Stroke) {
    cairo_set_line_width(cairo, stroke.width)
    cairo_set_miter_limit(cairo, stroke.miterLimit)
    cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE)
    }
    switch stroke.join {
    case .miter: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(cairo, CAIRO_LINE_JOIN_BEVEL)
    }
  }

  private func draw(_ drawing: Drawing, in rect: Rect) {
    guard drawing.size.width > 0, drawing.size.height > 0 else { return }
    cairo_save(cairo)
    defer { cairo_restore(cairo) }
    cairo_rectangle(cairo, rect.x, rect.y, rect.width, rect.height)
    cairo_clip(cairo)
    cairo_translate(cairo, rect.x, rect.y)
    cairo_scale(cairo, rect.width / drawing.size.width, rect.height / drawing.size.height)
    for shape in drawing.shapes { draw(shape.path, shape.paint) }
  }

  /// Draws the modules from whole pixel to whole pixel, so that readers see no grey between dark and light.
  private func draw(_ code: QRCode, in rect: Rect, _ colour: Colour) {
    guard code.width > 0 else { return }
    var (left, top, right, bottom) = (rect.x, rect.y, rect.right, rect.bottom)
    cairo_user_to_device(cairo, &left, &top)
    cairo_user_to_device(cairo, &right, &bottom)
    cairo_save(cairo)
    defer { cairo_restore(cairo) }
    cairo_identity_matrix(cairo)
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE)
    setSource(colour)
    func edge(_ index: Int, _ start: Double, _ end: Double) -> Double {
      (start + (end - start) * Double(index) / Double(code.width)).rounded()
    }
    for row in 0..<code.width {
      let (upper, lower) = (edge(row, top, bottom), edge(row + 1, top, bottom))
      for column in 0..<code.width where code.modules[row * code.width + column] {
        let start = edge(column, left, right)
        cairo_rectangle(cairo, start, upper, edge(column + 1, left, right) - start, lower - upper)
      }
    }
    cairo_fill(cairo)
  }

  private func setSource(_ colour: Colour, _ opacity: Double = 1) {
    let light = colour.light
    cairo_set_source_rgba(
      cairo, Double(light.red) / 255, Double(light.green) / 255, Double(light.blue) / 255, opacity)
  }

  private func add(_ step: Path.Step) {
    switch step {
    case .move(let point): cairo_move_to(cairo, point.x, point.y)
    case .line(let point): cairo_line_to(cairo, point.x, point.y)
    case .curve(let first, let second, let end):
      cairo_curve_to(cairo, first.x, first.y, second.x, second.y, end.x, end.y)
    case .close: cairo_close_path(cairo)
    }
  }

  /// What has been drawn.
  func pixels() -> Pixels {
    cairo_surface_flush(surface)
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    guard let data = cairo_image_surface_get_data(surface) else {
      preconditionFailure("no memory for a picture of \(width) × \(height) pixels")
    }
    let colours = [UInt32](unsafeUninitializedCapacity: width * height) { colours, count in
      for row in 0..<height {
        // A pixel is 32 bits in the machine's own order, the upper eight unused.
        let line = UnsafeRawPointer(data + row * stride)
        for column in 0..<width {
          let value = line.loadUnaligned(fromByteOffset: column * 4, as: UInt32.self)
          colours.initializeElement(at: row * width + column, to: value & 0xFF_FFFF)
        }
      }
      count = width * height
    }
    return Pixels(width: width, height: height, colours: colours)
  }
}

extension Path.Step {
  fileprivate func mapped(_ map: (Point) -> Point) -> Path.Step {
    switch self {
    case .move(let point): .move(map(point))
    case .line(let point): .line(map(point))
    case .curve(let first, let second, let end): .curve(map(first), map(second), map(end))
    case .close: .close
    }
  }
}
