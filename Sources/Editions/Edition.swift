package import Content
package import Diagnostics

/// One output form of the content.
package protocol Edition: Sendable {
  /// All files of this form, with unique paths.
  func outputs(of library: Library) -> Diagnosed<[Output]>

  /// The file at a path, where the path tells of which bundle it is; nil for all others. Whoever looks at one page after a
  /// change does not wait for all of them to be planned.
  func output(at path: String, of library: Library) -> Output?
}

extension Edition {
  package func output(at path: String, of library: Library) -> Output? { nil }
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
  /// “Is this a scam?”: to go through, as a flowchart, and for a counter.
  case selfcheck
  /// Contests and their certificates.
  case contest
  /// Web pages that print on one sheet.
  case leaflet
  /// Everything that can be printed.
  case desk
  /// Where material is handed out.
  case outlets
  /// Whether printed editions are still current.
  case standing
  /// Searching, with its index.
  case search
  /// Feeds, site map, robots.
  case feeds
  /// Style sheets, scripts, pictures.
  case assets

  /// Those that may have something to say about the content. An index of all its words has not, and takes long to make.
  package static let speaking = allCases.filter { $0 != .search }

  /// The edition in a theme; one for each language where each takes long by itself.
  /// - Parameters:
  ///   - sheets: what was made for printing and sharing, in the order in which it is offered.
  ///   - indexes: the files of indexes that are right as they stand published, by the codes of their languages.
  ///   - recall: what is known of the editions of lessons.
  package func editions(
    in theme: Theme, for site: Site, sheets: [PrintedSheet], keeping indexes: [String: [Output]] = [:],
    recall: EditionIdentity.Recall? = nil
  ) -> [any Edition] {
    let rack = PrintRack(sheets)
    return switch self {
    case .web: [WebEdition(theme: theme, rack: rack)]
    case .bilingual: [BilingualEdition(theme: theme, rack: rack)]
    case .quiz: [QuizEdition(theme: theme, rack: rack)]
    case .selfcheck: [SelfCheckEdition(theme: theme, rack: rack)]
    case .contest: [ContestEdition(theme: theme, rack: rack)]
    case .leaflet: [LeafletEdition(theme: theme, rack: rack, recall: recall)]
    case .desk: [DeskEdition(theme: theme, rack: rack)]
    case .outlets: [OutletEdition(theme: theme, rack: rack)]
    case .standing: [StandingEdition(theme: theme, rack: rack, recall: recall)]
    case .search:
      site.languages.map { SearchEdition(theme: theme, rack: rack, language: $0, kept: indexes[$0.code] ?? []) }
    case .feeds: [FeedEdition(theme: theme, rack: rack)]
    case .assets: [AssetEdition(theme: theme)]
    }
  }
}

/// The files that pages load.
struct AssetEdition: Edition {
  let theme: Theme

  func outputs(of library: Library) -> Diagnosed<[Output]> { Diagnosed(theme.assets.outputs) }
}
