/// Something to say about a place in a file.
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, Hashable, Sendable {
    /// Nothing sensible can be published.
    case error
    /// What is published is poorer than it should be.
    case warning
  }

  /// A second place that explains the first.
  package struct Note: Hashable, Sendable {
    package let place: Place
    package let message: Wording

    package init(_ message: Wording, at place: Place) {
      self.place = place
      self.message = message
    }
  }

  /// A certain repair: bytes of the diagnostic's file and what takes their place.
  package struct Fix: Hashable, Sendable {
    /// Offsets in the file's bytes as they are in `SourceFile`.
    package let range: Range<Int>
    package let replacement: String

    package init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The name of the rule, after the bad pattern: `broken-link`.
  package let rule: String
  package let severity: Severity
  package let place: Place
  /// What is wrong, the most specific word first.
  package let message: Wording
  /// What to do.
  package let hint: Wording?
  package let notes: [Note]
  /// Nil where only a person can decide.
  package let fix: Fix?

  package init(
    _ severity: Severity, _ rule: String, at place: Place, _ message: Wording, hint: Wording? = nil, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
    self.notes = notes
    self.fix = fix
  }
}

extension Diagnostic: Comparable {
  /// Order of reading: by file, then by place, then by rule and text, so that a list is the same on every machine.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let first = left.place.range?.lowerBound ?? Position(line: 0, column: 0)
    let second = right.place.range?.lowerBound ?? Position(line: 0, column: 0)
    return (left.place.path, first, left.rule, left.message.en) < (
      right.place.path, second, right.rule, right.message.en
    )
  }
}
