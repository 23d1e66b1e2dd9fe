import Content
import Diagnostics

/// A Chinese sentence with more characters than the page's audience takes in at once.
enum LongSentence {
  /// What the rule finds on a page.
  static func diagnostics(in reading: PageReading, limit: Int) -> [Diagnostic] {
    reading.publicSentences.compactMap { sentence in
      // Most sentences have fewer characters than the limit, marks included.
      guard sentence.range.count > limit else { return nil }
      let count = ChineseMeasure(reading.scalars(sentence)).characters
      return count > limit ? .longSentence(count, limit, at: reading.prose.place(sentence.range)) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func longSentence(_ count: Int, _ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "long-sentence", at: place,
      Wording(
        zh: "这一句有\(count)个字，这一页的读者最多看\(limit)个字",
        en: "\(count) characters in this sentence; the limit for this page's readers is \(limit)"),
      hint: Wording(zh: "拆成两三句，一句只说一件事。", en: "make two or three sentences of it, each about one thing."))
  }
}
