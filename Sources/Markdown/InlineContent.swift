/// The text of one paragraph, heading or table cell as cmark sees it: without the marks and white space at the start of
/// its lines.
struct InlineContent {
  /// Its bytes in `InlineContents.bytes`.
  var bytes: Range<Int>
  /// Its pieces in `InlineContents.pieces`.
  var pieces: Range<Int>
  /// cmark's inline nodes for it.
  var nodes = 0..<0
  /// Whether those nodes belong to the tree of texts that were parsed apart from the document.
  var isApart = false
  /// Whether it holds nothing that could be markup, and cmark was not asked about it.
  var isPlain = false
  /// The part that is text for the reader; a mark at the start and an id at the end are not.
  var visible: Range<Int>
}

/// The texts of all paragraphs, headings and cells of a document, and where each byte stands in the file.
struct InlineContents {
  /// A run of bytes that stand together in the file.
  private struct Piece {
    let content: Int
    let source: Int
  }

  /// All texts, one after the other; lines are divided by a line feed, whatever divides them in the file.
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// The number of pieces so far.
  var pieceCount: Int { pieces.count }

  /// Appends bytes of the file.
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    pieces.append(Piece(content: bytes.count, source: range.lowerBound))
    bytes.append(contentsOf: source[range])
  }

  /// Appends the spaces and tabs at a place; of a tab that is half used, the rest as spaces.
  mutating func appendBlanks(from place: LineStart, of source: [UInt8]) {
    var place = place
    if place.isInsideTab {
      for _ in 0..<4 - place.column % 4 {
        pieces.append(Piece(content: bytes.count, source: place.offset))
        bytes.append(UInt8(ascii: " "))
      }
      place.advance(columns: 4 - place.column % 4, source)
    }
    let lower = place.offset
    place.skipBlanks(source)
    if place.offset > lower { append(lower..<place.offset, of: source) }
  }

  /// Appends the line end that follows the last line appended.
  mutating func appendLineEnd() { bytes.append(UInt8(ascii: "\n")) }

  /// Appends a part of the texts again, without the backslashes before pipes.
  mutating func appendCell(_ range: Range<Int>, of content: InlineContent) {
    var lower = range.lowerBound
    for index in range
    where bytes[index] == UInt8(ascii: "\\") && index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "|") {
      copy(lower..<index, of: content)
      lower = index + 1
    }
    copy(lower..<range.upperBound, of: content)
  }

  private mutating func copy(_ range: Range<Int>, of content: InlineContent) {
    if range.isEmpty { return }
    pieces.append(Piece(content: bytes.count, source: sourceOffset(of: range.lowerBound, in: content)))
    for index in range { bytes.append(bytes[index]) }
  }

  /// Takes white space off the end.
  mutating func trimEnd(from start: Int) {
    while bytes.count > start, bytes[bytes.count - 1].isSpace { bytes.removeLast() }
  }

  /// The bytes of the file that a part of a text stands for.
  func sourceRange(_ range: Range<Int>, in content: InlineContent) -> Range<Int> {
    let lower = sourceOffset(of: range.lowerBound, in: content)
    if range.isEmpty { return lower..<lower }
    return lower..<max(lower, sourceOffset(of: range.upperBound - 1, in: content) + 1)
  }

  private func sourceOffset(of offset: Int, in content: InlineContent) -> Int {
    var low = content.pieces.lowerBound
    var high = content.pieces.upperBound
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].content <= offset { low = middle } else { high = middle }
    }
    guard low < pieces.count else { return 0 }
    return pieces[low].source + offset - pieces[low].content
  }
}
