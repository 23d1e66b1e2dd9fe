import Diagnostics
import Markdown
import Testing

@Suite("Texts made to be slow")
struct ComplexityTests {
  @Test(
    "a text that cmark would take minutes for is refused",
    arguments: [
      String(repeating: "![[]()", count: 150_000),
      String(repeating: "- ", count: 100_000) + "a\n" + String(repeating: "\n", count: 100_000),
      String(repeating: ">", count: 10_000) + "a",
      (0..<1_000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    ])
  func refused(text: String) {
    let parsed = Document.parsing(SourceFile(path: "slow.md", text: text))
    #expect(parsed.diagnostics.map(\.rule) == ["too-complicated"])
    #expect(parsed.value.nodes.count == 1)
  }

  @Test(
    "a large text of harmless parts is read", .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 50_000),
      String(repeating: "*a _b ", count: 50_000),
      String(repeating: "[a](<b", count: 20_000),
      String(repeating: "](/a", count: 20_000),
      String(repeating: "高收益**要警惕，**别转账；", count: 20_000),
      String(repeating: "{{a ", count: 20_000),
      String(repeating: "http://a.com/) ", count: 20_000),
      String(repeating: "a|b\n-|-\n", count: 20_000),
    ])
  func harmless(text: String) {
    let parsed = Document.parsing(SourceFile(path: "large.md", text: text))
    #expect(!parsed.diagnostics.contains { $0.rule == "too-complicated" })
    #expect(parsed.value.nodes.count > 1)
    #expect(parsed.diagnostics.count <= 21)
  }

  @Test("deep nesting needs no deep stack in either dialect")
  func deep() {
    let text = String(repeating: "> ", count: 10_000) + String(repeating: "*a ", count: 5_000)
    #expect(Document.parsing(SourceFile(path: "deep.md", text: text), dialect: .commonMark).value.nodes.count > 10_000)
  }

  @Test("of one rule, twenty are said and the rest are counted")
  func many() throws {
    let text = String(repeating: "<b>字\n\n", count: 50)
    let diagnostics = Document.parsing(SourceFile(path: "many.md", text: text)).diagnostics
    #expect(diagnostics.count == 21)
    #expect(try #require(diagnostics.last).message.en.hasPrefix("30 more"))
  }
}
