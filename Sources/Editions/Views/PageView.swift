import Templates

/// A lesson, case or page in full. Topic and audiences are empty for a page that has none.
struct PageView: TemplateModel {
  let isUntranslated: Bool
  /// Whether the original says something else by now.
  let isStale: Bool
  let contentTag: String
  let summary: String
  let topic: TopicView
  let audiences: [AudienceView]
  let introduction: Markup
  let sections: [SectionView]
  let contents: [HeadingView]
  let quiz: QuizView?
  let sources: [SourceView]
  let dates: DatesView
  let leafletURL: String?
  /// A few of its sheets in the page's language, for printing at once.
  let prints: [PrintLinkView]
  let deskURL: String
  let previous: CardView?
  let next: CardView?
  let related: [CardView]
  let terms: [TermView]
  let basis: String
  let basisName: String
  let basisNote: String?

  static let fields: [Field<PageView>] = [
    .flag("untranslated", \.isUntranslated), .flag("stale", \.isStale), .text("content_lang", \.contentTag),
    .text("summary", \.summary),
    .record("topic", \.topic), .list("audiences", \.audiences), .markup("introduction", \.introduction),
    .flag("has_introduction", \.hasIntroduction), .list("sections", \.sections), .list("toc", \.contents),
    .optional("quiz", \.quiz), .list("sources", \.sources), .flag("has_sources", \.hasSources),
    .text("date", \.dates.published.iso), .text("date_text", \.dates.published.text),
    .text("checked", \.dates.checked.iso), .text("checked_text", \.dates.checked.text),
    .optional("expires", \.dates.expires), .optionalText("leaflet_url", \.leafletURL),
    .list("prints", \.prints), .flag("has_prints", \.hasPrints), .text("desk_url", \.deskURL),
    .optional("previous", \.previous), .optional("next", \.next), .list("related", \.related),
    .flag("has_related", \.hasRelated), .list("terms", \.terms), .text("basis", \.basis),
    .text("basis_name", \.basisName), .optionalText("basis_note", \.basisNote),
  ]

  private var hasPrints: Bool { !prints.isEmpty }
  private var hasIntroduction: Bool { !introduction.isEmpty }
  private var hasSources: Bool { !sources.isEmpty }
  private var hasRelated: Bool { !related.isEmpty }
}

/// A section of a page.
struct SectionView: TemplateModel {
  let role: String
  let id: String
  let heading: Markup
  let content: Markup

  static let fields: [Field<SectionView>] = [
    .text("role", \.role), .text("id", \.id), .markup("heading", \.heading), .markup("content", \.content),
    .flag("is_slogan", \.isSlogan),
  ]

  private var isSlogan: Bool { role == "slogan" }
}

/// A sheet of a page, to be opened and printed.
struct PrintLinkView: TemplateModel {
  let name: String
  let url: String

  static let fields: [Field<PrintLinkView>] = [.text("name", \.name), .text("url", \.url)]
}

/// An entry of a page's table of contents.
struct HeadingView: TemplateModel {
  let id: String
  let heading: Markup

  static let fields: [Field<HeadingView>] = [.text("id", \.id), .markup("heading", \.heading)]
}

/// A registered fact on which a page rests.
struct SourceView: TemplateModel {
  let id: String
  let text: String
  let source: String

  static let fields: [Field<SourceView>] = [.text("id", \.id), .text("text", \.text), .text("source", \.source)]
}

/// A day for machines and for people.
struct DateView: TemplateModel {
  let iso: String
  let text: String

  static let fields: [Field<DateView>] = [.text("date", \.iso), .text("text", \.text)]
}

/// The days of a page.
struct DatesView: Sendable {
  let published: DateView
  let checked: DateView
  let expires: DateView?
}

/// A word of the glossary.
struct TermView: TemplateModel {
  let id: String
  let word: String
  let definition: String?
  let others: [OtherTermView]

  static let fields: [Field<TermView>] = [
    .text("id", \.id), .text("term", \.word), .optionalText("definition", \.definition), .list("other", \.others),
  ]
}

/// The same word in another language.
struct OtherTermView: TemplateModel {
  let word: String
  let tag: String

  static let fields: [Field<OtherTermView>] = [.text("term", \.word), .text("tag", \.tag)]
}
