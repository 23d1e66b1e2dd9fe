import Content
import Diagnostics
import Testing

@Suite struct ContestTests {
  private let lesson = """
    ---
    title: 题目
    summary: 一句话。
    topic: accounts
    audience: [everyone]
    date: 2026-03-01
    checked: 2026-11-21
    sources: [L-23]
    ---

    ## 考考自己

    1. 谁来付？

       - [ ] 您
       - [x] 银行

       > 说好了的。

    2. 什么时候付？

       - [x] 今天
       - [ ] 明天

       > 说好了的。
    """

  private func contest(_ rules: String) -> String {
    "---\ntitle: 竞赛\nsummary: 来试试。\n\(rules)\ndate: 2026-03-01\nchecked: 2026-11-21\n---\n\n来吧。\n"
  }

  @Test("The rules are read, and the questions come from the lessons about its topics")
  func rules() throws {
    let read = try library([
      "lessons/one/zh.md": lesson,
      "lessons/two/zh.md": lesson.replacing("topic: accounts", with: "topic: impersonation"),
      "contests/try/zh.md": contest("topics: [accounts]\nquestions: 2\nminutes: 5\npass: 1"),
    ])
    #expect(told(read.diagnostics) == [])
    let bundle = try #require(read.value.contests.first)
    let contest = try #require(bundle.contest)
    #expect((contest.questions, contest.minutes, contest.pass) == (2, 5, 1))
    #expect(read.value.pool(of: contest).map(\.slug) == ["one"])
    #expect(read.value.bundles.map(\.slug) == ["one", "two", "try"])
  }

  @Test("Without topics it draws from all of them")
  func allTopics() throws {
    let read = try library([
      "lessons/one/zh.md": lesson,
      "lessons/two/zh.md": lesson.replacing("topic: accounts", with: "topic: impersonation"),
      "contests/try/zh.md": contest("questions: 4\nminutes: 5\npass: 1"),
    ])
    #expect(told(read.diagnostics) == [])
    let contest = try #require(read.value.contests.first?.contest)
    #expect(Set(read.value.pool(of: contest).map(\.slug)) == ["one", "two"])
  }

  @Test("What an expired lesson would have lent is not drawn, and the shortage is told")
  func shortage() throws {
    let read = try library([
      "lessons/one/zh.md": lesson,
      "lessons/two/zh.md": lesson.replacing("checked: 2026-11-21", with: "checked: 2026-03-01\nexpires: 2026-11-01"),
      "contests/try/zh.md": contest("topics: [accounts]\nquestions: 3\nminutes: 5\npass: 1"),
    ])
    #expect(ContentTests.rules(read.diagnostics) == ["too-few-questions", "expired"])
  }

  @Test("Two rounds, two contests and two secrets have different keys, and a key does not show the secret")
  func keys() {
    let day = CalendarDate(year: 2026, month: 3, day: 1)
    let keys = [
      ContestKey(secret: "", contest: "a", round: day), ContestKey(secret: "s", contest: "a", round: day),
      ContestKey(secret: "s", contest: "b", round: day),
      ContestKey(secret: "s", contest: "a", round: CalendarDate(year: 2026, month: 3, day: 2)),
    ]
    #expect(Set(keys).count == 4)
    #expect(keys.allSatisfy { $0.text.wholeMatch(of: /[0-9a-f]{32}/) != nil })
  }
}
