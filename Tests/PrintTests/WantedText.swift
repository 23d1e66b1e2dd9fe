import Typesetting

@testable import Print

/// What a format wants of a lesson, as one text without spaces for each flow and box: told from the lesson itself, not
/// from what was set.
struct WantedText {
  let document: PrintDocument

  /// The texts that a flow may have: in full, and shortened where the format allows it.
  func texts(of flow: Format.Flow) -> [String] {
    switch flow {
    case .sections(let selection):
      switch selection.brief {
      case .never: [sections(selection, isBrief: false)]
      case .always: [sections(selection, isBrief: true)]
      case .ifNeeded: [sections(selection, isBrief: false), sections(selection, isBrief: true)]
      }
    case .questions(let version): [questions(version)]
    case .key(let versions): [key(versions)]
    }
  }

  /// The text of a box; nil for those that have none, or one made of several parts.
  func text(of content: Format.BoxContent) -> String? {
    let lesson = document.content
    let text: String? =
      switch content {
      case .text(.title): lesson.title
      case .text(.summary): lesson.summary
      case .text(.topic): lesson.topic
      case .text(.slogan): lesson.slogan?.string
      case .text(.site): lesson.site
      case .text(.word(let name)): document.words[name]
      case .hotlines(let list):
        lesson.hotlines.prefix(list.count ?? .max).map { $0.number + $0.name + (list.isBrief ? "" : $0.purpose) }
          .joined()
      case .text, .fill, .line, .picture, .code, .outlet, .flow: nil
      }
    return text?.withoutWhite
  }

  private func sections(_ selection: Format.Selection, isBrief: Bool) -> String {
    selection.roles.flatMap { role in
      document.content.sections.filter { ($0.role ?? "other") == role }.map { section in
        let blocks = section.blocks.compactMap { $0.selected(by: selection, isBrief: isBrief) }
        if blocks.isEmpty { return "" }
        return (selection.hasHeadings ? section.heading.string : "") + text(of: blocks)
      }
    }.joined().withoutWhite
  }

  private func questions(_ version: String) -> String {
    document.content.questions.enumerated().map { index, question in
      let kind =
        question.isTrueFalse ? "print_true_false" : question.isMultiple ? "print_choose_all" : "print_choose_one"
      let options = zip("ABCDEFGH", question.shuffled(version)).map { String($0) + $1.text.string }.joined()
      return "\(index + 1)" + text(of: question.prompt) + document.words[kind] + options
    }.joined().withoutWhite
  }

  private func key(_ versions: [String]) -> String {
    document.content.questions.enumerated().map { index, question in
      let letters = versions.map { version in
        let name = document.words["print_version"].replacing("{}", with: version)
        let right = zip("ABCDEFGH", question.shuffled(version)).filter(\.1.isRight).map { String($0.0) }
        return name + document.words["label_colon"] + right.joined()
      }
      return "\(index + 1)" + letters.joined() + text(of: question.explanation)
    }.joined().withoutWhite
  }

  private func text(of blocks: [PrintBlock]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let text), .heading(let text): text.string
      case .list(let start, let items):
        items.enumerated().map { index, item in (start.map { "\($0 + index)" } ?? "") + text(of: item) }.joined()
      case .callout(let callout, let blocks): document.words.label(callout) + text(of: blocks)
      case .quote(let blocks): text(of: blocks)
      case .table(_, let rows): rows.joined().map(\.string).joined()
      case .figure, .rule: ""
      }
    }.joined()
  }
}

extension String {
  /// The text without spaces and line ends, which come and go where lines are divided.
  var withoutWhite: String { filter { !$0.isWhitespace } }
}
