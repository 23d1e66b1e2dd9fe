internal import Diagnostics
private import CYAML

/// One step through a YAML text. This file is the only door to libyaml.
struct YAMLEvent {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case listStart(isFlow: Bool)
    case mapStart(isFlow: Bool)
    case end
    case alias
    case documentStart
  }

  /// What may stand before a value in YAML and is refused here.
  enum Decoration {
    case anchor
    case tag
  }

  let kind: Kind
  /// Offsets in the file.
  let range: Range<Int>
  let decoration: Decoration?
}

/// Why libyaml could not go on, in its own words.
struct YAMLFailure {
  /// What it was reading: `while parsing a flow sequence`.
  let context: String
  let problem: String
  /// Offsets in the file of the problem and of the beginning of what was being read.
  let offset: Int
  let contextOffset: Int?
}

extension SourceFile {
  /// Hands the events of the text in `range` to `body` until it answers false or the text ends.
  /// - Returns: why reading stopped too early; nil when all is well, or when `body` wanted no more.
  func forEachYAMLEvent(in range: Range<Int>, _ body: (YAMLEvent) -> Bool) -> YAMLFailure? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      return YAMLFailure(context: "", problem: "out of memory", offset: range.lowerBound, contextOffset: nil)
    }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range])
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var marks = MarkCursor(text: text, start: range.lowerBound)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          return YAMLFailure(parser, marks: &marks, start: range.lowerBound)
        }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        if let event = YAMLEvent(event, marks: &marks), !body(event) { return nil }
      }
    }
  }
}

/// libyaml's marks count characters; offsets count bytes. Marks come nearly in order, so the cursor walks only the
/// distance between one mark and the next.
private struct MarkCursor {
  let text: UnsafeBufferPointer<UInt8>
  let start: Int
  private var character = 0
  private var byte = 0

  init(text: UnsafeBufferPointer<UInt8>, start: Int) {
    self.text = text
    self.start = start
  }

  /// The offset in the file of the character with this index.
  mutating func offset(of mark: yaml_mark_t) -> Int {
    let index = Int(mark.index)
    while character < index, byte < text.count {
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > 0 {
      byte -= 1
      while byte > 0, text[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return start + byte
  }
}

extension YAMLEvent {
  /// The event as a value; nil for events that say nothing (the beginning of the stream, the end of a document).
  fileprivate init?(_ event: yaml_event_t, marks: inout MarkCursor) {
    let kind: Kind
    var decoration: Decoration?
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      decoration = scalar.anchor != nil ? .anchor : scalar.tag != nil ? .tag : nil
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      kind = .listStart(isFlow: list.style == YAML_FLOW_SEQUENCE_STYLE)
      decoration = list.anchor != nil ? .anchor : list.tag != nil ? .tag : nil
    case YAML_MAPPING_START_EVENT:
      let map = event.data.mapping_start
      kind = .mapStart(isFlow: map.style == YAML_FLOW_MAPPING_STYLE)
      decoration = map.anchor != nil ? .anchor : map.tag != nil ? .tag : nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      kind = .end
    case YAML_ALIAS_EVENT:
      kind = .alias
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart
    default:
      return nil
    }
    self.kind = kind
    self.decoration = decoration
    let lower = marks.offset(of: event.start_mark)
    range = lower..<max(lower, marks.offset(of: event.end_mark))
  }
}

extension YAMLFailure {
  fileprivate init(_ parser: yaml_parser_t, marks: inout MarkCursor, start: Int) {
    problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
    context = parser.context.map { String(cString: $0) } ?? ""
    // The lowest layer counts bytes, all others set marks.
    offset =
      parser.error == YAML_READER_ERROR
      ? start + Int(parser.problem_offset) : marks.offset(of: parser.problem_mark)
    contextOffset = parser.context == nil ? nil : marks.offset(of: parser.context_mark)
  }
}
