/// The parts of links and link definitions, recognised in the same way as cmark does, so that the end of a link that cmark
/// has found can be told, and the definitions at the top of a paragraph be left out.
///
/// The end of the range counts as a line end.
struct LinkScanning {
  let bytes: [UInt8]
  let end: Int

  private func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : UInt8(ascii: "\n") }

  /// The end of a link, given the offset after its `]`.
  func linkEnd(after bracket: Int) -> Int {
    if byte(bracket) == UInt8(ascii: "("), let end = addressEnd(after: bracket + 1) { return end }
    if let label = label(at: bracket) { return label.end }
    return bracket
  }

  /// The offset after the definition that starts at `offset` and its line end; nil when there is none.
  func definitionEnd(at offset: Int) -> Int? {
    guard let label = label(at: offset), !bytes.trimmed(offset + 1..<label.end - 1).isEmpty else { return nil }
    guard byte(label.end) == UInt8(ascii: ":") else { return nil }
    let start = afterSpaceAndLineEnd(label.end + 1)
    guard let address = addressEnd(at: start) else { return nil }
    let title = afterSpaceAndLineEnd(address)
    if title > address, let titleEnd = titleEnd(at: title), let lineEnd = lineEnd(from: titleEnd) { return lineEnd }
    return lineEnd(from: address)
  }

  /// The end of `[label]` at `offset`.
  private func label(at offset: Int) -> (end: Int, Void)? {
    guard byte(offset) == UInt8(ascii: "["), offset < end else { return nil }
    var index = offset + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "]"): return (index + 1, ())
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += byte(index + 1).isPunctuation ? 2 : 1
      default: index += 1
      }
      if index - offset - 1 > 1000 { return nil }
    }
    return nil
  }

  /// The offset after the closing parenthesis of `(address "title")`, given the offset after the opening one.
  private func addressEnd(after offset: Int) -> Int? {
    guard let address = addressEnd(at: afterSpace(offset)) else { return nil }
    var index = afterSpace(address)
    if index > address, let title = titleEnd(at: index) { index = afterSpace(title) }
    return index < end && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private func addressEnd(at offset: Int) -> Int? {
    var index = offset
    if byte(offset) == UInt8(ascii: "<"), offset < end {
      index += 1
      while index < end {
        switch bytes[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), self.byte(index + 1).isPunctuation {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if byte.isSpace {
        break
      }
      index += 1
    }
    if index == offset, byte(index).isSpace { return nil }
    return depth == 0 ? index : nil
  }

  /// The end of a quoted title. An escaped quote closes the title when no other does.
  private func titleEnd(at offset: Int) -> Int? {
    guard offset < end else { return nil }
    let closer: UInt8
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = bytes[offset]
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var lastEscaped: Int?
    var index = offset + 1
    while index < end {
      let byte = bytes[index]
      if byte == closer { return index + 1 }
      if byte == UInt8(ascii: "("), closer == UInt8(ascii: ")") { break }
      if byte == UInt8(ascii: "\\"), self.byte(index + 1).isPunctuation {
        if self.byte(index + 1) == closer { lastEscaped = index + 2 }
        index += 2
      } else {
        index += 1
      }
    }
    return lastEscaped
  }

  private func afterSpace(_ offset: Int) -> Int {
    var index = offset
    while index < end, bytes[index].isSpace { index += 1 }
    return index
  }

  private func afterBlanks(_ offset: Int) -> Int {
    var index = offset
    while index < end, bytes[index].isBlank { index += 1 }
    return index
  }

  private func afterSpaceAndLineEnd(_ offset: Int) -> Int {
    let index = afterBlanks(offset)
    return index < end && bytes[index] == UInt8(ascii: "\n") ? afterBlanks(index + 1) : index
  }

  private func lineEnd(from offset: Int) -> Int? {
    let index = afterBlanks(offset)
    if index >= end { return end }
    return bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
  }
}
