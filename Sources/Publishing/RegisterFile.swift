package import Content
package import Diagnostics
package import Editions

/// The register of printed editions, `content/editions.csv`: a table that editors keep in a spreadsheet, and to which
/// printing adds lines.
package struct RegisterFile: Sendable {
  private static let name = "content/editions.csv"
  private let project: ProjectFolder

  package init(of project: ProjectFolder) { self.project = project }

  /// Adds a line for every edition whose code is not yet in the table. What editors wrote stays as it is, byte for byte; the
  /// file is replaced in one step, or made when it is not there.
  /// - Returns: how many lines were added; none when the table cannot be read, which is reported.
  package func add(_ editions: [EditionIdentity], languages: [Language]) throws -> Diagnosed<Int> {
    let file = project.path + "/" + Self.name
    let isThere = FileSystem.kind(of: file) != nil
    let bytes = isThere ? try FileSystem.read(file) : []
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
      throw PublishingError.notUTF8(file)
    }
    var diagnostics: [Diagnostic] = []
    let source = SourceFile.decoding(path: Self.name, bytes: bytes).value(reportingTo: &diagnostics)
    guard let source else { return Diagnosed(0, diagnostics) }
    let rows = editions.map { edition in
      [
        "code": edition.code, "lesson": edition.slug, "language": edition.language.code, "date": edition.date.iso,
      ]
    }
    let columns = ["code", "lesson", "language", "date", "withdrawn"] + languages.map { "reason_" + $0.code }
    let addition = TableAddition.making(rows, identifiedBy: "code", for: source, columns: columns)
      .value(reportingTo: &diagnostics)
    guard addition.count > 0 || !isThere else { return Diagnosed(0, diagnostics) }
    let target = FileSystem.resolved(file) ?? file
    try FileSystem.replace(target, with: bytes + Array(addition.text.utf8))
    return Diagnosed(addition.count, diagnostics)
  }
}
