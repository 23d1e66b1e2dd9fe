import Templates

/// A lesson, case or page as one entry of a list.
struct CardView: TemplateModel {
  let title: String
  let summary: String
  let url: String
  let accent: String
  let topicName: String
  let kindName: String
  let isCase: Bool
  let basisName: String?
  let picture: PictureView?
  let questionCount: String
  let isUntranslated: Bool
  /// By what a reader's device remembers it: `lessons/fake-police`.
  let key: String

  static let fields: [Field<CardView>] = [
    .text("title", \.title), .text("summary", \.summary), .text("url", \.url), .text("accent", \.accent),
    .text("topic_name", \.topicName), .text("kind_name", \.kindName), .flag("is_case", \.isCase),
    .optionalText("basis_name", \.basisName), .optional("picture", \.picture),
    .text("question_count", \.questionCount), .flag("untranslated", \.isUntranslated), .text("key", \.key),
  ]
}

/// A picture with its size in CSS pixels.
struct PictureView: TemplateModel {
  let url: String
  let width: String
  let height: String
  /// Empty where the picture only decorates what is said beside it.
  let alt: String

  static let fields: [Field<PictureView>] = [
    .text("url", \.url), .text("width", \.width), .text("height", \.height), .text("alt", \.alt),
  ]
}

/// A topic, as an entry of a list or at the head of a page.
struct TopicView: TemplateModel {
  let name: String
  let summary: String
  let url: String
  let accent: String
  let picture: PictureView?
  let count: String

  static let fields: [Field<TopicView>] = [
    .text("name", \.name), .text("summary", \.summary), .text("url", \.url), .text("accent", \.accent),
    .optional("picture", \.picture), .text("count", \.count),
  ]
}

/// An audience with the number of its lessons and cases.
struct AudienceView: TemplateModel {
  let name: String
  let url: String
  let count: String
  let isCurrent: Bool

  static let fields: [Field<AudienceView>] = [
    .text("name", \.name), .text("url", \.url), .text("count", \.count), .flag("current", \.isCurrent),
  ]
}
