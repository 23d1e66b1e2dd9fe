import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// Each file in `docs/rules/` is about one rule: prose, pages and records in fences that name their files, and in the last
/// fence what an editor is told, in Chinese and in English. The site and the facts are those of `Tests/Sites/base/`; a fence
/// `yaml content/site.yaml` holds the part `checks` in place of the site's own, one `yaml content/facts.yaml` all
/// facts; `glossary.csv` and `terms.csv` are given in the same way.
@Suite struct RuleTests {
  static let folder = testsFolder.deletingLastPathComponent().appending(path: "docs/rules")

  @Test("A rule says what its file in docs/rules/ shows", arguments: Check.allCases)
  func rule(check: Check) throws {
    let file = Self.folder.appending(path: check.rawValue + ".md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let fences = Self.fences(in: text)
    let pages = fences.filter { $0.info.hasPrefix("markdown content/") }
    let expected = try #require(fences.last { $0.info == "text" })
    let others = fences.filter {
      ["text content/", "csv content/", "yaml content/"].contains(where: $0.info.hasPrefix)
    }
    let library = try Self.library(
      of: pages.map { (String($0.info.dropFirst("markdown ".count)), $0.content) },
      with: others.map { (String($0.info.drop { $0 != " " }.dropFirst()), $0.content) })
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

  @Test("docs/rules.md lists every rule, in the order of Check, with the name of its page")
  func index() throws {
    let index = Self.folder.deletingLastPathComponent().appending(path: "rules.md")
    let lines = try String(contentsOf: index, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("- ") }
    let expected = try Check.allCases.map { check in
      let page = try String(contentsOf: Self.folder.appending(path: check.rawValue + ".md"), encoding: .utf8)
      return "- [\(page.prefix { $0 != "\n" }.dropFirst(2))](rules/\(check.rawValue).md)"
    }
    #expect(lines.map(String.init) == expected)
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

  private static func library(
    of pages: [(path: String, text: String)], with others: [(path: String, text: String)] = []
  ) throws -> Diagnosed<Library> {
    let base = try files(in: sitesFolder.appending(path: "base/content"))
    func source(_ name: String) -> SourceFile {
      let own = String(decoding: base[name] ?? Data(), as: UTF8.self)
      let given = others.first { $0.path == "content/" + name }?.text
      let text = given.map { text in
        name == "site.yaml"
          ? own.prefix(upTo: own.firstRange(of: "\nchecks:")?.lowerBound ?? own.endIndex) + "\n" + text : text
      }
      return SourceFile(path: "content/" + name, text: text ?? own)
    }
    func table(_ name: String) -> SourceFile? {
      others.first { $0.path == "content/" + name }.map { SourceFile(path: $0.path, text: $0.text) }
    }
    let site = try #require(Site.reading(source("site.yaml")).value)
    let records = try records(in: others, of: site)
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
      pages: read.compactMap(\.value), pictures: pictures, unreadable: ([], []), records: records.value)
    let linked = Library.linking(
      manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), holding: .signable)
    return Diagnosed(linked.value, read.flatMap(\.diagnostics) + records.diagnostics + linked.diagnostics)
  }

  /// What people confirmed and signed.
  private static func records(in files: [(path: String, text: String)], of site: Site) throws -> Diagnosed<Records> {
    var diagnostics: [Diagnostic] = []
    var records = Records()
    for file in files {
      let source = SourceFile(path: file.path, text: file.text)
      switch ContentPlace.of(file.path).value {
      case .confirmation(let address):
        records.confirmations[address] = Confirmation.reading(source).value(reportingTo: &diagnostics)
      case .signatures(let folder):
        records.signatures[folder] = SignatureRegister.reading(source, languages: site.languages)
          .value(reportingTo: &diagnostics)
      default: break
      }
    }
    return Diagnosed(records, diagnostics)
  }
}
