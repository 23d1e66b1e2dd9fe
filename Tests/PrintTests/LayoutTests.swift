import Diagnostics
import Examples
import Foundation
import Testing
import Typesetting

@testable import Print

/// Each folder in `Layouts/` is a lesson (`zh.md`, and `en.md` when it is translated), a small format (`format.yaml`), and
/// `expected.txt`: the sheets that come of them, in every profile and language, and what an editor is told. They are laid
/// out without fonts, on a grid on which a Han character is one em wide and all others half an em; it lacks the
/// characters 龘 and ☃.
@Suite struct LayoutTests {
  private static let folder = testsFolder.appending(path: "PrintTests/Layouts")

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test("A sheet is laid out as its example shows", arguments: names)
  func layout(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let texts = Dictionary(
      uniqueKeysWithValues: ["zh", "en"].compactMap { code in
        (try? String(contentsOf: folder.appending(path: code + ".md"), encoding: .utf8)).map { (code, $0) }
      })
    let site = try TrialSite([name: texts])
    let source = SourceFile(
      path: "templates/print/\(name).yaml",
      text: try String(contentsOf: folder.appending(path: "format.yaml"), encoding: .utf8))
    let read = Format.reading(source, id: name)
    #expect(read.diagnostics == [])
    let format = try #require(read.value)
    let documents = try ["zh", "en"].compactMap { try site.document(name, $0) }
    var shown: [String] = []
    for group in format.languages == .two ? [documents] : documents.map({ [$0] }) {
      for profile in format.profiles {
        for isLocal in format.isLocal ? [false, true] : [false] {
          let work = SheetSetter.Work(format: format, profile: profile, documents: group, isLocal: isLocal)
          let languages = group.map(\.content.language).joined(separator: " and ")
          shown.append("═══ \(languages), \(profile.rawValue)\(isLocal ? ", for an outlet" : "")\n" + sheet(work))
        }
      }
    }
    let difference = try difference(
      of: shown.joined(separator: "\n"), from: folder.appending(path: "expected.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func sheet(_ work: SheetSetter.Work) -> String {
    let cache = TextCache(GridShaper(lacking: ["龘", "☃"]))
    let set = SheetSetter(work: work, palette: TrialSite.palette, cache: cache).layout()
    var found = set.diagnostics
    if !cache.missing.isEmpty { found.append(.missingGlyphs(cache.missing, at: work.documents[0].place)) }
    let told = DiagnosticText(language: .zh).text(of: found) + DiagnosticText(language: .en).text(of: found)
    guard let sheets = set.value else { return told + "nothing is printed\n" }
    let layout = SheetAssembly(work: work, set: sheets, palette: TrialSite.palette).layout()
    return told + LayoutText(work: work, set: sheets, layout: layout, palette: TrialSite.palette).text
  }
}
