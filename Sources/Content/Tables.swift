package import Diagnostics

/// The glossary, the outlets and the printed editions, which editors keep in spreadsheets.
package struct Tables: Sendable {
  package let glossary: [Term]
  package let outlets: [Outlet]
  package let editions: EditionRegister

  /// Reads the files; one that is not there is an empty table.
  package static func reading(
    glossary: SourceFile?, outlets: SourceFile?, editions: SourceFile? = nil, languages: [Language]
  ) -> Diagnosed<Tables> {
    var diagnostics: [Diagnostic] = []
    let terms = glossary.map { Term.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    let branches = outlets.map { Outlet.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    let printed = editions.map { EditionRegister.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    return Diagnosed(
      Tables(glossary: terms ?? [], outlets: branches ?? [], editions: printed ?? .empty), diagnostics)
  }
}
