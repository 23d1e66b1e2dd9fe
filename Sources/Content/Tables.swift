package import Diagnostics

/// The glossary, the discouraged words, the outlets and the printed editions, which editors keep in spreadsheets.
package struct Tables: Sendable {
  package let glossary: [Term]
  package let discouraged: [DiscouragedWord]
  package let outlets: [Outlet]
  package let editions: EditionRegister

  /// Reads the files; one that is not there is an empty table.
  package static func reading(
    glossary: SourceFile?, outlets: SourceFile?, editions: SourceFile? = nil, terms: SourceFile? = nil,
    languages: [Language]
  ) -> Diagnosed<Tables> {
    var diagnostics: [Diagnostic] = []
    let glossaryTerms = glossary.map { Term.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    let discouraged = terms.map {
      DiscouragedWord.reading($0, languages: languages).value(reportingTo: &diagnostics)
    }
    let branches = outlets.map { Outlet.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    let printed = editions.map { EditionRegister.reading($0, languages: languages).value(reportingTo: &diagnostics) }
    return Diagnosed(
      Tables(
        glossary: glossaryTerms ?? [], discouraged: discouraged ?? [], outlets: branches ?? [],
        editions: printed ?? .empty), diagnostics)
  }
}
