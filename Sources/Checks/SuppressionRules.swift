import Content
import Diagnostics

/// A suppression that does not say why: nobody can tell later whether it still holds. It silences nothing.
enum BareSuppression {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.suppressions.filter { $0.reason.isEmpty }.map { .bareSuppression($0.rules.first, at: $0.place) }
  }
}

/// A suppression of a rule that there is not.
enum UnknownSuppression {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.suppressions.flatMap { suppression in
      suppression.rules.filter { Check(rawValue: $0) == nil }.map { .unknownSuppression($0, at: suppression.place) }
    }
  }
}

/// A suppression without anything to silence: left over from a text that was put right.
enum IdleSuppression {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    Audit(of: library, RuleSelection.all).findings.filter { $0.rule == Check.idleSuppression.rawValue }
  }

  /// - Parameters:
  ///   - suppressions: all of a library.
  ///   - selection: the rules that were asked; of others nobody knows whether they would find something.
  ///   - used: the places of suppressions that silence something.
  static func diagnostics(
    among suppressions: [Suppression], _ selection: RuleSelection, used: Set<Place>
  ) -> [Diagnostic] {
    suppressions.filter { suppression in
      let rules = suppression.rules.compactMap(Check.init)
      return !suppression.reason.isEmpty && !rules.isEmpty && rules.count == suppression.rules.count
        && !used.contains(suppression.place) && rules.allSatisfy(selection.checks.contains)
    }.map { .idleSuppression($0.rules.joined(separator: ", "), at: $0.place) }
  }
}

extension Diagnostic {
  fileprivate static func bareSuppression(_ rule: String?, at place: Place) -> Diagnostic {
    let example = "<!-- allow \(rule ?? "rule-name"): … -->"
    return Diagnostic(
      .error, "bare-suppression", at: place,
      Wording(zh: "这条放行没有说明理由，不起作用", en: "no reason is given, so this silences nothing"),
      hint: Wording(zh: "在冒号后面写上理由：“\(example)”。", en: "write the reason behind a colon: “\(example)”."))
  }

  fileprivate static func unknownSuppression(_ rule: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-suppression", at: place,
      Wording(zh: "没有“\(rule)”这条规则", en: "there is no rule “\(rule)”"),
      hint: Suggestion.nearest(to: rule, among: Check.allCases.map(\.rawValue)).map { .didYouMean($0) }
        ?? Wording(
          zh: "规则的名字在提示末尾的方括号里。", en: "the name of a rule stands in brackets at the end of what it says."))
  }

  fileprivate static func idleSuppression(_ rules: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "idle-suppression", at: place,
      Wording(zh: "“\(rules)”在这里没有什么要放行的", en: "“\(rules)” finds nothing here that this could silence"),
      hint: Wording(zh: "删掉这条注释。", en: "delete this comment."))
  }
}
