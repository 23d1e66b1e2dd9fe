import Diagnostics

/// GFM's pipe tables, recognised in what cmark takes for paragraphs.
extension BlockReader {
  /// A table in a paragraph.
  struct Table {
    /// Where its first line starts in the paragraph's text.
    let start: Int
    let alignments: [Node.Alignment]
    /// The cells of the head.
    let head: [Range<Int>]
    /// Where the rows start after the line that divides them from the head.
    let body: Int
  }

  /// Whether a line consists only of what divides the head from the body.
  func isDivider(_ range: Range<Int>) -> Bool {
    guard let first = range.first, [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(bytes[first])
    else {
      return false
    }
    var hasHyphen = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): break
      case let byte where byte.isSpace: break
      default: return false
      }
    }
    return hasHyphen
  }

  /// The first table in a paragraph.
  mutating func table(in lines: Lines) -> Table? {
    for divider in lines.dividers {
      let marks = cells(of: lineRange(at: divider, in: lines.content))
      let alignments = marks.compactMap(alignment)
      guard !marks.isEmpty, alignments.count == marks.count else { continue }
      let start = lineStart(before: divider, in: lines.content)
      let head = cells(of: start..<divider - 1)
      guard head.count == marks.count else {
        if marks.count > 1 || head.count > 1 {
          let range = result.contents.sourceRange(lineRange(at: divider, in: lines.content), in: lines.content)
          findings.add(.unevenTable(head.count, marks.count), at: range)
        }
        continue
      }
      let body = lineRange(at: divider, in: lines.content).upperBound + 1
      return Table(start: start, alignments: alignments, head: head, body: body)
    }
    return nil
  }

  /// Adds a table, and the lines before it as a paragraph of their own.
  mutating func addTable(_ table: Table, in lines: Lines) {
    let content = lines.content
    let before = result.contents.bytes.trimmed(
      content.visible.lowerBound..<max(table.start, content.visible.lowerBound))
    if !before.isEmpty {
      var text = content
      text.bytes = result.contents.bytes.trimmed(content.bytes.lowerBound..<before.upperBound)
      text.visible = content.visible.lowerBound..<before.upperBound
      append(.paragraph, result.contents.sourceRange(text.bytes, in: content), text: addApart(text))
    }
    let index = result.blocks.count
    append(
      .table(columns: texts.append(table.alignments)),
      result.contents.sourceRange(table.start..<content.bytes.upperBound, in: content))
    addRow(table.start..<table.body - 1, table.head, isHeading: true, of: table, in: content)
    var start = table.body
    while start < content.bytes.upperBound {
      let line = lineRange(at: start, in: content)
      let cells = cells(of: line)
      if cells.count > table.head.count, let last = cells.last {
        let extra = cells[table.head.count].lowerBound..<last.upperBound
        findings.add(
          .raggedTable(cells.count, table.head.count), at: result.contents.sourceRange(extra, in: content))
      }
      addRow(line, cells, isHeading: false, of: table, in: content)
      start = line.upperBound + 1
    }
    result.blocks[index].end = result.blocks.count
  }

  private mutating func addRow(
    _ line: Range<Int>, _ cells: [Range<Int>], isHeading: Bool, of table: Table, in content: InlineContent
  ) {
    let index = result.blocks.count
    let line = isHeading ? lineRange(at: line.lowerBound, in: content) : line
    let range = result.contents.sourceRange(result.contents.bytes.trimmed(line), in: content)
    append(.tableRow(isHeading: isHeading), range)
    for column in table.head.indices {
      guard column < cells.count else {
        append(.tableCell, range.upperBound..<range.upperBound)
        continue
      }
      let cell = cells[column]
      append(.tableCell, result.contents.sourceRange(cell, in: content), text: addCell(cell, of: content))
    }
    result.blocks[index].end = result.blocks.count
  }

  private mutating func addCell(_ cell: Range<Int>, of content: InlineContent) -> Int? {
    if cell.isEmpty { return nil }
    let lower = result.contents.bytes.count
    let piece = result.contents.pieceCount
    result.contents.appendCell(cell, of: content)
    let range = lower..<result.contents.bytes.count
    var text = InlineContent(bytes: range, pieces: piece..<result.contents.pieceCount, visible: range)
    if isPlain(range) {
      text.isPlain = true
      return add(text)
    }
    return addApart(text)
  }

  /// Most cells are plain text; they are not worth the detour.
  private func isPlain(_ range: Range<Int>) -> Bool {
    result.contents.bytes[range].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "&"),
        UInt8(ascii: "<"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), 0:
        false
      default: true
      }
    }
  }

  private mutating func addApart(_ content: InlineContent) -> Int {
    let text = add(content)
    apart.add(result.contents.bytes[content.bytes], text: text)
    return text
  }

  // MARK: Lines and cells

  private func lineRange(at start: Int, in content: InlineContent) -> Range<Int> {
    let end = content.bytes.upperBound
    return start..<(result.contents.bytes.first(UInt8(ascii: "\n"), in: start..<end) ?? end)
  }

  private func lineStart(before divider: Int, in content: InlineContent) -> Int {
    var start = divider - 1
    while start > content.bytes.lowerBound, result.contents.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The cells of a row, without the white space round them. A pipe after a backslash does not end a cell.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    let content = result.contents.bytes
    let line = content.trimmed(line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, content[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.upperBound {
      if content[index] == UInt8(ascii: "\\"), index + 1 < line.upperBound, content[index + 1].isPunctuation {
        index += 2
      } else if content[index] == UInt8(ascii: "|") {
        cells.append(content.trimmed(start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    let last = content.trimmed(start..<max(line.upperBound, start))
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  private func alignment(_ cell: Range<Int>) -> Node.Alignment? {
    let content = result.contents.bytes
    var hyphens = cell
    let isLeft = hyphens.first.map { content[$0] == UInt8(ascii: ":") } ?? false
    if isLeft { hyphens = hyphens.dropFirst() }
    let isRight = hyphens.last.map { content[$0] == UInt8(ascii: ":") } ?? false
    if isRight { hyphens = hyphens.dropLast() }
    guard !hyphens.isEmpty, hyphens.allSatisfy({ content[$0] == UInt8(ascii: "-") }) else { return nil }
    return isLeft ? (isRight ? .center : .left) : isRight ? .right : Node.Alignment.none
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func unevenTable(_ head: Int, _ count: Int) -> Finding {
    Finding(
      .warning, "uneven-table",
      Wording(
        zh: "不成表格：表头有 \(head) 格，下面的分隔行有 \(count) 格，两者要一样多",
        en: "No table: it has \(head) cells in the head but \(count) in the line below, and these must be as many"),
      hint: Wording(zh: "请让分隔行和表头的格数一样", en: "Give this line as many cells as the head has"))
  }

  fileprivate static func raggedTable(_ count: Int, _ wanted: Int) -> Finding {
    Finding(
      .warning, "ragged-table",
      Wording(
        zh: "表格这一行有 \(count) 格，表头只有 \(wanted) 格；多出来的格子不会显示",
        en: "The table's row has \(count) cells, its head only \(wanted); the cells beyond that are not shown"),
      hint: Wording(
        zh: "请删去多余的“|”，或者给表头加一列；格子里要用竖线本身，请写成“\\|”",
        en: "Take out a “|”, or add a column to the head; for a bar inside a cell write “\\|”"))
  }
}
