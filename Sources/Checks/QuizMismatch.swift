import Content
import Diagnostics
import Markdown

/// Questions, options or right answers that differ between the languages: a reader of one of them would learn the wrong
/// thing.
enum QuizMismatch {
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.bundles.flatMap { bundle in
      bundle.translations.dropFirst().flatMap { compare($0, with: bundle.source) }
    }
  }

  private static func compare(_ page: Page, with source: Page) -> [Diagnostic] {
    guard let own = page.quiz, let first = source.quiz, own.isComplete, first.isComplete else { return [] }
    guard own.questions.count == first.questions.count else {
      guard let here = page.section(.quiz), let there = source.section(.quiz) else { return [] }
      return [
        .mismatch(
          Wording(
            zh: "这里有\(own.questions.count)道题，原文有\(first.questions.count)道",
            en: "number of questions: \(own.questions.count) here, \(first.questions.count) in the original"),
          at: page.document.place(of: here.heading), source: source.document.place(of: there.heading))
      ]
    }
    return zip(own.questions, first.questions).compactMap { question, original in
      let here = page.document.place(of: question.prompt[0])
      let there = source.document.place(of: original.prompt[0])
      if question.options.count != original.options.count {
        return .mismatch(
          Wording(
            zh: "这道题有\(question.options.count)个选项，原文有\(original.options.count)个",
            en: "this question has \(question.options.count) options, the original has \(original.options.count)"),
          at: here, source: there)
      }
      if question.options.map(\.isRight) != original.options.map(\.isRight) {
        return .mismatch(
          Wording(zh: "这道题的正确答案和原文不一样", en: "this question's right answer is not the original's"), at: here,
          source: there)
      }
      if (question.hint == nil) != (original.hint == nil) {
        return .hintMismatch(
          question.hint == nil
            ? Wording(zh: "原文有提示，这道题没有", en: "the original gives a hint, this question does not")
            : Wording(zh: "这道题有提示，原文没有", en: "this question gives a hint, the original does not"),
          at: here, source: there)
      }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func hintMismatch(_ message: Wording, at place: Place, source: Place) -> Diagnostic {
    Diagnostic(
      .warning, "quiz-mismatch", at: place, message,
      hint: Wording(
        zh: "两种语言的提示要一致：在选项前写“> [!TIP]”。", en: "both languages give the same hints: “> [!TIP]” before the options."),
      notes: [.init(Wording(zh: "原文在这里", en: "the original is here"), at: source)])
  }

  fileprivate static func mismatch(_ message: Wording, at place: Place, source: Place) -> Diagnostic {
    Diagnostic(
      .error, "quiz-mismatch", at: place, message,
      hint: Wording(
        zh: "两种语言的题目、选项顺序和正确答案要一致。", en: "both languages have the same questions, with the options in the same order."),
      notes: [.init(Wording(zh: "原文在这里", en: "the original is here"), at: source)])
  }
}
