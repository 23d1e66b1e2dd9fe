import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// Each file in `docs/rules/` is about one rule: prose, pages in fences that name their files, and in the last fence what an
/// editor is told, in Chinese and in English. Fences of `glossary.csv` and `terms.csv` give these tables, one of `site.yaml` is
/// added to its end. The site and the facts are those of `Tests/Sites/base/`.
@Suite struct RuleTests {
  static let folder = testsFolder.deletingLastPathComponent().appending(path: "docs/rules")

  @Test("A rule says what its file in docs/rules/ shows", arguments: Check.allCases)
  func rule(check: Check) throws {
    let file = Self.folder.appending(path: check.rawValue + ".md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let fences = Self.fences(in: text)
    let pages = fences.filter { $0.info.hasPrefix("markdown content/") }
    let expected = try #require(fences.last { $0.info == "text" })
    let others = fences.filter { $0.info.hasPrefix("csv content/") || $0.info == "yaml content/site.yaml" }.map {
      ($0.info.split(separator: "/")[1].description, $0.content)
    }
    let library = try Self.library(
      of: pages.map { (String($0.info.dropFirst("markdown ".count)), $0.content) },
      with: Dictionary(uniqueKeysWithValues: others))
    #expect(library.diagnostics.filter { $0.place.path != "content/site.yaml" } == [])

    let found = check.diagnostics(for: library.value).sorted()
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule == check.rawValue })
    let told = DiagnosticText(language: .zh).text(of: found) + "\n" + DiagnosticText(language: .en).text(of: found)
    let difference = try difference(of: text.replacing(expected.content, with: told), from: file)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Every file in docs/rules/ is about a rule that there is")
  func names() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
      .sorted()
    #expect(names == Check.allCases.map { $0.rawValue + ".md" }.sorted())
  }

  @Test("The good site has nothing for any rule to find", arguments: Check.allCases)
  func good(check: Check) throws {
    let content = try files(in: sitesFolder.appending(path: "base/content"))
    let pages = content.filter { $0.key.hasSuffix(".md") }.sorted { $0.key < $1.key }
    let library = try Self.library(of: pages.map { ("content/" + $0.key, String(decoding: $0.value, as: UTF8.self)) })
    #expect(library.value.lessons.count == 2)
    #expect(check.diagnostics(for: library.value) == [])
  }

  /// What stands between lines of four backquotes, with what follows the opening ones.
  private static func fences(in text: String) -> [(info: String, content: String)] {
    let parts = text.split(separator: /(^|\n)````/, omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { index in
      let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(lines[0]), lines.count > 1 ? String(lines[1]) + "\n" : "")
    }
  }

  /// - Parameter others: tables, and what is added to the end of `site.yaml`, by the names of their files.
  private static func library(
    of pages: [(path: String, text: String)], with others: [String: String] = [:]
  ) throws -> Diagnosed<Library> {
    let base = try files(in: sitesFolder.appending(path: "base/content"))
    func source(_ name: String) -> SourceFile {
      SourceFile(
        path: "content/" + name, text: String(decoding: base[name] ?? Data(), as: UTF8.self) + (others[name] ?? ""))
    }
    func table(_ name: String) -> SourceFile? { others[name].map { SourceFile(path: "content/" + name, text: $0) } }
    let site = try #require(Site.reading(source("site.yaml")).value)
    let facts = FactRegister.reading(source("facts.yaml"), languages: site.languages).value
    let read = try pages.map { page in
      let address = try #require(PageAddress(path: page.path))
      return Page.reading(SourceFile(path: page.path, text: page.text), at: address, of: site)
    }
    let pictures = base.compactMap { Picture.reading(path: "content/" + $0.key, bytes: Array($0.value)).value }
    let manuscript = Manuscript(
      site: site, facts: facts,
      tables: Tables.reading(
        glossary: table("glossary.csv"), outlets: nil, terms: table("terms.csv"), languages: site.languages
      ).value,
      pages: read.compactMap(\.value), pictures: pictures, unreadable: ([], []))
    let linked = Library.linking(
      manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), includingDrafts: false)
    return Diagnosed(linked.value, read.flatMap(\.diagnostics) + linked.diagnostics)
  }
}
