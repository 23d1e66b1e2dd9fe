import Content
import Diagnostics
import Markdown
import Testing

@Suite("The tree of a self-check")
struct DecisionTreeTests {
  /// The self-check of a body under a good front matter.
  private func selfcheck(_ body: String) -> Diagnosed<Page?> {
    let frontMatter = """
      ---
      title: 题目
      summary: 一句话。
      topic: accounts
      audience: [everyone]
      date: 2026-03-01
      checked: 2026-11-21
      sources: [L-23]
      ---


      """
    return page(frontMatter + body, at: "content/selfchecks/try/zh.md")
  }

  @Test("Headings are questions, list items that link to headings are answers, a heading without answers is an end")
  func whole() throws {
    let read = selfcheck(
      """
      先挂断。

      ## 给了吗？ {#given}

      说了也算。

      - 钱
      - 卡

      选一个：

      - [给了](#report)
      - [没有](#ask)

      ## 还要什么？ {#ask}

      1. [钱](#report)
      2. [码](#keep)

      ## 报警 {#report}

      马上。

      ## 不给 {#keep}
      """)
    #expect(told(read.diagnostics) == [])
    let page = try #require(read.value)
    let tree = try #require(page.tree)
    #expect(tree.steps.map(\.id) == ["given", "ask", "report", "keep"])
    #expect(tree.steps.map(\.isEnd) == [false, false, true, true])
    #expect(tree.steps.map { $0.answers.map(\.target) } == [[2, 1], [2, 3], [], []])
    #expect(tree.steps[0].answers.map { page.document.plainText(of: $0.link) } == ["给了", "没有"])
    // A list whose items are no links is text, like the paragraphs round it.
    #expect(tree.steps[0].text.map { page.document.plainText(of: $0) } == ["说了也算。", "钱卡", "选一个："])
  }

  @Test("An answer may lead to a question that other answers lead to, as long as no way comes back to where it was")
  func shared() {
    let body = "- [甲](#b)\n- [乙](#c)\n\n## 二 {#b}\n\n- [甲](#c)\n- [乙](#d)\n\n## 三 {#c}\n\n- [甲](#d)\n- [乙](#e)\n"
    let ends = "\n## 四 {#d}\n\n## 五 {#e}\n"
    #expect(told(selfcheck("## 一 {#a}\n\n" + body + ends).diagnostics) == [])
    let loop = body.replacing("- [乙](#e)", with: "- [乙](#a)")
    #expect(
      told(selfcheck("## 一 {#a}\n\n" + loop + "\n## 四 {#d}\n").diagnostics)
        == ["24:3: error: this answer leads back to a question that was asked before: a loop [answer-loop]"])
  }

  @Test("A question that leads to itself is a loop, too")
  func itself() {
    let read = selfcheck("## 一 {#a}\n\n- [再问](#a)\n- [好](#b)\n\n## 二 {#b}\n")
    #expect(read.diagnostics.map(\.rule) == ["answer-loop"])
  }

  @Test("What is reached only from a question that nobody asks is not reached")
  func unreachable() {
    let read = selfcheck(
      "## 一 {#a}\n\n- [甲](#b)\n- [乙](#b)\n\n## 二 {#b}\n\n## 三 {#c}\n\n- [甲](#b)\n- [乙](#d)\n\n## 四 {#d}\n")
    #expect(
      read.diagnostics.map { $0.place.range?.lowerBound.line } == [18, 23]
        && read.diagnostics.allSatisfy { $0.rule == "unreachable-question" })
  }

  @Test("An answer that leads nowhere is told once, when links are looked up")
  func nowhere() throws {
    let body = "## 一 {#a}\n\n- [甲](#x)\n- [乙](#b)\n\n## 二 {#b}\n\n## 三 {#c}\n"
    let read = selfcheck(body)
    #expect(told(read.diagnostics) == [])
    #expect(read.value?.tree?.steps[0].answers.map(\.target) == [nil, 1])
  }

  @Test("Other kinds of pages have no tree")
  func others() {
    #expect(page(body: "## 事情经过\n\n- [甲](#signs)\n\n## 识别要点\n\n无。").value?.tree == nil)
  }
}
