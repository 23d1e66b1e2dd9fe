import Content
import Diagnostics

/// A Chinese sentence that strings more clauses together than a listener can hold.
enum ManyClauses {
  /// What the rule finds on a page.
  static func diagnostics(in reading: PageReading, limit: Int) -> [Diagnostic] {
    reading.publicSentences.compactMap { sentence in
      // A clause has two characters and a mark at least.
      guard sentence.range.count > limit * 2 else { return nil }
      let count = ChineseMeasure(reading.scalars(sentence)).clauses
      return count > limit ? .manyClauses(count, limit, at: reading.prose.place(sentence.range)) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func manyClauses(_ count: Int, _ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "many-clauses", at: place,
      Wording(
        zh: "这一句一口气说了\(count)个小分句，这一页的读者最多听\(limit)个",
        en: "\(count) clauses in a row; the limit for this page's readers is \(limit)"),
      hint: Wording(zh: "在中间用句号断开，或者写成几条。", en: "end the sentence in between, or make a list of it."))
  }
}
