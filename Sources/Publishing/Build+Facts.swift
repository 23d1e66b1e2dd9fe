package import Content

extension Build {
  /// Reads the content and lists where its facts are used; nil when there is no library, and the report says why.
  package func facts(_ report: inout Report) async throws -> [FactUse]? {
    let library = try await library(&report)
    settle(&report, isPossible: library != nil)
    return library?.factUses
  }
}
