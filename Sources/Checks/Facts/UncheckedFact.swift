import Content
import Diagnostics

/// A fact that nobody has looked up for longer than the site allows.
enum UncheckedFact {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    let limit = library.site.guardrails.factAge
    return library.facts.all.compactMap { fact in
      let age = library.today.days(since: fact.checked)
      return age > limit ? .uncheckedFact(fact, age: age, limit: limit) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func uncheckedFact(_ fact: Fact, age: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .warning, "unchecked-fact", at: fact.place,
      Wording(
        zh: "“\(fact.id)”有\(age)天没有核对了，最多\(limit)天",
        en: "“\(fact.id)” was last checked \(age) days ago; \(limit) are allowed"),
      hint: Wording(
        zh: "对照出处再查一遍，把checked改成今天的日期。", en: "look it up again at its source, and change `checked` to today’s date."))
  }
}
