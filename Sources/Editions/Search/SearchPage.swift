import Content
import Markdown

/// A page as it is searched: its texts without any markup, as a reader sees them.
struct SearchPage {
  /// What follows a heading; first what stands before all headings.
  struct Part {
    /// The heading's id; empty before all headings.
    let id: String
    let heading: String
    /// The blocks, each in a line.
    var text: String
  }

  /// From the folder of its language.
  let link: String
  let title: String
  let summary: String
  let topic: String
  let kind: String
  /// The tag of its language, when that is not the language of the readers.
  let tag: String?
  let parts: [Part]

  /// What a page in a language says, as readers of that language find it.
  init(_ bundle: Bundle, in setting: Setting) {
    let page = setting.page(of: bundle).page
    link = setting.link(to: .page(bundle.kind, bundle.slug, setting.language))
    title = page.frontMatter.title
    summary = page.frontMatter.summary
    topic = bundle.topic?.name[setting.language] ?? ""
    kind = setting.words.name(of: bundle.kind)
    tag = page.language == setting.language ? nil : page.language.tag
    var reading = Reading(page: page, facts: setting.library.facts)
    reading.read(page.introduction)
    for section in page.sections {
      reading.begin(section.heading, id: section.id)
      reading.read(section.blocks)
    }
    if bundle.kind == .page, bundle.slug == Self.glossary { reading.parts += Self.terms(in: setting) }
    parts = reading.parts.filter { !$0.heading.isEmpty || !$0.text.isEmpty }
  }

  /// The page that shows all terms.
  private static let glossary = "glossary"

  private static func terms(in setting: Setting) -> [Part] {
    TermView.all(in: setting).map { term in
      let texts = [term.definition].compactMap { $0 } + term.others.map(\.word)
      return Part(id: term.id, heading: term.word, text: texts.joined(separator: "\n"))
    }
  }

  /// What a result shows: address, title, summary, topic, kind, language, and the parts.
  var json: JSON {
    .list([
      .text(link), .text(title), .text(summary), .text(topic), .text(kind), .text(tag ?? ""),
      .list(parts.map { .list([.text($0.id), .text($0.heading), .text($0.text)]) }),
    ])
  }

  /// Gathers the texts of a page, without recursion.
  private struct Reading {
    let page: Page
    let facts: FactRegister
    var parts = [Part(id: "", heading: "", text: "")]

    mutating func begin(_ heading: Int, id: String) {
      parts.append(Part(id: id, heading: line(heading), text: ""))
    }

    mutating func read(_ range: Range<Int>) {
      let document = page.document
      var index = range.lowerBound
      while index < range.upperBound {
        let node = document.nodes[index]
        switch node.kind {
        case .callout(.teacher):
          index = node.end
          continue
        case .heading: begin(index, id: page.headingIDs[index] ?? "")
        case .paragraph, .tableCell: append(line(index))
        case .codeBlock(_, let text), .htmlBlock(let text): append(document.string(text))
        case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .table, .tableRow, .text, .softBreak,
          .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
          break
        }
        index += 1
      }
    }

    private mutating func append(_ line: String) {
      guard !line.isEmpty else { return }
      parts[parts.count - 1].text += (parts[parts.count - 1].text.isEmpty ? "" : "\n") + line
    }

    /// The text of a block in one line.
    private func line(_ block: Int) -> String {
      let document = page.document
      var line = ""
      var index = block + 1
      while index < document.nodes[block].end {
        let node = document.nodes[index]
        switch node.kind {
        case .text(let text), .code(let text), .html(let text): line += document.string(text)
        case .fact(let name): line += facts[document.string(name)]?.value[page.language] ?? ""
        case .softBreak, .lineBreak: line += " "
        case .image:
          index = node.end
          continue
        case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock,
          .htmlBlock, .table, .tableRow, .tableCell, .joinedLine, .emphasis, .strong, .link:
          break
        }
        index += 1
      }
      return line
    }
  }
}
