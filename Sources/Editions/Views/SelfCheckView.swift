import Templates

/// A self-check with all its questions and ends, to go through or to be read out at a counter.
struct SelfCheckView: TemplateModel {
  let isUntranslated: Bool
  /// Whether the original says something else by now.
  let isStale: Bool
  let contentTag: String
  let checkTitle: String
  let summary: String
  let topic: TopicView
  let introduction: Markup
  let steps: [StepView]
  let pageURL: String
  let chartURL: String
  let clerkURL: String
  let dates: DatesView
  let sources: [SourceView]

  static let fields: [Field<SelfCheckView>] = [
    .flag("untranslated", \.isUntranslated), .flag("stale", \.isStale), .text("content_lang", \.contentTag),
    .text("check_title", \.checkTitle), .text("summary", \.summary), .record("topic", \.topic),
    .markup("introduction", \.introduction), .flag("has_introduction", \.hasIntroduction), .list("steps", \.steps),
    .text("first_id", \.firstID), .text("question_count", \.questionCount), .text("page_url", \.pageURL),
    .text("chart_url", \.chartURL), .text("clerk_url", \.clerkURL),
    .text("date", \.dates.published.iso), .text("date_text", \.dates.published.text),
    .text("checked", \.dates.checked.iso), .text("checked_text", \.dates.checked.text),
    .optional("expires", \.dates.expires), .list("sources", \.sources), .flag("has_sources", \.hasSources),
  ]

  private var hasIntroduction: Bool { !introduction.isEmpty }
  private var hasSources: Bool { !sources.isEmpty }
  private var firstID: String { steps.first?.id ?? "" }
  private var questionCount: String { String(steps.count { !$0.isEnd }) }
}

/// A question or an end of a self-check.
struct StepView: TemplateModel {
  /// Counted from 1, the same on every page of the self-check and in every language.
  let number: String
  let id: String
  let heading: Markup
  let text: Markup
  let isEnd: Bool
  let answers: [AnswerView]

  static let fields: [Field<StepView>] = [
    .text("number", \.number), .text("id", \.id), .markup("heading", \.heading), .markup("text", \.text),
    .flag("is_end", \.isEnd), .list("answers", \.answers),
  ]
}

/// An answer to a question of a self-check.
struct AnswerView: TemplateModel {
  let text: Markup
  let targetID: String
  let targetNumber: String
  let leadsToEnd: Bool

  static let fields: [Field<AnswerView>] = [
    .text("target_id", \.targetID), .text("target_number", \.targetNumber), .flag("to_end", \.leadsToEnd),
    .markup("text", \.text),
  ]
}

/// A self-check as a flowchart.
struct ChartView: TemplateModel {
  let check: SelfCheckView
  let chart: Markup

  static let fields: [Field<ChartView>] = [.including(\.check), .markup("chart", \.chart)]
}
