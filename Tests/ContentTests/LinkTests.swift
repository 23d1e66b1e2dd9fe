import Content
import Diagnostics
import Testing

@Suite struct LinkTests {
  private static func text(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\nsummary: 一句话。\ndate: 2026-03-01\nchecked: 2026-11-21\n---\n\n\(body)\n"
  }

  /// A page with one link, beside others to link to.
  private func linking(to address: String) throws -> Diagnosed<Library> {
    let picture = Picture.reading(
      path: "content/pages/here/a b.svg", bytes: Array("<svg viewBox=\"0 0 4 3\"></svg>".utf8))
    return try library(
      [
        "pages/here/zh.md": Self.text("这里", "## 识别要点\n\n[链接](<\(address)>)"),
        "pages/here/en.md": "---\ntitle: Here\nsummary: S.\n---\n\n## Red flags\n\nText.\n",
        "pages/there/zh.md": Self.text("那里", "## 标题\n\n字。"),
        "pages/there/en.md": "---\ntitle: There\nsummary: S.\n---\n\n## 标题 {#heading}\n\nText.\n",
        "pages/draft/zh.md": Self.text("草稿\ndraft: true", "字。"),
      ], pictures: [try #require(picture.value)])
  }

  @Test(
    "An address leads where an editor means",
    arguments: [
      ("../there/zh.md", "pages/there/zh"), ("../there/zh.md#标题", "pages/there/zh#标题"),
      ("../there/zh.md#%E6%A0%87%E9%A2%98", "pages/there/zh#标题"), ("../there/zh.md#", "pages/there/zh"),
      ("./../there/./zh.md", "pages/there/zh"), ("#识别要点", "pages/here/zh#识别要点"), ("zh.md", "pages/here/zh"),
      ("../../pages/there/zh.md", "pages/there/zh"), ("a%20b.svg", "content/pages/here/a b.svg"),
      ("https://example.org/a?b#c", "https://example.org/a?b#c"), ("HTTPS://example.org", "HTTPS://example.org"),
      ("mailto:a@example.org", "mailto:a@example.org"), ("tel:110", "tel:110"), ("en.md", "pages/here/en"),
    ])
  func leads(address: String, expected: String) throws {
    let linked = try linking(to: address)
    #expect(told(linked.diagnostics) == [])
    let page = try #require(linked.value.bundle(.page, "here")?.source)
    let target =
      switch linked.value.target(of: address, in: page) {
      case .elsewhere(let address)?: address
      case .page(let page, let fragment)?:
        "\(page.kind.folder)/\(page.slug)/\(page.language)" + (fragment.map { "#" + $0 } ?? "")
      case .picture(let picture)?: picture.path
      case nil: "nowhere"
      }
    #expect(target == expected)
  }

  @Test(
    "An address that leads nowhere good is told, and never published",
    arguments: [
      ("", "empty-link"), ("../their/zh.md", "broken-link"), ("../there/zh.html", "broken-link"),
      ("there", "broken-link"),
      ("../there/", "broken-link"), ("../there/fr.md", "broken-link"), ("../there/zh.md#heading", "broken-fragment"),
      ("#sings", "broken-fragment"), ("/pages/there/zh.md", "absolute-link"), ("//example.org", "absolute-link"),
      ("\\\\\\\\server", "absolute-link"), ("../../../x.md", "link-out-of-content"),
      ("../../../../../../x", "link-out-of-content"),
      ("..%2f..%2f..%2fx.md", "link-out-of-content"), ("b.svg", "missing-picture"),
      ("../draft/zh.md", "unpublished-link"),
      ("../there/en.md", "link-to-other-language"), ("javascript:x", "unsafe-link"), ("JAVASCRIPT:x", "unsafe-link"),
      ("java&#9;script:x", "unsafe-link"), ("&#1;javascript:x", "unsafe-link"), ("data:text/html,x", "unsafe-link"),
      ("file:///etc/passwd", "unsafe-link"), ("C:/x.md", "unsafe-link"), ("blob:x", "unsafe-link"),
    ])
  func refused(address: String, rule: String) throws {
    let linked = try linking(to: address)
    #expect(rules(linked.diagnostics) == [rule])
    if rule != "link-to-other-language" {
      let page = try #require(linked.value.bundle(.page, "here")?.source)
      #expect(linked.value.target(of: address, in: page) == nil)
    }
  }
}
