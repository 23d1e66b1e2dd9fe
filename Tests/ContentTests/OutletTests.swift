import Content
import Diagnostics
import Testing

@Suite struct OutletTests {
  private static let heading = "id,name_zh,name_en,address_zh,address_en,phone,hours_zh,hours_en\n"
  private static let good = "o01,东门支行,East Gate,东门路1号,1 East Gate Road,0000-0000001,每天,Daily\n"

  private func outlets(_ text: String) -> Diagnosed<[Outlet]> {
    let file = SourceFile(path: "content/outlets.csv", text: Self.heading + Self.good + text)
    let read = Tables.reading(glossary: nil, outlets: file, languages: site.languages)
    return Diagnosed(read.value.outlets, read.diagnostics)
  }

  @Test(
    "A bad line is a warning at the cell in question; the other outlets stay",
    arguments: [
      (
        "o02,老街支行,,老街15号,,,每天,",
        ["3:18: warning: the cell “phone” of this line is empty, so this line is left out [empty-cell]"]
      ),
      (
        "o02,,,,,1,每天,",
        [
          "3:5: warning: the cell “name_zh” of this line is empty, so this line is left out [empty-cell]",
          "3:7: warning: the cell “address_zh” of this line is empty, so this line is left out [empty-cell]",
        ]
      ),
      (
        "老街,老街支行,,老街15号,,1,每天,",
        ["3:1: warning: “老街” cannot be an outlet's id, so this line is left out [bad-outlet-id]"]
      ),
      (
        ",老街支行,,老街15号,,1,每天,",
        ["3:1: warning: the cell “id” of this line is empty, so this line is left out [empty-cell]"]
      ),
      (
        "o01,老街支行,,老街15号,,1,每天,",
        ["3:1: warning: “o01” stands twice in the table, so this line is left out [repeated-row]"]
      ),
      (
        "o02,老街支行,,老街15号,1,每天,",
        [
          "3:1: warning: number of cells: 7 in this line, 8 in the heading row, so this line is left out [ragged-row]"
        ]
      ),
    ])
  func badLine(line: String, expected: [String]) {
    let read = outlets(line + "\no03,河滨支行,,河滨路2号,,0000-0000003,每天,\n")
    #expect(told(read.diagnostics) == expected)
    #expect(read.value.map(\.id) == ["o01", "o03"])
  }

  @Test("A table without one of its columns is an error, for then no line can be right")
  func missingColumn() {
    let file = SourceFile(path: "content/outlets.csv", text: "id,name_zh\no01,东门支行\n")
    let read = Tables.reading(glossary: nil, outlets: file, languages: site.languages)
    #expect(read.diagnostics.allSatisfy { $0.severity == .error && $0.rule == "missing-column" })
    #expect(!read.diagnostics.isEmpty && read.value.outlets.isEmpty)
  }

  @Test("An outlet knows its line and the places of its cells")
  func places() throws {
    let outlet = try #require(outlets("").value.first)
    #expect(outlet.place.range?.lowerBound == Position(line: 2, column: 1))
    #expect(outlet.places["phone"]?.range?.lowerBound == Position(line: 2, column: 43))
    #expect(outlet.places["name_zh"]?.line == outlet.place.line)
  }
}
