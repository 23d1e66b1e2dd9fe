/// What a new page says in the places that an editor fills in.
package struct Prompts: Sendable {
  package let title: String
  package let summary: String
  package let text: String
  package let question: String
  package let wrongOption: String
  package let rightOption: String
  package let reason: String
  /// Two answers of a self-check.
  package let answers: [String]

  /// Everything that must not be published as it is.
  package var every: [String] { [title, summary, text, question, wrongOption, rightOption, reason] + answers }

  /// Those in Chinese for a Chinese page, and in English for every other.
  package static func prompts(for language: Language) -> Prompts { language.tag.hasPrefix("zh") ? chinese : english }

  /// In every language in which there are any.
  package static let all = [chinese, english]

  private static let chinese = Prompts(
    title: "标题写在这里", summary: "一句话说清这一篇讲什么。", text: "正文写在这里。", question: "题目写在这里？", wrongOption: "错的选项",
    rightOption: "对的选项", reason: "为什么是这个答案。", answers: ["一个回答写在这里", "另一个回答写在这里"])

  private static let english = Prompts(
    title: "The title goes here", summary: "One sentence that says what this is about.", text: "The text goes here.",
    question: "The question goes here?", wrongOption: "a wrong option", rightOption: "the right option",
    reason: "Why this is the answer.", answers: ["One answer goes here", "Another answer goes here"])
}
