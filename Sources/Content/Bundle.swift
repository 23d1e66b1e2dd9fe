/// A lesson, case, page or contest in all its languages, with what is the same in all of them.
///
/// A class, though nothing in it changes: it stands in many lists, and a copy would count some thirty references up and down.
package final class Bundle: Sendable {
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

  init(
    kind: PageKind, slug: String, source: Page, translations: [Page], topic: Topic?, audiences: [Audience], order: Int,
    dates: (date: CalendarDate, checked: CalendarDate, expires: CalendarDate?), sources: [Fact], nature: CaseNature?,
    contest: Contest?
  ) {
    self.kind = kind
    self.slug = slug
    self.source = source
    self.translations = translations
    self.topic = topic
    self.audiences = audiences
    self.order = order
    (date, checked, expires) = dates
    self.sources = sources
    self.nature = nature
    self.contest = contest
  }

  /// The page in a language, nil where there is no translation.
  package func page(in language: Language) -> Page? {
    translations.first { $0.language == language }
  }
}
