import Content
import Diagnostics
import Markdown
import Testing

@Suite struct HeadingTests {
  @Test(
    "A heading's id comes from its role, from the editor, or from its text",
    arguments: [
      ("## 识别要点", ["signs"]),
      ("## 想一想", ["hook"]),
      ("## 别的标题！", ["别的标题"]),
      ("## What IS it?", ["what-is-it"]),
      ("## 5万元，1年", ["5万元-1年"]),
      ("## 问答 {#faq}", ["faq"]),
      ("## 同名\n\n## 同名", ["同名", "同名-2"]),
      ("## signs\n\n## 识别要点", ["signs-2", "signs"]),
      ("## ！？", ["section"]),
    ])
  func ids(text: String, expected: [String]) throws {
    let page = try #require(page(body: text).value)
    #expect(page.headingIDs.sorted { $0.key < $1.key }.map(\.value) == expected)
  }

  @Test("Sections reach from one level-2 heading to the next, with their roles")
  func sections() throws {
    let page = try #require(page(body: "引言。\n\n## 识别要点\n\n甲。\n\n### 小标题\n\n乙。\n\n## 其他\n\n丙。\n").value)
    #expect(page.sections.map { $0.role?.id } == ["signs", nil])
    let texts = page.sections.map { section in
      page.document.siblings(in: section.blocks).map { page.document.plainText(of: $0) }
    }
    #expect(texts == [["甲。", "小标题", "乙。"], ["丙。"]])
    #expect(page.document.siblings(in: page.introduction).map { page.document.plainText(of: $0) } == ["引言。"])
  }

  @Test("Pages that are neither lessons nor cases have no roles: their headings are ordinary ones")
  func pagesWithoutRoles() throws {
    let text = "---\ntitle: 题\nsummary: 一句话。\ndate: 2026-03-01\nchecked: 2026-11-21\n---\n\n## 识别要点\n\n甲。\n"
    let page = try #require(page(text, at: "content/pages/try/zh.md").value)
    #expect(page.sections.map(\.role) == [nil])
    #expect(page.sections.map(\.id) == ["识别要点"])
  }
}
