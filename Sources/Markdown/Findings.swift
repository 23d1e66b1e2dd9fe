import Diagnostics

/// Something to say about a range of bytes, before its place is worked out.
struct Finding {
  let severity: Diagnostic.Severity
  /// Name of the rule.
  let rule: String
  let message: Wording
  let hint: Wording?

  init(_ severity: Diagnostic.Severity, _ rule: String, _ message: Wording, hint: Wording? = nil) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.hint = hint
  }
}

/// What is to be said about one file.
///
/// Working out a column costs time in proportion to the line, so of each rule only the first twenty findings get a
/// diagnostic of their own; one more says how many were left out.
struct Findings {
  private static let limit = 20
  private var found: [(finding: Finding, range: Range<Int>)] = []
  private var counts: [String: Int] = [:]

  /// Adds a finding about some bytes of the source file.
  mutating func add(_ finding: Finding, at range: Range<Int>) {
    let count = counts[finding.rule, default: 0] + 1
    counts[finding.rule] = count
    if count <= Self.limit + 1 { found.append((finding, range)) }
  }

  /// The diagnostics, in order of reading.
  func diagnostics(in source: SourceFile) -> [Diagnostic] {
    if found.isEmpty { return [] }
    var seen: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (finding, range) in found {
      let number = seen[finding.rule, default: 0] + 1
      seen[finding.rule] = number
      let count = counts[finding.rule, default: 0]
      let finding = number > Self.limit ? Finding.more(count - Self.limit, of: finding) : finding
      diagnostics.append(
        Diagnostic(finding.severity, finding.rule, at: source.place(range), finding.message, hint: finding.hint))
    }
    return diagnostics.sorted()
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func more(_ count: Int, of finding: Finding) -> Finding {
    Finding(
      finding.severity, finding.rule,
      Wording(
        zh: "这个文件里同样的问题还有 \(count) 处，从这里开始不再一一列出",
        en: "\(count) more of the same in this file, from here on; they are not listed"))
  }
}
