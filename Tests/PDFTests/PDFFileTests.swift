import PDF
import Testing
import Typesetting

@Suite("Whole files")
struct PDFFileTests {
  private func file(_ change: (inout SampleLeaflet) -> Void = { _ in }) -> PDFFile {
    var leaflet = SampleLeaflet(language: "zh-Hans", profile: .office)
    change(&leaflet)
    return PDFFile(leaflet.layout, fonts: sampleFonts, slot: leaflet.slot)
  }

  private func saysAccessible(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("<pdfuaid:part>1</pdfuaid:part>")
  }

  @Test("the same layout gives the same bytes")
  func deterministic() {
    let isSame = file().bytes == file().bytes
    #expect(isSame)
  }

  @Test("editions of all outlets begin with the same bytes, and those are most of the file")
  func prefix() {
    let file = file()
    let one = file.bytes(adding: SampleLeaflet.overlay("鑫源村服务点", phone: "0571-1234"))
    let other = file.bytes(adding: SampleLeaflet.overlay("柳树镇服务点", phone: "0571-5678"))
    let common = [zip(one, other), zip(one, file.bytes)].map { $0.prefix { $0 == $1 }.count }
    #expect(common.allSatisfy { $0 > file.bytes.count * 8 / 10 })
    #expect(common.allSatisfy { $0 < one.count })
  }

  @Test("an overlay that draws nothing changes nothing")
  func emptyOverlay() {
    let file = file()
    let fonts = OverlayFonts([], fonts: sampleFonts)
    let isSame = file.bytes(adding: Overlay(pages: [:], structure: StructureTree(), fonts: fonts)) == file.bytes
    #expect(isSame)
  }

  @Test("a picture that was drawn already is not written again for an outlet")
  func sharedPictures() {
    let file = file()
    var overlay = SampleLeaflet.overlay("服务点", phone: "1")
    let before = file.bytes(adding: overlay).count
    let again = overlay.pages[1, default: Overlay.Page(items: [])].items.filter {
      if case .drawing = $0.shape { true } else { false }
    }
    #expect(!again.isEmpty)
    overlay.pages[1, default: Overlay.Page(items: [])].items += again + again + again
    #expect(file.bytes(adding: overlay).count < before + 150)
  }

  @Test("a file says that it follows PDF/UA only when all its rules hold")
  func accessible() {
    #expect(saysAccessible(file().bytes))
    #expect(!saysAccessible(file { $0.layout.title = "" }.bytes), "a document without a title")
    #expect(!saysAccessible(file { $0.layout.language = "" }.bytes), "a document without a language")
    let skipped = file { leaflet in
      let heading = leaflet.layout.structure.add(.heading(4), to: StructureTree.root)
      leaflet.layout.pages[1].items[0].element = heading
    }
    #expect(!saysAccessible(skipped.bytes), "a heading of the fourth level after one of the second")
    let figure = file { leaflet in
      let figure = leaflet.layout.structure.add(.figure(alt: ""), to: StructureTree.root)
      leaflet.layout.pages[1].items[0].element = figure
    }
    #expect(!saysAccessible(figure.bytes), "a figure without a description")
    let box = GlyphRun(
      face: .regular, size: 9, colour: .black, glyphs: [GlyphRun.Glyph(id: 0, x: 0, text: 0..<3)], text: Array("囧".utf8)
    )
    let missing = file { $0.layout.pages[1].items.append(Frame.Item(.text(box, at: Point(80, 80)), element: nil)) }
    #expect(!saysAccessible(missing.bytes), "a character that the font lacks")
  }

  @Test("an overlay's headings count where they are read")
  func overlayHeadings() {
    let file = file()
    #expect(saysAccessible(file.bytes(adding: SampleLeaflet.overlay("服务点", phone: "1"))))
    var overlay = SampleLeaflet.overlay("服务点", phone: "1")
    let heading = overlay.structure.add(.heading(6), to: StructureTree.root)
    overlay.pages[1, default: Overlay.Page(items: [])].items[0].element = heading
    #expect(!saysAccessible(file.bytes(adding: overlay)))
  }
}
