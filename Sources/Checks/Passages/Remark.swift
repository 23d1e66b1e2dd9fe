import Content
import Diagnostics
import Markdown

/// Something that a rule has to say about some bytes of a page, before its place is worked out.
struct Remark {
  let rule: Check
  let severity: Diagnostic.Severity
  let range: Range<Int>
  let message: Wording
  let hint: Wording
  /// What is to stand in the range in place of what stands there; nil where only a person can decide.
  let replacement: String?

  init(
    _ severity: Diagnostic.Severity, _ rule: Check, at range: Range<Int>, _ message: Wording, hint: Wording,
    replacement: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.hint = hint
    self.replacement = replacement
  }
}
