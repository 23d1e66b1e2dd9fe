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

  package static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
    Field(name: name, kind: .text) { .text(get($0)) }
  }

  package static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
    Field(name: name, kind: .optionalText) { .text(get($0)) }
  }

  package static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup) -> Field {
    Field(name: name, kind: .markup) { .markup(get($0)) }
  }

  package static func optionalMarkup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup?) -> Field {
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
    Field(name: name, kind: .record(Inner.shape)) { .record(ModelRecord(get($0))) }
  }

  package static func optional<Inner: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Inner?
  ) -> Field {
    Field(name: name, kind: .optionalRecord(Inner.shape)) { .record(get($0).map { ModelRecord($0) }) }
  }

  package static func list<Item: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    Field(name: name, kind: .list(Item.shape)) { .list(get($0).map { ModelRecord($0) }) }
  }

  /// Another model whose names may be used as if they were this model's own, such as what all pages have in common.
  package static func including<Inner: TemplateModel>(_ get: @escaping @Sendable (Model) -> Inner) -> Field {
    Field(name: "", kind: .included(Inner.shape)) { .record(ModelRecord(get($0))) }
  }
}

/// What a field holds while a template is rendered.
enum FieldValue {
  case text(String?)
  case markup(Markup?)
  case flag(Bool)
  case texts([String])
  case record((any FieldRecord)?)
  case list([any FieldRecord])
}

/// Something with numbered fields.
protocol FieldRecord {
  func value(at index: Int) -> FieldValue
}

/// A model of any type, as rendering sees it.
struct ModelRecord<Model: TemplateModel>: FieldRecord {
  private let model: Model
  private let fields: [Field<Model>]

  init(_ model: Model) {
    self.model = model
    fields = Model.fields
  }

  func value(at index: Int) -> FieldValue { fields[index].value(model) }
}
