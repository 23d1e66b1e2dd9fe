import Testing
import Typesetting

@testable import PDF

@Suite("Content of pages")
struct ContentStreamTests {
  private func stream(_ profile: Layout.Profile, _ draw: (inout ContentStream) -> Void) -> String {
    var stream = ContentStream(profile: profile, height: 100, decimals: 2)
    draw(&stream)
    return String(decoding: stream.bytes, as: UTF8.self)
  }

  private let teal = Colour(
    Colour.Light(red: 0, green: 102, blue: 255), ink: Colour.Ink(cyan: 90, magenta: 20, yellow: 0, black: 12.5))
  private let square = Path.rectangle(Rect(10, 20, 30, 40))

  @Test("an office file has red, green and blue, or grey where the three are the same")
  func office() {
    #expect(stream(.office) { $0.draw(square, Paint(fill: teal)) } == "0 .4 1 rg 10 80 30 -40 re f\n")
    #expect(stream(.office) { $0.draw(square, Paint(fill: .black)) } == "0 g 10 80 30 -40 re f\n")
  }

  @Test("a print shop's file has inks")
  func shop() {
    #expect(stream(.shop) { $0.draw(square, Paint(fill: teal)) } == ".9 .2 0 .125 k 10 80 30 -40 re f\n")
  }

  @Test("what does not change is not said again")
  func economy() {
    let text = stream(.office) {
      $0.draw(square, Paint(stroke: Paint.Stroke(teal, width: 0.5)))
      $0.draw(.line(from: Point(0, 0), to: Point(1, 1)), Paint(stroke: Paint.Stroke(teal, width: 0.5)))
    }
    #expect(text == "0 .4 1 RG .5 w 0 J 0 j []0 d 10 80 30 -40 re S\n0 100 m 1 99 l S\n")
  }

  @Test("curves, holes, dashes and opacity come through")
  func paints() {
    var stroke = Paint.Stroke(.black, width: 1)
    (stroke.cap, stroke.join, stroke.dashes) = (.round, .bevel, [3, 1.5])
    var paint = Paint(fill: .white, stroke: stroke)
    (paint.isEvenOdd, paint.opacity) = (true, 0.25)
    let path = Path([.move(Point(0, 0)), .curve(Point(1, 2), Point(3, 4), Point(5, 6)), .close])
    #expect(
      stream(.office) { $0.draw(path, paint) }
        == "/A250 gs 1 g 0 G 1 w 1 J 2 j [3 1.5]0 d 0 100 m 1 98 3 96 5 94 c h B*\n")
  }

  @Test("in a print shop's file black text, and nothing else, is printed over what is below it")
  func overprint() {
    func draw(_ profile: Layout.Profile, _ colours: [Colour]) -> String {
      stream(profile) { stream in
        for colour in colours {
          let run = GlyphRun(
            face: .bold, size: 9, colour: colour, glyphs: [GlyphRun.Glyph(id: 0x4141, x: 0, text: 0..<1)], text: [65])
          let texts = GlyphTexts([Frame.Item(.text(run, at: Point(0, 0)), element: nil)])
          let font = Resources.FontName(isLocal: false, face: .bold)
          stream.draw(run, at: Point(0, 0), font: font, texts: texts, width: { _ in 1000 })
        }
        stream.draw(square, Paint(fill: .black))
      }
    }
    #expect(
      draw(.shop, [.black, .black, teal]) == """
        /K gs 0 0 0 1 k BT /F1 9 Tf 0 100 Td [(AA)]TJ ET
        BT 0 100 Td [(AA)]TJ ET
        /N gs .9 .2 0 .125 k BT 0 100 Td [(AA)]TJ ET
        0 0 0 1 k 10 80 30 -40 re f

        """)
    #expect(!draw(.office, [.black]).contains("gs"))
  }

  @Test("the rectangles of a code cover its dark modules once each, and are no more than its rows have pieces")
  func code() {
    let code = SampleLeaflet.code
    var covered = Array(repeating: 0, count: code.modules.count)
    for block in code.blocks {
      for row in block.row..<block.row + block.height {
        for column in block.column..<block.column + block.width { covered[row * code.width + column] += 1 }
      }
    }
    #expect(covered == code.modules.map { $0 ? 1 : 0 })
    let solid = QRCode(width: 3, modules: [true, true, true, true, true, true, true, false, true])
    #expect(solid.blocks.count == 3)
    #expect(
      stream(.office) { $0.draw(solid, in: Rect(10, 10, 30, 30), .black) }
        == "0 g q 10 0 0 -10 10 90 cm 0 0 3 2 re\n0 2 1 1 re\n2 2 1 1 re\nf Q\n")
  }
}
