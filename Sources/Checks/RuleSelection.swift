package import Diagnostics

/// The rules that an editor asks for.
package struct RuleSelection: Sendable {
  /// In the order of `Check`.
  package let checks: [Check]
  /// Whether some rules were asked for by name, so that nobody wants to hear warnings of others.
  package let isNarrow: Bool

  /// All rules.
  package static let all = RuleSelection(checks: Check.allCases, isNarrow: false)

  private init(checks: [Check], isNarrow: Bool) {
    self.checks = checks
    self.isNarrow = isNarrow
  }

  /// A name that no rule has.
  package struct UnknownRule: Error {
    package let name: String
    package let nearest: String?
  }

  /// - Parameters:
  ///   - only: names of rules; none stands for all.
  ///   - except: names of rules to leave out.
  package init(only: [String], except: [String]) throws(UnknownRule) {
    for name in only + except where Check(rawValue: name) == nil {
      throw UnknownRule(name: name, nearest: Suggestion.nearest(to: name, among: Check.allCases.map(\.rawValue)))
    }
    checks = Check.allCases.filter {
      (only.isEmpty || only.contains($0.rawValue)) && !except.contains($0.rawValue)
    }
    isNarrow = !only.isEmpty
  }

  /// Whether a finding is shown: of a rule that was asked for, an error that keeps the site from being made, or, unless rules
  /// were named, a warning that is no rule's.
  package func shows(_ finding: Diagnostic) -> Bool {
    if let check = Check(rawValue: finding.rule) { return checks.contains(check) }
    return !isNarrow || finding.severity == .error
  }
}
