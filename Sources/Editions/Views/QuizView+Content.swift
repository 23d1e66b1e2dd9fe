import Content
import Markdown
import Templates

extension QuizView {
  /// The quiz of a page; nil when it has none.
  init?(of page: Page, _ bundle: Bundle, in setting: Setting) {
    guard let quiz = page.quiz, let section = page.section(.quiz) else { return nil }
    self.init(quiz, in: section, of: page, bundle, setting)
  }

  init(_ quiz: Quiz, in section: Section, of page: Page, _ bundle: Bundle, _ setting: Setting) {
    self.init(
      url: setting.link(to: .quiz(bundle, setting.language, in: setting.library)), key: bundle.key, id: section.id,
      heading: MarkupWriter.inside(section.heading, of: page, in: setting),
      introduction: MarkupWriter.markup(quiz.introduction, of: page, in: setting),
      questions: quiz.questions.enumerated().map { number, question in
        QuestionView(question, number: number + 1, of: page, in: setting)
      })
  }
}

extension QuestionView {
  /// - Parameter prefix: what stands before its ids where questions of several pages stand on one.
  init(_ question: Question, number: Int, of page: Page, in setting: Setting, prefix: String = "") {
    let id = prefix + "q\(number)"
    let options = question.options.enumerated().map { place, option in
      OptionView(
        letter: Self.letter(place), id: "\(id)-\(place + 1)", value: String(place + 1), isRight: option.isRight,
        text: MarkupWriter.inside(option.text, of: page, in: setting, isUnlinked: true),
        feedback: option.feedback.first.map {
          MarkupWriter.markup($0..<page.document.nodes[option.item].end, of: page, in: setting)
        } ?? Markup())
    }
    self.init(
      number: String(number), id: id, name: id,
      prompt: Self.prompt(question, of: page, in: setting),
      hint: question.hint.map { MarkupWriter.inside($0, of: page, in: setting) } ?? Markup(),
      keepsOrder: question.keepsOrder || !page.frontMatter.shuffles,
      isSingle: question.kind == .single, isMultiple: question.kind == .multiple,
      isTrueFalse: question.kind == .trueFalse, options: options,
      answers: options.filter(\.isRight).map(\.letter).joined(separator: setting.words["answer_separator"]),
      explanation: question.explanation.map { MarkupWriter.inside($0, of: page, in: setting) } ?? Markup())
  }

  /// What asks; the hint may stand between its blocks.
  private static func prompt(_ question: Question, of page: Page, in setting: Setting) -> Markup {
    let nodes = page.document.nodes
    let (start, end) = (question.prompt[0], nodes[question.prompt[question.prompt.count - 1]].end)
    let ranges = question.hint.flatMap { (start..<end).contains($0) ? [start..<$0, nodes[$0].end..<end] : nil }
    let parts = (ranges ?? [start..<end]).map { MarkupWriter.markup($0, of: page, in: setting, isUnlinked: true) }
    return Markup(bytes: parts.flatMap(\.bytes))
  }

  /// A, B, C … and after Z the number.
  private static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : String(place + 1)
  }
}
