import Diagnostics
import YAML

/// What the whole site shares: `content/site.yaml`.
package struct Site: Sendable {
  package let title: Translated
  package let description: Translated
  /// Who publishes the site.
  package let organiser: Translated
  /// The site's address on its host, with a `/` at its end.
  package let baseURL: String
  /// At least one; the first is the source language.
  package let languages: [Language]
  package let topics: [Topic]
  package let audiences: [Audience]
  package let roles: [RoleHeadings]
  /// The roles that each kind of content must have, in the order in which they are shown. Other kinds need none.
  package let requiredRoles: [PageKind: [Role]]
  /// Names of the hotlines that stand on every leaflet and every page.
  package let hotlines: [String]
  /// Slugs of the pages that stand in the menu.
  package let menu: [String]
  /// The illustration of the home page.
  package let picture: Illustration?
  /// What checks hold the content to.
  package let guardrails: Guardrails
  /// What the file refers to, for linking to check.
  let references: SiteReferences

  /// The language in which the originals are written.
  package var source: Language { languages[0] }

  /// The language with a code, nil when the site has none.
  package func language(_ code: String) -> Language? { languages.first { $0.code == code } }
}

/// A subject of lessons and cases.
package struct Topic: Hashable, Sendable {
  package let id: String
  package let name: Translated
  /// One sentence.
  package let summary: Translated
  /// The name of its colour in the theme.
  package let accent: String
  package let picture: Illustration?
}

/// A picture that stands for the site or for a topic.
package struct Illustration: Hashable, Sendable {
  /// Its path below the project's root.
  package let path: String
  /// What it shows, for those who cannot see it.
  package let alt: Translated
}

/// People for whom lessons are written.
package struct Audience: Hashable, Sendable {
  package let id: String
  package let name: Translated
}

/// The headings by which a role is recognised, by language code; the first of each is the one to prefer.
package struct RoleHeadings: Sendable {
  package let role: Role
  package let headings: [String: [String]]
}

/// What `site.yaml` refers to, each with its place.
struct SiteReferences: Sendable {
  let file: SourceFile
  let hotlines: [Placed<String>]
  let menu: [Placed<String>]
  /// Paths below `content/`.
  let pictures: [Placed<String>]
}
