import Templates

/// A leaflet: one sheet with two sides.
struct LeafletView: TemplateModel {
  let isUntranslated: Bool
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
    .flag("untranslated", \.isUntranslated), .text("content_lang", \.contentTag),
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

/// The volunteers' desk.
struct DeskView: TemplateModel {
  let groups: [DeskGroupView]
  let outlets: [OutletView]

  static let fields: [Field<DeskView>] = [
    .list("groups", \.groups), .list("outlets", \.outlets), .flag("has_outlets", \.hasOutlets),
  ]

  private var hasOutlets: Bool { !outlets.isEmpty }
}

/// The printable material of one topic.
struct DeskGroupView: TemplateModel {
  let name: String
  let accent: String
  let items: [DeskItemView]

  static let fields: [Field<DeskGroupView>] = [
    .text("name", \.name), .text("accent", \.accent), .list("items", \.items),
  ]
}

/// The printable material of one lesson.
struct DeskItemView: TemplateModel {
  let title: String
  let summary: String
  let links: [DeskLinkView]

  static let fields: [Field<DeskItemView>] = [
    .text("title", \.title), .text("summary", \.summary), .list("links", \.links),
  ]
}

/// The material of one lesson in one language.
struct DeskLinkView: TemplateModel {
  let languageName: String
  let tag: String
  let leafletURL: String
  let quizURL: String?

  static let fields: [Field<DeskLinkView>] = [
    .text("language_name", \.languageName), .text("tag", \.tag), .text("leaflet_url", \.leafletURL),
    .optionalText("quiz_url", \.quizURL),
  ]
}

/// A place where material is handed out.
struct OutletView: TemplateModel {
  let id: String
  let name: String
  let address: String
  let phone: String
  let hours: String

  static let fields: [Field<OutletView>] = [
    .text("id", \.id), .text("name", \.name), .text("address", \.address), .text("phone", \.phone),
    .text("hours", \.hours),
  ]
}
