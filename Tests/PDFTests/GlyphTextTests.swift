import Testing
import Typesetting

@testable import PDF

@Suite("What glyphs say")
struct GlyphTextTests {
  /// A run whose glyphs have the given numbers and texts, ten points apart.
  private func run(_ glyphs: [(id: UInt16, text: String)]) -> GlyphRun {
    var text: [UInt8] = []
    let glyphs = glyphs.enumerated().map { index, glyph in
      let start = text.count
      text += Array(glyph.text.utf8)
      return GlyphRun.Glyph(id: glyph.id, x: Double(index) * 10, text: start..<text.count)
    }
    return GlyphRun(face: .regular, size: 10, colour: .black, glyphs: glyphs, text: text)
  }

  private func stream(_ run: GlyphRun, _ texts: GlyphTexts) -> String {
    var stream = ContentStream(profile: .office, height: 100, decimals: 2)
    stream.draw(
      run, at: Point(0, 50), font: Resources.FontName(isLocal: false, face: .regular), texts: texts,
      width: { _ in 1000 })
    return String(decoding: stream.bytes, as: UTF8.self)
  }

  private func texts(_ run: GlyphRun) -> GlyphTexts {
    GlyphTexts([Frame.Item(.text(run, at: Point(0, 0)), element: nil)])
  }

  @Test("a ligature stands for all its characters")
  func ligature() {
    let run = run([(0x4141, "ffi"), (0x4242, "x")])
    let texts = texts(run)
    #expect(texts.text(of: 0x4141, in: .regular) == "ffi")
    #expect(texts.text(of: 0x4141, in: .bold) == nil)
    #expect(stream(run, texts) == "0 g BT /F0 10 Tf 0 50 Td [(AABB)]TJ ET\n")
    let map = String(decoding: EmbeddedFont.map([(0x4141, "ffi"), (0x4242, "𠮷")]), as: UTF8.self)
    #expect(map.contains("2 beginbfchar\n<4141><006600660069>\n<4242><D842DFB7>\nendbfchar"))
  }

  @Test("a glyph with two texts keeps the commoner one, and the other is written beside it where it is meant")
  func twoTexts() {
    let run = run([(0x4141, "\u{A0}"), (0x4141, " "), (0x4141, " ")])
    let texts = texts(run)
    #expect(texts.text(of: 0x4141, in: .regular) == " ")
    #expect(
      stream(run, texts)
        == "0 g BT /F0 10 Tf 0 50 Td /Span<</ActualText<FEFF00A0>>>BDC [(AA)]TJ EMC [(AAAA)]TJ ET\n")
  }

  @Test("a compatibility ideograph is not taken for the ordinary one that looks the same")
  func compatibility() {
    let run = run([(0x4141, "\u{8C48}"), (0x4141, "\u{F900}")])
    #expect(stream(run, texts(run)).contains("/Span<</ActualText<FEFFF900>>>BDC [(AA)]TJ EMC"))
  }

  @Test("several glyphs for some characters are wrapped together, and each has a character all the same")
  func severalGlyphs() {
    let run = run([(0x4141, "e\u{301}"), (0x4242, ""), (0x4141, "e")])
    let texts = texts(run)
    #expect(texts.text(of: 0x4141, in: .regular) == "e")
    #expect(texts.text(of: 0x4242, in: .regular) == "\u{200B}")
    #expect(stream(run, texts).contains("/Span<</ActualText<FEFF00650301>>>BDC [(AABB)]TJ EMC [(AA)]TJ"))
  }

  @Test("a glyph that stands higher than the baseline is raised, and the next one is not")
  func rise() {
    var run = run([(0x4141, "1"), (0x4242, "2")])
    run.glyphs[0] = GlyphRun.Glyph(id: 0x4141, x: 0, rise: 3, text: 0..<1)
    #expect(stream(run, texts(run)) == "0 g BT /F0 10 Tf 0 50 Td 3 Ts [(AA)]TJ 0 Ts [(BB)]TJ ET\n")
  }
}
