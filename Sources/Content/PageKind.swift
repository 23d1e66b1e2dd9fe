/// The kinds of content.
package enum PageKind: String, Sendable, CaseIterable {
  case lesson
  case `case`
  case page
  /// A decision tree: “Is this a scam?”
  case selfcheck

  /// The folder below `content/` and below `public/<lang>/`.
  package var folder: String {
    switch self {
    case .lesson: "lessons"
    case .case: "cases"
    case .page: "pages"
    case .selfcheck: "selfchecks"
    }
  }
}
