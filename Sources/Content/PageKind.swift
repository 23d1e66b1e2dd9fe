/// The kinds of content.
package enum PageKind: String, Sendable, CaseIterable {
  case lesson
  case `case`
  case page
  case contest

  /// The folder below `content/` and below `public/<lang>/`.
  package var folder: String {
    switch self {
    case .lesson: "lessons"
    case .case: "cases"
    case .page: "pages"
    case .contest: "contests"
    }
  }

  /// Whether it teaches: it is about a topic, rests on registered facts, may have a quiz, and is read side by side.
  package var isTaught: Bool {
    switch self {
    case .lesson, .case: true
    case .page, .contest: false
    }
  }
}
