import Content
import Markdown
import Templates

extension PageView {
  init(_ bundle: Bundle, in setting: Setting) {
    let (page, isUntranslated) = setting.page(of: bundle)
    let library = setting.library
    let sections = page.sections.filter { $0.role != .quiz }
    let quiz = QuizView(of: page, bundle, in: setting)
    let neighbours = library.pair(around: bundle)
    self.init(
      isUntranslated: isUntranslated, isStale: library.showsStale(page), contentTag: page.language.tag,
      summary: page.frontMatter.summary,
      topic: bundle.topic.map { TopicView($0, in: setting) } ?? .none,
      audiences: bundle.audiences.map { AudienceView($0, in: setting) },
      introduction: MarkupWriter.markup(page.introduction, of: page, in: setting),
      sections: sections.map { SectionView(illustrated: $0, of: page, in: bundle, setting: setting) },
      contents: page.sections.map {
        HeadingView(id: $0.id, heading: MarkupWriter.inside($0.heading, of: page, in: setting, isUnlinked: true))
      },
      quiz: quiz, sources: bundle.sources.map { SourceView($0, in: setting) }, dates: DatesView(bundle, in: setting),
      leafletURL: bundle.kind == .lesson ? setting.link(to: .leaflet(bundle.slug, setting.language)) : nil,
      prints: bundle.kind == .lesson ? PrintLinkView.some(of: page, in: setting) : [],
      deskURL: setting.link(
        to: .desk(setting.language), fragment: bundle.kind == .lesson ? "lesson-" + bundle.slug : nil),
      previous: neighbours.previous.map { CardView($0, in: setting) },
      next: neighbours.next.map { CardView($0, in: setting) },
      related: library.related(to: bundle).map { CardView($0, in: setting) },
      terms: bundle.kind == .page ? TermView.all(in: setting) : [], basis: bundle.nature?.basis.rawValue ?? "",
      basisName: bundle.nature.map { setting.words.name(of: $0.basis) } ?? "",
      basisNote: bundle.nature.map { setting.words.note(on: $0.basis) })
  }
}

extension SectionView {
  init(_ section: Section, of page: Page, in setting: Setting) {
    self.init(
      role: section.role?.id ?? "other", id: section.id,
      heading: MarkupWriter.inside(section.heading, of: page, in: setting),
      content: MarkupWriter.markup(section.blocks, of: page, in: setting))
  }
}

extension SectionView {
  /// A section with its drawings; the story of a case as a timeline.
  init(illustrated section: Section, of page: Page, in bundle: Bundle, setting: Setting) {
    let timeline =
      section.role == .story
      ? bundle.nature.flatMap { Timeline.markup(of: section, of: page, $0, setting) } : nil
    self.init(
      role: section.role?.id ?? "other", id: section.id,
      heading: MarkupWriter.inside(section.heading, of: page, in: setting),
      content: timeline
        ?? MarkupWriter.markup(
          section.blocks, of: page, in: setting, drawings: Illustrations.drawings(in: section, of: page, setting)))
  }
}

extension PrintLinkView {
  /// The sheets that an office printer prints, in the first three formats.
  static func some(of page: Page, in setting: Setting) -> [PrintLinkView] {
    let rack = setting.rack
    return rack.formats.lazy.filter { !rack.isPicture($0) }.compactMap { format -> PrintLinkView? in
      let sheet = rack.sheets(of: page.slug, in: format).first { $0.languages == [page.language] && !$0.isForShop }
      return sheet.map {
        PrintLinkView(name: format.name[setting.language], url: setting.link(to: Address(path: $0.path)))
      }
    }.prefix(3).map { $0 }
  }
}

extension SourceView {
  init(_ fact: Fact, in setting: Setting) {
    self.init(id: fact.id, text: fact.value[setting.language], source: fact.source[setting.language])
  }
}

extension DatesView {
  init(_ bundle: Bundle, in setting: Setting) {
    func view(_ date: CalendarDate) -> DateView { DateView(iso: date.iso, text: setting.words.text(date)) }
    self.init(published: view(bundle.date), checked: view(bundle.checked), expires: bundle.expires.map(view))
  }
}

extension TermView {
  /// The whole glossary in the setting's language.
  static func all(in setting: Setting) -> [TermView] {
    let others = setting.library.site.languages.filter { $0 != setting.language }
    return setting.library.glossary.enumerated().map { number, term in
      TermView(
        id: "term-\(number + 1)", word: term.word[setting.language],
        definition: term.definition.has(setting.language) ? term.definition[setting.language] : nil,
        others: others.filter(term.word.has).map { OtherTermView(word: term.word[$0], tag: $0.tag) })
    }
  }
}
