/// The text of one file of the project: valid UTF-8 without a byte order mark and without NUL, whose lines are known.
package struct SourceFile: Sendable {
  /// Path below the project's root, with `/` between the parts.
  package let path: String
  /// The text in UTF-8. Offsets everywhere in microclass are offsets into this array.
  package let bytes: [UInt8]
  /// Offset of the first byte of each line; the first is 0.
  private let lineStarts: [UInt32]

  /// A file whose text is already known to be good; used for texts made by the program and in tests.
  package init(path: String, text: String) {
    self.init(path: path, validUTF8: Array(text.utf8))
  }

  init(path: String, validUTF8 bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = Self.lineStarts(in: bytes)
  }

  /// Number of lines; a line end at the end of the file starts no further line.
  package var lineCount: Int {
    lineStarts.count - (lineStarts.count > 1 && start(ofLine: lineStarts.count) == bytes.count ? 1 : 0)
  }

  /// The text between two offsets, which must lie on character borders.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Offset of the first byte of a 1-based line. Lines after the last give the file's length.
  package func start(ofLine line: Int) -> Int {
    line <= lineStarts.count ? Int(lineStarts[max(line, 1) - 1]) : bytes.count
  }

  /// The bytes of a 1-based line without its line end.
  package func lineRange(_ line: Int) -> Range<Int> {
    let lower = start(ofLine: line)
    var upper = start(ofLine: line + 1)
    while upper > lower, bytes[upper - 1] == UInt8(ascii: "\n") || bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return lower..<upper
  }

  /// The 1-based line that holds an offset.
  package func line(at offset: Int) -> Int {
    let offset = UInt32(clamping: offset)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column of an offset. A column is one character as a reader sees it (an extended grapheme cluster).
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    return Position(line: line, column: text(start(ofLine: line)..<offset).count + 1)
  }

  /// The place of a range of bytes, ready for a diagnostic.
  package func place(_ range: Range<Int>) -> Place {
    let lower = position(at: range.lowerBound)
    let upper = max(lower, position(at: range.upperBound))
    let shown = text(lineRange(lower.line)).prefix(400)
    return Place(path: path, range: lower..<upper, line: String(shown))
  }

  /// The place of a whole line.
  package func place(ofLine line: Int) -> Place { place(lineRange(line)) }

  /// The file as a whole.
  package var place: Place { Place(path: path) }

  private static func lineStarts(in bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(UInt32(index))
        } else if byte == UInt8(ascii: "\r"), index == buffer.count || buffer[index] != UInt8(ascii: "\n") {
          starts.append(UInt32(index))
        }
      }
    }
    return starts
  }
}
