package import Diagnostics

/// A YAML map with known keys, being read.
///
/// Every key that is asked for is thereby known. What is missing or of the wrong kind is reported with its place and
/// left out; when reading ends, every key that nobody asked for is reported as unknown.
///
///     let read = Record.reading(node, in: file) { record in
///       FrontMatter(
///         title: record.requiredText("title"),
///         audience: record.texts("audience"),
///         draft: record.flag("draft")?.value ?? false,
///         story: record.map("case") { story in Story(basis: story.requiredText("basis")) })
///     }
package struct Record {
  /// The file, for places of diagnostics.
  package let source: SourceFile
  /// Offsets of the whole map.
  package let range: Range<Int>
  /// What is reported about something missing: the key that holds this map, or the first line of the file's own map.
  package let heading: Range<Int>
  let entries: [YAMLNode.Entry]
  private(set) var diagnostics: [Diagnostic] = []
  private var known: [String] = []
  /// Keys that must be there and are not.
  private var missing: [String] = []

  /// Reads a map: hands it to `read` as a record and gathers what was reported.
  /// - Returns: What `read` made; nil when the node is no map. An empty file is a map without entries.
  package static func reading<Value: Sendable>(
    _ node: YAMLNode, in source: SourceFile, _ read: (inout Record) -> Value
  ) -> Diagnosed<Value?> {
    let line = source.lineRange(source.line(at: node.range.lowerBound))
    let heading = node.range.lowerBound..<max(node.range.lowerBound, line.upperBound)
    let entries: [YAMLNode.Entry]
    switch node.value {
    case .map(let found): entries = found
    case .null: entries = []
    case .scalar, .list:
      return Diagnosed(nil, [Self.notARecord(node, in: source)])
    }
    var record = Record(source: source, range: node.range, heading: heading, entries: entries)
    let value = read(&record)
    record.finish()
    return Diagnosed(value, record.diagnostics)
  }

  private init(source: SourceFile, range: Range<Int>, heading: Range<Int>, entries: [YAMLNode.Entry]) {
    self.source = source
    self.range = range
    self.heading = heading
    self.entries = entries
  }

  /// Reports something of the reader's own about this map, such as a text that is none of those allowed.
  package mutating func report(
    _ severity: Diagnostic.Severity, _ rule: String, at range: Range<Int>, _ message: Wording, hint: Wording? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(severity, rule, at: source.place(range), message, hint: hint, notes: notes))
  }

  /// Whether the key is written, with or without a value. Makes the key known.
  package mutating func has(_ key: String) -> Bool { entry(key) != nil }

  /// The value of a key as it stands; nil when it is missing or empty. Makes the key known.
  package mutating func node(_ key: String) -> YAMLNode? {
    guard let entry = entry(key) else { return nil }
    if case .null = entry.value.value { return nil }
    return entry.value
  }

  /// The value of a key that must be there.
  package mutating func requiredNode(_ key: String) -> YAMLNode? {
    guard let entry = entry(key) else {
      missing.append(key)
      return nil
    }
    if case .null = entry.value.value {
      report(.error, "missing-key", at: entry.keyRange, .empty(key), hint: .addLine(key))
      return nil
    }
    return entry.value
  }

  /// Reads the map that a key holds. Nil when the key is missing, empty, or no map (which is reported).
  package mutating func map<Value>(_ key: String, _ read: (inout Record) -> Value) -> Value? {
    node(key).flatMap { record(of: $0, heading: entry(key)?.keyRange, read) }
  }

  /// Reads the map of a key that must be there.
  package mutating func requiredMap<Value>(_ key: String, _ read: (inout Record) -> Value) -> Value? {
    requiredNode(key).flatMap { record(of: $0, heading: entry(key)?.keyRange, read) }
  }

  /// Reads a list of maps. Empty when the key is missing.
  package mutating func maps<Value>(_ key: String, _ read: (inout Record) -> Value) -> [Value] {
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.value else {
      report(.error, "wrong-type", at: node.range, .wrongType(key, wanted: .list, found: node), hint: nil)
      return []
    }
    return items.compactMap { record(of: $0, heading: nil, read) }
  }

  /// Reads every entry as a map of its own: for maps whose keys are names that somebody chose. Makes all keys known.
  package mutating func eachMap<Value>(_ read: (_ key: Placed<String>, _ record: inout Record) -> Value) -> [Value] {
    entries.compactMap { entry in
      know(entry.key)
      let key = Placed(entry.key, at: entry.keyRange)
      return record(of: entry.value, heading: entry.keyRange) { read(key, &$0) }
    }
  }

  /// All keys in the order of the file. Does not make them known.
  package var keys: [Placed<String>] { entries.map { Placed($0.key, at: $0.keyRange) } }

  mutating func entry(_ key: String) -> YAMLNode.Entry? {
    know(key)
    return entries.first { $0.key == key }
  }

  private mutating func know(_ key: String) {
    if !known.contains(key) { known.append(key) }
  }

  private mutating func record<Value>(
    of node: YAMLNode, heading: Range<Int>?, _ read: (inout Record) -> Value
  ) -> Value? {
    let entries: [YAMLNode.Entry]
    switch node.value {
    case .map(let found): entries = found
    case .null: entries = []
    case .scalar, .list:
      diagnostics.append(Self.notARecord(node, in: source))
      return nil
    }
    var inner = Record(source: source, range: node.range, heading: heading ?? node.range, entries: entries)
    let value = read(&inner)
    inner.finish()
    diagnostics += inner.diagnostics
    return value
  }

  /// Ends the reading: reports unknown keys and missing ones. A misspelt key is not missing as well.
  private mutating func finish() {
    for entry in entries where !known.contains(entry.key) {
      let unused = known.filter { key in !entries.contains { $0.key == key } }
      let meant = Suggestion.nearest(to: entry.key, among: unused)
      missing.removeAll { $0 == meant }
      let hint = meant.map { Wording.didYouMean($0) } ?? Wording.knownKeys(known)
      report(.error, "unknown-key", at: entry.keyRange, .unknown(entry.key), hint: hint)
    }
    for key in missing { report(.error, "missing-key", at: heading, .missing(key), hint: .addLine(key)) }
  }

  private static func notARecord(_ node: YAMLNode, in source: SourceFile) -> Diagnostic {
    // A text where a map was wanted is mostly a line whose colon is not one.
    let slip = YAMLSlip(in: source, line: source.line(at: node.range.lowerBound), within: node.range)
    if let slip, case .scalar(_, isPlain: true) = node.value {
      return Diagnostic(.error, slip.rule, at: source.place(slip.range), slip.message, hint: slip.hint)
    }
    return Diagnostic(.error, "wrong-type", at: source.place(node.range), .notAMap(found: node), hint: .writeMap)
  }
}

extension Wording {
  fileprivate static func missing(_ key: String) -> Wording {
    Wording(zh: "缺少“\(key)”", en: "`\(key)` is missing")
  }
  fileprivate static func empty(_ key: String) -> Wording {
    Wording(zh: "“\(key)”后面没有内容", en: "`\(key)` has no value")
  }
  fileprivate static func addLine(_ key: String) -> Wording {
    Wording(zh: "写上“\(key): …”", en: "write `\(key): …`")
  }
  fileprivate static func unknown(_ key: String) -> Wording {
    Wording(zh: "不认识“\(key)”", en: "`\(key)` is not a known key")
  }
  fileprivate static func knownKeys(_ keys: [String]) -> Wording {
    Wording(
      zh: "这里可以写：" + keys.joined(separator: "、"),
      en: "known here: " + keys.joined(separator: ", "))
  }
  fileprivate static func notAMap(found node: YAMLNode) -> Wording {
    Wording(zh: "这里应当是“名字: 内容”，却是\(node.kindName.zh)", en: "expected `name: text` here, found \(node.kindName.en)")
  }
  fileprivate static let writeMap = Wording(
    zh: "每行写一个“名字: 内容”，冒号用英文的，后面空一格", en: "write `name: text` in each line, with a space after the colon")
}
