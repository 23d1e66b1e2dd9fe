/// The block quotes and list items that are open at a place, and how much of the start of each line is theirs.
///
/// cmark tells where a paragraph starts, but not where the text of its further lines does. This goes along a line as
/// cmark does: tabs count up to the next multiple of four, a line may leave out marks that only continue a paragraph.
struct Containers {
  /// An open block quote or list item.
  private struct Container {
    /// Columns that belong to a list item; nil for a block quote.
    var width: Int?
    /// The line in which it starts, and the place in that line after its mark.
    var line: Int
    var start: LineStart
  }

  private var open: [Container] = []

  /// Closes the innermost container.
  mutating func close() { open.removeLast() }

  /// Opens a block quote whose mark stands in `line`.
  mutating func openBlockQuote(line: Int, text: Range<Int>, bytes: [UInt8]) {
    var start = placeInside(line: line, text: text, bytes: bytes)
    start.skipBlanks(bytes)
    start.advance(bytes: 1, bytes)
    if start.byte(bytes).isBlank { start.advance(columns: 1, bytes) }
    open.append(Container(width: nil, line: line, start: start))
  }

  /// Opens a list item whose mark stands in `line`.
  /// - Returns: the range of the mark.
  mutating func openItem(line: Int, text: Range<Int>, bytes: [UInt8]) -> Range<Int> {
    var start = placeInside(line: line, text: text, bytes: bytes)
    let outside = start.column
    start.skipBlanks(bytes)
    let indent = start.column - outside
    let lower = start.offset
    var upper = lower
    while upper < text.upperBound, bytes[upper].isDigit { upper += 1 }
    upper = min(upper + 1, text.upperBound)
    start.advance(bytes: upper - lower, bytes)
    let mark = start
    while start.column - mark.column <= 5, start.byte(bytes).isBlank { start.advance(columns: 1, bytes) }
    var padding = start.column - mark.column
    if padding >= 5 || padding < 1 || start.isAtEnd {
      start = mark
      if padding > 0 { start.advance(columns: 1, bytes) }
      padding = 1
    }
    open.append(Container(width: indent + (upper - lower) + padding, line: line, start: start))
    return lower..<upper
  }

  /// Where the content of a line starts inside the open containers, and whether the line carries all their marks.
  func contentStart(text: Range<Int>, bytes: [UInt8]) -> (start: LineStart, isComplete: Bool) {
    var start = LineStart(text: text)
    for container in open {
      var text = start
      text.skipBlanks(bytes)
      let indent = text.column - start.column
      if let width = container.width {
        if indent >= width {
          start.advance(columns: width, bytes)
        } else if text.isAtEnd {
          start = text
        } else {
          return (start, false)
        }
      } else {
        guard indent <= 3, text.byte(bytes) == UInt8(ascii: ">") else { return (start, false) }
        start.advance(columns: indent + 1, bytes)
        if start.byte(bytes).isBlank { start.advance(columns: 1, bytes) }
      }
    }
    return (start, true)
  }

  /// Columns of white space before a block, in the line in which it starts.
  func indent(line: Int, text: Range<Int>, bytes: [UInt8]) -> Int {
    var start = placeInside(line: line, text: text, bytes: bytes)
    let outside = start.column
    start.skipBlanks(bytes)
    return start.column - outside
  }

  /// The place after the innermost container's mark, in the line in which something inside it starts.
  private func placeInside(line: Int, text: Range<Int>, bytes: [UInt8]) -> LineStart {
    if let last = open.last, last.line == line { return last.start }
    return contentStart(text: text, bytes: bytes).start
  }
}

/// A place in the white space and marks at the start of a line.
struct LineStart {
  /// Offset in the file.
  private(set) var offset: Int
  /// Column, with tabs counted.
  private(set) var column = 0
  /// Whether a part of the tab here is used up.
  private(set) var isInsideTab = false
  private let end: Int

  init(text: Range<Int>) {
    offset = text.lowerBound
    end = text.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// The byte here, a line end at the end.
  func byte(_ bytes: [UInt8]) -> UInt8 { offset < end ? bytes[offset] : UInt8(ascii: "\n") }

  /// Goes on to the first byte that is neither space nor tab.
  mutating func skipBlanks(_ bytes: [UInt8]) {
    isInsideTab = false
    while offset < end {
      if bytes[offset] == UInt8(ascii: " ") {
        column += 1
      } else if bytes[offset] == UInt8(ascii: "\t") {
        column += 4 - column % 4
      } else {
        return
      }
      offset += 1
    }
  }

  mutating func advance(bytes count: Int, _ bytes: [UInt8]) {
    isInsideTab = false
    for _ in 0..<count where offset < end {
      column += bytes[offset] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      offset += 1
    }
  }

  /// Goes on by columns; a tab may be left half used.
  mutating func advance(columns count: Int, _ bytes: [UInt8]) {
    var left = count
    while left > 0, offset < end {
      if bytes[offset] == UInt8(ascii: "\t") {
        let width = 4 - column % 4
        column += min(left, width)
        isInsideTab = width > left
        if !isInsideTab { offset += 1 }
        left -= min(left, width)
      } else {
        isInsideTab = false
        offset += 1
        column += 1
        left -= 1
      }
    }
  }
}
