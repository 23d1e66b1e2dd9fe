package import Content
package import Diagnostics

/// The register of printed editions, `content/editions.csv`: a table that editors keep in a spreadsheet, and to which
/// printing adds lines.
package struct RegisterFile: Sendable {
  /// What is written down of an edition.
  package struct Line: Sendable {
    package let code: String
    /// The lesson's slug.
    package let lesson: String
    /// The code of its language.
    package let language: String
    package let date: CalendarDate

    package init(code: String, lesson: String, language: String, date: CalendarDate) {
      (self.code, self.lesson, self.language, self.date) = (code, lesson, language, date)
    }
  }

  private static let name = "content/editions.csv"
  private let project: ProjectFolder

  package init(of project: ProjectFolder) { self.project = project }

  /// Adds every line whose code is not yet in the table. What editors wrote stays as it is, byte for byte; the
  /// file is replaced in one step, or made when it is not there.
  /// - Returns: how many lines were added; none when the table cannot be read, which is reported.
  package func add(_ lines: [Line], languages: [Language]) throws -> Diagnosed<Int> {
    let file = project.path + "/" + Self.name
    let isThere = FileSystem.kind(of: file) != nil
    let bytes = isThere ? try FileSystem.read(file) : []
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
      throw PublishingError.notUTF8(file)
    }
    var diagnostics: [Diagnostic] = []
    let source = SourceFile.decoding(path: Self.name, bytes: bytes).value(reportingTo: &diagnostics)
    guard let source else { return Diagnosed(0, diagnostics) }
    let rows = lines.map { line in
      ["code": line.code, "lesson": line.lesson, "language": line.language, "date": line.date.iso]
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
