import Templates

/// A quiz with all its questions.
struct QuizView: TemplateModel {
  let url: String
  /// By what a reader's device remembers its lesson: `lessons/fake-police`.
  let key: String
  let id: String
  let heading: Markup
  let introduction: Markup
  let questions: [QuestionView]

  static let fields: [Field<QuizView>] = [
    .text("url", \.url), .text("key", \.key), .text("id", \.id), .markup("heading", \.heading),
    .markup("introduction", \.introduction),
    .flag("has_introduction", \.hasIntroduction), .text("count", \.count), .list("questions", \.questions),
  ]

  private var hasIntroduction: Bool { !introduction.isEmpty }
  private var count: String { String(questions.count) }
}

/// One question.
struct QuestionView: TemplateModel {
  let number: String
  let id: String
  let name: String
  let prompt: Markup
  /// What helps on a reader who asks for it.
  let hint: Markup
  /// Whether its options must stay as they are written.
  let keepsOrder: Bool
  let isSingle: Bool
  let isMultiple: Bool
  let isTrueFalse: Bool
  let options: [OptionView]
  let answers: String
  let explanation: Markup

  static let fields: [Field<QuestionView>] = [
    .text("number", \.number), .text("id", \.id), .text("name", \.name), .markup("prompt", \.prompt),
    .flag("is_single", \.isSingle), .flag("is_multiple", \.isMultiple), .flag("is_true_false", \.isTrueFalse),
    .list("options", \.options), .text("answers", \.answers), .markup("explanation", \.explanation),
    .flag("has_explanation", \.hasExplanation), .markup("hint", \.hint), .flag("has_hint", \.hasHint),
    .flag("keeps_order", \.keepsOrder),
  ]

  private var hasExplanation: Bool { !explanation.isEmpty }
  private var hasHint: Bool { !hint.isEmpty }
}

/// One answer to choose.
struct OptionView: TemplateModel {
  let letter: String
  let id: String
  let value: String
  let isRight: Bool
  let text: Markup
  let feedback: Markup

  static let fields: [Field<OptionView>] = [
    .text("letter", \.letter), .text("id", \.id), .text("value", \.value), .flag("right", \.isRight),
    .markup("text", \.text), .markup("feedback", \.feedback), .flag("has_feedback", \.hasFeedback),
  ]

  private var hasFeedback: Bool { !feedback.isEmpty }
}

/// A page that holds only a quiz.
struct QuizPageView: TemplateModel {
  let isUntranslated: Bool
  /// Whether the original says something else by now.
  let isStale: Bool
  let contentTag: String
  let summary: String
  let topic: TopicView
  let quiz: QuizView
  let lessonURL: String
  let lessonTitle: String

  static let fields: [Field<QuizPageView>] = [
    .flag("untranslated", \.isUntranslated), .flag("stale", \.isStale), .text("content_lang", \.contentTag),
    .text("summary", \.summary), .record("topic", \.topic), .record("quiz", \.quiz), .text("lesson_url", \.lessonURL),
    .text("lesson_title", \.lessonTitle),
  ]
}
