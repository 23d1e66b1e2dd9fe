import Templates

/// The page on which readers search.
struct SearchView: TemplateModel {
  /// The folder of the index.
  let index: String
  let topics: [TopicView]
  /// All lessons and cases, unless there are too many for a list.
  let cards: [CardView]

  static let fields: [Field<SearchView>] = [
    .text("index", \.index), .list("topics", \.topics), .list("cards", \.cards), .flag("has_cards", \.hasCards),
  ]

  private var hasCards: Bool { !cards.isEmpty }
}
