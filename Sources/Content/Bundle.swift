/// A lesson, case, page or contest in all its languages, with what is the same in all of them.
package struct Bundle: Sendable {
  package let kind: PageKind
  package let slug: String
  /// The source language's page.
  package let source: Page
  /// The pages that there are, the source first, in the order of the site's languages.
  package let translations: [Page]
  /// Nil only for what is neither lesson nor case.
  package let topic: Topic?
  package let audiences: [Audience]
  package let order: Int
  /// When it was first published.
  package let date: CalendarDate
  /// When its facts were last checked.
  package let checked: CalendarDate
  package let expires: CalendarDate?
  package let sources: [Fact]
  /// Only for a case.
  package let nature: CaseNature?
  /// Only for a contest whose rules could be understood.
  package let contest: Contest?

  /// The page in a language, nil where there is no translation.
  package func page(in language: Language) -> Page? {
    translations.first { $0.language == language }
  }
}
