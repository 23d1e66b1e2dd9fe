import Content
import Diagnostics
import Markdown

/// A statement and how far its page stands by it.
struct StatedText {
  let statement: Statement
  /// A story, an exercise or a made-up person's: its sums of money, rates and dates are nobody's facts.
  let isStory: Bool
  /// What the exercise that it explains brings in by itself.
  let given: Set<Figure>
}

extension Page {
  /// Everything that a page says which could hold a figure: title and summary, then its blocks. A swindler's words and program
  /// code are left out.
  /// - Parameter isMadeUp: whether what the page tells never happened.
  func statements(isMadeUp: Bool) -> [StatedText] {
    var texts = frontMatterStatements.map { StatedText(statement: $0, isStory: isMadeUp, given: []) }
    let stories = sections.filter { section in
      switch section.role?.id {
      case "hook", "quiz": true
      case "story", "turn": isMadeUp
      default: false
      }
    }.map(\.blocks)
    let explanations = self.explanations
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      switch node.kind {
      case .callout(.bait), .codeBlock, .htmlBlock:
        index = node.end
      case .paragraph, .heading, .tableCell:
        if Statement.mayHoldFigures(document.source.bytes[node.range]) {
          let explained = explanations.first { $0.nodes.contains(index) }
          texts.append(
            StatedText(
              statement: Statement(of: index, in: document, language),
              isStory: explained == nil && stories.contains { $0.contains(index) },
              given: explained.map { given(by: $0.question) } ?? []))
        }
        index = node.end
      case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .table, .tableRow, .text, .softBreak,
        .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
        index += 1
      }
    }
    return texts
  }

  /// The reasons of the quiz's answers: what they teach is meant, unlike the questions.
  private var explanations: [(question: Question, nodes: Range<Int>)] {
    (quiz?.questions ?? []).compactMap { question in
      question.explanation.map { (question, $0..<document.nodes[$0].end) }
    }
  }

  private func given(by question: Question) -> Set<Figure> {
    let blocks = question.prompt + question.options.map(\.text)
    return Set(blocks.flatMap { Statement(of: $0, in: document, language).figures.map(\.figure) })
  }

  private var frontMatterStatements: [Statement] {
    guard let range = document.frontMatter else { return [] }
    let source = document.source
    let lines = source.line(at: range.lowerBound)...source.line(at: max(range.lowerBound, range.upperBound - 1))
    return lines.filter { line in
      let bytes = source.bytes[source.lineRange(line)]
      return (bytes.starts(with: "title:".utf8) || bytes.starts(with: "summary:".utf8))
        && Statement.mayHoldFigures(bytes)
    }.map { Statement(ofLine: $0, in: source, language) }
  }
}
