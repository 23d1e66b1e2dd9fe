import Content
import Diagnostics
import Testing

@Suite struct TableTests {
  /// The glossary of a text: each term's words and definitions, empty where there is none of its own.
  private func terms(_ text: String) -> Diagnosed<[[String]]> {
    let file = SourceFile(path: "content/glossary.csv", text: text)
    let read = Tables.reading(glossary: file, outlets: nil, languages: site.languages)
    let terms = read.value.glossary.map { term in
      site.languages.flatMap { language in
        [term.word, term.definition].map { $0.has(language) ? $0[language] : "" }
      }
    }
    return Diagnosed(terms, read.diagnostics)
  }

  private static let heading = "zh,en,definition_zh,definition_en\n"

  @Test(
    "Cells are read as spreadsheets write them",
    arguments: [
      ("存款,deposit,一种,a kind", ["存款", "一种", "deposit", "a kind"]),
      ("存款,deposit,\"一，二\",\"one, two\"", ["存款", "一，二", "deposit", "one, two"]),
      ("存款,deposit,他说“好”,\"he said \"\"yes\"\"\"", ["存款", "他说“好”", "deposit", "he said \"yes\""]),
      ("存款,deposit,\"上\n下\",x", ["存款", "上\n下", "deposit", "x"]),
      ("存款, deposit ,一种,", ["存款", "一种", "deposit", ""]),
      ("存款,,一种,", ["存款", "一种", "", ""]),
    ])
  func cells(line: String, expected: [String]) {
    let read = terms(Self.heading + line + "\n")
    #expect(told(read.diagnostics) == [])
    #expect(read.value == [expected])
  }

  @Test("Line ends of Windows, empty lines, columns in another order and further columns do no harm")
  func forms() {
    let read = terms("note,en,zh,definition_en,definition_zh\r\n\r\nx,deposit,存款,a kind,一种\r\n\r\n")
    #expect(told(read.diagnostics) == [])
    #expect(read.value == [["存款", "一种", "deposit", "a kind"]])
  }

  @Test(
    "A faulty line is told and left out; the others stay",
    arguments: [
      ("存款,deposit,一种", "2:1: error: number of cells: 3 in this line, 4 in the heading row [ragged-row]"),
      (",deposit,一种,a kind", "2:1: error: the cell “zh” of this line is empty [empty-cell]"),
    ])
  func faults(line: String, expected: String) {
    let read = terms(Self.heading + line + "\n保险,insurance,又一种,another\n")
    #expect(told(read.diagnostics) == [expected])
    #expect(read.value.map(\.[0]) == ["保险"])
  }

  @Test("A quote that is never closed is told at its beginning")
  func openQuote() {
    let read = terms(Self.heading + "存款,deposit,\"一种,a kind\n保险,insurance,又一种,another\n")
    #expect(
      told(read.diagnostics) == [
        "2:12: error: this double quote is never closed, so all that follows belongs to one cell [open-quote]"
      ])
  }
}
