/// The kinds of content.
package enum PageKind: String, Sendable, CaseIterable {
  case lesson
  case `case`
  case page

  /// The folder below `content/` and below `public/<lang>/`.
  package var folder: String {
    switch self {
    case .lesson: "lessons"
    case .case: "cases"
    case .page: "pages"
    }
  }
}
