import Content
import Diagnostics
import Testing

@testable import Print

/// What is on a lesson's web page and on none of its sheets is told: nobody is to believe that the villagers read it.
@Suite struct LeftOffPaperTests {
  @Test("Text before the first heading is told, with its place")
  func beforeHeadings() throws {
    let found = try leftOff("这段话只在网页上。\n\n## 识别要点\n\n- 不要信\n")
    #expect(found.map(\.rule) == ["unprinted-text"])
    #expect(found.first?.place.line == "这段话只在网页上。")
  }

  @Test("What is only for the teacher may stand there: it is printed nowhere")
  func teacher() throws {
    #expect(try leftOff("> [!TEACHER]\n> 先问大家。\n\n## 识别要点\n\n- 不要信\n") == [])
  }

  @Test("A picture in a table is told; one in a paragraph of its own is printed")
  func pictures() throws {
    let table = "## 识别要点\n\n| 真 | 假 |\n| --- | --- |\n| ![风筝](../../pictures/kite.svg) | 无 |\n"
    #expect(try leftOff(table).map(\.rule) == ["unprinted-picture"])
    #expect(try leftOff("## 识别要点\n\n![风筝](../../pictures/kite.svg)\n") == [])
  }

  private func leftOff(_ text: String) throws -> [Diagnostic] {
    let site = try TrialSite(["call": ["zh": text]])
    return try #require(site.library.bundle(.lesson, "call")).source.leftOffPaper
  }
}
