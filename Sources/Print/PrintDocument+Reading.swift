import Content
import Diagnostics
import Editions
import Markdown
import Typesetting

extension PrintDocument {
  /// A bundle's page as text for paper.
  /// - Parameters:
  ///   - drawings: the pictures that can be printed, by their paths below the project's root.
  ///   - today: the day as of which it is printed.
  init(_ page: Page, of bundle: Bundle, in library: Library, words: Words, drawings: [String: PrintPicture]) {
    var reader = PageReader(page: page, library: library, drawings: drawings)
    var sections: [PrintSection] = []
    var places: [Place] = []
    var slogan: StyledText?
    for section in page.sections {
      if section.role == .quiz { continue }
      let blocks = reader.blocks(in: section.blocks)
      if section.role == .slogan {
        // Only a paragraph is the slogan itself; a note or a swindler's words are not.
        for case .paragraph(let text) in blocks where slogan == nil { slogan = text }
        continue
      }
      sections.append(
        PrintSection(role: section.role?.id, heading: reader.inline(section.heading), blocks: blocks))
      places.append(page.document.place(of: section.heading))
    }
    let site = library.site
    let language = page.language
    var sources: [String] = []
    for source in bundle.sources.filter(\.isPrinted).map({ $0.source[language] }) where !sources.contains(source) {
      sources.append(source)
    }
    let edition = EditionIdentity(of: page, in: bundle, of: library)
    let picture = bundle.topic?.picture.flatMap { picture in
      drawings[picture.path].map { Figure(picture: $0, alt: picture.alt[language]) }
    }
    content = Content(
      slug: bundle.slug, language: language.code, tag: language.tag, languageName: language.name,
      title: page.frontMatter.title,
      summary: page.frontMatter.summary, topic: bundle.topic?.name[language] ?? "",
      accent: bundle.topic?.accent ?? "", picture: picture, sections: sections, slogan: slogan,
      quizIntroduction: page.quiz.map { reader.blocks(in: $0.introduction) } ?? [],
      questions: (page.quiz?.questions ?? []).map { reader.question($0) },
      hotlines: site.hotlines.compactMap { library.facts[$0] }.map { fact in
        PrintHotline(
          number: fact.value[language], name: fact.name?[language] ?? "", purpose: fact.purpose?[language] ?? "")
      }, site: site.title[language], organiser: site.organiser[language], sources: sources,
      checked: words.text(bundle.checked), expires: bundle.expires.map { words.text($0) }, date: bundle.checked.iso,
      code: edition.code, pageAddress: Address.page(bundle.kind, bundle.slug, language).absolute(on: site),
      editionAddress: edition.address(on: site))
    self.words = PrintWords(words)
    self.places = places
    source = page.document.source
    var digest = Digest()
    digest.add(encoding: content)
    digest.add(encoding: self.words.all)
    self.digest = digest
  }
}

/// Reads the nodes of a page as blocks for paper.
private struct PageReader {
  let page: Page
  let library: Library
  let drawings: [String: PrintPicture]

  private var document: Document { page.document }

  mutating func blocks(in range: Range<Int>) -> [PrintBlock] {
    document.siblings(in: range).flatMap { block($0) }
  }

  private mutating func children(of node: Int) -> [PrintBlock] {
    document.children(of: node).flatMap { block($0) }
  }

  private mutating func block(_ index: Int) -> [PrintBlock] {
    switch document.nodes[index].kind {
    case .paragraph: return paragraph(index)
    case .heading: return [.heading(inline(index))]
    case .thematicBreak: return [.rule]
    case .blockQuote: return [.quote(children(of: index))]
    case .callout(let callout):
      let kind: PrintCallout
      switch callout {
      case .note: kind = .note
      case .tip: kind = .tip
      case .warning: kind = .warning
      case .bait: kind = .bait
      case .teacher: return []
      }
      return [.callout(kind, children(of: index))]
    case .list(let list):
      return [.list(start: list.start, items: document.children(of: index).map { children(of: $0) })]
    case .codeBlock(_, let text), .htmlBlock(let text):
      return [.paragraph(StyledText(document.string(text).trimmingNewlines))]
    case .table(let columns): return [table(index, document.alignments(columns))]
    case .document, .item, .tableRow, .tableCell, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis,
      .strong, .link, .image, .fact:
      return []
    }
  }

  /// A paragraph; pictures in it become figures of their own.
  private mutating func paragraph(_ index: Int) -> [PrintBlock] {
    var blocks: [PrintBlock] = []
    let text = inline(index)
    if !text.spans.isEmpty { blocks.append(.paragraph(text)) }
    for node in index..<document.nodes[index].end {
      guard case .image(let destination, _) = document.nodes[node].kind,
        let picture = library.picture(document.string(destination), in: page), let drawing = drawings[picture.path]
      else { continue }
      blocks.append(.figure(Figure(picture: drawing, alt: document.plainText(of: node))))
    }
    return blocks
  }

  private typealias Figure = PrintDocument.Figure

  private mutating func table(_ index: Int, _ alignments: [Node.Alignment]) -> PrintBlock {
    let rows = document.children(of: index).map { row in document.children(of: row).map { inline($0) } }
    let columns = alignments.map { alignment -> PrintAlignment in
      switch alignment {
      case .none, .left: .left
      case .center: .centre
      case .right: .right
      }
    }
    return .table(columns: columns, rows: rows)
  }

  /// The text below a node with its emphasis. Chinese has no italics: both kinds of emphasis are bold.
  mutating func inline(_ index: Int) -> StyledText {
    var spans: [StyledText.Span] = []
    append(index, .none, nil, to: &spans)
    return StyledText(spans)
  }

  private func append(
    _ index: Int, _ emphasis: StyledText.Emphasis, _ link: String?, to spans: inout [StyledText.Span]
  ) {
    func add(_ text: String, _ emphasis: StyledText.Emphasis) {
      if let last = spans.last, last.emphasis == emphasis, last.link == link, emphasis != .hotline {
        spans[spans.count - 1].text += text
      } else if !text.isEmpty {
        spans.append(StyledText.Span(text, emphasis, link: link))
      }
    }
    for child in document.children(of: index) {
      switch document.nodes[child].kind {
      case .text(let text), .code(let text), .html(let text): add(document.string(text), emphasis)
      case .softBreak: add(" ", emphasis)
      case .joinedLine: break
      case .lineBreak: add("\n", emphasis)
      case .emphasis, .strong: append(child, .strong, link, to: &spans)
      case .link(let destination, _, _):
        append(child, emphasis, address(document.string(destination)), to: &spans)
      case .fact(let name):
        if let fact = library.facts[document.string(name)] {
          add(fact.value[page.language], fact.canBeDialled ? .hotline : emphasis)
        }
      case .image: break
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock,
        .htmlBlock, .table, .tableRow, .tableCell:
        break
      }
    }
  }

  private func address(_ destination: String) -> String? {
    switch library.target(of: destination, in: page) {
    case .elsewhere(let address): address
    case .page(let target, _):
      library.site.language(target.language).map {
        Address.page(target.kind, target.slug, $0).absolute(on: library.site)
      }
    case .picture, nil: nil
    }
  }

  mutating func question(_ question: Question) -> PrintQuestion {
    PrintQuestion(
      prompt: question.prompt.flatMap { block($0) },
      options: question.options.map { .init(text: inline($0.text), isRight: $0.isRight) },
      isMultiple: question.kind == .multiple, isTrueFalse: question.kind == .trueFalse,
      explanation: question.explanation.map { children(of: $0) } ?? [])
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var text = self[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return String(text)
  }
}
