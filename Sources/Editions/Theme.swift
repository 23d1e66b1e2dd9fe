package import Content
package import Diagnostics
import Templates

/// The look of a site: its templates ready for every kind of page, its words in every language, and its assets.
///
/// A class, though nothing in it changes, because every page that is planned holds it.
package final class Theme: Sendable {
  let assets: Assets
  let leafletFit: LeafletFit
  let icons: IconTable
  private let words: [String: Words]
  private let templates: [String: ThemeTemplates]

  /// What a theme is made of.
  package struct Sources: Sendable {
    /// All files below `templates/` that end in `.html`.
    package let templates: [SourceFile]
    /// The files of `templates/strings/`, by language code.
    package let words: [String: SourceFile]
    /// `templates/leaflet/fit.yaml`
    package let leafletFit: SourceFile?
    /// `templates/icons.yaml`; a theme may go without.
    package let icons: SourceFile?

    package init(
      templates: [SourceFile], words: [String: SourceFile], leafletFit: SourceFile?, icons: SourceFile? = nil
    ) {
      self.templates = templates
      self.words = words
      self.leafletFit = leafletFit
      self.icons = icons
    }
  }

  /// The theme for a site. Nil when a template or a file of words is missing or wrong; everything wrong was reported, with
  /// its place.
  package static func loading(_ sources: Sources, assets: Assets, for site: Site) -> Diagnosed<Theme?> {
    var diagnostics: [Diagnostic] = []
    var words: [String: Words] = [:]
    for language in site.languages {
      if let file = sources.words[language.code] {
        words[language.code] = Words.reading(file).value(reportingTo: &diagnostics)
      } else {
        diagnostics.append(.missingWords(language))
      }
    }
    for language in site.languages.dropFirst() {
      guard let first = words[site.source.code], let own = words[language.code],
        let file = sources.words[language.code], let original = sources.words[site.source.code]
      else { continue }
      for name in first.table.keys.sorted() where own.table[name] == nil && !Words.required.contains(name) {
        diagnostics.append(.missingWord(name, at: file.place))
      }
      for name in own.table.keys.sorted() where first.table[name] == nil && !Words.required.contains(name) {
        diagnostics.append(.missingWord(name, at: original.place))
      }
    }
    if assets.worker != nil {
      for language in site.languages {
        guard let file = sources.words[language.code], let table = words[language.code]?.table else { continue }
        for name in OfflineEdition.words where table[name] == nil {
          diagnostics.append(.missingWord(name, at: file.place))
        }
      }
    }
    let library = TemplateLibrary.loading(sources.templates, root: "templates").value(reportingTo: &diagnostics)
    if let slip = assets.earlyScriptSlip { diagnostics.append(slip) }
    if sources.leafletFit == nil { diagnostics.append(.missingFit()) }
    let fit = sources.leafletFit.flatMap { LeafletFit.reading($0, for: site).value(reportingTo: &diagnostics) }
    let icons = sources.icons.map {
      IconTable.reading($0, languages: site.languages.map(\.code)).value(reportingTo: &diagnostics)
    }
    guard !diagnostics.contains(where: { $0.severity == .error }), let fit else { return Diagnosed(nil, diagnostics) }
    var templates: [String: ThemeTemplates] = [:]
    for language in site.languages {
      guard let words = words[language.code] else { continue }
      var compilation = ThemeCompilation(library: library, words: words, assets: assets, site: site)
      // What is wrong with a template is wrong in every language: it is said once.
      guard let compiled = compilation.templates(), compilation.diagnostics.isEmpty else {
        return Diagnosed(nil, diagnostics + compilation.diagnostics)
      }
      templates[language.code] = compiled
    }
    return Diagnosed(
      Theme(assets: assets, leafletFit: fit, icons: icons ?? .empty, words: words, templates: templates), diagnostics)
  }

  private init(
    assets: Assets, leafletFit: LeafletFit, icons: IconTable, words: [String: Words],
    templates: [String: ThemeTemplates]
  ) {
    self.assets = assets
    self.leafletFit = leafletFit
    self.icons = icons
    self.words = words
    self.templates = templates
  }

  /// The words of a language of the site.
  package func words(_ language: Language) -> Words { words[language.code] ?? Words(table: [:]) }

  /// A page in its frame. The view, and all that the frame says, is worked out when the page is made.
  func output<View>(
    _ template: KeyPath<ThemeTemplates, Template<Framed<View>>>,
    _ identity: @autoclosure @escaping @Sendable () -> PageIdentity, _ setting: Setting,
    showing view: @escaping @Sendable () -> View
  ) -> Output {
    output(templates[setting.language.code]?[keyPath: template], identity(), setting, showing: view)
  }

  /// A page in its frame, from a template that depends on the page.
  func output<View>(
    _ template: Template<Framed<View>>?, _ identity: @autoclosure @escaping @Sendable () -> PageIdentity,
    _ setting: Setting, showing view: @escaping @Sendable () -> View
  ) -> Output {
    Output(path: setting.address.path) {
      template?.bytes(of: Framed(view: view(), frame: CommonView(identity(), in: setting))) ?? []
    }
  }

  /// The page of what is kept on a device; empty for a theme without a worker.
  func saved(_ identity: PageIdentity, _ setting: Setting) -> Output {
    output(templates[setting.language.code]?.saved, identity, setting) { PlainView() }
  }

  /// The template for a bundle: that of its kind, or for a page one of its own, `web/page-<slug>.html`; nil for
  /// what is not a text to read.
  func template(for bundle: Bundle, _ language: Language) -> Template<Framed<PageView>>? {
    let templates = templates[language.code]
    switch bundle.kind {
    case .lesson: return templates?.lesson
    case .case: return templates?.case
    case .page: return templates?.namedPages[bundle.slug] ?? templates?.page
    case .selfcheck, .contest: return nil
    }
  }
}

/// A page's own data together with what every page shows; its own names come first.
struct Framed<View: TemplateModel>: TemplateModel {
  let view: View
  let frame: CommonView

  static var fields: [Field<Framed<View>>] { [.including(\.view), .including(\.frame)] }
}

/// A theme's templates in one language.
struct ThemeTemplates: Sendable {
  let languageChoice: Template<Framed<LanguageChoiceView>>
  let notFound: Template<Framed<PlainView>>
  let home: Template<Framed<HomeView>>
  let topic: Template<Framed<TopicPageView>>
  let audience: Template<Framed<AudiencePageView>>
  let lesson: Template<Framed<PageView>>
  let `case`: Template<Framed<PageView>>
  let page: Template<Framed<PageView>>
  /// Templates for single pages, by slug.
  let namedPages: [String: Template<Framed<PageView>>]
  let bilingual: Template<Framed<BilingualView>>
  let quiz: Template<Framed<QuizPageView>>
  let selfcheck: Template<Framed<SelfCheckView>>
  let chart: Template<Framed<ChartView>>
  let clerkList: Template<Framed<SelfCheckView>>
  let contest: Template<Framed<ContestView>>
  let certificate: Template<Framed<CertificateView>>
  let leaflet: Template<Framed<LeafletView>>
  let desk: Template<Framed<DeskView>>
  let outlets: Template<Framed<OutletsView>>
  let outlet: Template<Framed<OutletPageView>>
  let edition: Template<Framed<EditionPageView>>
  let search: Template<Framed<SearchView>>
  let editions: Template<Framed<EditionsView>>
  /// Only for a theme with a worker.
  let saved: Template<Framed<PlainView>>?
}

/// Compiles a theme's templates for one language.
private struct ThemeCompilation {
  let library: TemplateLibrary
  let words: Words
  let assets: Assets
  let site: Site
  var diagnostics: [Diagnostic] = []

  init(library: TemplateLibrary, words: Words, assets: Assets, site: Site) {
    self.library = library
    self.words = words
    self.assets = assets
    self.site = site
  }

  /// All templates; nil when one of them is missing or wrong.
  mutating func templates() -> ThemeTemplates? {
    let languageChoice = template("web/language", LanguageChoiceView.self, below: "")
    let notFound = template("web/not-found", PlainView.self, below: site.baseURL)
    let home = template("web/home", HomeView.self, below: "../")
    let topic = template("web/topic", TopicPageView.self, below: "../../")
    let audience = template("web/audience", AudiencePageView.self, below: "../../")
    let lesson = template("web/lesson", PageView.self, below: "../../")
    let `case` = template("web/case", PageView.self, below: "../../")
    let page = template("web/page", PageView.self, below: "../../")
    let bilingual = template("bilingual/lesson", BilingualView.self, below: "../../")
    let quiz = template("quiz/quiz", QuizPageView.self, below: "../../")
    let selfcheck = template("selfcheck/selfcheck", SelfCheckView.self, below: "../../")
    let chart = template("selfcheck/chart", ChartView.self, below: "../../")
    let clerkList = template("selfcheck/clerk", SelfCheckView.self, below: "../../")
    let contest = template("contest/contest", ContestView.self, below: "../../")
    let certificate = template("contest/certificate", CertificateView.self, below: "../../")
    let leaflet = template("leaflet/leaflet", LeafletView.self, below: "../../")
    let desk = template("desk/print", DeskView.self, below: "../")
    let outlets = template("desk/outlets", OutletsView.self, below: "../../")
    let outlet = template("desk/outlet", OutletPageView.self, below: "../../")
    let edition = template("editions/edition", EditionPageView.self, below: "../../")
    let search = template("web/search", SearchView.self, below: "../")
    let editions = template("editions/index", EditionsView.self, below: "../../")
    let saved = assets.worker == nil ? nil : template("web/offline", PlainView.self, below: "../")
    if assets.worker != nil, saved == nil { return nil }
    var namedPages: [String: Template<Framed<PageView>>] = [:]
    for name in library.names where name.hasPrefix("web/page-") {
      namedPages[String(name.dropFirst("web/page-".count))] = template(name, PageView.self, below: "../../")
    }
    guard let languageChoice, let notFound, let home, let topic, let audience, let lesson, let `case`, let page,
      let bilingual, let quiz, let selfcheck, let chart, let clerkList, let contest, let certificate, let leaflet,
      let desk, let outlets, let outlet, let edition, let search, let editions
    else { return nil }
    return ThemeTemplates(
      languageChoice: languageChoice, notFound: notFound, home: home, topic: topic, audience: audience, lesson: lesson,
      case: `case`, page: page, namedPages: namedPages, bilingual: bilingual, quiz: quiz,
      selfcheck: selfcheck, chart: chart, clerkList: clerkList, contest: contest, certificate: certificate,
      leaflet: leaflet, desk: desk, outlets: outlets, outlet: outlet, edition: edition, search: search,
      editions: editions, saved: saved)
  }

  /// - Parameter prefix: what leads from the page to the top folder.
  private mutating func template<View: TemplateModel>(
    _ name: String, _ view: View.Type, below prefix: String
  ) -> Template<Framed<View>>? {
    let addresses = Dictionary(assets.byField.map { ($0.field, prefix + $0.address.path) }) { first, _ in first }
    let compiled = library.compile(
      name, for: Framed<View>.self, tables: ["strings": TextTable(words.table), "assets": TextTable(addresses)])
    for diagnostic in compiled.diagnostics where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    return compiled.value
  }
}

extension Diagnostic {
  fileprivate static func missingFit() -> Diagnostic {
    Diagnostic(
      .error, "missing-file", at: Place(path: "templates/leaflet/fit.yaml"),
      Wording(zh: "找不到这个文件，它写明宣传单每一面放得下多少字", en: "this file is missing; it says how much fits on a leaflet"),
      hint: Wording(zh: "从默认模板复制一份。", en: "copy it from the default theme."))
  }

  fileprivate static func missingWords(_ language: Language) -> Diagnostic {
    let path = "templates/strings/\(language.code).yaml"
    return Diagnostic(
      .error, "missing-words", at: Place(path: path),
      Wording(zh: "缺少\(language.name)的界面文字", en: "the words of the pages in \(language.name) are missing"),
      hint: Wording(
        zh: "复制templates/strings里的另一种语言，译好后存成“\(language.code).yaml”。",
        en: "copy another language's file in templates/strings, translate it, and save it as “\(language.code).yaml”."))
  }
}
