import Content
import Diagnostics
import Markdown

/// Lessons as web pages that print on one A4 sheet, both sides.
struct LeafletEdition: Edition {
  let theme: Theme
  let rack: PrintRack
  var recall: EditionIdentity.Recall?

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var outputs: [Output] = []
    var diagnostics: [Diagnostic] = []
    for language in library.site.languages {
      for bundle in library.lessons {
        outputs.append(leaflet(of: bundle, library, language).value(reportingTo: &diagnostics))
      }
    }
    return Diagnosed(outputs, diagnostics)
  }

  func output(at path: String, of library: Library) -> Output? {
    guard let (code, bundle) = Address.bundle(at: path, below: ["leaflets": .lesson], in: library),
      let language = library.site.language(code)
    else { return nil }
    return leaflet(of: bundle, library, language).value
  }

  private func leaflet(of bundle: Bundle, _ library: Library, _ language: Language) -> Diagnosed<Output> {
    let setting = Setting(
      library: library, address: .leaflet(bundle.slug, language), language: language, theme: theme, rack: rack)
    let (page, isUntranslated) = setting.page(of: bundle)
    let front = page.sections(forSide: .front)
    let back = page.sections(forSide: .back)
    let frontFit = theme.leafletFit.choice(for: front, of: page, on: .front, in: library)
    let backFit = theme.leafletFit.choice(for: back, of: page, on: .back, in: library)
    let output = theme.output(
      \.leaflet,
      PageIdentity(
        title: page.frontMatter.title + setting.words["leaflet_title_suffix"], description: page.frontMatter.summary,
        versions: library.site.languages.map { ($0, .leaflet(bundle.slug, $0)) },
        written: isUntranslated ? [] : bundle.translations.map(\.language),
        canonical: .leaflet(bundle.slug, page.language), type: "article",
        picture: setting.linkPicture(of: page)), setting
    ) {
      let dates = DatesView(bundle, in: setting)
      return LeafletView(
        isUntranslated: isUntranslated, isStale: library.showsStale(page), contentTag: page.language.tag,
        lessonTitle: page.frontMatter.title,
        summary: page.frontMatter.summary,
        topic: bundle.topic.map { TopicView($0, in: setting) } ?? .none,
        front: front.map { SectionView($0, of: page, in: setting) },
        back: back.map { SectionView($0, of: page, in: setting) },
        slogan: slogan(of: page, setting), frontFit: frontFit.name, backFit: backFit.name,
        organiser: library.site.organiser[setting.language],
        sourceLine: sourceLine(of: bundle, setting),
        checked: dates.checked, expires: dates.expires,
        edition: EditionIdentity(of: page, in: bundle, of: library, recall: recall).code,
        pageURL: Address.page(bundle.kind, bundle.slug, setting.language).absolute(on: library.site),
        lessonURL: setting.link(to: .page(bundle.kind, bundle.slug, setting.language)))
    }.about(bundle)
    // Said once, of the file that holds the text, not again for each language that shows it.
    guard !isUntranslated else { return Diagnosed(output) }
    let remarks = [(front, frontFit, LeafletSide.front), (back, backFit, .back)].compactMap { sections, fit, side in
      fit.excess > 0 ? Diagnostic.leafletOverflow(sections, fit.excess, side, in: page) : nil
    }
    return Diagnosed(output, remarks)
  }

  private func slogan(of page: Page, _ setting: Setting) -> SloganView? {
    page.section(.slogan).flatMap { section in
      // Only a paragraph is the slogan itself; a note to the teacher or a swindler's words are not.
      page.document.siblings(in: section.blocks).first { page.document.nodes[$0].kind == .paragraph }.map {
        SloganView(content: MarkupWriter.inside($0, of: page, in: setting))
      }
    }
  }

  private func sourceLine(of bundle: Bundle, _ setting: Setting) -> String {
    var cited: [String] = []
    for source in bundle.sources.filter(\.isPrinted).map({ $0.source[setting.language] }) where !cited.contains(source)
    {
      cited.append(source)
    }
    let words = setting.words
    return words["sources"] + words["label_colon"] + cited.joined(separator: words["source_separator"])
      + words["full_stop"]
  }
}

/// The sides of a leaflet.
enum LeafletSide {
  case front, back
}

extension Page {
  /// The sections of a side, in the order of the text: what happened and how on the front, what to look for and what to do on
  /// the back. The slogan has a place of its own, and the quiz stays off the leaflet.
  func sections(forSide side: LeafletSide) -> [Section] {
    sections.filter { section in
      switch section.role {
      case .hook, .how: side == .front
      case .slogan, .quiz: false
      default: side == .back
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func leafletOverflow(
    _ sections: [Section], _ excess: Int, _ side: LeafletSide, in page: Page
  ) -> Diagnostic {
    let headings = sections.prefix(8).map { page.document.plainText(of: $0.heading) }
    let name = side == .front ? Wording(zh: "正面", en: "front") : Wording(zh: "背面", en: "back")
    return Diagnostic(
      .warning, "leaflet-overflow",
      at: sections.first.map { page.document.place(of: $0.heading) } ?? page.document.source.place,
      Wording(
        zh: "宣传单\(name.zh)放不下，大约多了\(excess)个字", en: "the leaflet’s \(name.en) is too full by about \(excess) characters"
      ),
      hint: Wording(
        zh: "这一面有：\(headings.joined(separator: "、"))。删短一些，或者少写一条。",
        en: "this side holds: \(headings.joined(separator: ", ")). Shorten them, or leave out an item."))
  }
}
