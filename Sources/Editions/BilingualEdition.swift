import Content
import Diagnostics
import Markdown
import Templates

/// Lessons and cases with the original and a translation side by side, block by block.
struct BilingualEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var outputs: [Output] = []
    for bundle in library.lessons + library.cases {
      for translation in bundle.translations.dropFirst() {
        outputs.append(pair(bundle, bundle.source, translation, library))
      }
    }
    return Diagnosed(outputs)
  }

  func output(at path: String, of library: Library) -> Output? {
    let folders = Dictionary(uniqueKeysWithValues: [PageKind.lesson, .case].map { ($0.folder, $0) })
    return Address.bundle(at: path, below: folders, in: library).flatMap { _, bundle in
      bundle.translations.dropFirst().map { pair(bundle, bundle.source, $0, library) }.first { $0.path == path }
    }
  }

  /// Where a reader of a language finds the bundle side by side: with the original, or for readers of the original with its
  /// first translation. Nil when there is no such pair.
  static func address(of bundle: Bundle, _ language: Language, in library: Library) -> Address? {
    guard bundle.kind.isTaught else { return nil }
    let other = language == bundle.source.language ? bundle.translations.dropFirst().first : bundle.page(in: language)
    return other.map { .sideBySide(bundle.kind, bundle.slug, bundle.source.language, $0.language) }
  }

  private func pair(_ bundle: Bundle, _ first: Page, _ second: Page, _ library: Library) -> Output {
    let address = Address.sideBySide(bundle.kind, bundle.slug, first.language, second.language)
    // The frame speaks the second language: whoever reads side by side mostly comes from there.
    let setting = Setting(library: library, address: address, language: second.language, theme: theme, rack: rack)
    let pages = [first, second]
    @Sendable func identity() -> PageIdentity {
      PageIdentity(
        title: pages.map(\.frontMatter.title).joined(separator: " · "), description: second.frontMatter.summary,
        versions: library.site.languages.map { ($0, .page(bundle.kind, bundle.slug, $0)) }, canonical: address,
        type: "article", picture: setting.linkPicture(of: second))
    }
    return theme.output(\.bilingual, identity(), setting) {
      BilingualView(
        isStale: library.showsStale(second),
        topic: bundle.topic.map { TopicView($0, in: setting) } ?? .none,
        titles: pages.map { TitleView(tag: $0.language.tag, text: $0.frontMatter.title) },
        sections: sections(first, second, setting),
        singleURLs: pages.map { page in
          LanguageView(
            name: page.language.name, tag: page.language.tag,
            url: setting.link(to: .page(bundle.kind, bundle.slug, page.language)), isCurrent: false)
        })
    }.about(bundle)
  }

  private func sections(_ first: Page, _ second: Page, _ setting: Setting) -> [BilingualSectionView] {
    let introduction = rows(
      Array(first.document.siblings(in: first.introduction)), Array(second.document.siblings(in: second.introduction)),
      first, second, setting)
    let opening =
      introduction.isEmpty
      ? [] : [BilingualSectionView(role: "introduction", id: "introduction", rows: introduction)]
    return opening
      + BlockAlignment.sections(first.sections, second.sections).map { section($0, first, second, setting) }
  }

  private func section(
    _ pair: BlockAlignment.SectionPair, _ first: Page, _ second: Page, _ setting: Setting
  ) -> BilingualSectionView {
    func heading(_ section: Section?, _ page: Page) -> Markup {
      section.map { Markup.element("h2", MarkupWriter.inside($0.heading, of: page, in: setting)) } ?? Markup()
    }
    let title = RowView(cells: [
      CellView(tag: first.language.tag, content: heading(pair.first, first)),
      CellView(tag: second.language.tag, content: heading(pair.second, second)),
    ])
    let one = pair.first ?? pair.second
    let body: [RowView]
    if one?.role == .quiz, first.quiz != nil || second.quiz != nil {
      body = questions(first, second, setting)
    } else {
      body = rows(
        pair.first.map { Array(first.document.siblings(in: $0.blocks)) } ?? [],
        pair.second.map { Array(second.document.siblings(in: $0.blocks)) } ?? [], first, second, setting)
    }
    return BilingualSectionView(role: one?.role?.id ?? "other", id: one?.id ?? "", rows: [title] + body)
  }

  private func rows(
    _ left: [Int], _ right: [Int], _ first: Page, _ second: Page, _ setting: Setting
  ) -> [RowView] {
    BlockAlignment.blocks(left, of: first.document, right, of: second.document).map { pair in
      RowView(cells: [cell(pair.first, first, setting), cell(pair.second, second, setting)])
    }.filter { !$0.cells.allSatisfy(\.content.isEmpty) }
  }

  private func cell(_ block: Int?, _ page: Page, _ setting: Setting) -> CellView {
    let content = block.map {
      MarkupWriter.markup($0..<page.document.nodes[$0].end, of: page, in: setting, isPart: true)
    }
    return CellView(tag: page.language.tag, content: content ?? Markup())
  }

  /// A row for each question; the answers are behind a summary, so that a class can think first.
  private func questions(_ first: Page, _ second: Page, _ setting: Setting) -> [RowView] {
    let questions = [first, second].map { $0.quiz?.questions ?? [] }
    return (0..<max(questions[0].count, questions[1].count)).map { number in
      RowView(
        cells: zip([first, second], questions).map { page, questions in
          CellView(
            tag: page.language.tag,
            content: number < questions.count ? question(questions[number], number, page, setting) : Markup())
        })
    }
  }

  private func question(_ question: Question, _ number: Int, _ page: Page, _ setting: Setting) -> Markup {
    let view = QuestionView(question, number: number + 1, of: page, in: setting)
    let words = setting.theme.words(page.language)
    var bytes: [UInt8] = Array("<div class=\"question\">\n<p class=\"number\">\(number + 1)</p>\n".utf8)
    bytes += view.prompt.bytes
    bytes += Array("<ul class=\"letters\">\n".utf8)
    for option in view.options {
      bytes +=
        Array("<li><span class=\"letter\">\(option.letter)</span> ".utf8) + option.text.bytes + Array("</li>\n".utf8)
    }
    bytes += Array("</ul>\n<details>\n<summary>\(HTML.escaped(words["show_answer"]))</summary>\n".utf8)
    let answers = view.options.filter(\.isRight).map(\.letter).joined(separator: words["answer_separator"])
    bytes += Array("<p><strong>\(HTML.escaped(words["answer_label"] + answers))</strong></p>\n".utf8)
    bytes += view.explanation.bytes + Array("</details>\n</div>\n".utf8)
    return Markup(bytes: bytes)
  }
}

extension Markup {
  /// An element round finished HTML.
  fileprivate static func element(_ name: String, _ content: Markup) -> Markup {
    Markup(bytes: Array("<\(name)>".utf8) + content.bytes + Array("</\(name)>\n".utf8))
  }
}
