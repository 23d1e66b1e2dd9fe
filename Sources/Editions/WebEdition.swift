import Content
import Diagnostics
import Templates

/// The classroom's own pages: home, topics, audiences, lessons, cases, other pages, and what a host shows for an address
/// that is not there.
struct WebEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    let site = library.site
    var outputs = [languageChoice(library), notFound(library)]
    for language in site.languages {
      outputs.append(home(library, language))
      outputs += site.topics.map { topic($0, library, language) }
      outputs += site.audiences.map { audience($0, library, language) }
      for kind in Self.kinds {
        outputs += library.bundles(kind).map { page($0, library, language) }
      }
    }
    return Diagnosed(outputs)
  }

  func output(at path: String, of library: Library) -> Output? {
    let folders = Dictionary(uniqueKeysWithValues: Self.kinds.map { ($0.folder, $0) })
    guard let (code, bundle) = Address.bundle(at: path, below: folders, in: library),
      let language = library.site.language(code)
    else { return nil }
    return page(bundle, library, language)
  }

  /// Self-checks and contests have editions of their own.
  private static let kinds: [PageKind] = [.lesson, .case, .page]

  private func languageChoice(_ library: Library) -> Output {
    let site = library.site
    let setting = Setting(library: library, address: .languageChoice, language: site.source, theme: theme, rack: rack)
    let versions = site.languages.map { (language: $0, address: Address.home($0)) }
    let choices = versions.map { version in
      ChoiceView(
        name: version.language.name, tag: version.language.tag, url: setting.link(to: version.address),
        title: site.title[version.language], description: site.description[version.language])
    }
    let identity = PageIdentity(
      title: site.title[site.source], description: site.description[site.source], versions: versions,
      written: site.languages, canonical: .languageChoice, anyLanguage: .languageChoice)
    return theme.output(\.languageChoice, identity, setting) { LanguageChoiceView(choices: choices) }.about(.listing)
  }

  private func notFound(_ library: Library) -> Output {
    let site = library.site
    let setting = Setting(library: library, address: .notFound, language: site.source, theme: theme, rack: rack)
    let identity = PageIdentity(
      title: setting.words["not_found_title"], description: setting.words["not_found_text"],
      versions: site.languages.map { ($0, .home($0)) }, canonical: .home(site.source))
    return theme.output(\.notFound, identity, setting) { PlainView() }.about(.listing)
  }

  private func home(_ library: Library, _ language: Language) -> Output {
    let site = library.site
    let setting = Setting(library: library, address: .home(language), language: language, theme: theme, rack: rack)
    let identity = PageIdentity(
      title: site.title[language], description: site.description[language],
      versions: site.languages.map { ($0, .home($0)) }, written: site.languages, canonical: setting.address,
      anyLanguage: .languageChoice, structuredData: .site(site, language))
    return theme.output(\.home, identity, setting) {
      HomeView(
        hero: site.picture.flatMap { PictureView($0, in: setting) },
        selfchecks: library.selfchecks.map { CardView($0, in: setting) },
        topics: site.topics.map { TopicView($0, in: setting) },
        audiences: site.audiences.map { AudienceView($0, in: setting) },
        lessons: library.lessons.prefix(6).map { CardView($0, in: setting) },
        cases: library.cases.map { CardView($0, in: setting) },
        contests: library.contests.compactMap { ContestCardView($0, in: setting) },
        termCount: String(library.glossary.count))
    }.about(.listing)
  }

  private func topic(_ topic: Topic, _ library: Library, _ language: Language) -> Output {
    let site = library.site
    let setting = Setting(
      library: library, address: .topic(topic, language), language: language, theme: theme, rack: rack)
    let bundles = library.bundles(about: topic)
    let identity = PageIdentity(
      title: topic.name[language], description: topic.summary[language],
      versions: site.languages.map { ($0, .topic(topic, $0)) }, written: site.languages, canonical: setting.address)
    return theme.output(\.topic, identity, setting) {
      TopicPageView(
        topic: TopicView(topic, in: setting),
        lessons: bundles.filter { $0.kind == .lesson }.map { CardView($0, in: setting) },
        cases: bundles.filter { $0.kind == .case }.map { CardView($0, in: setting) },
        otherTopics: site.topics.filter { $0.id != topic.id }.map { TopicView($0, in: setting) },
        savedTopicURL: setting.assets.worker.map { _ in setting.link(to: .savedTopic(topic, language)) })
    }.about(.listing)
  }

  private func audience(_ audience: Audience, _ library: Library, _ language: Language) -> Output {
    let site = library.site
    let setting = Setting(
      library: library, address: .audience(audience, language), language: language, theme: theme, rack: rack)
    let bundles = library.bundles(for: audience)
    let identity = PageIdentity(
      title: audience.name[language], description: site.description[language],
      versions: site.languages.map { ($0, .audience(audience, $0)) }, written: site.languages,
      canonical: setting.address)
    return theme.output(\.audience, identity, setting) {
      AudiencePageView(
        audience: AudienceView(audience, in: setting),
        lessons: bundles.filter { $0.kind == .lesson }.map { CardView($0, in: setting) },
        cases: bundles.filter { $0.kind == .case }.map { CardView($0, in: setting) },
        audiences: site.audiences.map { AudienceView($0, current: audience, in: setting) })
    }.about(.listing)
  }

  private func page(_ bundle: Bundle, _ library: Library, _ language: Language) -> Output {
    let address = Address.page(bundle.kind, bundle.slug, language)
    let setting = Setting(library: library, address: address, language: language, theme: theme, rack: rack)
    return theme.output(theme.template(for: bundle, language), Self.identity(of: bundle, setting), setting) {
      PageView(bundle, in: setting)
    }.about(bundle)
  }

  private static func identity(of bundle: Bundle, _ setting: Setting) -> PageIdentity {
    let library = setting.library
    let (page, isUntranslated) = setting.page(of: bundle)
    return PageIdentity(
      title: page.frontMatter.title, description: page.frontMatter.summary,
      versions: library.site.languages.map { ($0, .page(bundle.kind, bundle.slug, $0)) },
      written: isUntranslated ? [] : bundle.translations.map(\.language),
      canonical: .page(bundle.kind, bundle.slug, page.language),
      sideBySide: BilingualEdition.address(of: bundle, setting.language, in: library), type: "article",
      structuredData: .learningResource(bundle, page, in: setting), picture: setting.linkPicture(of: page))
  }
}
