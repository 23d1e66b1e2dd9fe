import Content
import Diagnostics
@testable import Editions
import Testing

@Suite("Leaflets")
struct LeafletTests {
  private func leaflets(signs: String) throws -> (html: String, diagnostics: [Diagnostic]) {
    let body =
      "## 想一想\n\n您好。\n\n## 识别要点\n\n\(signs)\n\n## 记住一句话\n\n先看许可再看钱\n\n## 考考自己\n\n1. 对吗？\n\n   - [x] 对\n   - [ ] 错\n"
    let site = try TestSite(["lessons/one/zh.md": TestSite.lesson(body)])
    let made = LeafletEdition(theme: site.theme, rack: .empty).outputs(of: site.library)
    let leaflet = try #require(made.value.first { $0.path == "zh/leaflets/one.html" })
    return (String(decoding: leaflet.bytes, as: UTF8.self), made.diagnostics)
  }

  @Test("A short lesson has the largest type, and nothing to say")
  func short() throws {
    let (html, diagnostics) = try leaflets(signs: "- 没有许可。")
    #expect(html.contains("side back fit-0"))
    #expect(diagnostics.isEmpty)
  }

  @Test("The longer the text, the smaller the type")
  func long() throws {
    let (html, _) = try leaflets(signs: String(repeating: "字", count: 700))
    #expect(html.contains("side back fit-4"))
  }

  @Test("A text that does not fit is said, with the side and about how much")
  func tooLong() throws {
    let (html, diagnostics) = try leaflets(signs: String(repeating: "字", count: 1200))
    #expect(html.contains("side back fit-5"))
    #expect(diagnostics.map(\.rule) == ["leaflet-overflow"])
    // 1200 characters, 4 of the heading and 16 for the paragraph, of 990.
    #expect(diagnostics.first?.message.zh == "宣传单背面放不下，大约多了230个字")
  }

  @Test("The slogan, hotlines, source and dates are on the sheet, the quiz is not")
  func imprint() throws {
    let (html, _) = try leaflets(signs: "- 没有许可。")
    for text in [
      "先看许可再看钱", "110", "公安机关", "2026年11月21日", "示例银行", "https://classroom.example.org/a/zh/lessons/one.html",
    ] {
      #expect(html.contains(text))
    }
    #expect(!html.contains("对吗？"))
  }

  @Test("Sections without any text, and a lesson without any section, make sheets with nothing on them")
  func empty() throws {
    for body in ["## 想一想\n\n## 怎么办\n\n## 记住一句话\n", "", "## 考考自己\n"] {
      let site = try TestSite(["lessons/one/zh.md": TestSite.lesson(body)])
      for name in EditionName.allCases {
        let outputs = name.editions(in: site.theme, for: site.library.site, sheets: [])
          .flatMap { $0.outputs(of: site.library).value }
        #expect(outputs.allSatisfy { !$0.path.hasSuffix(".html") || !$0.bytes.isEmpty })
      }
    }
  }
}
