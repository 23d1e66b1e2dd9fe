import Content
import Markdown
import Templates
@testable import Editions
import Examples
import Foundation
import Testing

@Suite("A page's text as HTML")
struct MarkupTests {
  /// Each example is a Markdown body beside the HTML of its first section.
  static let examples =
    (try? FileManager.default.contentsOfDirectory(
      atPath: testsFolder.appending(path: "EditionsTests/Markup").path))?
    .filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test("There are examples") func examplesAreFound() { #expect(Self.examples.count >= 10) }

  @Test("Markdown becomes the HTML beside it", arguments: examples)
  func markup(_ name: String) throws {
    let folder = testsFolder.appending(path: "EditionsTests/Markup")
    let body = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let site = try TestSite(
      [
        "lessons/one/zh.md": TestSite.lesson(body),
        "lessons/two/zh.md": TestSite.lesson("## 识别要点\n\n别的课。\n", title: "第二课"),
      ], pictures: ["lessons/one/phone.svg": Array("<svg xmlns='x' width='480' height='320'></svg>".utf8)])
    let bundle = try #require(site.library.bundle(.lesson, "one"))
    let page = bundle.source
    let section = try #require(page.sections.first)
    let html = MarkupWriter.markup(section.blocks, of: page, in: site.setting(bundle, page.language))
    let expected = folder.appending(path: name.replacing(".md", with: ".html"))
    #expect(try difference(of: String(decoding: html.bytes, as: UTF8.self), from: expected) == nil)
  }

  @Test("Nesting as deep as Markdown allows is written with every tag closed")
  func deepNesting() throws {
    let quotes = String(repeating: ">", count: 90)
    let site = try TestSite(["lessons/one/zh.md": TestSite.lesson("## 识别要点\n\n\(quotes) 到底\n")])
    let bundle = try #require(site.library.bundle(.lesson, "one"))
    let section = try #require(bundle.source.sections.first)
    let html = MarkupWriter.markup(section.blocks, of: bundle.source, in: site.setting(bundle, bundle.source.language))
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(text.contains("到底"))
    #expect(text.components(separatedBy: "<blockquote>").count == text.components(separatedBy: "</blockquote>").count)
  }
}
