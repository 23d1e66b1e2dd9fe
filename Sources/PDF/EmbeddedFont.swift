import Typesetting

/// The glyphs of a face that a document uses, as a font of that document (ISO 32000-1, 9.7, 9.8, 9.9).
struct EmbeddedFont: Sendable {
  private let name: String
  /// The bare CFF font.
  private let program: EncodedStream
  private let descriptor: [UInt8]
  private let widths: [UInt8]
  private let toUnicode: EncodedStream

  /// - Parameter texts: of the glyphs of `face` and perhaps of others.
  /// - Returns: nil when no glyph of the face is used, or when the font cannot be reduced to those that are.
  init?(_ face: Face, of book: FontBook, texts: GlyphTexts, with deflater: Deflater) {
    let font = book[face]
    let glyphs = texts.glyphs(of: face)
    guard !glyphs.isEmpty, let tables = OpenTypeTables(font.subset(to: Set(glyphs))) else { return nil }
    program = EncodedStream(tables.outlines, as: .outlines, with: deflater)
    name = Self.tag(for: glyphs, of: tables.outlines) + "+" + (tables.name ?? "Font")
    widths = Self.widths(of: glyphs, in: font)
    toUnicode = EncodedStream(
      Self.map(glyphs.compactMap { glyph in texts.text(of: glyph, in: face).map { (glyph, $0) } }), with: deflater)
    descriptor = Self.descriptor(of: face, box: tables.box, book.metrics(face))
  }

  /// The advance of a glyph as the font tells it, in thousandths of an em: what viewers move on by.
  static func width(of glyph: UInt16, in font: Font) -> Double { (font.advance(of: glyph) * 10_000).rounded() / 10 }

  /// Writes the font's five objects.
  /// - Parameter reference: of the Type 0 font, which pages name.
  func write(as reference: Reference, into file: inout ObjectFile) {
    let descendant = file.reserve()
    let descriptor = file.reserve()
    let program = file.reserve()
    let toUnicode = file.reserve()
    file.add(reference) { text in
      text.put("<</Type/Font/Subtype/Type0/BaseFont")
      text.put(name: name + "-Identity-H")
      text.put("/Encoding/Identity-H/DescendantFonts[")
      text.put(descendant)
      text.put("]/ToUnicode ")
      text.put(toUnicode)
      text.put(">>")
    }
    file.add(descendant) { text in
      text.put("<</Type/Font/Subtype/CIDFontType0/BaseFont")
      text.put(name: name)
      text.put("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[")
      text.append(contentsOf: widths)
      text.put("]/FontDescriptor ")
      text.put(descriptor)
      text.put(">>")
    }
    file.add(descriptor) { text in
      text.put("<</Type/FontDescriptor/FontName")
      text.put(name: name)
      text.append(contentsOf: self.descriptor)
      text.put("/FontFile3 ")
      text.put(program)
      text.put(">>")
    }
    file.add(program, self.program, entries: Array("/Subtype/CIDFontType0C".utf8))
    file.add(toUnicode, self.toUnicode)
  }
}

extension EmbeddedFont {
  /// Six capital letters that differ between subsets of one font (9.6.4).
  private static func tag(for glyphs: [UInt16], of outlines: [UInt8]) -> String {
    var digest = Digest()
    for glyph in glyphs { digest.add([UInt8(glyph >> 8), UInt8(glyph & 0xFF)]) }
    digest.add(outlines)
    return String(decoding: digest.bytes.suffix(6).map { UInt8(ascii: "A") + $0 % 26 }, as: UTF8.self)
  }

  private static func descriptor(of face: Face, box: [Int], _ metrics: FontMetrics) -> [UInt8] {
    var text: [UInt8] = []
    // Symbolic (bit 3): the glyphs are found by number, not by the names of a Latin alphabet.
    text.put("/Flags 4/FontBBox[")
    for (index, side) in box.enumerated() {
      if index > 0 { text.put(" ") }
      text.put(side)
    }
    text.put("]/ItalicAngle 0/Ascent ")
    text.put(metrics.ascent * 1000, decimals: 0)
    text.put("/Descent ")
    text.put(-metrics.descent * 1000, decimals: 0)
    text.put("/CapHeight ")
    text.put(metrics.capHeight * 1000, decimals: 0)
    // The width of upright stems is in no table; this is how it usually goes with the weight.
    switch face {
    case .regular: text.put("/StemV 88")
    case .bold: text.put("/StemV 166")
    }
    return text
  }

  /// The W array (9.7.4.3): lists of neighbours, without those that have the default of one em.
  private static func widths(of glyphs: [UInt16], in font: Font) -> [UInt8] {
    var text: [UInt8] = []
    var next: Int?
    for glyph in glyphs {
      let width = width(of: glyph, in: font)
      guard width != 1000 else { continue }
      if Int(glyph) == next {
        text.put(" ")
      } else {
        if next != nil { text.put("]") }
        text.put(Int(glyph))
        text.put("[")
      }
      text.put(width, decimals: 1)
      next = Int(glyph) + 1
    }
    if next != nil { text.put("]") }
    return text
  }

  /// The ToUnicode CMap (9.10.3).
  static func map(_ texts: [(glyph: UInt16, text: String)]) -> [UInt8] {
    var map: [UInt8] = []
    map.put(
      """
      /CIDInit/ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """)
    // A block may hold a hundred lines.
    for start in stride(from: 0, to: texts.count, by: 100) {
      let block = texts[start..<min(start + 100, texts.count)]
      map.put(block.count)
      map.put(" beginbfchar\n")
      for (glyph, text) in block {
        map.put("<")
        map.put(hexadecimal: UInt8(glyph >> 8))
        map.put(hexadecimal: UInt8(glyph & 0xFF))
        map.put("><")
        map.put(utf16: text)
        map.put(">\n")
      }
      map.put("endbfchar\n")
    }
    map.put("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
    return map
  }
}
