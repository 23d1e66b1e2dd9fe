package import Diagnostics

/// A registered fact: what a lesson may state, with its source and the day on which somebody checked it.
package struct Fact: Hashable, Sendable {
  /// What sort of thing it states.
  package enum Kind: String, Sendable, CaseIterable {
    case hotline, amount, rate, date, law, figure
  }

  /// The name in `{{…}}` and in `sources`.
  package let id: String
  /// Where its name stands in the register.
  package let place: Place
  package let kind: Kind
  /// The words that stand for it in a text.
  package let value: Translated
  /// Whose hotline it is; only for hotlines.
  package let name: Translated?
  /// What to call it for; only for hotlines.
  package let purpose: Translated?
  /// Whether it is a number that a reader may be asked to dial.
  package let canBeDialled: Bool
  package let source: Translated
  package let checked: CalendarDate
  /// The day from which it no longer holds.
  package let expires: CalendarDate?
  /// Whether it may stand on paper.
  package let isPrinted: Bool
}
