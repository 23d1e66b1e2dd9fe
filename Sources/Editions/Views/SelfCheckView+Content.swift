import Content
import Markdown
import Templates

extension SelfCheckView {
  /// The self-check of a page.
  init(_ tree: DecisionTree, of page: Page, in bundle: Bundle, setting: Setting) {
    let language = setting.language
    self.init(
      isUntranslated: page.language != language, isStale: setting.library.showsStale(page),
      contentTag: page.language.tag, checkTitle: page.frontMatter.title, summary: page.frontMatter.summary,
      topic: bundle.topic.map { TopicView($0, in: setting) } ?? .none,
      introduction: MarkupWriter.markup(page.introduction, of: page, in: setting),
      steps: tree.steps.enumerated().map { StepView($1, number: $0 + 1, of: tree, page, in: setting) },
      pageURL: setting.link(to: .page(.selfcheck, bundle.slug, language)),
      chartURL: setting.link(to: .chart(bundle.slug, language)),
      clerkURL: setting.link(to: .clerkList(bundle.slug, language)), dates: DatesView(bundle, in: setting),
      sources: bundle.sources.map { SourceView($0, in: setting) })
  }
}

extension StepView {
  init(_ step: DecisionTree.Step, number: Int, of tree: DecisionTree, _ page: Page, in setting: Setting) {
    var text = Markup()
    for block in step.text {
      text.append(MarkupWriter.markup(block..<page.document.nodes[block].end, of: page, in: setting))
    }
    self.init(
      number: String(number), id: step.id, heading: MarkupWriter.inside(step.heading, of: page, in: setting),
      text: text, isEnd: step.isEnd,
      answers: step.answers.compactMap { answer in
        answer.target.map { target in
          AnswerView(
            text: MarkupWriter.inside(answer.link, of: page, in: setting, isUnlinked: true),
            targetID: tree.steps[target].id, targetNumber: String(target + 1), leadsToEnd: tree.steps[target].isEnd)
        }
      })
  }
}

extension Flowchart.Step {
  /// A step as it is drawn; the numbers to call at an end are those that its text names.
  init(_ step: DecisionTree.Step, of page: Page, in setting: Setting) {
    let library = setting.library
    let words = setting.theme.words(page.language)
    let document = page.document
    var numbers: [String] = []
    for block in step.isEnd ? [step.heading] + step.text : [] {
      for node in block..<document.nodes[block].end {
        guard case .fact(let name) = document.nodes[node].kind, let fact = library.facts[document.string(name)],
          fact.canBeDialled, !numbers.contains(fact.value[page.language])
        else { continue }
        numbers.append(fact.value[page.language])
      }
    }
    self.init(
      heading: library.text(of: step.heading, in: page),
      calls: numbers.isEmpty ? "" : words["selfcheck_call"] + numbers.joined(separator: " · "),
      answers: step.answers.compactMap { answer in
        answer.target.map { (library.text(of: answer.link, in: page), $0) }
      })
  }
}
