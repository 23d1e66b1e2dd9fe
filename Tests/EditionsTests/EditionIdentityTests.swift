import Content
@testable import Editions
import Testing

@Suite("The identity of a printed edition")
struct EditionIdentityTests {
  private func identity(
    _ body: String, title: String = "一课", pictures: [String: [UInt8]] = [:]
  ) throws -> EditionIdentity {
    let site = try TestSite(["lessons/one/zh.md": TestSite.lesson(body, title: title)], pictures: pictures)
    let bundle = try #require(site.library.lessons.first)
    return EditionIdentity(of: bundle.source, in: bundle, of: site.library)
  }

  private static let body = "## 怎么办\n\n先挂断，再打**自己存的**号码。\n\n- 报警{{police}}\n"

  @Test("The code is the same on every machine")
  func stable() throws {
    let identity = try identity(Self.body)
    #expect(identity.code == "P71PXK")
    #expect(identity.slug == "one")
    #expect(identity.date == CalendarDate("2026-11-21"))
  }

  @Test(
    "Any change of what is printed gives another code",
    arguments: [
      ("先挂断", "先别挂断"), ("**自己存的**", "自己存的"), ("- 报警", "1. 报警"), ("{{police}}", "12381"), ("怎么办", "想一想"),
      ("号码。\n\n-", "号码。\n\n---\n\n-"), ("先挂断", "先[挂断](https://example.org)"), ("- 报警", "> 报警"),
    ])
  func changed(_ old: String, _ new: String) throws {
    #expect(try identity(Self.body).code != identity(Self.body.replacing(old, with: new)).code)
  }

  @Test("A new title gives another code")
  func title() throws { #expect(try identity(Self.body).code != identity(Self.body, title: "二课").code) }

  @Test("A picture that was drawn anew gives another code")
  func picture() throws {
    func code(_ colour: String) throws -> String {
      let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9' stroke='\(colour)'/></svg>"
      return try identity("![一条线](line.svg)\n", pictures: ["lessons/one/line.svg": Array(drawing.utf8)]).code
    }
    #expect(try code("red") == code("red"))
    #expect(try code("red") != code("blue"))
  }

  @Test(
    "What is not printed changes nothing",
    arguments: [
      ("先挂断，再打", "先挂断，\n再打"), ("## 怎么办", "<!-- 下次再核对 -->\n\n## 怎么办"), ("- 报警", "* 报警"), ("## 怎么办\n", "怎么办\n---\n"),
    ])
  func unchanged(_ old: String, _ new: String) throws {
    #expect(try identity(Self.body).code == identity(Self.body.replacing(old, with: new)).code)
  }

  @Test("Its address is that of the page about it, in its own language")
  func address() throws {
    let identity = try identity(Self.body)
    let site = try TestSite([:]).library.site
    #expect(identity.address(on: site) == "https://classroom.example.org/a/zh/editions/\(identity.code).html")
  }
}
