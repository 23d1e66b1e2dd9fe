package import Diagnostics

/// Lines that are added at the end of a table, in the form that its editor chose.
package struct TableAddition: Sendable {
  /// What is added to the file, in ASCII when the values are, so that the file's encoding does not matter.
  package let text: String
  /// How many lines of values it has.
  package let count: Int

  /// A line for each row that is not yet in a table.
  /// - Parameters:
  ///   - rows: values by column; the table's further columns are left empty.
  ///   - key: the column by whose values rows are told apart.
  ///   - columns: with which an empty table begins.
  /// - Returns: nothing to add when the table is not understood, which is reported: a row could be in it.
  package static func making(
    _ rows: [[String: String]], identifiedBy key: String, for source: SourceFile, columns: [String]
  ) -> Diagnosed<TableAddition> {
    let needed = columns.filter { column in rows.contains { $0[column] != nil } }
    let read = CSVTable.reading(source, columns: needed)
    if read.diagnostics.contains(where: { $0.severity == .error }) {
      return Diagnosed(TableAddition(text: "", count: 0), read.diagnostics)
    }
    let isNew = read.value.columns.isEmpty
    var seen = Set(read.value.rows.map { $0.text(key) })
    let lineEnd = Self.lineEnd(of: source.bytes)
    var lines: [String] = isNew ? [columns.joined(separator: ",")] : []
    var count = 0
    for row in rows where seen.insert(row[key] ?? "").inserted {
      lines.append((isNew ? columns : read.value.columns).map { quoted(row[$0] ?? "") }.joined(separator: ","))
      count += 1
    }
    let isOpen = source.bytes.last.map { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? false
    let text = lines.reduce(into: isOpen && !lines.isEmpty ? lineEnd : "") { $0 += $1 + lineEnd }
    return Diagnosed(TableAddition(text: text, count: count), read.diagnostics)
  }

  /// The first line end in a text, as the others will be.
  private static func lineEnd(of bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return "\n"
    }
    if bytes[first] == UInt8(ascii: "\n") { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }

  /// A cell as RFC 4180 has it.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
