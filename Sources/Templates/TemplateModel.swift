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

  /// What reads the fields of this model, by their numbers.
  static var readers: [FieldReader] { fields.map(\.reader) }
}

/// A name that a model has for templates, with what stands behind it.
package struct Field<Model: TemplateModel>: Sendable {
  package let name: String
  package let kind: FieldKind
  let reader: FieldReader

  private init(name: String, kind: FieldKind, value: @escaping @Sendable (Model) -> FieldValue) {
    self.name = name
    self.kind = kind
    // Fields of a model are read from records of that model only; see `ModelRecord`.
    reader = { value(unsafeDowncast($0, to: ModelRecord<Model>.self).model) }
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
    let (record, readers) = (ModelRecord<Inner>.self, Inner.readers)
    return Field(name: name, kind: .record(Inner.shape)) { .record(record.init(get($0), readers)) }
  }

  package static func optional<Inner: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Inner?
  ) -> Field {
    let (record, readers) = (ModelRecord<Inner>.self, Inner.readers)
    return Field(name: name, kind: .optionalRecord(Inner.shape)) {
      guard let inner = get($0) else { return .record(nil) }
      return .record(record.init(inner, readers))
    }
  }

  package static func list<Item: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    let (record, readers) = (ModelRecord<Item>.self, Item.readers)
    return Field(name: name, kind: .list(Item.shape)) {
      let items = get($0)
      var records: [FieldRecord] = []
      records.reserveCapacity(items.count)
      for index in items.indices { records.append(record.init(items[index], readers)) }
      return .list(records)
    }
  }

  /// Another model whose names may be used as if they were this model's own, such as what all pages have in common.
  package static func including<Inner: TemplateModel>(
    _ get: @escaping @Sendable (Model) -> Inner
  ) -> Field {
    let (record, readers) = (ModelRecord<Inner>.self, Inner.readers)
    return Field(name: "", kind: .included(Inner.shape)) { .record(record.init(get($0), readers)) }
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

/// Reads a field of a record.
typealias FieldReader = @Sendable (FieldRecord) -> FieldValue

/// Something with numbered fields, open while a template is rendered. A class, so that what it holds is copied once.
class FieldRecord {
  private let readers: [FieldReader]
  /// The only field of what is no model.
  private let item: FieldValue?
  /// The records among its fields that were asked for.
  private var parts: [(index: Int, record: FieldRecord?)] = []

  /// - Parameter readers: what reads the fields, by their numbers.
  init(reading readers: [FieldReader]) { (self.readers, item) = (readers, nil) }

  /// A record that has one field.
  init(of item: FieldValue) { (readers, self.item) = ([], item) }

  /// What a field holds.
  final func value(at index: Int) -> FieldValue { item ?? readers[index](self) }

  /// The record in a field, made once; nil when it is missing.
  final func part(at index: Int) -> FieldRecord? {
    for part in parts where part.index == index { return part.record }
    var record: FieldRecord?
    if case .record(let found) = value(at: index) { record = found }
    parts.append((index, record))
    return record
  }
}

/// A model as rendering sees it. Its readers do not name its type: were they an array of something generic, the type would
/// be looked up at run time for every field of every page, which takes as long as all the rest of rendering. Fields name the
/// type of their records once, and call its initialiser by it, for the same reason.
final class ModelRecord<Model: TemplateModel>: FieldRecord {
  let model: Model

  /// - Parameter readers: those of the model.
  required init(_ model: Model, _ readers: [FieldReader]) {
    self.model = model
    super.init(reading: readers)
  }
}
