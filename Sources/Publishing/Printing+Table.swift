import Diagnostics
import Print

extension Printing {
  /// The lines by which a printing is kept: one for each file, source and remark, between `printing` and `done`. Fields are
  /// separated by tabs.
  var lines: String {
    var text = "printing\n"
    func line(_ fields: String?...) { text += fields.map(escaped).joined(separator: "\t") + "\n" }
    for result in results {
      line("file", result.file.key, result.size.map(String.init), result.published?.description, result.file.path)
    }
    for source in sources { line("source", source.digest, source.path) }
    for remark in remarks {
      line("remark", remark.severity.rawValue, remark.rule, remark.message.zh, remark.message.en)
      line("at", remark.place.path, Self.text(of: remark.place.range), remark.place.line)
      if let hint = remark.hint { line("hint", hint.zh, hint.en) }
      for note in remark.notes {
        line("note", note.message.zh, note.message.en)
        line("at", note.place.path, Self.text(of: note.place.range), note.place.line)
      }
    }
    return text + "done\n"
  }

  /// The printings of a table. One of which a part is missing or not understood is left out: it will be made again.
  static func reading(_ text: String) -> [Printing] {
    var printings: [Printing] = []
    var open: [[String?]]?
    for line in text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init) {
      switch line {
      case "printing": open = []
      case "done":
        if let lines = open, let printing = Printing(lines) { printings.append(printing) }
        open = nil
      default:
        let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        open?.append(fields.map { unescaped(Substring($0)) })
      }
    }
    return printings
  }

  private init?(_ lines: [[String?]]) {
    results = []
    var rest = lines[...]
    while let fields = rest.popFirst() {
      switch fields.first ?? nil {
      case "file":
        guard fields.count == 5, let key = fields[1], let path = fields[4] else { return nil }
        let (size, published) = (fields[2].flatMap { Int($0) }, fields[3].flatMap { FileStamp($0) })
        guard (size == nil) == (fields[2] == nil), (published == nil) == (fields[3] == nil) else { return nil }
        results.append(Result(file: Artwork.File(path: path, key: key), size: size, published: published))
      case "source":
        guard fields.count == 3, let path = fields[2] else { return nil }
        sources.append(Source(path: path, digest: fields[1]))
      case "remark":
        guard fields.count == 5, let severity = fields[1].flatMap(Diagnostic.Severity.init), let rule = fields[2],
          let zh = fields[3], let en = fields[4], let place = Self.place(&rest)
        else { return nil }
        var hint: Wording?
        if rest.first?.first == "hint" {
          guard let fields = rest.popFirst(), fields.count == 3, let zh = fields[1], let en = fields[2] else {
            return nil
          }
          hint = Wording(zh: zh, en: en)
        }
        var notes: [Diagnostic.Note] = []
        while rest.first?.first == "note" {
          guard let fields = rest.popFirst(), fields.count == 3, let zh = fields[1], let en = fields[2],
            let place = Self.place(&rest)
          else { return nil }
          notes.append(Diagnostic.Note(Wording(zh: zh, en: en), at: place))
        }
        remarks.append(Diagnostic(severity, rule, at: place, Wording(zh: zh, en: en), hint: hint, notes: notes))
      default: return nil
      }
    }
    if results.isEmpty { return nil }
  }

  private static func place(_ lines: inout ArraySlice<[String?]>) -> Place? {
    guard let fields = lines.popFirst(), fields.count == 4, fields[0] == "at", let path = fields[1] else { return nil }
    guard let text = fields[2] else { return Place(path: path, line: fields[3]) }
    return range(in: text).map { Place(path: path, range: $0, line: fields[3]) }
  }

  private static func text(of range: Range<Position>?) -> String? {
    range.map { "\($0.lowerBound.line) \($0.lowerBound.column) \($0.upperBound.line) \($0.upperBound.column)" }
  }

  private static func range(in text: String) -> Range<Position>? {
    let numbers = text.split(separator: " ").map { Int($0) }
    guard numbers.count == 4, let line = numbers[0], let column = numbers[1], let endLine = numbers[2],
      let endColumn = numbers[3]
    else { return nil }
    let (start, end) = (Position(line: line, column: column), Position(line: endLine, column: endColumn))
    return start <= end ? start..<end : nil
  }
}

/// One field of a line in the table of printings; nothing is another thing than an empty text.
private func escaped(_ field: String?) -> String {
  guard let field else { return "\\-" }
  guard field.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 }) else { return field }
  return field.unicodeScalars.reduce(into: "") { text, scalar in
    switch scalar {
    case "\\": text += "\\\\"
    case "\t": text += "\\t"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    default: text.unicodeScalars.append(scalar)
    }
  }
}

private func unescaped(_ field: Substring) -> String? {
  if field == "\\-" { return nil }
  guard field.utf8.contains(0x5C) else { return String(field) }
  var text = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in field.unicodeScalars {
    if isEscaped {
      switch scalar {
      case "t": text.append("\t")
      case "n": text.append("\n")
      case "r": text.append("\r")
      default: text.append(scalar)
      }
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      text.append(scalar)
    }
  }
  return String(text)
}
