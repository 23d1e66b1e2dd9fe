import Examples
import Glibc
import Testing
import Typesetting

@Suite("The fonts of the project")
struct FontTests {
  @Test("Every glyph's number is its CID", arguments: ["Regular", "Bold"])
  func numbers(weight: String) throws {
    let cids = try #require(CIDs(PinnedFonts.bytes(weight))).cids
    #expect(cids.count > 9700)
    #expect(cids == Array(cids.indices))
  }

  @Test("Every character of GB 2312 has a glyph", arguments: ["zh", "en"])
  func characters(language: String) throws {
    let book = try #require(PinnedFonts.book)
    let text = try #require(Self.gb2312)
    #expect(text.unicodeScalars.count == 6763)
    let styled = StyledText([StyledText.Span(text), StyledText.Span(text, .strong)])
    #expect(Shaper(book).shaped(styled, language: language).missing == [])
  }

  /// The 6,763 Han characters, rows 16 to 87; the last five places of row 55 are empty.
  private static let gb2312: String? = {
    let converter = iconv_open("UTF-8", "GB2312")
    defer { iconv_close(converter) }
    var bytes: [CChar] = []
    for row in 0xB0...0xF7 as ClosedRange<UInt8> {
      for cell in 0xA1...(row == 0xD7 ? 0xF9 : 0xFE) as ClosedRange<UInt8> {
        bytes += [CChar(bitPattern: row), CChar(bitPattern: cell)]
      }
    }
    var output = [CChar](repeating: 0, count: bytes.count * 2)
    let isConverted = bytes.withUnsafeMutableBufferPointer { bytes in
      output.withUnsafeMutableBufferPointer { output in
        var (source, sourceCount) = (bytes.baseAddress, bytes.count)
        var (target, targetCount) = (output.baseAddress, output.count)
        return iconv(converter, &source, &sourceCount, &target, &targetCount) == 0
      }
    }
    let characters = output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return isConverted ? String(decoding: characters, as: UTF8.self) : nil
  }()

  /// What FreeType 2.12 says of some glyphs: advance, bounding box, outlines.
  struct Sample: Sendable {
    let sign: String
    let emphasis: StyledText.Emphasis
    let advance: Double
    let box: [Double]
    let outlines: Int
  }

  static let samples = [
    Sample(sign: "中", emphasis: .none, advance: 1000, box: [96, -79, 902, 840], outlines: 3),
    Sample(sign: "国", emphasis: .none, advance: 1000, box: [86, -80, 914, 795], outlines: 4),
    Sample(sign: "。", emphasis: .none, advance: 1000, box: [42, -61, 347, 244], outlines: 2),
    Sample(sign: "“", emphasis: .none, advance: 1000, box: [624, 565, 963, 847], outlines: 2),
    Sample(sign: "A", emphasis: .none, advance: 608, box: [4, 0, 604, 733], outlines: 2),
    Sample(sign: "g", emphasis: .none, advance: 564, box: [51, -250, 550, 557], outlines: 3),
    Sample(sign: "☑", emphasis: .none, advance: 1000, box: [100, -20, 900, 780], outlines: 3),
    Sample(sign: "中", emphasis: .strong, advance: 1000, box: [88, -89, 914, 850], outlines: 3),
    Sample(sign: "国", emphasis: .strong, advance: 1000, box: [76, -88, 921, 810], outlines: 4),
    Sample(sign: "g", emphasis: .strong, advance: 597, box: [43, -243, 581, 574], outlines: 3),
    Sample(sign: "5", emphasis: .strong, advance: 590, box: [26, -14, 535, 741], outlines: 1),
    Sample(sign: "①", emphasis: .strong, advance: 1000, box: [28, -92, 972, 852], outlines: 3),
  ]

  @Test("Outlines and advances are those that FreeType reads", arguments: samples)
  func outline(sample: Sample) throws {
    let book = try #require(PinnedFonts.book)
    let text = Shaper(book).shaped(StyledText(sample.sign, sample.emphasis), language: "zh")
    let glyph = try #require(text.glyphs.first).id
    let font = book[sample.emphasis.face]
    #expect((font.advance(of: glyph) * 1000).rounded() == sample.advance)
    let steps = font.outline(of: glyph).steps
    let points = steps.flatMap { step in
      switch step {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: [Point]()
      }
    }
    let box = [points.map(\.x).min(), points.map(\.y).min(), points.map(\.x).max(), points.map(\.y).max()]
    #expect(box.map { ($0 ?? 0) * 1000 }.map { $0.rounded() } == sample.box)
    #expect(steps.count { if case .move = $0 { true } else { false } } == sample.outlines)
  }

  @Test("A subset keeps the numbers of its glyphs as CIDs, and is small") func subset() throws {
    let book = try #require(PinnedFonts.book)
    let glyphs: Set<UInt16> = [17, 34, 1458, 2500, 9743, 9000]
    let subset = book.regular.subset(to: glyphs)
    #expect(CIDs(subset)?.cids == [0] + glyphs.sorted().map(Int.init))
    #expect(subset.count < 8000)
    let again = try #require(Font(bytes: subset))
    // Glyphs are numbered anew within the subset: 国 is the fourth.
    #expect(again.outline(of: 4) == book.regular.outline(of: 2500))
  }

  @Test("Many subsets, taken at the same time, are the same bytes") func manySubsets() async throws {
    let font = try #require(Font(bytes: PinnedFonts.bytes("Bold")))
    let subsets = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<60 { group.addTask { font.subset(to: Set(1400..<1600)) } }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(subsets.count == 1)
    #expect(subsets.first?.isEmpty == false)
  }

  @Test("What is no font with CFF outlines is refused") func refused() throws {
    #expect(Font(bytes: []) == nil)
    #expect(Font(bytes: Array("<html>".utf8)) == nil)
    let half = try PinnedFonts.bytes("Regular").prefix(2000)
    #expect(Font(bytes: Array(half)) == nil)
  }

  @Test("Vertical measures are the font's own") func metrics() throws {
    let book = try #require(PinnedFonts.book)
    let expected = FontMetrics(ascent: 1.16, descent: 0.288, capHeight: 0.733, xHeight: 0.543, hanAscent: 0.88)
    #expect(book.metrics(.regular) == expected)
  }
}
