/// The names that are in scope somewhere in a template, while it is compiled.
struct NameScope {
  private enum Level {
    /// A record that rendering has open, too.
    case record(Shape)
    /// The item of a list of texts, or an optional text that is there; rendering has it open.
    case item(FieldKind)
    /// A table of texts, which rendering knows nothing of.
    case table(TextTable)
  }

  /// What a name stands for.
  enum Meaning {
    case field(Program.Reference, FieldKind)
    case table(TextTable)
    case constant(String)
  }

  /// Why a name stands for nothing.
  struct Failure: Error {
    /// The part of the dotted name that is unknown, by its index, and the names that there are in its place.
    let part: Int
    let known: [String]
  }

  private let tables: [String: TextTable]
  private var levels: [Level]

  init(root: Shape, tables: [String: TextTable]) {
    self.tables = tables
    levels = [.record(root)]
  }

  mutating func open(_ shape: Shape) { levels.append(.record(shape)) }
  mutating func open(item kind: FieldKind) { levels.append(.item(kind)) }
  mutating func open(_ table: TextTable) { levels.append(.table(table)) }
  mutating func close() { levels.removeLast() }

  /// What `{{.}}` stands for; nil where a record or table is open.
  var item: Meaning? {
    guard case .item(let kind) = levels.last else { return nil }
    return .field(Program.Reference(depth: openRecords - 1, index: 0, rest: []), kind)
  }

  /// What a name stands for. The first part is looked for from the innermost record outwards, the others strictly in
  /// what the part before stands for.
  func meaning(of parts: [String]) throws(Failure) -> Meaning {
    guard let first = parts.first else { throw Failure(part: 0, known: []) }
    var depth = openRecords
    for level in levels.reversed() {
      switch level {
      case .record(let shape):
        depth -= 1
        if let path = shape.path(to: first) { return try field(path, in: depth, parts) }
      case .item: depth -= 1
      case .table(let table):
        if let text = table[parts.joined(separator: ".")] { return .constant(text) }
      }
    }
    guard let table = tables[first] else { throw Failure(part: 0, known: names) }
    if parts.count == 1 { return .table(table) }
    // A name in a table may contain dots: `assets.site.css`.
    if let text = table[parts.dropFirst().joined(separator: ".")] { return .constant(text) }
    throw Failure(part: 1, known: table.names)
  }

  private func field(
    _ path: (indices: [Int], kind: FieldKind), in depth: Int, _ parts: [String]
  ) throws(Failure) -> Meaning {
    var indices = path.indices
    var kind = path.kind
    for (number, part) in parts.enumerated().dropFirst() {
      switch kind {
      case .record(let shape), .optionalRecord(let shape), .included(let shape):
        guard let inner = shape.path(to: part) else { throw Failure(part: number, known: shape.names) }
        // What belongs to something that may be missing may be missing.
        kind = kind.isOptional ? inner.kind.asOptional : inner.kind
        indices += inner.indices
      case .text, .optionalText, .markup, .optionalMarkup, .flag, .texts, .list:
        throw Failure(part: number, known: [])
      }
    }
    return .field(Program.Reference(depth: depth, index: indices[0], rest: Array(indices.dropFirst())), kind)
  }

  private var openRecords: Int {
    levels.count { if case .table = $0 { false } else { true } }
  }

  private var names: [String] {
    let fields = levels.reversed().flatMap { level in
      switch level {
      case .record(let shape): shape.names
      case .table(let table): table.names
      case .item: [String]()
      }
    }
    return fields + tables.keys.sorted()
  }
}

extension FieldKind {
  var isOptional: Bool {
    switch self {
    case .optionalText, .optionalMarkup, .optionalRecord: true
    case .text, .markup, .flag, .texts, .record, .list, .included: false
    }
  }

  /// The same kind, but it may be missing. Flags and lists need no such kind: they are unset or empty.
  fileprivate var asOptional: FieldKind {
    switch self {
    case .text: .optionalText
    case .markup: .optionalMarkup
    case .record(let shape), .included(let shape): .optionalRecord(shape)
    case .optionalText, .optionalMarkup, .flag, .texts, .optionalRecord, .list: self
    }
  }
}
