import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// The lessons of this project, read by the rules for writing and for the safety of people in cases. Another folder can be
/// named in `PROOFREAD`: then what is found is written beside it, and nothing is expected.
@Suite struct OwnContentTests {
  @Test("Nothing in our own lessons is written carelessly or endangers somebody")
  func ownContent() throws {
    let other = ProcessInfo.processInfo.environment["PROOFREAD"]
    let folder = other.map { URL(filePath: $0) } ?? testsFolder.deletingLastPathComponent().appending(path: "content")
    let library = try Self.library(in: folder)
    let start = ContinuousClock.now
    let found = Check.diagnostics(for: library, Self.checks).sorted()
    let time = ContinuousClock.now - start
    guard other == nil else {
      let report = DiagnosticText(language: .zh).text(of: found) + "\(found.count) findings, \(time)\n"
      try report.write(to: folder.appendingPathExtension("txt"), atomically: true, encoding: .utf8)
      return
    }
    #expect(found.isEmpty, "\(DiagnosticText(language: .zh).text(of: found))")
    #expect(library.lessons.count >= 16)
  }

  private static let checks = Check.allCases.filter { check in
    ![.missingTranslation, .missingSection, .untranslatedSection, .oddSlogan].contains(check)
  }

  private static func library(in folder: URL) throws -> Library {
    let content = try files(in: folder)
    func source(_ name: String) -> SourceFile? {
      content[name].flatMap { SourceFile.decoding(path: "content/" + name, bytes: Array($0)).value }
    }
    let siteFile = try #require(source("site.yaml"))
    let site = try #require(Site.reading(siteFile).value)
    let register = try #require(source("facts.yaml"))
    let facts = FactRegister.reading(register, languages: site.languages).value
    let pages = content.keys.filter { $0.hasSuffix(".md") }.sorted().compactMap { name -> Page? in
      guard let address = PageAddress(path: "content/" + name), let source = source(name) else { return nil }
      return Page.reading(source, at: address, of: site).value
    }
    let manuscript = Manuscript(
      site: site, facts: facts, tables: Tables.reading(glossary: nil, outlets: nil, languages: site.languages).value,
      pages: pages, pictures: [], unreadable: ([], []))
    return Library.linking(manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), includingDrafts: true).value
  }
}
