import Diagnostics

extension BlockReader {
  /// The text of a paragraph or underlined heading, line by line.
  struct Lines {
    var content: InlineContent
    /// Last line, in cmark's count, with the underline of a heading.
    var last: Int
    /// Where in the text the lines start that could divide a table's head from its body.
    var dividers: [Int]
    /// Whether a line starts with a number sign.
    var mayHaveSlips = false
  }

  /// Adds a heading.
  /// - Returns: its last line.
  mutating func readHeading(_ node: CmarkTree.Node, at index: Int) -> Int {
    let mark = mark(of: node)
    let level = Int(node.number)
    if isSigned(mark.lowerBound..<line(Int(node.line)).upperBound) {
      let text = bytes.trimmed(line(Int(node.line)))
      var lines = Lines(
        content: readLine(headingText(from: mark.lowerBound, to: text.upperBound)), last: Int(node.line), dividers: [])
      addHeading(level: level, &lines, mark.lowerBound..<text.upperBound, at: index)
      return lines.last
    }
    var lines = readLines(of: node, isHeading: true)
    if dialect == .lesson, let table = table(in: lines) {
      addTable(table, in: lines)
      let underline = bytes.trimmed(line(lines.last))
      append(.thematicBreak, lastMark(of: underline)..<underline.upperBound)
      return lines.last
    }
    let range = sourceRange(of: lines.content)
    addHeading(
      level: level, &lines, range.lowerBound..<max(range.upperBound, bytes.trimmed(line(lines.last)).upperBound),
      at: index)
    return lines.last
  }

  /// Adds a paragraph, and the table in it.
  /// - Returns: its last line.
  mutating func readParagraph(_ node: CmarkTree.Node, at index: Int) -> Int {
    var lines = readLines(of: node, isHeading: false)
    if dialect == .lesson {
      if lines.mayHaveSlips { noteSlips(in: lines.content) }
      readMark(&lines.content)
      if let table = table(in: lines) {
        addTable(table, in: lines)
        return lines.last
      }
    }
    lines.content.nodes = index + 1..<node.end
    append(.paragraph, sourceRange(of: lines.content), text: add(lines.content))
    return lines.last
  }

  /// Keeps a text for the second pass.
  mutating func add(_ content: InlineContent) -> Int {
    result.texts.append(content)
    return result.texts.count - 1
  }

  /// The bytes of the file for what is visible of a text; for all of it when nothing is.
  func sourceRange(of content: InlineContent) -> Range<Int> {
    result.contents.sourceRange(content.visible.isEmpty ? content.bytes : content.visible, in: content)
  }

  private mutating func addHeading(level: Int, _ lines: inout Lines, _ range: Range<Int>, at index: Int) {
    var id: Node.Text?
    if dialect == .lesson { id = readID(&lines.content) }
    lines.content.nodes = index + 1..<result.tree.nodes[index].end
    append(.heading(level: level, id: id), range, text: add(lines.content))
  }

  // MARK: Lines

  /// Whether a heading starts with number signs; else it is underlined.
  private func isSigned(_ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == UInt8(ascii: "#") { index += 1 }
    guard 1...6 ~= index - line.lowerBound else { return false }
    return index == line.upperBound || bytes[index].isBlank
  }

  /// The text between the number signs of a heading.
  private func headingText(from lower: Int, to upper: Int) -> Range<Int> {
    var lower = lower
    while lower < upper, bytes[lower] == UInt8(ascii: "#") { lower += 1 }
    // The space before the text also makes signs that stand alone a closing sequence.
    var end = upper
    while end > lower, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == upper || end == lower || !bytes[end - 1].isBlank { end = end == lower ? lower : upper }
    while end > lower, bytes[end - 1].isSpace { end -= 1 }
    while lower < end, bytes[lower].isBlank { lower += 1 }
    return lower..<end
  }

  private mutating func readLine(_ range: Range<Int>) -> InlineContent {
    let lower = result.contents.bytes.count
    let piece = result.contents.pieceCount
    result.contents.append(range, of: bytes)
    let range = lower..<result.contents.bytes.count
    return InlineContent(bytes: range, pieces: piece..<piece + 1, visible: range)
  }

  /// Reads the lines of a paragraph or underlined heading as cmark does: link definitions at the top are left out, and
  /// a line that looks like an underline but has nothing above it is text.
  private mutating func readLines(of node: CmarkTree.Node, isHeading: Bool) -> Lines {
    let first = Int(node.line)
    var lower = result.contents.bytes.count
    let start = lower
    let piece = result.contents.pieceCount
    var dividers: [Int] = []
    var mayHaveSlips = startsWithNumberSign(mark(of: node).lowerBound..<line(first).upperBound)
    var number = first
    let end = isHeading ? source.lineCount - linesBefore : max(Int(node.lastLine), first)
    result.contents.append(mark(of: node).lowerBound..<line(first).upperBound, of: bytes)
    while number < end {
      number += 1
      let text = line(number)
      let (outside, isComplete) = containers.contentStart(text: text, bytes: bytes)
      var begin = outside
      begin.skipBlanks(bytes)
      let words = begin.offset..<text.upperBound
      if isComplete, begin.column - outside.column < 4, isUnderline(words) {
        lower = afterDefinitions(from: lower)
        if isHeading, !result.contents.bytes.trimmed(lower..<result.contents.bytes.count).isEmpty { break }
      }
      // A definition takes its line end with it.
      let isAfterDefinition = lower > start && lower == result.contents.bytes.count
      result.contents.appendLineEnd()
      if isAfterDefinition { lower += 1 }
      // A line that leaves out marks of its containers keeps its white space.
      if !isComplete { result.contents.appendBlanks(from: outside, of: bytes) }
      if dialect == .lesson, isDivider(words) { dividers.append(result.contents.bytes.count) }
      if startsWithNumberSign(words) { mayHaveSlips = true }
      result.contents.append(words, of: bytes)
    }
    lower = afterDefinitions(from: lower)
    noteDefinitions(in: start..<lower)
    result.contents.trimEnd(from: lower)
    let range = lower..<result.contents.bytes.count
    let content = InlineContent(bytes: range, pieces: piece..<result.contents.pieceCount, visible: range)
    return Lines(
      content: content, last: number, dividers: dividers.filter { $0 > lower && $0 < range.upperBound },
      mayHaveSlips: mayHaveSlips)
  }

  private func startsWithNumberSign(_ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    return bytes[first] == UInt8(ascii: "#") || bytes.has("＃", at: first, before: line.upperBound)
  }

  private func isUnderline(_ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first] == UInt8(ascii: "=") || bytes[first] == UInt8(ascii: "-") else {
      return false
    }
    var index = first
    while index < range.upperBound, bytes[index] == bytes[first] { index += 1 }
    while index < range.upperBound, bytes[index].isBlank { index += 1 }
    return index == range.upperBound
  }

  private func afterDefinitions(from offset: Int) -> Int {
    let content = result.contents.bytes
    var lower = offset
    guard lower < content.count, content[lower] == UInt8(ascii: "[") else { return lower }
    let scanning = LinkScanning(bytes: content, end: content.count)
    while lower < content.count, content[lower] == UInt8(ascii: "["), let next = scanning.definitionEnd(at: lower) {
      lower = next
    }
    return lower
  }

  /// The first byte after the marks of block quotes before an underline.
  private func lastMark(of underline: Range<Int>) -> Int {
    var lower = underline.upperBound
    while lower > underline.lowerBound, bytes[lower - 1] == UInt8(ascii: "-") { lower -= 1 }
    return lower
  }
}
