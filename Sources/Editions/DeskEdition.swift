import Content
import Diagnostics

/// The volunteers' desk: everything that can be printed, by topic.
struct DeskEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    Diagnosed(library.site.languages.map { desk(library, $0) })
  }

  private func desk(_ library: Library, _ language: Language) -> Output {
    let site = library.site
    let setting = Setting(library: library, address: .desk(language), language: language, theme: theme, rack: rack)
    let groups = site.topics.map { topic in
      DeskGroupView(
        name: topic.name[language], accent: topic.accent,
        items: library.bundles(about: topic).filter { $0.kind == .lesson }.map { item($0, setting) })
    }
    let outlets = library.outlets.map { outlet in
      OutletView(
        id: outlet.id, name: outlet.name[language], address: outlet.address[language], phone: outlet.phone,
        hours: outlet.hours[language])
    }
    let identity = PageIdentity(
      title: setting.words["desk_title"], description: setting.words["desk_lead"],
      versions: site.languages.map { ($0, .desk($0)) }, written: site.languages, canonical: setting.address)
    return theme.output(
      \.desk, DeskView(groups: groups.filter { !$0.items.isEmpty }, outlets: outlets), identity, setting)
  }

  private func item(_ bundle: Bundle, _ setting: Setting) -> DeskItemView {
    let (page, _) = setting.page(of: bundle)
    return DeskItemView(
      title: page.frontMatter.title, summary: page.frontMatter.summary,
      links: bundle.translations.map { translation in
        DeskLinkView(
          languageName: translation.language.name, tag: translation.language.tag,
          leafletURL: setting.link(to: .leaflet(bundle.slug, translation.language)),
          quizURL: translation.quiz.map { _ in
            setting.link(to: .quiz(bundle, translation.language, in: setting.library))
          })
      })
  }
}
