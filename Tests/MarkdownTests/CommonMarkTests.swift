import Diagnostics
import Markdown
import Testing

@Suite("CommonMark")
struct CommonMarkTests {
  @Test("all 652 examples of the specification are there")
  func count() throws {
    #expect(try SpecificationExample.all(in: "commonmark-0.30.txt").count == 652)
  }

  @Test(
    "every example gives the specification's HTML", arguments: try SpecificationExample.all(in: "commonmark-0.30.txt"))
  func html(example: SpecificationExample) {
    let parsed = Document.parsing(SourceFile(path: "example.md", text: example.markdown), dialect: .commonMark)
    #expect(HTML.string(parsed.value) == example.html)
    #expect(parsed.diagnostics.isEmpty)
    #expect(Ranges.faults(in: parsed.value) == [])
  }

  @Test(
    "every example is a tree with true ranges in the lesson dialect too",
    arguments: try SpecificationExample.all(in: "commonmark-0.30.txt"))
  func lesson(example: SpecificationExample) {
    let document = Document.parsing(SourceFile(path: "example.md", text: example.markdown)).value
    #expect(Ranges.faults(in: document) == [])
  }
}
