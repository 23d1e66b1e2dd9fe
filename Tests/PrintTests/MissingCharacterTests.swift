import Diagnostics
import Examples
import Testing
import Typesetting

@testable import Print

/// Characters that the real fonts do not have.
@Suite struct MissingCharacterTests {
  @Test("Where the fonts lack a character no box is drawn, and the text can still be copied")
  func noBox() throws {
    let cache = TextCache(Shaper(try #require(PinnedFonts.book)))
    var setter = TextSetter(cache: cache, language: "zh-Hans", isFinal: true)
    let text = StyledText([StyledText.Span("小龘说"), StyledText.Span("𠮟不", .strong)])
    let pieces = setter.lines(text, TextSetter.Style(size: 10, leading: 15), x: 0, width: 200, element: nil)
    let runs = pieces.flatMap(\.items).compactMap { item -> GlyphRun? in
      if case .text(let run, _) = item.shape { run } else { nil }
    }
    #expect(runs.flatMap(\.glyphs).count == 5)
    #expect(runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 })
    #expect(runs.map { String(decoding: $0.text, as: UTF8.self) }.joined() == "小龘说𠮟不")
    #expect(cache.missing == ["龘", "𠮟"])
  }

  @Test("A character is told in the language in whose text it stands")
  func place() throws {
    let cache = TextCache(Shaper(try #require(PinnedFonts.book)))
    _ = cache.shaped(StyledText("小说"), "zh-Hans")
    _ = cache.shaped(StyledText("The word 龘"), "en")
    #expect(cache.missing(in: "zh-Hans") == [] && cache.missing(in: "en") == ["龘"])
  }

  @Test("More than twelve are counted") func many() {
    let missing = (0..<15).compactMap { Unicode.Scalar(0x20000 + $0) }
    let told = Diagnostic.missingGlyphs(missing, at: Place(path: "a"))
    #expect(told.message.en.contains("U+2000B") && !told.message.en.contains("U+2000C"))
    #expect(told.message.en.contains("and 3 more") && told.message.zh.contains("还有3个"))
  }
}
