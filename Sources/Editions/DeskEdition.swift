import Content
import Diagnostics

/// The volunteers' desk: everything that can be printed, by topic.
struct DeskEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  /// With more outlets than these the desk leads to the page of all outlets instead of naming them.
  private static let outletLimit = 24

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    Diagnosed(library.site.languages.map { desk(library, $0) })
  }

  private func desk(_ library: Library, _ language: Language) -> Output {
    let site = library.site
    let setting = Setting(library: library, address: .desk(language), language: language, theme: theme, rack: rack)
    let withSheets = OutletEdition.withPages(library, rack)
    // Pictures for phones are not printed.
    let paper = rack.formats.filter { !rack.isPicture($0) }
    let identity = PageIdentity(
      title: setting.words["desk_title"], description: setting.words["desk_lead"],
      versions: site.languages.map { ($0, .desk($0)) }, written: site.languages, canonical: setting.address)
    return theme.output(\.desk, identity, setting) {
      let groups = library.site.topics.map { topic in
        DeskGroupView(
          id: topic.id, name: topic.name[setting.language], accent: topic.accent,
          items: library.bundles(about: topic).filter { $0.kind == .lesson }.map { item($0, setting) })
      }
      return DeskView(
        groups: groups.filter { !$0.items.isEmpty }, formats: rack.formats.map { FormatView($0, in: setting) },
        languages: ([language] + site.languages.filter { $0 != language }).map {
          DeskLanguageView(code: $0.code, name: $0.name, tag: $0.tag)
        },
        handlings: HandlingView.all(paper, in: setting), hasShopSheets: rack.hasShopSheets,
        outlets: withSheets.count > Self.outletLimit
          ? []
          : withSheets.map {
            OutletLinkView(name: $0.name[language], url: setting.link(to: .outlet($0, language)))
          },
        outletsURL: library.outlets.isEmpty ? nil : setting.link(to: .outlets(language)))
    }.about(.listing)
  }

  private func item(_ bundle: Bundle, _ setting: Setting) -> DeskItemView {
    let (page, _) = setting.page(of: bundle)
    return DeskItemView(
      slug: bundle.slug, title: page.frontMatter.title, summary: page.frontMatter.summary,
      sheets: rack.formats.compactMap { SheetView(bundle.slug, in: $0, setting: setting) },
      links: bundle.translations.map { translation in
        DeskLinkView(
          languageName: translation.language.name, tag: translation.language.tag, code: translation.language.code,
          leafletURL: setting.link(to: .leaflet(bundle.slug, translation.language)),
          quizURL: translation.quiz.map { _ in
            setting.link(to: .quiz(bundle, translation.language, in: setting.library))
          })
      })
  }
}
