import Content
import Diagnostics
import Examples
import Foundation
import Publishing
import Testing

/// The day on which the sites in `Tests/Sites/` are built.
let today = CalendarDate(year: 2026, month: 11, day: 21)

/// Builds the site in a folder.
@discardableResult
func publish(_ site: URL, to output: String? = nil, on today: CalendarDate = today) async throws -> Build.Report {
  try await Build(ProjectFolder(site.path), Build.Options(today: today)).publish(to: output ?? site.path + "/public")
}

@Suite struct WholeSiteTests {
  @Test("The good site is published as Tests/Sites/base/expected shows, without a word")
  func golden() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      let report = try await publish(site)
      #expect(DiagnosticText(language: .en).text(of: report.diagnostics) == "")
      let found = try differences(
        of: site.appending(path: "public"), from: sitesFolder.appending(path: "base/expected"))
      #expect(found == [])
    }
  }
}
