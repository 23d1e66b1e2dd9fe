import Templates

/// The volunteers' desk.
struct DeskView: TemplateModel {
  let groups: [DeskGroupView]
  let formats: [FormatView]
  let languages: [DeskLanguageView]
  /// How the formats are printed and folded, each way once.
  let handlings: [HandlingView]
  let hasShopSheets: Bool
  /// The outlets, when they are so few that all of them can be shown.
  let outlets: [OutletLinkView]
  /// The page of all outlets, when there are any.
  let outletsURL: String?

  static let fields: [Field<DeskView>] = [
    .list("groups", \.groups), .list("formats", \.formats), .list("versions", \.languages),
    .list("handlings", \.handlings), .flag("has_sheets", \.hasSheets), .flag("has_shop_sheets", \.hasShopSheets),
    .list("outlets", \.outlets), .flag("has_outlet_links", \.hasOutletLinks),
    .optionalText("outlets_url", \.outletsURL),
  ]

  private var hasSheets: Bool { !formats.isEmpty }
  private var hasOutletLinks: Bool { !outlets.isEmpty }
}

/// The printable material of one topic.
struct DeskGroupView: TemplateModel {
  let id: String
  let name: String
  let accent: String
  let items: [DeskItemView]

  static let fields: [Field<DeskGroupView>] = [
    .text("id", \.id), .text("name", \.name), .text("accent", \.accent), .list("items", \.items),
  ]
}

/// The printable material of one lesson.
struct DeskItemView: TemplateModel {
  let slug: String
  let title: String
  let summary: String
  let sheets: [SheetView]
  let links: [DeskLinkView]

  static let fields: [Field<DeskItemView>] = [
    .text("slug", \.slug), .text("title", \.title), .text("summary", \.summary), .list("sheets", \.sheets),
    .flag("has_sheets", \.hasSheets), .list("links", \.links),
  ]

  private var hasSheets: Bool { !sheets.isEmpty }
}

/// A lesson in one format, in all the languages in which it was printed.
struct SheetView: TemplateModel {
  let format: FormatView
  let files: [SheetFileView]

  static let fields: [Field<SheetView>] = [
    .text("format", \.format.id), .text("name", \.format.name), .list("files", \.files),
  ]
}

/// A file to print or to share.
struct SheetFileView: TemplateModel {
  let url: String
  /// `中文 PDF`
  let label: String
  /// The language of the label.
  let tag: String
  /// The codes of its languages, with spaces between.
  let codes: String
  /// The sheet's sides that are shown with it; only the first file of a format shows them.
  let sides: [PictureView]
  /// The addresses of its sides, relative to the file itself, with spaces between: for the script that shows them when
  /// another language is chosen.
  let sideURLs: String?
  let isForShop: Bool

  static let fields: [Field<SheetFileView>] = [
    .text("url", \.url), .text("label", \.label), .text("tag", \.tag), .text("codes", \.codes),
    .list("sides", \.sides), .flag("has_sides", \.hasSides), .optionalText("side_urls", \.sideURLs),
    .flag("for_shop", \.isForShop),
  ]

  private var hasSides: Bool { !sides.isEmpty }
}

/// A paper format.
struct FormatView: TemplateModel {
  let id: String
  let name: String
  let note: String

  static let fields: [Field<FormatView>] = [.text("id", \.id), .text("name", \.name), .text("note", \.note)]
}

/// A language to choose at the desk.
struct DeskLanguageView: TemplateModel {
  let code: String
  let name: String
  let tag: String

  static let fields: [Field<DeskLanguageView>] = [.text("code", \.code), .text("name", \.name), .text("tag", \.tag)]
}

/// How sheets of some formats are printed, and what is done with them afterwards.
struct HandlingView: TemplateModel {
  let id: String
  let formats: [FormatView]
  let names: String
  let turnsOnShortEdge: Bool
  let turnsOnLongEdge: Bool
  let isFolded: Bool
  let isCut: Bool

  static let fields: [Field<HandlingView>] = [
    .text("id", \.id), .list("formats", \.formats), .text("names", \.names), .flag("short_edge", \.turnsOnShortEdge),
    .flag("long_edge", \.turnsOnLongEdge), .flag("one_sided", \.isOneSided), .flag("folded", \.isFolded),
    .flag("cut", \.isCut),
  ]

  private var isOneSided: Bool { !turnsOnShortEdge && !turnsOnLongEdge }
}

/// The material of one lesson in one language that a browser prints.
struct DeskLinkView: TemplateModel {
  let languageName: String
  let tag: String
  let code: String
  let leafletURL: String
  let quizURL: String?

  static let fields: [Field<DeskLinkView>] = [
    .text("language_name", \.languageName), .text("tag", \.tag), .text("code", \.code),
    .text("leaflet_url", \.leafletURL), .optionalText("quiz_url", \.quizURL),
  ]
}
