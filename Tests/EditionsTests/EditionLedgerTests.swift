import Content
import Diagnostics
@testable import Editions
import Testing

@Suite("What became of printed editions")
struct EditionLedgerTests {
  private static let body = "## 怎么办\n\n先挂断。\n"
  private static let heading = "code,lesson,language,date,withdrawn,reason_zh,reason_en\n"

  /// A site with a current lesson, one that has expired, and a register.
  private func site(_ lines: String...) throws -> TestSite {
    try TestSite([
      "lessons/one/zh.md": TestSite.lesson(Self.body, expires: "2027-06-30"),
      "lessons/old/zh.md": TestSite.lesson(Self.body, title: "旧课", expires: "2026-11-21"),
      "editions.csv": Self.heading + lines.joined(separator: "\n") + "\n",
    ])
  }

  private func standings(_ site: TestSite) -> [String] {
    EditionLedger.keeping(site.library).value.editions.map { "\($0.slug) \($0.standing.name)" }
  }

  /// The codes of the lessons as they are.
  private func code(_ slug: String) throws -> String {
    let editions = EditionLedger.keeping(try site().library).value.editions
    return try #require(editions.first { $0.slug == slug }).code
  }

  @Test("Without a register there are the lessons of today, and those that have expired")
  func today() throws { #expect(standings(try site()) == ["one current", "old expired"]) }

  @Test("An edition that was written down is replaced when its lesson has changed since")
  func replaced() throws {
    let site = try site("C93XNT,one,zh,2026-03-01,,,")
    #expect(standings(site) == ["one current", "one replaced", "old expired"])
    let page = try #require(site.pages(.standing)["zh/editions/C93XNT.html"])
    #expect(page.contains("有新版了"))
    #expect(page.contains("href=\"\(try code("one")).html\""))
  }

  @Test("It is expired when its lesson is not published any more")
  func deleted() throws {
    #expect(standings(try site("C93XNT,gone,zh,2026-03-01,,,")) == ["one current", "gone expired", "old expired"])
  }

  @Test("Writing down what is current changes nothing")
  func current() throws {
    let site = try site("\(try code("one")),one,zh,2026-11-21,,,", "\(try code("old")),old,zh,2026-11-21,,,")
    #expect(standings(site) == ["one current", "old expired"])
    #expect(EditionLedger.keeping(site.library).diagnostics.isEmpty)
  }

  @Test("A withdrawn edition says so at once, why, and whom to call, and leads to the newer one")
  func withdrawn() throws {
    let site = try site("C93XNT,one,zh,2026-03-01,2026-06-10,电话写错了。,The number was wrong.")
    #expect(standings(site) == ["one current", "one withdrawn", "old expired"])
    let page = try #require(site.pages(.standing)["en/editions/C93XNT.html"])
    #expect(page.contains("<title>This edition has been withdrawn · C93XNT"))
    for text in ["The number was wrong.", "10 June 2026", "tel:110", "\(try code("one")).html", "tear up your copies"] {
      #expect(page.contains(text), "\(text)")
    }
    let other = try #require(site.pages(.standing)["en/editions/\(try code("one")).html"])
    #expect(other.contains("href=\"C93XNT.html\""), "the page of any edition lists the withdrawn ones")
  }

  @Test("An edition cannot be withdrawn while its lesson would still be printed as it is")
  func stillCurrent() throws {
    let site = try site("\(try code("one")),one,zh,2026-11-21,2026-11-22,电话写错了。,")
    #expect(EditionLedger.keeping(site.library).diagnostics.map(\.rule) == ["withdrawn-edition-current"])
  }

  @Test("A code that stands for two lessons is an error")
  func shared() throws {
    let site = try site("\(try code("one")),other,zh,2026-03-01,,,")
    #expect(EditionLedger.keeping(site.library).diagnostics.map(\.rule) == ["shared-edition-code"])
  }

  @Test("A current edition says until when, in big type, and asks search engines to look away")
  func page() throws {
    let page = try #require(try site().pages(.standing)["zh/editions/\(try code("one")).html"])
    for text in ["这一版现在有效", "2027年6月30日", "noindex", "lessons/one.html", "print.html", ">一课<"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("<script"))
    #expect(page.utf8.count < 6000)
  }

  @Test("The register that is published holds what was written down and what is current, ready to be kept")
  func register() throws {
    let site = try site(#"C93XNT,one,zh,2026-03-01,2026-06-10,"写着""保本"",错了。",The number was wrong."#)
    let table = try #require(site.pages(.standing)["editions.csv"])
    #expect(
      table == Self.heading + """
        C93XNT,one,zh,2026-03-01,2026-06-10,"写着""保本"",错了。",The number was wrong.
        \(try code("one")),one,zh,2026-11-21,,,
        \(try code("old")),old,zh,2026-11-21,,,

        """)
  }

  @Test("Who scanned a code that leads nowhere is shown the way")
  func notFound() throws {
    let page = try #require(try site().pages(.web)["404.html"])
    #expect(page.contains("https://classroom.example.org/a/zh/editions/index.html"))
  }
}
