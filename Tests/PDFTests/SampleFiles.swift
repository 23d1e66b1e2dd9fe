import Foundation
import PDF
import Testing
import Typesetting

private let folder = ProcessInfo.processInfo.environment["PDF_SAMPLES"]
private let characters = ProcessInfo.processInfo.environment["PDF_CHARACTERS"]

/// Writes the files that the tests in `Tests/Paper` look at, into the folder that the environment names.
@Suite(.enabled(if: folder != nil, "PDF_SAMPLES names the folder for the files"))
struct SampleFiles {
  private func write(_ bytes: [UInt8], _ name: String) throws {
    let folder = URL(filePath: try #require(folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appending(path: name))
  }

  @Test("leaflets in both languages and both profiles, with and without an outlet")
  func leaflets() throws {
    for language in ["zh-Hans", "en"] {
      for profile in Layout.Profile.allCases {
        let leaflet = SampleLeaflet(language: language, profile: profile)
        let file = PDFFile(leaflet.layout, fonts: sampleFonts, slot: leaflet.slot)
        try write(file.bytes, "leaflet-\(language)-\(profile.rawValue).pdf")
        let overlay = SampleLeaflet.overlay("鑫源村镇服务点", phone: "0571-8888-1234", title: "鑫源村镇服务点的单页")
        try write(file.bytes(adding: overlay), "leaflet-\(language)-\(profile.rawValue)-outlet.pdf")
      }
    }
  }

  @Test(
    "every character that a file names, thirty in a row and thirty rows on a page, in one face after the other",
    .enabled(if: characters != nil, "PDF_CHARACTERS names a file with characters"))
  func allCharacters() throws {
    let text = try String(contentsOfFile: #require(characters), encoding: .utf8).filter { $0 != "\n" }
    let rows = stride(from: 0, to: text.count, by: 30).map { String(text.dropFirst($0).prefix(30)) }
    var sheet = SampleSheet("characters", language: "zh-Hans")
    for face in Face.allCases {
      for (index, row) in rows.enumerated() {
        if index % 30 == 0 {
          let page = Rect(0, 0, 900, 900)
          sheet.layout.pages.append(Frame(size: page.size, trim: page, bleed: page))
          sheet.begin(.paragraph)
        }
        var run = sheet.run(row, face: face, size: 24)
        run.glyphs = run.glyphs.enumerated().map { column, glyph in
          GlyphRun.Glyph(id: glyph.id, x: Double(column) * 30, text: glyph.text)
        }
        sheet.add(.text(run, at: Point(3, Double(index % 30) * 30 + 24)))
      }
    }
    try write(PDFFile(sheet.layout, fonts: sampleFonts).bytes, "characters.pdf")
  }
}
