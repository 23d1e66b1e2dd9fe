/// A template compiled for one shape of data: a list of steps in which names have become numbers.
struct Program: Sendable {
  enum Step: Sendable {
    /// Puts out bytes of the pool.
    case literal(Range<Int>)
    /// Puts out a text, escaped.
    case escaped(Reference)
    /// Puts out finished HTML.
    case verbatim(Reference)
    /// Goes through the following steps up to `end`: once for each item, once if there is something, or not at all.
    case section(Reference, end: Int)
    /// Goes through the following steps up to `end` if there is nothing.
    case inverted(Reference, end: Int)
  }

  /// A field: in which of the open records it is, counted from the outermost, and the indices to follow from there.
  struct Reference: Sendable {
    let depth: Int
    let index: Int
    let rest: [Int]
  }

  var steps: [Step] = []
  var pool: [UInt8] = []

  /// Adds bytes to put out. Neighbours become one step.
  mutating func append(literal bytes: some Collection<UInt8>, isJoinable: Bool) {
    guard !bytes.isEmpty else { return }
    let start = pool.count
    pool += bytes
    if isJoinable, case .literal(let last) = steps.last, last.upperBound == start {
      steps[steps.count - 1] = .literal(last.lowerBound..<pool.count)
    } else {
      steps.append(.literal(start..<pool.count))
    }
  }

  /// Puts a record into the template.
  func render(_ record: FieldRecord, into output: inout [UInt8]) {
    steps.withUnsafeBufferPointer { steps in
      pool.withUnsafeBufferPointer { pool in
        var rendering = Rendering(steps: steps, pool: pool, records: [record], output: [])
        swap(&rendering.output, &output)
        rendering.run(0..<steps.count)
        swap(&rendering.output, &output)
      }
    }
  }
}

/// A template being put out: the records that are open, and the bytes so far.
private struct Rendering {
  let steps: UnsafeBufferPointer<Program.Step>
  let pool: UnsafeBufferPointer<UInt8>
  var records: [FieldRecord]
  var output: [UInt8]

  mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch steps[index] {
      case .literal(let bytes):
        output.append(contentsOf: UnsafeBufferPointer(rebasing: pool[bytes]))
      case .escaped(let reference):
        if case .text(let text?) = value(reference) { output.append(escaping: text) }
      case .verbatim(let reference):
        if case .markup(let markup?) = value(reference) { output += markup.bytes }
      case .section(let reference, let end):
        section(value(reference), index + 1..<end)
        index = end
        continue
      case .inverted(let reference, let end):
        if !value(reference).isSomething { run(index + 1..<end) }
        index = end
        continue
      }
      index += 1
    }
  }

  private mutating func section(_ value: FieldValue, _ body: Range<Int>) {
    switch value {
    case .flag(let isSet): if isSet { run(body) }
    case .text(nil), .markup(nil), .record(nil): break
    case .text(.some), .markup(.some): run(body, with: FieldRecord(of: value))
    case .record(let record?): run(body, with: record)
    case .texts(let texts): for text in texts { run(body, with: FieldRecord(of: .text(text))) }
    case .list(let items): for item in items { run(body, with: item) }
    }
  }

  /// Goes through a section with a record open; of an item that is no record `{{.}}` is the only field.
  private mutating func run(_ body: Range<Int>, with record: FieldRecord) {
    records.append(record)
    run(body)
    records.removeLast()
  }

  private func value(_ reference: Program.Reference) -> FieldValue {
    var record = records[reference.depth]
    var index = reference.index
    for next in reference.rest {
      // Of a record that is missing everything is missing.
      guard let part = record.part(at: index) else { return .record(nil) }
      record = part
      index = next
    }
    return record.value(at: index)
  }
}

extension FieldValue {
  /// Whether a section on it shows anything.
  fileprivate var isSomething: Bool {
    switch self {
    case .text(let text): text != nil
    case .markup(let markup): markup != nil
    case .flag(let isSet): isSet
    case .texts(let texts): !texts.isEmpty
    case .record(let record): record != nil
    case .list(let items): !items.isEmpty
    }
  }
}
