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
      url: setting.link(to: .quiz(bundle, setting.language, in: setting.library)), id: section.id,
      heading: MarkupWriter.inside(section.heading, of: page, in: setting),
      introduction: MarkupWriter.markup(quiz.introduction, of: page, in: setting),
      questions: quiz.questions.enumerated().map { QuestionView($1, number: $0 + 1, of: page, in: setting) })
  }
}

extension QuestionView {
  init(_ question: Question, number: Int, of page: Page, in setting: Setting) {
    let id = "q\(number)"
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
      prompt: MarkupWriter.markup(
        question.prompt[0]..<page.document.nodes[question.prompt[question.prompt.count - 1]].end, of: page, in: setting,
        isUnlinked: true),
      isSingle: question.kind == .single, isMultiple: question.kind == .multiple,
      isTrueFalse: question.kind == .trueFalse, options: options,
      answers: options.filter(\.isRight).map(\.letter).joined(separator: setting.words["answer_separator"]),
      explanation: question.explanation.map { MarkupWriter.inside($0, of: page, in: setting) } ?? Markup())
  }

  /// A, B, C … and after Z the number.
  private static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : String(place + 1)
  }
}
