import Content
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
  static let source = """
    ---
    title: 一通电话
    summary: 挂断就好。
    topic: impersonation
    audience: [everyone, elderly]
    order: 7
    date: 2026-03-01
    checked: 2026-11-20
    expires: 2027-11-30
    sources: [L-11, L-23]
    case: {basis: adapted, channel: video-call, outcome: blocked}
    ---

    ## 事情经过

    电话响了。
    """

  @Test("What the original says holds for every language, and may be said again")
  func bundle() throws {
    let translation = """
      ---
      title: A call
      summary: Hang up.
      topic: impersonation
      audience: [everyone, elderly]
      checked: 2026-11-20
      sources: [L-11, L-23]
      case: {basis: adapted, channel: video-call, outcome: blocked}
      ---

      ## What happened

      It rang.
      """
    let library = try library(["cases/call/zh.md": Self.source, "cases/call/en.md": translation])
    #expect(told(library.diagnostics) == [])
    let bundle = try #require(library.value.bundle(.case, "call"))
    #expect(bundle.translations.map(\.frontMatter.title) == ["一通电话", "A call"])
    #expect(bundle.topic?.id == "impersonation")
    #expect(bundle.audiences.map(\.id) == ["everyone", "elderly"])
    #expect(bundle.order == 7)
    #expect([bundle.date.iso, bundle.checked.iso, bundle.expires?.iso] == ["2026-03-01", "2026-11-20", "2027-11-30"])
    #expect(bundle.sources.map(\.id) == ["L-11", "L-23"])
    let nature = try #require(bundle.nature)
    #expect([nature.basis.rawValue, nature.channel, nature.outcome] == ["adapted", "video-call", "blocked"])
  }

  @Test(
    "A draft is left out, and so is what has expired",
    arguments: [
      ("title: 一通电话", "title: 一通电话\ndraft: true"), ("expires: 2027-11-30", "expires: 2026-11-21"),
    ])
  func leftOut(line: String, changed: String) throws {
    let text = Self.source.replacing(line, with: changed)
    #expect(try library(["cases/call/zh.md": text]).value.cases.isEmpty)
    #expect(try library(["cases/call/zh.md": Self.source]).value.cases.count == 1)
  }

  @Test(
    "A slip is told where it stands",
    arguments: [
      ("title: 一通电话", "titel: 一通电话", "2:1: error: `titel` is not a known key [unknown-key]"),
      ("order: 7", "order: seven", "6:8: error: `order` wants a whole number, found `seven` [wrong-type]"),
      ("date: 2026-03-01", "date: 2026/3/1", "7:7: error: “2026/3/1” is not a date [bad-date]"),
      ("2026-03-01", "2026-02-29", "7:7: error: there is no day “2026-02-29” [bad-date]"),
      (
        "2027-11-30", "2026-11-20",
        "9:10: error: this expires before the day on which it was checked [expires-before-checked]"
      ),
      ("basis: adapted", "basis: true", "11:15: error: `basis` cannot be “true” [unknown-basis]"),
      ("topic: impersonation\n", "", "2:1: error: `topic` is missing [missing-key]"),
    ])
  func slips(right: String, wrong: String, expected: String) throws {
    let text = Self.source.replacing(right, with: wrong)
    try #require(text != Self.source)
    #expect(told(page(text, at: "content/cases/call/zh.md").diagnostics) == [expected])
  }

  @Test("A translation needs only its title and its summary; a page needs no topic")
  func whatIsNeeded() {
    let short = "---\ntitle: T\nsummary: S.\n---\n\nText.\n"
    #expect(told(page(short, at: "content/cases/call/en.md").diagnostics) == [])
    #expect(
      told(page(short, at: "content/pages/help/zh.md").diagnostics) == [
        "2:1: error: `checked` is missing [missing-key]", "2:1: error: `date` is missing [missing-key]",
      ])
  }
}
