import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// The rules that compare translations, on the content of this site.
@Suite struct TranslationTests {
  @Test("The lessons say the same in both languages")
  func content() throws {
    let library = try ContentFolder.library()
    let rules = Check.allCases.filter { $0.rawValue.hasSuffix("-mismatch") }
    #expect(library.lessons.count >= 16)
    let found = Check.diagnostics(of: rules, for: library).sorted()
    #expect(found.isEmpty, "\(DiagnosticText(language: .en).text(of: found))")
  }
}

/// The folder `content/` of the project.
enum ContentFolder {
  /// Its library.
  static func library() throws -> Library {
    let folder = testsFolder.deletingLastPathComponent().appending(path: "content")
    let texts = try files(in: folder).filter { $0.key.hasSuffix(".md") || $0.key.hasSuffix(".yaml") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    return try library(of: texts).value
  }

  /// The library of some files of it, by their paths in the folder, with what was said on reading the pages.
  static func library(of texts: [String: String]) throws -> Diagnosed<Library> {
    func source(_ name: String) -> SourceFile { SourceFile(path: "content/" + name, text: texts[name] ?? "") }
    let site = try #require(Site.reading(source("site.yaml")).value)
    let facts = FactRegister.reading(source("facts.yaml"), languages: site.languages).value
    let pages = texts.keys.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      PageAddress(path: "content/" + name).map { Page.reading(source(name), at: $0, of: site) }
    }
    let manuscript = Manuscript(
      site: site, facts: facts, tables: Tables.reading(glossary: nil, outlets: nil, languages: site.languages).value,
      pages: pages.compactMap(\.value), pictures: [], unreadable: ([], []))
    let today = CalendarDate(year: 2026, month: 11, day: 21)
    let library = Library.linking(manuscript, today: today, holding: .signable)
    return Diagnosed(library.value, library.diagnostics + pages.flatMap(\.diagnostics))
  }
}
