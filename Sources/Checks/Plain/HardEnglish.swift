import Content
import Diagnostics

/// English that asks for more years of school than the page's audience may have, or a sentence with too many words.
enum HardEnglish {
  /// What the rule finds on a page.
  static func diagnostics(in reading: PageReading, limits: Guardrails.Readability) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let grade = reading.grade, grade >= Double(limits.grade + 1) {
      found.append(.hardPage(grade, limits.grade, at: reading.prose.wholeFile))
    }
    for sentence in reading.publicSentences where sentence.range.count > limits.words * 2 {
      let words = EnglishMeasure(reading.scalars(sentence), isSpoken: false).words
      if words > limits.words {
        found.append(.longEnglish(words, limits.words, at: reading.prose.place(sentence.range)))
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func hardPage(_ grade: Double, _ limit: Int, at place: Place) -> Diagnostic {
    let shown = grade.oneDecimal
    return Diagnostic(
      .warning, "hard-english", at: place,
      Wording(
        zh: "这一页的英文要读过\(shown)年书才看得懂，这一页的读者最多\(limit)年（Flesch–Kincaid）",
        en: "grade \(shown) (Flesch–Kincaid); the limit for this page's readers is \(limit)"),
      hint: Wording(
        zh: "句子写短，换短词；用“microclass check --readability”看最难的句子。",
        en: "shorten sentences and use shorter words; `microclass check --readability` shows the hardest sentences."))
  }

  fileprivate static func longEnglish(_ count: Int, _ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "hard-english", at: place,
      Wording(
        zh: "这一句有\(count)个英文词，这一页的读者最多看\(limit)个",
        en: "\(count) words in this sentence; the limit for this page's readers is \(limit)"),
      hint: Wording(zh: "拆成两句。", en: "make two sentences of it."))
  }
}

extension Double {
  /// With one digit behind the point.
  var oneDecimal: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
