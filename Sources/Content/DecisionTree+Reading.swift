import Diagnostics
import Markdown

extension DecisionTree {
  /// The tree in the sections of a self-check. Nil when there is no question; what leads nowhere, comes back to where it was
  /// or is never asked is reported.
  static func reading(_ sections: [Section], of document: Document, _ ids: [Int: String]) -> Diagnosed<DecisionTree?> {
    var reading = TreeReading(document: document, ids: ids, sections: sections)
    let steps = sections.map { reading.step($0) }
    var diagnostics = reading.diagnostics
    guard let first = steps.first, !first.isEnd else {
      // Where answers were not understood, that there are none is the same slip told twice.
      let place = steps.first.map { document.place(of: $0.heading) } ?? document.source.place
      return Diagnosed(nil, diagnostics.isEmpty ? [.withoutQuestion(at: place)] : diagnostics)
    }
    let tree = DecisionTree(steps: steps, isComplete: diagnostics.isEmpty && !reading.leadsNowhere)
    for loop in tree.loops {
      guard let target = loop.answer.target else { continue }
      diagnostics.append(
        .loop(at: document.place(of: loop.answer.link), to: document.place(of: steps[target].heading)))
    }
    let reached = tree.reachable(from: 0)
    let isLost = !diagnostics.isEmpty || reading.leadsNowhere
    for (number, step) in steps.enumerated() where !reached.contains(number) && !isLost {
      diagnostics.append(.unreachable(step.id, at: document.place(of: step.heading)))
    }
    return Diagnosed(tree, diagnostics)
  }
}

private struct TreeReading {
  let document: Document
  let ids: [Int: String]
  let sections: [Section]
  var diagnostics: [Diagnostic] = []
  /// Whether an answer leads to a heading that is not there, which linking reports.
  private(set) var leadsNowhere = false

  init(document: Document, ids: [Int: String], sections: [Section]) {
    self.document = document
    self.ids = ids
    self.sections = sections
  }

  mutating func step(_ section: Section) -> DecisionTree.Step {
    var text: [Int] = []
    var answers: [DecisionTree.Answer] = []
    for block in document.siblings(in: section.blocks) {
      guard case .list = document.nodes[block].kind else {
        text.append(block)
        continue
      }
      let items = Array(document.children(of: block))
      let links = items.map { leadingLink(of: $0) }
      guard links.contains(where: { $0 != nil }) else {
        text.append(block)
        continue
      }
      for (item, link) in zip(items, links) {
        guard let link, isAlone(link, in: item) else {
          diagnostics.append(.malformedAnswer(at: document.place(of: item)))
          continue
        }
        answers.append(DecisionTree.Answer(link: link, target: target(of: link)))
      }
    }
    if answers.count == 1, diagnostics.isEmpty {
      diagnostics.append(.onlyAnswer(at: document.place(of: answers[0].link)))
    }
    return DecisionTree.Step(heading: section.heading, id: section.id, text: text, answers: answers)
  }

  /// The link within the page with which an item begins.
  private func leadingLink(of item: Int) -> Int? {
    let link = item + 2
    guard link < document.nodes[item].end, case .paragraph = document.nodes[item + 1].kind,
      case .link(let destination, _, _) = document.nodes[link].kind, document.string(destination).hasPrefix("#")
    else { return nil }
    return link
  }

  private func isAlone(_ link: Int, in item: Int) -> Bool {
    document.nodes[link].end == document.nodes[item].end && !document.plainText(of: link).isEmpty
  }

  /// The step that a link leads to; that its heading is not there, linking reports.
  private mutating func target(of link: Int) -> Int? {
    guard case .link(let destination, _, _) = document.nodes[link].kind else { return nil }
    let id = PercentCoding.decoded(document.string(destination).dropFirst())
    if let step = sections.firstIndex(where: { $0.id == id }) { return step }
    leadsNowhere = true
    if ids.values.contains(id) { diagnostics.append(.answerToSubheading(id, at: document.place(of: link))) }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func withoutQuestion(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "selfcheck-without-question", at: place,
      Wording(zh: "自查要从一个问题开始，这里没有可选的回答", en: "a self-check begins with a question, and there are no answers here"),
      hint: Wording(
        zh: "二级标题写问题，下面用列表写回答，每个回答链接到下一个标题：“- [是](#stop)”。",
        en: "write the question as a level-2 heading and its answers as a list of links to headings: “- [Yes](#stop)”.")
    )
  }

  fileprivate static func malformedAnswer(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "malformed-answer", at: place,
      Wording(zh: "这个回答没有单独写成一个链接，点不了", en: "this answer is not a link and nothing else, so it cannot be chosen"),
      hint: Wording(
        zh: "整行写成“- [回答](#标题的名字)”，要解释的话写到那个标题下面。",
        en: "write the whole line as “- [answer](#name-of-the-heading)”; what explains it belongs below that heading."))
  }

  fileprivate static func onlyAnswer(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "only-answer", at: place,
      Wording(zh: "这个问题只有一个回答，没有可选的", en: "this question has only one answer, so there is nothing to choose"),
      hint: Wording(zh: "再写一个回答，或者去掉这个问题。", en: "write another answer, or take the question out."))
  }

  fileprivate static func answerToSubheading(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "answer-to-subheading", at: place,
      Wording(
        zh: "“#\(id)”不是二级标题，回答走到这里就断了", en: "“#\(id)” is not a level-2 heading, so this answer is a dead end"),
      hint: Wording(
        zh: "链接到写问题或建议的“## ”标题。", en: "link to the “## ” heading of a question or of advice."))
  }

  fileprivate static func loop(at place: Place, to question: Place) -> Diagnostic {
    Diagnostic(
      .error, "answer-loop", at: place,
      Wording(zh: "这个回答又回到前面问过的问题，绕不出来", en: "this answer leads back to a question that was asked before: a loop"),
      hint: Wording(
        zh: "链接到后面的问题，或者链接到一个结尾。", en: "link to a question that comes later, or to an end."),
      notes: [.init(Wording(zh: "前面的问题在这里", en: "it was asked here"), at: question)])
  }

  fileprivate static func unreachable(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unreachable-question", at: place,
      Wording(zh: "没有哪个回答走到这里，读者永远看不到它", en: "no answer leads here, so nobody will ever see this"),
      hint: Wording(
        zh: "在前面的问题里加一个回答“[…](#\(id))”，或者删掉这一节。",
        en: "add an answer “[…](#\(id))” to a question before it, or delete this section."))
  }
}
