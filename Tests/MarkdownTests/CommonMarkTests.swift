import Diagnostics
import Markdown
import Testing

@Suite("CommonMark")
struct CommonMarkTests {
  @Test("all 652 examples of the specification are there")
  func count() {
    #expect(SpecificationExample.all(in: "commonmark.txt").count == 652, "run “make test-data” first")
  }

  @Test(
    "every example gives the specification's HTML", arguments: SpecificationExample.all(in: "commonmark.txt"))
  func html(example: SpecificationExample) {
    let parsed = Document.parsing(SourceFile(path: "example.md", text: example.markdown), dialect: .commonMark)
    #expect(HTML.string(parsed.value) == example.html)
    #expect(parsed.diagnostics.isEmpty)
    #expect(Ranges.faults(in: parsed.value) == [])
  }

  @Test(
    "every example is a tree with true ranges in the lesson dialect too",
    arguments: SpecificationExample.all(in: "commonmark.txt"))
  func lesson(example: SpecificationExample) {
    let document = Document.parsing(SourceFile(path: "example.md", text: example.markdown)).value
    #expect(Ranges.faults(in: document) == [])
  }
}
