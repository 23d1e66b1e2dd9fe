import Content
import Diagnostics
@testable import Editions
import Testing

@Suite("Addresses of outputs")
struct AddressTests {
  @Test(
    "Links are relative and name a file",
    arguments: [
      ("zh/lessons/a.html", "zh/lessons/b.html", "b.html"),
      ("zh/lessons/a.html", "en/lessons/a.html", "../../en/lessons/a.html"),
      ("zh/index.html", "zh/lessons/a.html", "lessons/a.html"), ("index.html", "zh/index.html", "zh/index.html"),
      ("zh/lessons/a.html", "zh/index.html", "../index.html"), ("zh/lessons/a.html", "index.html", "../../index.html"),
      ("zh/lessons/a.html", "zh/lessons/a.html", "a.html"),
      ("zh/a.html", "assets/老 图.svg", "../assets/%E8%80%81%20%E5%9B%BE.svg"),
    ])
  func links(_ from: String, _ to: String, _ link: String) {
    #expect(Address(path: from).link(to: Address(path: to)) == link)
  }

  @Test("A fragment is percent-coded")
  func fragments() {
    #expect(
      Address(path: "a.html").link(to: Address(path: "b.html"), fragment: "怎么办") == "b.html#%E6%80%8E%E4%B9%88%E5%8A%9E"
    )
  }

  @Test("The page for addresses that are not there has absolute links, since hosts show it at any depth")
  func notFound() throws {
    let site = try TestSite([:])
    let language = site.library.site.source
    let setting = Setting(library: site.library, address: .notFound, language: language, theme: site.theme)
    #expect(setting.link(to: .home(language)) == "https://classroom.example.org/a/zh/index.html")
    let pages = try #require(
      WebEdition(theme: site.theme, rack: .empty).outputs(of: site.library).value.first { $0.path == "404.html" })
    let html = String(decoding: pages.bytes, as: UTF8.self)
    #expect(html.contains("href=\"https://classroom.example.org/a/assets/site."))
    #expect(!html.contains("href=\"assets/"))
  }
}
