import Diagnostics
@testable import Editions
import Foundation
import Templates
import Testing

/// What is drawn inside a text for those who would rather look than read.
@Suite("Drawings in texts")
struct IllustrationTests {
  private func lesson(_ body: String) throws -> String {
    let site = try TestSite(["lessons/one/zh.md": TestSite.lesson(body)])
    return try #require(site.pages(.web)["zh/lessons/one.html"])
  }

  private func story(_ text: String, outcome: String = "blocked") throws -> String {
    let page = TestSite.lesson("## 事情经过\n\n" + text)
      .replacing("\n---\n##", with: "\ncase: {basis: fictional, channel: phone-call, outcome: \(outcome)}\n---\n##")
    let site = try TestSite(["cases/one/zh.md": page])
    return try #require(site.pages(.web)["zh/cases/one.html"])
  }

  /// How often each class stands in a page.
  private func count(_ text: String, in html: String) -> Int { html.ranges(of: text).count }

  @Test("Every red flag has one drawing, which is not read aloud")
  func signs() throws {
    let html = try lesson("## 识别要点\n\n- 要您念验证码。\n- 叫您瞒着家里。\n- 天上掉馅饼。\n\n## 怎么办\n\n- 别念验证码。\n")
    #expect(
      count("<li class=\"has-icon\"><svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">", in: html) == 3)
    // Different flags, different drawings.
    let drawings = Set(html.matches(of: /has-icon"><svg[^>]*><path d="([^"]*)"/).map { String($0.1) })
    #expect(drawings.count == 3)
  }

  @Test("Leaflets have no drawings at their red flags: paper has its own marks")
  func leaflet() throws {
    let site = try TestSite(["lessons/one/zh.md": TestSite.lesson("## 识别要点\n\n- 要您念验证码。\n")])
    #expect(site.pages(.leaflet)["zh/leaflets/one.html"]?.contains("has-icon") == false)
  }

  @Test("The first drawing whose word stands in a text is chosen; English words are found where they begin")
  func words() throws {
    let table = IconTable.reading(
      SourceFile(
        path: "templates/icons.yaml",
        text: "code:\n  draw: M1 1\n  zh: [验证码]\n  en: [code]\nid:\n  draw: M2 2\n  zh: [码]\n  en: [ID]\n"),
      languages: ["zh", "en"])
    #expect(table.diagnostics == [])
    func path(_ text: String, _ language: String) -> String? {
      table.value.icon(for: text, in: language).map { String(decoding: $0.bytes, as: UTF8.self) }
        .flatMap { $0.firstMatch(of: /d="([^"]*)"/) }.map { String($0.1) }
    }
    #expect(path("要验证码", "zh") == "M1 1")
    #expect(path("扫码", "zh") == "M2 2")
    #expect(path("Codes are asked for", "en") == "M1 1")
    #expect(path("They decode it", "en") == nil)
    #expect(path("Did he avoid it?", "en") == nil)
    #expect(path("Your ID", "en") == "M2 2")
  }

  @Test("What is no path is not put into a page")
  func badDrawing() {
    let table = IconTable.reading(
      SourceFile(path: "templates/icons.yaml", text: "code:\n  draw: 'M1\"/><script>'\n  zh: [码]\n"), languages: ["zh"])
    #expect(table.diagnostics.map(\.rule) == ["bad-drawing"])
    #expect(table.value.icon(for: "码", in: "zh") == nil)
  }

  @Test("A story is a timeline: a station for each paragraph and each swindler's word, the note before it")
  func timeline() throws {
    let html = try story("> [!NOTE]\n> 虚构。\n\n来了个电话。\n\n> [!BAIT]\n> “转账。”\n\n- 一\n- 二\n\n没有转。\n")
    let list = try #require(html.firstRange(of: "<ol class=\"timeline\" role=\"list\">"))
    #expect(html[..<list.lowerBound].contains("虚构。"))
    let stations = html[list.upperBound...].matches(of: /<li class="at-([a-z]*)">/).map { String($0.1) }
    #expect(stations == ["event", "bait", "outcome"])
    // A list belongs to the station before it.
    #expect(html.contains("<li>二</li>\n</ul>\n</li>\n<li class=\"at-outcome\">"))
  }

  @Test("Money that was lost is not drawn as a good end")
  func loss() throws {
    #expect(try story("一。\n\n二。\n\n三。\n", outcome: "lost").contains("<li class=\"at-loss\">"))
  }

  @Test("Two paragraphs make no timeline") func short() throws {
    #expect(try !story("一。\n\n二。\n").contains("timeline"))
  }

  @Test("A table of percentages set to the right gets bars as long as its figures; the table stays")
  func bars() throws {
    let html = try lesson("## 怎么回事\n\n| 年纪 | 占多少 |\n|---|--:|\n| 甲 | 60% |\n| 乙 | 15.5% |\n")
    #expect(count("<svg class=\"bar\" aria-hidden=\"true\">", in: html) == 2)
    #expect(html.contains("<rect width=\"100.0%\" height=\"100%\"/></svg>60%</td>"))
    #expect(html.contains("<rect width=\"25.8%\" height=\"100%\"/></svg>15.5%</td>"))
  }

  @Test(
    "Other tables get none",
    arguments: [
      "| 年纪 | 占多少 |\n|---|---|\n| 甲 | 60% |\n| 乙 | 15% |", "| 年纪 | 占多少 |\n|---|--:|\n| 甲 | 60% |\n| 乙 | 很多 |",
      "| 年纪 | 占多少 |\n|---|--:|\n| 甲 | 60% |", "| 年纪 | 占多少 | 注 |\n|---|--:|---|\n| 甲 | 60% | 无 |\n| 乙 | 5% | 无 |",
      "| 年纪 | 占多少 |\n|---|--:|\n| 甲 | 0% |\n| 乙 | 0% |",
    ])
  func noBars(table: String) throws {
    #expect(try !lesson("## 怎么回事\n\n" + table + "\n").contains("class=\"bar\""))
  }
}
