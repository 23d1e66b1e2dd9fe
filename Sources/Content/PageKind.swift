/// The kinds of content.
package enum PageKind: String, Sendable, CaseIterable {
  case lesson
  case `case`
  case page
  /// A decision tree: “Is this a scam?”
  case selfcheck
  /// Questions drawn from the quizzes of topics, against the clock.
  case contest

  /// Whether it is a text to learn from: with a topic's other texts beside it, side by side in two languages, and a quiz of
  /// its own.
  package var isTaught: Bool {
    switch self {
    case .lesson, .case: true
    case .page, .selfcheck, .contest: false
    }
  }

  /// The folder below `content/` and below `public/<lang>/`.
  package var folder: String {
    switch self {
    case .lesson: "lessons"
    case .case: "cases"
    case .page: "pages"
    case .selfcheck: "selfchecks"
    case .contest: "contests"
    }
  }
}
