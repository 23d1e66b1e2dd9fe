/// The names that a template may use of a record, and what each of them is.
package struct Shape: Sendable {
  /// In the order of the model; a field's index is what compiled templates know it by.
  package let fields: [(name: String, kind: FieldKind)]

  package init(_ fields: [(name: String, kind: FieldKind)]) {
    self.fields = fields
  }

  /// Where a name is: the indices to follow from field to field, through included models. Own fields come first.
  func path(to name: String) -> (indices: [Int], kind: FieldKind)? {
    for (index, field) in fields.enumerated() where field.name == name {
      if case .included = field.kind { continue }
      return ([index], field.kind)
    }
    for (index, field) in fields.enumerated() {
      guard case .included(let shape) = field.kind, let inner = shape.path(to: name) else { continue }
      return ([index] + inner.indices, inner.kind)
    }
    return nil
  }

  /// Every name that may be used.
  var names: [String] {
    fields.flatMap { field in
      if case .included(let shape) = field.kind { return shape.names }
      return [field.name]
    }
  }
}

/// What a field of a record is, and thereby what a template may do with it.
package indirect enum FieldKind: Sendable {
  /// `{{x}}`
  case text
  /// `{{x}}`, `{{#x}}… {{.}} …{{/x}}`, `{{^x}}`
  case optionalText
  /// `{{{x}}}`
  case markup
  /// `{{{x}}}`, `{{#x}}… {{{.}}} …{{/x}}`, `{{^x}}`
  case optionalMarkup
  /// `{{#x}}`, `{{^x}}`
  case flag
  /// `{{#x}}… {{.}} …{{/x}}`, `{{^x}}`
  case texts
  /// `{{x.y}}`, `{{#x}}… {{y}} …{{/x}}`
  case record(Shape)
  /// `{{#x}}… {{y}} …{{/x}}`, `{{^x}}`, `{{x.y}}` (nothing when it is missing)
  case optionalRecord(Shape)
  /// `{{#x}}… {{y}} …{{/x}}`, `{{^x}}`
  case list(Shape)
  /// Has no name: its fields may be used as if they were the record's own.
  case included(Shape)
}
