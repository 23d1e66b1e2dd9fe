import Diagnostics
import Foundation
import Testing

@testable import Templates

/// One test of the mustache specification, with its data turned into typed fields.
struct SpecificationTest: CustomTestStringConvertible, Sendable {
  let module: String
  let name: String
  let template: String
  let partials: [String: String]
  let data: JSONValue
  let expected: String

  var testDescription: String { "\(module): \(name)" }

  /// The folder `specs/` of the specification (github.com/mustache/spec), which is no part of the project: set
  /// `MUSTACHE_SPEC` to a copy.
  static let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"].map { URL(filePath: $0) }

  static func all(in modules: [String]) -> [SpecificationTest] {
    guard let folder else { return [] }
    return modules.flatMap { module -> [SpecificationTest] in
      guard
        let data = try? Data(contentsOf: folder.appending(path: module + ".json")),
        let file = try? JSONDecoder().decode(File.self, from: data)
      else { return [] }
      return file.tests.map {
        SpecificationTest(
          module: module, name: $0.name, template: $0.template, partials: $0.partials ?? [:], data: $0.data,
          expected: $0.expected)
      }
    }
  }

  /// What we make of it: the text, or the rules that were broken.
  func outcome() -> Outcome {
    let sources =
      [SourceFile(path: "page.html", text: template)]
      + partials.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key + ".html", text: $0.value) }
    let loaded = TemplateLibrary.loading(sources, root: "")
    let all = template + partials.values.joined()
    let shape = data.shape(rawNames: all)
    let compiled = loaded.value.compile("page", for: shape, tables: [:])
    guard let program = compiled.value else {
      return .refused((loaded.diagnostics + compiled.diagnostics).map(\.rule))
    }
    var bytes: [UInt8] = []
    program.render(JSONRecord(shape: shape, value: data).open, into: &bytes)
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  enum Outcome: Equatable {
    case text(String)
    case refused([String])
  }

  private struct File: Decodable {
    let tests: [Test]
  }

  private struct Test: Decodable {
    let name: String
    let template: String
    let partials: [String: String]?
    let data: JSONValue
    let expected: String
  }
}

/// The specification's data, which knows no kinds.
enum JSONValue: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .text(String(value))
    } else if let value = try? container.decode(Double.self) {
      self = .text(String(value))
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Names with kinds: a text is finished HTML where a template takes it unescaped.
  func shape(rawNames template: String) -> Shape {
    guard case .object(let object) = self else { return Shape([]) }
    let fields = object.sorted { $0.key < $1.key }.compactMap { name, value in
      value.kind(name: name, template).map { (name: name, kind: $0) }
    }
    return Shape(fields)
  }

  private func kind(name: String, _ template: String) -> FieldKind? {
    switch self {
    case .null, .text:
      let isRaw = [
        "{{{\(name)}", "{{{ \(name) ", "{{&\(name)}", "{{& \(name) ", "{{& \(name)}", ".\(name)}}}", "&\(name)|",
        "{& \(name)",
      ]
      .contains { template.contains($0) }
      return isRaw ? .optionalMarkup : .optionalText
    case .flag: return .flag
    case .object: return .optionalRecord(shape(rawNames: template))
    case .list(let items):
      if case .list? = items.first { return nil }
      if case .object? = items.first {
        var merged: [String: JSONValue] = [:]
        for case .object(let object) in items { merged.merge(object) { old, _ in old } }
        return .list(JSONValue.object(merged).shape(rawNames: template))
      }
      return items.isEmpty ? .list(Shape([])) : .texts
    }
  }
}

/// An object of the data with numbered fields.
struct JSONRecord {
  let shape: Shape
  let value: JSONValue

  var open: FieldRecord {
    FieldRecord(reading: shape.fields.indices.map { index in { _ in value(at: index) } })
  }

  private func value(at index: Int) -> FieldValue {
    guard case .object(let object) = value else { return .text(nil) }
    let field = shape.fields[index]
    let value = object[field.name] ?? .null
    switch field.kind {
    case .text, .optionalText:
      if case .text(let text) = value { return .text(text) }
      return .text(nil)
    case .markup, .optionalMarkup:
      if case .text(let text) = value { return .markup(Markup(html: text)) }
      return .markup(nil)
    case .flag:
      if case .flag(let flag) = value { return .flag(flag) }
      return .flag(false)
    case .texts:
      guard case .list(let items) = value else { return .texts([]) }
      return .texts(items.compactMap { if case .text(let text) = $0 { text } else { nil } })
    case .record(let shape), .optionalRecord(let shape), .included(let shape):
      if case .object = value { return .record(JSONRecord(shape: shape, value: value).open) }
      return .record(nil)
    case .list(let shape):
      guard case .list(let items) = value else { return .list([]) }
      return .list(items.map { JSONRecord(shape: shape, value: $0).open })
    }
  }
}
