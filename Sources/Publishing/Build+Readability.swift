package import Checks
import Content
import Diagnostics

extension Build {
  /// Reads the content and measures how hard it is to read; nothing is checked or made. Nil when it cannot be said what the
  /// site is, which is in the report.
  package func readability() async throws -> (table: ReadabilityTable?, report: Report) {
    progress(.reading)
    var report = Report()
    let library = try await library(&report)?.checked
    settle(&report, isPossible: library != nil)
    return (library.map { ReadabilityTable($0) }, report)
  }
}
