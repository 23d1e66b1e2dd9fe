import Templates

/// The home page.
struct HomeView: TemplateModel {
  let hero: PictureView?
  let selfchecks: [CardView]
  let topics: [TopicView]
  let audiences: [AudienceView]
  let lessons: [CardView]
  let cases: [CardView]
  let contests: [ContestCardView]
  let termCount: String

  static let fields: [Field<HomeView>] = [
    .optional("hero", \.hero), .list("topics", \.topics), .list("audiences", \.audiences),
    .list("lessons", \.lessons), .list("cases", \.cases), .flag("has_cases", \.hasCases),
    .list("selfchecks", \.selfchecks), .flag("has_selfchecks", \.hasSelfchecks),
    .list("contests", \.contests), .flag("has_contests", \.hasContests), .text("term_count", \.termCount),
  ]

  private var hasCases: Bool { !cases.isEmpty }
  private var hasSelfchecks: Bool { !selfchecks.isEmpty }
  private var hasContests: Bool { !contests.isEmpty }
}

/// The page of one topic.
struct TopicPageView: TemplateModel {
  let topic: TopicView
  let lessons: [CardView]
  let cases: [CardView]
  let otherTopics: [TopicView]
  /// The list of the topic's pages, for saving them together.
  let savedTopicURL: String?

  static let fields: [Field<TopicPageView>] = [
    .record("topic", \.topic), .list("lessons", \.lessons), .flag("has_lessons", \.hasLessons), .list("cases", \.cases),
    .flag("has_cases", \.hasCases), .list("other_topics", \.otherTopics),
    .optionalText("saved_topic_url", \.savedTopicURL),
  ]

  private var hasLessons: Bool { !lessons.isEmpty }
  private var hasCases: Bool { !cases.isEmpty }
}

/// The page of one audience.
struct AudiencePageView: TemplateModel {
  let audience: AudienceView
  let lessons: [CardView]
  let cases: [CardView]
  let audiences: [AudienceView]

  static let fields: [Field<AudiencePageView>] = [
    .record("audience", \.audience), .list("lessons", \.lessons), .flag("has_lessons", \.hasLessons),
    .list("cases", \.cases), .flag("has_cases", \.hasCases), .list("audiences", \.audiences),
  ]

  private var hasLessons: Bool { !lessons.isEmpty }
  private var hasCases: Bool { !cases.isEmpty }
}

/// The page on which a reader chooses a language.
struct LanguageChoiceView: TemplateModel {
  let choices: [ChoiceView]

  static let fields: [Field<LanguageChoiceView>] = [.list("choices", \.choices)]
}

/// One language to choose, in its own words.
struct ChoiceView: TemplateModel {
  let name: String
  let tag: String
  let url: String
  let title: String
  let description: String

  static let fields: [Field<ChoiceView>] = [
    .text("name", \.name), .text("tag", \.tag), .text("url", \.url), .text("title", \.title),
    .text("description", \.description),
  ]
}

/// A page without data of its own.
struct PlainView: TemplateModel {
  static let fields: [Field<PlainView>] = []
}
