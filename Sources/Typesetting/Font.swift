private import CHarfBuzz

/// An OpenType font, read once and shared by all threads: HarfBuzz's faces and fonts do not change after they are made.
package final class Font: Sendable {
  /// Safe to share: made immutable before anybody else sees it; HarfBuzz counts references atomically.
  nonisolated(unsafe) private let face: OpaquePointer
  /// Safe to share for the same reason. Its scale is the face's units.
  nonisolated(unsafe) let font: OpaquePointer
  private let subsets: SubsetSource
  /// Units in an em.
  let unitsPerEm: Double
  /// From the tables hhea and OS/2.
  let metrics: FontMetrics

  /// The font in the bytes of an OpenType file with CFF outlines whose glyph numbers are its CIDs; nil when it is none.
  package init?(bytes: [UInt8]) {
    let blob = bytes.withUnsafeBytes { buffer in
      hb_blob_create(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(buffer.count), HB_MEMORY_MODE_DUPLICATE, nil,
        nil)
    }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    guard hb_face_get_glyph_count(face) > 0, !Self.table("CFF ", of: face).isEmpty, let font = hb_font_create(face),
      let subsets = SubsetSource(face)
    else {
      hb_face_destroy(face)
      return nil
    }
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    (self.face, self.font, self.subsets) = (face, font, subsets)
    unitsPerEm = Double(hb_face_get_upem(face))
    metrics = Self.metrics(of: font, typographic: Self.table("OS/2", of: face), unitsPerEm: unitsPerEm)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The advance of a glyph in em.
  package func advance(of glyph: UInt16) -> Double {
    Double(hb_font_get_glyph_h_advance(font, UInt32(glyph))) / unitsPerEm
  }

  /// The outline of a glyph in em, from its origin on the baseline, upwards.
  package func outline(of glyph: UInt16) -> Path {
    var pen = Pen(scale: 1 / unitsPerEm)
    withUnsafeMutablePointer(to: &pen) { hb_font_get_glyph_shape(font, UInt32(glyph), Pen.strokes.pointer, $0) }
    return Path(pen.steps)
  }

  /// A font file (OpenType with CFF outlines) with only these glyphs, for embedding in a document. Its CFF table's
  /// charset has the glyphs' numbers in this font as their CIDs (Adobe Technical Note 5176, section 13), though the
  /// glyphs themselves are numbered anew. Empty when HarfBuzz cannot make it.
  package func subset(to glyphs: Set<UInt16>) -> [UInt8] { subsets.subset(to: glyphs) }
}

extension Font {
  fileprivate static func table(_ name: String, of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_table(face, FontTag.number(name))
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &count) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: Int(count)))
  }

  /// - Parameter typographic: the table OS/2, whose sTypoAscender (at byte 68) is the top of a Han character's square.
  fileprivate static func metrics(
    of font: OpaquePointer, typographic: [UInt8], unitsPerEm: Double
  ) -> FontMetrics {
    func measure(_ tag: hb_ot_metrics_tag_t, else fallback: Double) -> Double {
      var value: hb_position_t = 0
      return hb_ot_metrics_get_position(font, tag, &value) == 0 ? fallback : abs(Double(value)) / unitsPerEm
    }
    let top = typographic.count < 70 ? 0 : Int16(bitPattern: UInt16(typographic[68]) << 8 | UInt16(typographic[69]))
    return FontMetrics(
      ascent: measure(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, else: 0.88),
      descent: measure(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, else: 0.12),
      capHeight: measure(HB_OT_METRICS_TAG_CAP_HEIGHT, else: 0.7),
      xHeight: measure(HB_OT_METRICS_TAG_X_HEIGHT, else: 0.5),
      hanAscent: top > 0 ? Double(top) / unitsPerEm : 0.88)
  }
}

/// Takes down what HarfBuzz draws.
private struct Pen {
  var steps: [Path.Step] = []
  let scale: Double

  /// HarfBuzz's table of what to call for each step; it writes to the pen that is given with it.
  struct Strokes: Sendable {
    /// Safe to share: made immutable below.
    nonisolated(unsafe) let pointer: OpaquePointer?
  }

  static let strokes: Strokes = {
    let functions = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      functions, { _, pen, _, x, y, _ in Pen.add(pen) { .move($0(x, y)) } }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, pen, _, x, y, _ in Pen.add(pen) { .line($0(x, y)) } }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, pen, _, x1, y1, x2, y2, x, y, _ in Pen.add(pen) { .curve($0(x1, y1), $0(x2, y2), $0(x, y)) } }, nil, nil)
    hb_draw_funcs_set_close_path_func(functions, { _, pen, _, _ in Pen.add(pen) { _ in .close } }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
    return Strokes(pointer: functions)
  }()

  static func add(_ pen: UnsafeMutableRawPointer?, _ step: ((Float, Float) -> Point) -> Path.Step) {
    guard let pen = pen?.assumingMemoryBound(to: Pen.self) else { return }
    let scale = pen.pointee.scale
    pen.pointee.steps.append(step { Point(Double($0) * scale, Double($1) * scale) })
  }
}

/// Names of tables and features, as four bytes in one number.
enum FontTag {
  static func number(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
