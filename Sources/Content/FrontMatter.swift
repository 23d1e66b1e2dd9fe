import YAML

/// What an editor says about a page above its text. Everything but the title and the summary is the same in all languages: it
/// is written in the source language's file and may be left out of the others.
package struct FrontMatter: Sendable {
  package let title: String
  /// One sentence for cards and leaflet covers.
  package let summary: String
  /// Whether it is not to be published yet.
  package let isDraft: Bool
  /// The first byte of the front matter, for remarks about what is not there.
  let start: Int
  let topic: Placed<String>?
  let audience: Placed<[Placed<String>]>?
  let order: Placed<Int>?
  let date: Placed<CalendarDate>?
  let checked: Placed<CalendarDate>?
  let expires: Placed<CalendarDate>?
  let sources: Placed<[Placed<String>]>?
  let `case`: Placed<CaseNature>?
  /// Only for a contest.
  let contest: ContestMatter?
  /// Whether the options of its questions may be put in another order.
  package let shuffles: Bool
}

/// Where a case comes from and how it went.
package struct CaseNature: Hashable, Sendable {
  /// How true the story is. Calling a made-up story real would deceive its readers (facts.md, section 7).
  package enum Basis: String, Sendable, CaseIterable {
    case real, adapted, fictional
  }

  package let basis: Basis
  /// By which way the swindlers came: `video-call`.
  package let channel: String
  /// How it ended: `blocked`.
  package let outcome: String
}
