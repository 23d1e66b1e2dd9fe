import Diagnostics
import Markdown
import Testing

@Suite("Positions")
struct PositionTests {
  @Test("every node of a nasty document knows its place", arguments: 0..<20)
  func nasty(batch: Int) {
    var texts = 0
    for seed in batch * 100..<(batch + 1) * 100 {
      var generated = GeneratedMarkdown(seed: UInt64(seed) + 1)
      let text = generated.document()
      for dialect in [Dialect.lesson, .commonMark] {
        let document = Document.parsing(SourceFile(path: "nasty.md", text: text), dialect: dialect).value
        let faults = Ranges.faults(in: document)
        #expect(faults == [], "seed \(seed) \(dialect): \(text.debugDescription)")
        texts += Ranges.comparedTexts(in: document)
        if !faults.isEmpty { return }
      }
    }
    #expect(texts > 3000)
  }
}
