import Examples
import Foundation
import PDF
import Typesetting

/// The fonts of the project.
let sampleFonts: FontBook = {
  func font(_ name: String) -> Font {
    let file = testsFolder.deletingLastPathComponent().appending(path: "templates/print/fonts/\(name)")
    guard let data = try? Data(contentsOf: file), let font = Font(bytes: Array(data)) else {
      preconditionFailure("\(file.path) is no font")
    }
    return font
  }
  return FontBook(regular: font("NotoSansCJKsc-Regular.otf"), bold: font("NotoSansCJKsc-Bold.otf"))
}()

/// A layout that is put together line by line, for trying out the writer.
struct SampleSheet {
  static let bleed = 3 * Length.millimetre
  static let a4 = Size(210 * Length.millimetre, 297 * Length.millimetre)

  var layout: Layout
  /// The element that gets what is drawn next.
  private(set) var element: StructureTree.ID? = StructureTree.root
  private(set) var y = 0.0
  private let shaper = Shaper(sampleFonts)

  init(_ title: String, language: String, profile: Layout.Profile = .office) {
    layout = Layout(title: title, subject: "", author: "microclass", language: language, date: "2026-11-21")
    layout.profile = profile
  }

  /// Begins a page of A4, for a print shop with bleed and marks around it.
  mutating func page() {
    switch layout.profile {
    case .office:
      let whole = Rect(0, 0, Self.a4.width, Self.a4.height)
      layout.pages.append(Frame(size: Self.a4, trim: whole, bleed: whole))
      y = 50
    case .shop:
      let size = Size(Self.a4.width + 60, Self.a4.height + 60)
      let trim = Rect(30, 30, Self.a4.width, Self.a4.height)
      layout.pages.append(Frame(size: size, trim: trim, bleed: trim.inset(by: -Self.bleed)))
      y = 80
    }
  }

  /// Adds an element of the structure and makes it the one that is drawn for.
  @discardableResult
  mutating func begin(
    _ kind: StructureTree.Kind, in parent: StructureTree.ID = StructureTree.root, language: String? = nil
  ) -> StructureTree.ID {
    let id = layout.structure.add(kind, to: parent, language: language)
    element = id
    return id
  }

  mutating func draw(for element: StructureTree.ID?) { self.element = element }

  mutating func add(_ shape: Frame.Item.Shape) {
    layout.pages[layout.pages.count - 1].items.append(Frame.Item(shape, element: element))
  }

  mutating func skip(_ points: Double) { y += points }

  /// Sets a paragraph in justified lines at x = 80.
  mutating func text(
    _ text: String, size: Double = 10.5, _ emphasis: StyledText.Emphasis = .none, colour: Colour = .black,
    x: Double = 80, width: Double = 420, language: String? = nil
  ) {
    let shaped = shaper.shaped(StyledText(text, emphasis), language: language ?? layout.language)
    for line in Composer(.justified).lines(shaped, measure: width / size) {
      y += size * 1.6
      for piece in line.pieces { add(.text(run(piece, of: shaped.text, size, colour), at: Point(x, y))) }
    }
  }

  /// Adds a link over the line that was drawn last.
  mutating func link(to address: String, width: Double = 100) {
    guard let element else { return }
    let area = Rect(80, y - 10, width, 13)
    layout.pages[layout.pages.count - 1].links.append(Frame.Link(area: area, address: address, element: element))
  }

  private func run(_ piece: Line.Piece, of text: [UInt8], _ size: Double, _ colour: Colour) -> GlyphRun {
    GlyphRun(
      face: piece.face, size: size, colour: colour,
      glyphs: piece.glyphs.map {
        GlyphRun.Glyph(id: $0.id, x: $0.x * size, rise: $0.rise * size, text: $0.text)
      }, text: text)
  }

  /// A run of one face on one line, as narrow as it falls.
  func run(_ text: String, face: Face = .regular, size: Double = 10.5, colour: Colour = .black) -> GlyphRun {
    let shaped = shaper.shaped(StyledText(text, face == .bold ? .strong : .none), language: layout.language)
    var x = 0.0
    var glyphs: [GlyphRun.Glyph] = []
    for cluster in shaped.clusters {
      for (index, glyph) in shaped.glyphs[cluster.glyphs].enumerated() {
        glyphs.append(
          GlyphRun.Glyph(
            id: glyph.id, x: (x + glyph.x) * size, rise: glyph.rise * size, text: index == 0 ? cluster.text : 0..<0))
      }
      x += cluster.advance
    }
    return GlyphRun(face: face, size: size, colour: colour, glyphs: glyphs, text: shaped.text)
  }
}
