import Examples
import Testing
import Typesetting

@Suite("Shaping with the project's fonts")
struct ShaperTests {
  /// Each cluster with its width in thousandths of an em.
  private func widths(_ text: String, _ language: String) throws -> [String] {
    let book = try #require(PinnedFonts.book)
    let shaped = Shaper(book).shaped(StyledText(text), language: language)
    return shaped.clusters.map {
      String(decoding: shaped.text[$0.text], as: UTF8.self) + " \(Int(($0.advance * 1000).rounded()))"
    }
  }

  @Test("Quotation marks are full-width in Chinese, narrow in English") func quotationMarks() throws {
    #expect(try widths("“好”", "zh") == ["“ 1000", "好 1000", "” 1000"])
    #expect(try widths("“A”", "en") == ["“ 475", "A 608", "” 475"])
  }

  @Test("An apostrophe is narrow in Chinese, too") func apostrophe() throws {
    #expect(try widths("I’m", "zh") == ["I 293", "’ 279", "m 926"])
    #expect(try widths("‘好’", "zh") == ["‘ 1000", "好 1000", "’ 1000"])
  }

  @Test("A Chinese dash is one line two em long, an English one has its own width") func dashes() throws {
    #expect(try widths("——", "zh") == ["—— 2000"])
    #expect(try widths("—", "en") == ["— 894"])
  }

  @Test("An ellipsis is full-width and in the middle in Chinese, on the baseline in English") func ellipsis() throws {
    let book = try #require(PinnedFonts.book)
    func height(_ language: String) throws -> Double {
      let glyph = try #require(Shaper(book).shaped(StyledText("…"), language: language).glyphs.first)
      let outline = book.regular.outline(of: glyph.id)
      guard case .move(let point) = outline.steps.first else { return 0 }
      return point.y
    }
    #expect(try height("zh") > 0.3)
    #expect(try height("en") < 0.2)
  }

  @Test("The middle dot is half a square in English") func middleDot() throws {
    #expect(try widths("·", "zh") == ["· 1000"])
    #expect(try widths("·", "en") == ["· 500"])
  }

  @Test("Tones of pinyin stand on their letters") func pinyin() throws {
    #expect(try widths("ǎǹḿ", "zh").count == 3)
    // Written as a letter and a combining mark.
    #expect(try widths("a\u{30C}", "zh") == ["a\u{30C} 563"])
  }

  @Test("Bold text and numbers to call are set in the bold face") func faces() throws {
    let book = try #require(PinnedFonts.book)
    let text = StyledText([StyledText.Span("拨打"), StyledText.Span("96110", .hotline), StyledText.Span("吧", .strong)])
    let shaped = Shaper(book).shaped(text, language: "zh")
    #expect(shaped.clusters.map(\.face) == [.regular, .regular, .bold, .bold, .bold, .bold, .bold, .bold])
    #expect(shaped.clusters.map(\.span) == [0, 0, 1, 1, 1, 1, 1, 2])
  }

  @Test("A character that the font lacks is named once") func missing() throws {
    let book = try #require(PinnedFonts.book)
    let shaped = Shaper(book).shaped(StyledText("好😀好😀\u{FE0F}ไ\n\t"), language: "zh")
    #expect(shaped.missing == ["😀", "ไ"])
  }

  @Test("Text is kept byte by byte, whatever it holds") func text() throws {
    let book = try #require(PinnedFonts.book)
    for string in ["", "\n", "\t中\u{0}\r\nA\u{200B}B", "👨‍👩‍👧", "e\u{301}\u{301}", "\u{301}", "（）"] {
      let shaped = Shaper(book).shaped(StyledText(string), language: "zh")
      #expect(shaped.text == Array(string.utf8))
      #expect(shaped.clusters.flatMap { Array($0.text) } == Array(0..<string.utf8.count))
      for width in [0.3, 1, 4, 20] {
        let faults = LineReading(shaped, Composer(.justified), measure: width).faults
        // In very narrow lines there may be no good place.
        let isLost = faults.contains { $0.contains("lost") || $0.contains("differ") || $0.contains("out of order") }
        #expect(width < 20 ? !isLost : faults.isEmpty, "\(string) at \(width): \(faults)")
      }
    }
  }
}
