package import Content

/// What identifies a printed edition of a lesson: the code on every sheet, and what it stands for.
package struct EditionIdentity: Hashable, Sendable {
  /// Letters and digits, unique among all editions; part of addresses.
  package let code: String
  /// The lesson's folder.
  package let slug: String
  package let language: Language
  /// The day as of which the lesson's facts were checked.
  package let date: CalendarDate

  package init(code: String, slug: String, language: Language, date: CalendarDate) {
    (self.code, self.slug, self.language, self.date) = (code, slug, language, date)
  }
}
