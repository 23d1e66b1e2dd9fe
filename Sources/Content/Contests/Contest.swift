import Diagnostics
import Markdown
import YAML

/// The rules of a contest: what is asked, for how long, and when it is passed.
package struct Contest: Hashable, Sendable {
  /// The subjects whose lessons and cases lend their questions.
  package let topics: [Topic]
  /// How many questions each reader draws.
  package let questions: Int
  package let minutes: Int
  /// Right answers with which it is passed.
  package let pass: Int

  /// More would not fit into a completion code, nor into an afternoon.
  static let mostQuestions = 60
}

extension Library {
  /// The lessons and cases from whose quizzes a contest draws, by topic, each in reading order.
  package func pool(of contest: Contest) -> [Bundle] {
    contest.topics.flatMap { bundles(about: $0) }.filter { $0.source.quiz != nil }
  }

  /// What goes into the seals of a contest's completion codes.
  package func key(of contest: Bundle) -> ContestKey {
    ContestKey(secret: contestSecret, contest: contest.slug, round: contest.date)
  }

  /// What is to be said when a contest's topics have fewer questions than it wants to draw.
  func shortage(of bundle: Bundle) -> Diagnostic? {
    guard let contest = bundle.contest else { return nil }
    let count = pool(of: contest).reduce(0) { $0 + ($1.source.quiz?.questions.count ?? 0) }
    guard count < contest.questions else { return nil }
    let source = bundle.source.document.source
    let place = bundle.source.frontMatter.contest?.questions.map { source.place($0.range) } ?? source.place
    return .tooFewQuestions(count, wanted: contest.questions, at: place)
  }
}

/// What a contest's front matter says, each with its place.
struct ContestMatter: Sendable {
  /// Nil for all topics of the site.
  let topics: Placed<[Placed<String>]>?
  let questions: Placed<Int>?
  let minutes: Placed<Int>?
  let pass: Placed<Int>?

  /// The rules in a record. What is missing in the source language's file, or cannot be, is reported.
  static func reading(_ record: inout Record, isSource: Bool) -> ContestMatter {
    func number(_ key: String, _ range: ClosedRange<Int>) -> Placed<Int>? {
      if isSource, record.requiredNode(key) == nil { return nil }
      guard let number = record.integer(key) else { return nil }
      if range.contains(number.value) { return number }
      record.report(.outOfRange(key, range), at: number.range)
      return nil
    }
    let list = record.texts("topics")
    var topics: Placed<[Placed<String>]>?
    if let first = list.first, let last = list.last {
      topics = Placed(list, at: first.range.lowerBound..<last.range.upperBound)
    }
    let questions = number("questions", 1...Contest.mostQuestions)
    let minutes = number("minutes", 1...240)
    let pass = number("pass", 1...(questions?.value ?? Contest.mostQuestions))
    return ContestMatter(topics: topics, questions: questions, minutes: minutes, pass: pass)
  }
}

extension Finding {
  fileprivate static func outOfRange(_ key: String, _ range: ClosedRange<Int>) -> Finding {
    let hint =
      key == "pass"
      ? Wording(
        zh: "pass是答对几题算合格，不能多于questions，也不写百分号。",
        en: "`pass` is the number of right answers that is enough: not more than `questions`, and no percentage.")
      : Wording(
        zh: "写一个这个范围里的整数。", en: "write a whole number between these two.")
    return Finding(
      rule: "contest-out-of-range",
      message: Wording(
        zh: "“\(key)”要在\(range.lowerBound)和\(range.upperBound)之间",
        en: "`\(key)` must be between \(range.lowerBound) and \(range.upperBound)"), hint: hint)
  }
}

extension Diagnostic {
  fileprivate static func tooFewQuestions(_ count: Int, wanted: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-few-questions", at: place,
      Wording(
        zh: "要抽\(wanted)道题，这些专题的课程和案例一共只有\(count)道",
        en: "\(wanted) questions are to be drawn, but the lessons and cases about these topics have only \(count)"),
      hint: Wording(
        zh: "减少questions，或者在topics里多写几个专题。", en: "lower `questions`, or name more topics in `topics`."))
  }
}
