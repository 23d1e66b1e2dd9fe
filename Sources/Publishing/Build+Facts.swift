package import Content

extension Build {
  /// Reads the content and lists where its facts are used; nil when there is no library, and the report says why.
  package func facts() async throws -> (uses: [FactUse]?, report: Report) {
    var report = Report()
    let library = try await library(&report)?.checked
    settle(&report, isPossible: library != nil)
    return (library?.factUses, report)
  }
}
