import Content
import Diagnostics
import Examples
import Foundation

/// The site of `Tests/Sites/base/`.
let site: Site = {
  let file = sitesFolder.appending(path: "base/content/site.yaml")
  guard let text = try? String(contentsOf: file, encoding: .utf8),
    let site = Site.reading(SourceFile(path: "content/site.yaml", text: text)).value
  else { fatalError("the base site cannot be read") }
  return site
}()

/// The page of a text at a path below `content/`.
func page(_ text: String, at path: String) -> Diagnosed<Page?> {
  guard let address = PageAddress(path: path) else { return Diagnosed(nil) }
  return Page.reading(SourceFile(path: path, text: text), at: address, of: site)
}

/// The case of a body under a good front matter.
func page(body: String) -> Diagnosed<Page?> {
  let frontMatter = """
    ---
    title: 题目
    summary: 一句话。
    topic: accounts
    audience: [everyone]
    date: 2026-03-01
    checked: 2026-11-21
    sources: [L-23]
    case: {basis: fictional, channel: phone-call, outcome: blocked}
    ---


    """
  return page(frontMatter + body, at: "content/cases/try/zh.md")
}

/// The library of some texts by their paths below `content/`, with the facts of `Tests/Sites/base/`.
func library(_ texts: [String: String], pictures: [Picture] = []) throws -> Diagnosed<Library> {
  let facts = try String(contentsOf: sitesFolder.appending(path: "base/content/facts.yaml"), encoding: .utf8)
  let register = FactRegister.reading(SourceFile(path: "content/facts.yaml", text: facts), languages: site.languages)
  let pages = texts.sorted { $0.key < $1.key }.compactMap { page($0.value, at: "content/" + $0.key).value }
  let tables = Tables.reading(glossary: nil, outlets: nil, languages: site.languages).value
  let manuscript = Manuscript(
    site: site, facts: register.value, tables: tables, pages: pages, pictures: pictures, unreadable: ([], []))
  let linked = Library.linking(
    manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), holding: .published)
  // The base site's own pages and pictures are not here.
  return Diagnosed(linked.value, linked.diagnostics.filter { $0.place.path != "content/site.yaml" })
}

/// The first line of each diagnostic in English, without its file: `8:1: error: … [rule]`.
func told(_ diagnostics: [Diagnostic]) -> [String] {
  let text = DiagnosticText(language: .en, isConcise: true).text(of: diagnostics.sorted())
  return text.split(separator: "\n").map { String($0.drop { $0 != ":" }.dropFirst()) }
}

/// Their rules alone, in the order of places.
func rules(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.sorted().map(\.rule) }
