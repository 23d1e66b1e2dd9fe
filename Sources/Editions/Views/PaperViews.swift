import Templates

/// A leaflet: one sheet with two sides.
struct LeafletView: TemplateModel {
  let isUntranslated: Bool
  /// Whether the original says something else by now.
  let isStale: Bool
  let contentTag: String
  let lessonTitle: String
  let summary: String
  let topic: TopicView
  let front: [SectionView]
  let back: [SectionView]
  let slogan: SloganView?
  let frontFit: String
  let backFit: String
  let organiser: String
  let sourceLine: String
  let checked: DateView
  let expires: DateView?
  let edition: String
  let pageURL: String
  let lessonURL: String

  static let fields: [Field<LeafletView>] = [
    .flag("untranslated", \.isUntranslated), .flag("stale", \.isStale), .text("content_lang", \.contentTag),
    .text("lesson_title", \.lessonTitle), .text("summary", \.summary), .record("topic", \.topic),
    .list("front", \.front), .list("back", \.back), .optional("slogan", \.slogan),
    .text("front_fit", \.frontFit), .text("back_fit", \.backFit), .text("organiser", \.organiser),
    .text("source_line", \.sourceLine), .text("checked", \.checked.iso), .text("checked_text", \.checked.text),
    .optional("expires", \.expires), .text("edition", \.edition), .text("page_url", \.pageURL),
    .text("lesson_url", \.lessonURL),
  ]
}

/// The one line to remember.
struct SloganView: TemplateModel {
  let content: Markup

  static let fields: [Field<SloganView>] = [.markup("content", \.content)]
}
