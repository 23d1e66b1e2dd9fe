import Content
import Diagnostics
import Examples
import Foundation
import Testing
import Typesetting

@testable import Print

/// Outlets' own editions, with the real fonts and a real format.
@Suite struct KitTests {
  private static let header = "id,name_zh,name_en,address_zh,address_en,phone,hours_zh,hours_en\n"

  @Test("An outlet whose name is too long is told, and the others are printed")
  func longName() throws {
    let long = String(repeating: "示例农村商业银行股份有限公司", count: 5).prefix(60)
    let kits = try kits([
      row("o1", "东门支行"), row("o2", String(repeating: String(long), count: 4)), row("o3", "河滨支行"),
    ])
    #expect(kits.printed == ["o1", "o3"])
    #expect(kits.told.map(\.rule) == ["outlet-overflow"])
    #expect(kits.told.first?.place.path == "content/outlets.csv")
    #expect(kits.told.first?.place.range?.lowerBound.line == 3)
  }

  @Test("A name of 60 characters is printed in smaller type")
  func sixtyCharacters() throws {
    let name = String(String(repeating: "示例农村商业银行股份有限公司", count: 5).prefix(60))
    let kits = try kits([row("o1", name)])
    #expect(kits.printed == ["o1"] && kits.told == [])
  }

  @Test("A character that the fonts lack is told for every outlet that has it, and the others are printed")
  func missingCharacter() throws {
    // From plane 2, which the fonts do not have.
    let kits = try kits([row("o1", "𠮟行支行"), row("o2", "东门支行"), row("o3", "𠮟村支行")])
    #expect(kits.printed == ["o2"])
    #expect(kits.told.map(\.rule) == ["missing-glyph", "missing-glyph"])
    #expect(kits.told.map { $0.place.range?.lowerBound.line } == [2, 4])
    #expect(kits.told.first?.message.en.contains("U+20B9F") == true)
  }

  @Test("An outlet’s file does not depend on which others are printed with it")
  func independence() throws {
    let three = try kits([row("o1", "东门支行"), row("o2", "河滨支行"), row("o3", "西街支行")])
    let one = try kits([row("o2", "河滨支行")])
    #expect(three.bytes["o2"] == one.bytes["o2"])
    #expect(three.bytes["o1"] != three.bytes["o2"])
  }

  @Test("A lesson that does not fit is left out of a kit and told, and the other lessons are in it")
  func overlongLesson() throws {
    let long = "## 怎么办\n\n" + String(repeating: "挂断电话，自己拨打{{police}}核实。\n\n", count: 400)
    let short = "## 怎么办\n\n拨打{{police}}。\n"
    let both = try kits([row("o1", "东门支行")], lessons: ["a": ["zh": long], "b": ["zh": short]])
    let fitting = try kits([row("o1", "东门支行")], lessons: ["b": ["zh": short]])
    #expect(both.printed == ["o1"])
    #expect(both.bytes["o1"] == fitting.bytes["o1"])
    #expect(both.told.map(\.rule) == ["print-overflow"] && fitting.told == [])
    #expect(both.told.first?.message.zh.contains("（网点版）") == true)
  }

  @Test("When no lesson fits, no kit is printed, and it is told why")
  func nothingFits() throws {
    let long = "## 怎么办\n\n" + String(repeating: "挂断电话，自己拨打{{police}}核实。\n\n", count: 400)
    let none = try kits([row("o1", "东门支行")], lessons: ["a": ["zh": long]])
    #expect(none.printed == [] && none.told.map(\.rule) == ["print-overflow"])
  }

  private struct Kits {
    let bytes: [String: [UInt8]]
    let told: [Diagnostic]
    var printed: [String] { bytes.keys.sorted() }
  }

  private func row(_ id: String, _ name: String) -> String {
    "\(id),\(name),Branch \(id),示例市东门路1号,1 East Gate Road,0000-0000001,周一至周五9:00—17:00,Mon–Fri 9:00–17:00\n"
  }

  /// The Chinese kits of the tri-fold for these outlets.
  private func kits(
    _ rows: [String], lessons: [String: [String: String]] = ["a": ["zh": "## 怎么办\n\n拨打{{police}}。\n"]]
  ) throws -> Kits {
    let site = try TrialSite(lessons, outlets: Self.header + rows.joined())
    let file = testsFolder.deletingLastPathComponent().appending(path: "templates/print/trifold.yaml")
    let source = SourceFile(path: "templates/print/trifold.yaml", text: try String(contentsOf: file, encoding: .utf8))
    let format = try #require(Format.reading(source, id: "trifold").value)
    var documents: [String: [String: PrintDocument]] = [:]
    for slug in lessons.keys { documents[slug] = ["zh": try #require(try site.document(slug, "zh"))] }
    let shop = PrintShop(
      library: site.library,
      stock: PrintShop.Stock(
        recipes: [PrintShop.Recipe(format: format, digest: Digest())], palette: TrialSite.palette,
        fonts: try #require(PinnedFonts.book), materials: Digest()), documents: documents)
    var selection = PrintShop.Selection()
    selection.outlets = Set(site.library.outlets.map(\.id))
    selection.languages = ["zh"]
    let job = try #require(shop.jobs(selection).first)
    var bytes: [String: [UInt8]] = [:]
    let told = try job.artwork.render(Array(job.artwork.files.indices)) { index, file in
      bytes[site.library.outlets[index].id] = file
    }
    return Kits(bytes: bytes, told: told)
  }
}
