import Diagnostics

/// A table in comma-separated values (RFC 4180) with a heading row, in which every cell knows its place.
struct CSVTable: Sendable {
  /// One value of the table.
  struct Cell: Sendable {
    let text: String
    /// The bytes of the file that it takes, quotes included.
    let range: Range<Int>
  }

  /// One line of the table: its cells by the name of their column.
  struct Row: Sendable {
    let cells: [String: Cell]
    let range: Range<Int>

    /// A cell's text without white space at its ends; empty for a cell that is not there.
    func text(_ column: String) -> String {
      (cells[column]?.text).map { String($0[...].trimmed) } ?? ""
    }
  }

  /// The names of the columns, in their order; none when the table is empty or not understood.
  var columns: [String] = []
  let rows: [Row]

  /// The rows of a file that has all of `columns`. A row with another number of cells than the heading is reported and
  /// left out; a missing column or a quote that is never closed leaves the table empty.
  static func reading(_ source: SourceFile, columns: [String]) -> Diagnosed<CSVTable> {
    var diagnostics: [Diagnostic] = []
    var records = records(in: source, &diagnostics)
    guard !records.isEmpty else { return Diagnosed(CSVTable(rows: []), diagnostics) }
    let heading = records.removeFirst()
    let names = heading.map { Row(cells: ["": $0], range: $0.range).text("") }
    if heading.count == 1, columns.count > 1, let mark = names[0].first(where: { ";；，、\t".contains($0) }) {
      return Diagnosed(CSVTable(rows: []), diagnostics + [.otherSeparator(mark, at: source.place(heading[0].range))])
    }
    for column in columns where !names.contains(column) {
      let range = (heading.first?.range.lowerBound ?? 0)..<(heading.last?.range.upperBound ?? 0)
      let like = Suggestion.nearest(to: column, among: names.filter { !columns.contains($0) })
      diagnostics.append(.missingColumn(column, like: like, at: source.place(range)))
    }
    guard columns.allSatisfy(names.contains) else { return Diagnosed(CSVTable(rows: []), diagnostics) }
    var rows: [Row] = []
    // Spreadsheets leave rows of nothing but commas behind.
    for record in records where record.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) {
      let range = (record.first?.range.lowerBound ?? 0)..<(record.last?.range.upperBound ?? 0)
      if record.count != names.count {
        diagnostics.append(.wrongCellCount(record.count, expected: names.count, at: source.place(range)))
        continue
      }
      rows.append(Row(cells: Dictionary(zip(names, record)) { first, _ in first }, range: range))
    }
    return Diagnosed(CSVTable(columns: names, rows: rows), diagnostics)
  }

  /// The cells of all lines that are not empty.
  private static func records(in source: SourceFile, _ diagnostics: inout [Diagnostic]) -> [[Cell]] {
    let bytes = source.bytes
    var records: [[Cell]] = []
    var record: [Cell] = []
    var index = 0
    while index < bytes.count {
      let start = index
      var value: [UInt8] = []
      // Where what is not yet in the value begins.
      var piece = start
      if bytes[index] == quote {
        index += 1
        piece = index
        while index < bytes.count, bytes[index] != quote || (index + 1 < bytes.count && bytes[index + 1] == quote) {
          if bytes[index] == quote {
            value += bytes[piece...index]
            index += 1
            piece = index + 1
          }
          index += 1
        }
        guard index < bytes.count else {
          diagnostics.append(.openQuote(at: source.place(start..<start + 1)))
          return []
        }
        value += bytes[piece..<index]
        index += 1
        piece = index
      }
      while index < bytes.count, bytes[index] != comma, bytes[index] != lineFeed, bytes[index] != carriageReturn {
        index += 1
      }
      value += bytes[piece..<index]
      record.append(Cell(text: String(decoding: value, as: UTF8.self), range: start..<index))
      if index < bytes.count, bytes[index] == comma {
        index += 1
        if index < bytes.count, bytes[index] != lineFeed, bytes[index] != carriageReturn { continue }
        record.append(Cell(text: "", range: index..<index))
      }
      while index < bytes.count, bytes[index] == lineFeed || bytes[index] == carriageReturn { index += 1 }
      if record.count > 1 || record[0].range.count > 0 { records.append(record) }
      record = []
    }
    return records
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    var text = self
    while let byte = text.utf8.first {
      if Self.isBlank(byte) {
        text = Substring(text.utf8.dropFirst())
      } else if byte >= 0x80, text.first?.isWhitespace == true {
        text.removeFirst()
      } else {
        break
      }
    }
    while let byte = text.utf8.last {
      if Self.isBlank(byte) {
        text = Substring(text.utf8.dropLast())
      } else if byte >= 0x80, text.last?.isWhitespace == true {
        text.removeLast()
      } else {
        break
      }
    }
    return text
  }

  /// Whether a byte is white space of ASCII.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension Diagnostic {
  fileprivate static func missingColumn(_ column: String, like: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-column", at: place,
      Wording(zh: "表头缺少“\(column)”一列", en: "the column “\(column)” is missing from the heading row"),
      hint: like.map {
        Wording(zh: "“\($0)”是不是应该写成“\(column)”？", en: "should “\($0)” be “\(column)”?")
      }
        ?? Wording(
          zh: "在第一行加上“\(column)”，每一行也要有对应的一格。",
          en: "add “\(column)” to the first line, and a cell for it to every line."))
  }

  fileprivate static func otherSeparator(_ mark: Character, at place: Place) -> Diagnostic {
    let name = mark == "\t" ? (zh: "制表符", en: "tabs") : (zh: "“\(mark)”", en: "“\(mark)”")
    return Diagnostic(
      .error, "other-separator", at: place,
      Wording(zh: "各格之间是\(name.zh)，应当是英文逗号", en: "the cells are separated by \(name.en), not by commas"),
      hint: Wording(
        zh: "在表格软件里另存为“CSV UTF-8（逗号分隔）”。", en: "save the table again as “CSV UTF-8 (comma delimited)”."))
  }

  fileprivate static func wrongCellCount(_ count: Int, expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "ragged-row", at: place,
      Wording(
        zh: "这一行有\(count)格，表头有\(expected)格",
        en: "number of cells: \(count) in this line, \(expected) in the heading row"),
      hint: Wording(
        zh: "内容里有英文逗号时，整格要用英文双引号括起来。", en: "a cell that contains a comma must stand in straight double quotes."))
  }

  fileprivate static func openQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "open-quote", at: place,
      Wording(
        zh: "双引号没有配对，后面的内容都被当成了这一格", en: "this double quote is never closed, so all that follows belongs to one cell"),
      hint: Wording(
        zh: "在这一格末尾补上英文双引号；格内的双引号要写两次。",
        en: "close it at the end of the cell; write a double quote inside a cell twice."))
  }
}
