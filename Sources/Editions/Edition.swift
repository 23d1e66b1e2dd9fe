package import Content
package import Diagnostics

/// One output form of the content.
package protocol Edition: Sendable {
  /// All files of this form, with unique paths.
  func outputs(of library: Library) -> Diagnosed<[Output]>
}

/// The names of the editions. To add one: a case here, the edition that the switch below asks for, its templates, and its
/// examples.
package enum EditionName: String, Sendable, CaseIterable {
  /// Home, topics, audiences, lessons, cases and pages.
  case web
  /// Two languages side by side.
  case bilingual
  /// A quiz alone.
  case quiz
  /// Web pages that print on one sheet.
  case leaflet
  /// Everything that can be printed.
  case desk
  /// Feeds, site map, robots.
  case feeds
  /// Style sheets, scripts, pictures.
  case assets

  /// The edition in a theme, which offers the finished sheets.
  package func edition(in theme: Theme, sheets: [PrintedSheet]) -> any Edition {
    switch self {
    case .web: WebEdition(theme: theme)
    case .bilingual: BilingualEdition(theme: theme)
    case .quiz: QuizEdition(theme: theme)
    case .leaflet: LeafletEdition(theme: theme)
    case .desk: DeskEdition(theme: theme)
    case .feeds: FeedEdition(theme: theme)
    case .assets: AssetEdition(theme: theme)
    }
  }
}

/// The files that pages load.
struct AssetEdition: Edition {
  let theme: Theme

  func outputs(of library: Library) -> Diagnosed<[Output]> { Diagnosed(theme.assets.outputs) }
}
