import Examples
import Foundation
import Testing
import Typesetting

@testable import PNG

@Suite struct PNGFileTests {
  private let fonts: FontBook

  init() throws { fonts = try #require(fontsOfTheProject) }

  @Test("A page with nothing on it is white paper of its size after cutting")
  func emptyPage() throws {
    let picture = try decoded(page(of: Rect(9, 9, 100, 50)), scale: 2)
    #expect(picture.width == 200)
    #expect(picture.height == 100)
    #expect(Set(picture.colours) == [0xFFFFFF])
  }

  @Test("What lies in the bleed is cut off, and what lies at the edge begins at the first pixel")
  func trim() throws {
    var frame = page(of: Rect(10, 10, 20, 20))
    frame.items = [rectangle(Rect(0, 0, 11, 40), "#ff0000")]
    let picture = try decoded(frame, scale: 1)
    #expect(picture.colours[0] == 0xFF0000)
    #expect(picture.colours[1] == 0xFFFFFF)
  }

  @Test("Edges on pixels are sharp, and edges between them are shared in proportion")
  func edges() throws {
    var frame = page(of: Rect(0, 0, 4, 1))
    frame.items = [rectangle(Rect(1, 0, 1.5, 1), "#000000")]
    let picture = try decoded(frame, scale: 1)
    #expect(picture.colours[0] == 0xFFFFFF)
    #expect(picture.colours[1] == 0x000000)
    #expect((0x78...0x88).contains(picture.colours[2] & 0xFF))
    #expect(picture.colours[3] == 0xFFFFFF)
  }

  @Test("A thin shape is one picture: its line hides its fill")
  func opacity() throws {
    var frame = page(of: Rect(0, 0, 20, 20))
    var paint = Paint(fill: Colour(hex: "#ff0000"), stroke: Paint.Stroke(.black, width: 4))
    paint.opacity = 0.5
    frame.items = [Frame.Item(.path(.rectangle(Rect(5, 5, 10, 10)), paint), element: nil)]
    let picture = try decoded(frame, scale: 1)
    #expect(isNear(picture[10, 10], 0xFF8080))
    #expect(isNear(picture[6, 10], 0x808080))
    #expect(isNear(picture[4, 10], 0x808080))
    #expect(picture[1, 1] == 0xFFFFFF)
  }

  @Test("Even-odd shapes have a hole, others have none")
  func holes() throws {
    let outline = Path(Path.rectangle(Rect(0, 0, 9, 9)).steps + Path.rectangle(Rect(3, 3, 3, 3)).steps)
    var frame = page(of: Rect(0, 0, 20, 9))
    var paint = Paint(fill: .black)
    frame.items = [
      Frame.Item(
        .path(outline.transformed(Transform(a: 1, b: 0, c: 0, d: 1, e: 10, f: 0)), paint), element: nil)
    ]
    paint.isEvenOdd = true
    frame.items.append(Frame.Item(.path(outline, paint), element: nil))
    let picture = try decoded(frame, scale: 1)
    #expect(picture[1, 1] == 0)
    #expect(picture[4, 4] == 0xFFFFFF)
    #expect(picture[14, 4] == 0)
  }

  @Test("A picture is scaled to its rectangle and does not reach beyond it")
  func drawing() throws {
    let shape = Drawing.Shape(.rectangle(Rect(-100, -100, 300, 300)), Paint(fill: Colour(hex: "#0000ff")))
    let half = Drawing.Shape(.rectangle(Rect(0, 0, 50, 100)), Paint(fill: Colour(hex: "#00ff00")))
    var frame = page(of: Rect(0, 0, 20, 20))
    frame.items = [
      Frame.Item(.drawing(Drawing(size: Size(100, 100), shapes: [shape, half]), in: Rect(5, 5, 10, 10)), element: nil)
    ]
    let picture = try decoded(frame, scale: 1)
    #expect(picture[6, 10] == 0x00FF00)
    #expect(picture[13, 10] == 0x0000FF)
    #expect(picture[4, 10] == 0xFFFFFF)
    #expect(picture[15, 10] == 0xFFFFFF)
    #expect(picture[10, 4] == 0xFFFFFF)
    #expect(picture[10, 15] == 0xFFFFFF)
  }

  @Test("Modules of a code are dark or light, never grey, at any scale", arguments: [0.9, 1.37, 2, 3.3, 5])
  func code(scale: Double) throws {
    let code = try #require(QRCode(text: "https://example.org/zh/editions/A7.html", correction: .medium))
    var frame = page(of: Rect(0, 0, 100, 100))
    let place = Rect(10.3, 11.7, 72.5, 72.5)
    frame.items = [Frame.Item(.code(code, in: place, Colour.black), element: nil)]
    let picture = try decoded(frame, scale: scale)
    #expect(Set(picture.colours) == [0x000000, 0xFFFFFF])
    let module = place.width / Double(code.width)
    for row in 0..<code.width {
      for column in 0..<code.width {
        let x = Int((place.x + (Double(column) + 0.5) * module) * scale)
        let y = Int((place.y + (Double(row) + 0.5) * module) * scale)
        #expect((picture[x, y] == 0) == code.modules[row * code.width + column])
      }
    }
  }

  @Test("Characters stand upright on their baseline, in their colour")
  func glyphs() throws {
    var frame = page(of: Rect(0, 0, 120, 40))
    // The line of 上 is at the bottom, that of 下 at the top.
    frame.items = [text("上下", size: 40, at: Point(0, 35.2), Colour(hex: "#cc0000") ?? .black, fonts)]
    let picture = try decoded(frame, scale: 1)
    func ink(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
      rows.reduce(0) { $0 + columns.count { [row = $1] column in picture[column, row] == 0xCC0000 } }
    }
    #expect(ink(0..<40, 30..<40) > ink(0..<40, 0..<10))
    #expect(ink(40..<80, 0..<10) > ink(40..<80, 30..<40))
    #expect(ink(80..<120, 0..<40) == 0)
  }

  @Test("The same page has the same bytes, also when many are made at once")
  func isDeterministic() async throws {
    var frame = page(of: Rect(0, 0, 200, 60))
    frame.items = [
      rectangle(Rect(0, 0, 200, 30), "#fbe3c0"), text("存款有保险", size: 24, at: Point(10, 40), .black, fonts),
    ]
    let (page, fonts) = (frame, fonts)
    let first = PNGFile(page, fonts: fonts, pixelsPerPoint: 2)
    await withTaskGroup(of: PNGFile.self) { group in
      for _ in 0..<50 { group.addTask { PNGFile(page, fonts: fonts, pixelsPerPoint: 2) } }
      for await file in group { #expect(file == first) }
    }
  }

  @Test("A size that is no size does not break the program", arguments: [0, 1e-9, 1000, -1])
  func oddScales(scale: Double) throws {
    let picture = try decoded(page(of: Rect(0, 0, 100, 0.001)), scale: scale)
    #expect(picture.width >= 1)
    #expect(picture.width <= PNGFile.sideLimit)
  }

  private func decoded(_ frame: Frame, scale: Double) throws -> Pixels {
    try #require(Pixels(decoding: PNGFile(frame, fonts: fonts, pixelsPerPoint: scale).bytes))
  }
}

/// A page with nothing on it and 9 points of bleed.
private func page(of trim: Rect) -> Frame {
  Frame(size: Size(trim.right + 9, trim.bottom + 9), trim: trim, bleed: trim.inset(by: -9))
}

private func rectangle(_ rect: Rect, _ colour: String) -> Frame.Item {
  Frame.Item(.path(.rectangle(rect), Paint(fill: Colour(hex: colour))), element: nil)
}

private func text(_ string: String, size: Double, at origin: Point, _ colour: Colour, _ fonts: FontBook) -> Frame.Item {
  let shaped = Shaper(fonts).shaped(StyledText(string), language: "zh")
  var x = 0.0
  var glyphs: [GlyphRun.Glyph] = []
  for cluster in shaped.clusters {
    for glyph in shaped.glyphs[cluster.glyphs] {
      glyphs.append(GlyphRun.Glyph(id: glyph.id, x: (x + glyph.x) * size, rise: glyph.rise * size, text: cluster.text))
    }
    x += cluster.advance
  }
  let run = GlyphRun(face: .regular, size: size, colour: colour, glyphs: glyphs, text: shaped.text)
  return Frame.Item(.text(run, at: origin), element: nil)
}

private let fontsOfTheProject: FontBook? = {
  let folder = testsFolder.deletingLastPathComponent().appending(path: "templates/print/fonts")
  func font(_ name: String) -> Font? {
    (try? Data(contentsOf: folder.appending(path: "NotoSansCJKsc-\(name).otf"))).flatMap { Font(bytes: [UInt8]($0)) }
  }
  guard let regular = font("Regular"), let bold = font("Bold") else { return nil }
  return FontBook(regular: regular, bold: bold)
}()

private func isNear(_ left: UInt32, _ right: UInt32) -> Bool {
  [16, 8, 0].allSatisfy { abs(Int(left >> $0 & 0xFF) - Int(right >> $0 & 0xFF)) <= 2 }
}
