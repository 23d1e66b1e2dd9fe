import Templates

/// A lesson or case in two languages side by side.
struct BilingualView: TemplateModel {
  /// Whether the original says something else by now.
  let isStale: Bool
  let topic: TopicView
  let titles: [TitleView]
  let sections: [BilingualSectionView]
  let singleURLs: [LanguageView]

  static let fields: [Field<BilingualView>] = [
    .flag("stale", \.isStale), .record("topic", \.topic), .list("titles", \.titles), .list("sections", \.sections),
    .list("single_urls", \.singleURLs),
  ]
}

/// The title in one language.
struct TitleView: TemplateModel {
  let tag: String
  let text: String

  static let fields: [Field<TitleView>] = [.text("tag", \.tag), .text("text", \.text)]
}

/// A section in both languages, row by row.
struct BilingualSectionView: TemplateModel {
  let role: String
  let id: String
  let rows: [RowView]

  static let fields: [Field<BilingualSectionView>] = [.text("role", \.role), .text("id", \.id), .list("rows", \.rows)]
}

/// A block and its counterpart.
struct RowView: TemplateModel {
  let cells: [CellView]

  static let fields: [Field<RowView>] = [.list("cells", \.cells)]
}

/// One side of a row; empty where the block has no counterpart.
struct CellView: TemplateModel {
  let tag: String
  let content: Markup

  static let fields: [Field<CellView>] = [
    .text("tag", \.tag), .markup("content", \.content), .flag("empty", \.isEmpty),
  ]

  private var isEmpty: Bool { content.isEmpty }
}
