import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// The lessons of this project, read by all rules that need nothing but the text. Another folder can be
/// named in `PROOFREAD`: then what is found is written beside it, and nothing is expected.
@Suite struct OwnContentTests {
  @Test("No rule finds anything in our own lessons")
  func ownContent() throws {
    let other = ProcessInfo.processInfo.environment["PROOFREAD"]
    let folder = other.map { URL(filePath: $0) } ?? testsFolder.deletingLastPathComponent().appending(path: "content")
    let library = try Self.library(in: folder)
    let start = ContinuousClock.now
    let found = try Self.findings(in: library)
    let time = ContinuousClock.now - start
    guard other == nil else {
      let report = DiagnosticText(language: .zh).text(of: found) + "\(found.count) findings, \(time)\n"
      try report.write(to: folder.appendingPathExtension("txt"), atomically: true, encoding: .utf8)
      return
    }
    #expect(found.isEmpty, "\(DiagnosticText(language: .zh).text(of: found))")
    #expect(library.lessons.count >= 16)
  }

  @Test("The same text is found fault with at the same places, in whatever form it is saved")
  func places() async throws {
    let head = "---\ntitle: call\nsummary: now\ndate: 2026-03-01\nchecked: 2026-11-21\n---\n\n"
    let body = "咨询电话:0574。\n\n他说的“安全账户“，賬戶。\n"
    // The same in GBK.
    let inGBK: [UInt8] = [
      0xD7, 0xC9, 0xD1, 0xAF, 0xB5, 0xE7, 0xBB, 0xB0, 0x3A, 0x30, 0x35, 0x37, 0x34, 0xA1, 0xA3, 0x0A, 0x0A, 0xCB, 0xFB,
      0xCB, 0xB5, 0xB5, 0xC4, 0xA1, 0xB0, 0xB0, 0xB2, 0xC8, 0xAB, 0xD5, 0xCB, 0xBB, 0xA7, 0xA1, 0xB0, 0xA3, 0xAC, 0xD9,
      0x7E, 0x91, 0xF4, 0xA1, 0xA3, 0x0A,
    ]
    let forms = [
      Data((head + body).utf8), Data("\u{FEFF}\(head)\(body)".utf8),
      Data((head + body).replacing("\n", with: "\r\n").utf8), Data(head.utf8) + Data(inGBK),
    ]
    for form in forms {
      try await withTemporaryFolder { site in
        try makeBaseSite(in: site)
        try write(["content/pages/about/zh.md": form], to: site)
        let library = try Self.library(in: site.appending(path: "content"))
        let found = try Self.findings(in: library).map { found in
          let start = found.place.range?.lowerBound
          return "\(found.rule) \(start?.line ?? 0):\(start?.column ?? 0)"
        }
        #expect(
          found == [
            "hotline-mismatch 6:1", "item-mismatch 6:1", "half-width-mark 8:5", "unregistered-hotline 8:6",
            "unpaired-mark 10:9", "traditional-character 10:11", "traditional-character 10:12",
          ])
      }
    }
  }

  /// All but those about records, which are not read here; `make check` asks for these too.
  private static let records: [Check] = [.unconfirmedTranslation, .staleTranslation, .unsignedContent, .voidSignature]

  private static func findings(in library: Library) throws -> [Diagnostic] {
    try Audit(of: library, RuleSelection(only: [], except: records.map(\.rawValue))).findings.sorted()
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
    return Library.linking(manuscript, today: CalendarDate(year: 2026, month: 11, day: 21), holding: .drafts).value
  }
}
