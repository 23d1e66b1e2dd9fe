import Content
import Diagnostics

/// The page on which the readers of a language search, and the index that it loads piece by piece.
struct SearchEdition: Edition {
  let theme: Theme
  let rack: PrintRack
  let language: Language
  /// The files of the index, if they need not be made.
  let kept: [Output]

  /// So many lessons and cases at most are listed for those who cannot search; a larger site has its topics for that.
  private static let listed = 100

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    let site = library.site
    let setting = Setting(library: library, address: .search(language), language: language, theme: theme, rack: rack)
    let shards = SearchShards(kept: kept) ?? shards(of: library, setting)
    let listed = library.lessons + library.cases
    let identity = PageIdentity(
      title: setting.words["search_title"], description: setting.words["search_lead"],
      versions: site.languages.map { ($0, .search($0)) }, written: site.languages, canonical: setting.address)
    let folder = shards.folder
    let page = theme.output(\.search, identity, setting) {
      SearchView(
        index: setting.link(to: folder), topics: site.topics.map { TopicView($0, in: setting) },
        cards: listed.count > Self.listed ? [] : listed.map { CardView($0, in: setting) })
    }
    return Diagnosed([page] + shards.outputs)
  }

  private func shards(of library: Library, _ setting: Setting) -> SearchShards {
    let bundles = PageKind.allCases.flatMap(library.bundles)
    return SearchShards(bundles.map { SearchPage($0, in: setting) }, language)
  }
}
