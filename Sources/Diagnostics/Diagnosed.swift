/// A value and what was met on the way to it.
package struct Diagnosed<Value: Sendable>: Sendable {
  package let value: Value
  package let diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The value, with its diagnostics added to `diagnostics`.
  package func value(reportingTo diagnostics: inout [Diagnostic]) -> Value {
    diagnostics += self.diagnostics
    return value
  }
}
