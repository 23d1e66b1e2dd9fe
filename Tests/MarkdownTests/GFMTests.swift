import Diagnostics
import Markdown
import Testing

@Suite("GitHub Flavored Markdown")
struct GFMTests {
  @Test("the specification's examples of tables and bare addresses are there")
  func count() {
    #expect(SpecificationExample.all(in: "gfm.txt", kind: "example table").count == 8, "run “make test-data” first")
    #expect(SpecificationExample.all(in: "gfm.txt", kind: "example autolink").count == 11)
  }

  @Test(
    "the specification's tables hold",
    arguments: SpecificationExample.all(in: "gfm.txt", kind: "example table"))
  func table(example: SpecificationExample) {
    let document = Document.parsing(SourceFile(path: "example.md", text: example.markdown)).value
    #expect(HTML.string(document) == example.html)
    #expect(Ranges.faults(in: document) == [])
  }

  @Test(
    "the specification's bare addresses hold, but for e-mail and FTP",
    arguments: SpecificationExample.all(in: "gfm.txt", kind: "example autolink"))
  func autolink(example: SpecificationExample) {
    if example.markdown.contains("@") || example.markdown.contains("ftp:") { return }
    let document = Document.parsing(SourceFile(path: "example.md", text: example.markdown)).value
    #expect(HTML.string(document) == example.html)
    #expect(Ranges.faults(in: document) == [])
  }
}
