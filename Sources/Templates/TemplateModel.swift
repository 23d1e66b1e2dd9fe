/// What a template is rendered from: a value that lists the names it has for templates.
///
///     struct LessonView: TemplateModel {
///       let title: String
///       let content: Markup
///       let quiz: QuizView?
///       static let fields: [Field<LessonView>] = [
///         .text("title", \.title),
///         .markup("content", \.content),
///         .optional("quiz", \.quiz),
///       ]
///     }
///
/// A model must not contain itself, not even in a list.
package protocol TemplateModel: Sendable {
  /// Give it as a `static let`, so that it is made once.
  static var fields: [Field<Self>] { get }
}

extension TemplateModel {
  /// The names of this model, as templates are checked against them.
  package static var shape: Shape { Shape(fields.map { ($0.name, $0.kind) }) }
}

/// A name that a model has for templates, with what stands behind it.
package struct Field<Model: TemplateModel>: Sendable {
  package let name: String
  package let kind: FieldKind
  let value: @Sendable (Model) -> FieldValue

  private init(name: String, kind: FieldKind, value: @escaping @Sendable (Model) -> FieldValue) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  package static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
    Field(name: name, kind: .text) { .text(get($0)) }
  }

  package static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
    Field(name: name, kind: .optionalText) { .text(get($0)) }
  }

  package static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup) -> Field {
    Field(name: name, kind: .markup) { .markup(get($0)) }
  }

  package static func optionalMarkup(
    _ name: String, _ get: @escaping @Sendable (Model) -> Markup?
  ) -> Field {
    Field(name: name, kind: .optionalMarkup) { .markup(get($0)) }
  }

  package static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(name: name, kind: .flag) { .flag(get($0)) }
  }

  package static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Field {
    Field(name: name, kind: .texts) { .texts(get($0)) }
  }

  package static func record<Inner: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Inner
  ) -> Field {
    Field(name: name, kind: .record(Inner.shape)) { .record(FieldRecord(get($0), Inner.fields)) }
  }

  package static func optional<Inner: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Inner?
  ) -> Field {
    Field(name: name, kind: .optionalRecord(Inner.shape)) {
      .record(get($0).map { FieldRecord($0, Inner.fields) })
    }
  }

  package static func list<Item: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    Field(name: name, kind: .list(Item.shape)) { .list(get($0).map { FieldRecord($0, Item.fields) }) }
  }

  /// Another model whose names may be used as if they were this model's own, such as what all pages have in common.
  package static func including<Inner: TemplateModel>(
    _ get: @escaping @Sendable (Model) -> Inner
  ) -> Field {
    Field(name: "", kind: .included(Inner.shape)) { .record(FieldRecord(get($0), Inner.fields)) }
  }
}

/// What a field holds while a template is rendered.
enum FieldValue {
  case text(String?)
  case markup(Markup?)
  case flag(Bool)
  case texts([String])
  case record(FieldRecord?)
  case list([FieldRecord])
}

/// Something with numbered fields, open while a template is rendered. A class, so that what it holds is copied once.
final class FieldRecord {
  private let value: (Int) -> FieldValue
  /// The records among its fields that were asked for.
  private var parts: [(index: Int, record: FieldRecord?)] = []

  /// - Parameter value: what the fields hold, by their numbers.
  init(_ value: @escaping (Int) -> FieldValue) { self.value = value }

  /// A model as rendering sees it.
  /// - Parameter fields: those of the model.
  convenience init<Model: TemplateModel>(_ model: Model, _ fields: [Field<Model>]) {
    self.init { fields[$0].value(model) }
  }

  /// What a field holds.
  func value(at index: Int) -> FieldValue { value(index) }

  /// The record in a field, made once; nil when it is missing.
  func part(at index: Int) -> FieldRecord? {
    for part in parts where part.index == index { return part.record }
    var record: FieldRecord?
    if case .record(let found) = value(index) { record = found }
    parts.append((index, record))
    return record
  }
}
