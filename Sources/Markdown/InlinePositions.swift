extension InlineReader {
  /// Goes along the text of a paragraph with cmark's inline nodes for it and finds out where each of them stands.
  ///
  /// cmark's own columns are wrong after the first line and after links that span lines. But the nodes name every byte
  /// that is not markup, in order, and what markup there may be between them is known from their kinds; so their places
  /// follow from the text itself.
  mutating func locateTokens(of content: InlineContent) {
    start = content.bytes.lowerBound
    position = start
    end = content.bytes.upperBound
    runEnd = position
    level = 0
    lastRuns = [-1]
    if content.isPlain {
      for offset in content.bytes { marksSeen |= marks[Int(self.content[offset])] }
      tokens.append(InlineToken(.text, content.bytes))
      return
    }
    var open: [(node: Int, end: Int, isAutolink: Bool, level: Int)] = []
    for index in content.nodes {
      while let last = open.last, last.end <= index {
        open.removeLast()
        close(tree.nodes[last.node], isAutolink: last.isAutolink)
        level = last.level
      }
      let node = tree.nodes[index]
      switch node.kind {
      case .text:
        locateText(node.text, isAutolink: open.last?.isAutolink ?? false)
      case .softBreak, .lineBreak:
        let lower = position
        while position < end, self.content[position] != UInt8(ascii: "\n") { position += 1 }
        position = min(position + 1, end)
        tokens.append(InlineToken(node.kind == .softBreak ? .softBreak : .lineBreak, lower..<position))
        // After a backslash cmark keeps the white space of a line that has some.
        let isBackslash = lower < end && self.content[lower] == UInt8(ascii: "\\")
        if isBackslash, keepsBlanks(at: index + 1, before: open.last?.end ?? content.nodes.upperBound) { continue }
        while position < end, self.content[position].isBlank { position += 1 }
      case .code:
        let lower = position
        position = codeEnd(from: position)
        tokens.append(InlineToken(.code, lower..<position, text: node.text))
      case .html:
        let lower = position
        position = min(position + node.text.count, end)
        tokens.append(InlineToken(.html, lower..<position, text: node.text))
      case .emphasis, .strong:
        noteRun()
        let length = node.kind == .strong ? 2 : 1
        advance(length, node.kind == .strong ? .openStrong : .openEmphasis)
        open.append((index, node.end, false, level))
      case .link, .image:
        let isAutolink = position < end && self.content[position] == UInt8(ascii: "<")
        advance(node.kind == .image ? 2 : 1, node.kind == .image ? .openImage : .openLink, node)
        open.append((index, node.end, isAutolink, level))
        lastRuns.append(-1)
        level = lastRuns.count - 1
      case .document, .blockQuote, .bulletList, .orderedList, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
        .thematicBreak:
        break
      }
    }
    while let last = open.popLast() {
      close(tree.nodes[last.node], isAutolink: last.isAutolink)
      level = last.level
    }
  }

  private func keepsBlanks(at index: Int, before end: Int) -> Bool {
    guard index < end, tree.nodes[index].kind == .text, let first = tree.nodes[index].text.first else { return false }
    return tree.texts[first].isBlank
  }

  private mutating func close(_ node: CmarkTree.Node, isAutolink: Bool) {
    switch node.kind {
    case .emphasis:
      noteRun()
      advance(1, .closeEmphasis)
    case .strong:
      noteRun()
      advance(2, .closeStrong)
    default:
      let bracket = min(position + 1, end)
      let linkEnd = isAutolink ? bracket : LinkScanning(bytes: content, end: end).linkEnd(after: bracket)
      advance(linkEnd - position, .closeLink)
    }
  }

  private mutating func advance(_ length: Int, _ kind: InlineToken.Kind, _ node: CmarkTree.Node? = nil) {
    let upper = min(position + length, end)
    tokens.append(
      InlineToken(kind, position..<upper, text: node?.text ?? 0..<0, title: node?.title ?? 0..<0))
    position = upper
  }

  // MARK: Text

  /// Finds the text of a node, which starts here.
  private mutating func locateText(_ text: Range<Int>, isAutolink: Bool) {
    let marks = marks
    var index = text.lowerBound
    var lower = position
    while index < text.upperBound, position < end {
      let plain = plainLength(from: index, to: text.upperBound, marks)
      if plain > 0 {
        position += plain
        index += plain
        continue
      }
      let byte = content[position]
      let mark = marks[Int(byte)]
      if mark == 0 { break }
      marksSeen |= mark
      if mark & InlineMarks.markup == 0 {
        if byte != tree.texts[index] { break }
        position += 1
        index += 1
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        if byte != tree.texts[index] { break }
        if isAutolink || !isLesson {
          position += 1
          index += 1
          continue
        }
        appendText(from: lower)
        noteRun()
        lower = position
        while index < text.upperBound, position < min(runEnd, end), tree.texts[index] == byte {
          position += 1
          index += 1
        }
        tokens.append(InlineToken(.delimiters, lower..<position))
        lower = position
      } else if let written = escape(at: position, isAutolink: isAutolink) {
        appendText(from: lower)
        tokens.append(
          InlineToken(
            .escape, position..<position + written.length, text: index..<min(index + written.count, text.upperBound)))
        position += written.length
        index += written.count
        lower = position
      } else {
        if byte != tree.texts[index] { break }
        position += 1
        index += 1
      }
    }
    appendText(from: lower)
    // Never expected; the text is kept, if at a rough place.
    if index < text.upperBound {
      misplaced += 1
      tokens.append(InlineToken(.escape, position..<position, text: index..<text.upperBound))
    }
  }

  /// How many bytes from here on are the same in the text and mean nothing else.
  private func plainLength(from index: Int, to upper: Int, _ marks: [UInt8]) -> Int {
    let limit = min(upper - index, end - position)
    return content.withUnsafeBufferPointer { content in
      tree.texts.withUnsafeBufferPointer { text in
        marks.withUnsafeBufferPointer { marks in
          var length = 0
          while length < limit {
            let byte = content[position + length]
            if marks[Int(byte)] != 0 || byte != text[index + length] { break }
            length += 1
          }
          return length
        }
      }
    }
  }

  private mutating func appendText(from lower: Int) {
    if lower < position { tokens.append(InlineToken(.text, lower..<position)) }
  }

  /// What stands here for a character: how long it is written and how many bytes of text that is.
  private mutating func escape(at offset: Int, isAutolink: Bool) -> (length: Int, count: Int)? {
    switch content[offset] {
    case UInt8(ascii: "\\"):
      return !isAutolink && offset + 1 < end && content[offset + 1].isPunctuation ? (2, 1) : nil
    case UInt8(ascii: "&"):
      return entities.entity(at: offset, in: content, before: end)
    default:
      // cmark replaces NUL by U+FFFD.
      return (1, 3)
    }
  }

  /// The end of the code that starts here.
  private func codeEnd(from offset: Int) -> Int {
    var index = offset
    while index < end, content[index] == UInt8(ascii: "`") { index += 1 }
    let length = index - offset
    var count = 0
    while index < end {
      if content[index] == UInt8(ascii: "`") {
        count += 1
      } else {
        if count == length { return index }
        count = 0
      }
      index += 1
    }
    return end
  }

  // MARK: Delimiter runs

  /// Remembers the run of asterisks or underscores that starts here.
  private mutating func noteRun() {
    guard isLesson, position >= runEnd, position < end else { return }
    let byte = content[position]
    runEnd = position
    while runEnd < end, content[runEnd] == byte { runEnd += 1 }
    var run = DelimiterRun(range: position..<runEnd, previous: lastRuns[level])
    run.isAsterisk = byte == UInt8(ascii: "*")
    if run.previous >= 0 { runs[run.previous].next = runs.count } else { firstRuns.append(runs.count) }
    lastRuns[level] = runs.count
    runs.append(run)
  }

  /// For each byte, what it may be the start of.
  static func allMarks() -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: 256)
    for byte in "*_\\&".utf8 { marks[Int(byte)] = InlineMarks.markup }
    marks[0] = InlineMarks.markup
    marks[Int(UInt8(ascii: "{"))] = InlineMarks.brace
    marks[Int(UInt8(ascii: "^"))] = InlineMarks.caret
    marks[Int(UInt8(ascii: "/"))] = InlineMarks.address
    marks[Int(UInt8(ascii: "."))] = InlineMarks.address
    marks[Int(UInt8(ascii: "]"))] = InlineMarks.bracket
    return marks
  }
}

/// Kinds of bytes in a text that make it worth looking for something in it.
enum InlineMarks {
  /// Delimiters, escapes and entities.
  static let markup: UInt8 = 1
  /// The brace of a fact.
  static let brace: UInt8 = 2
  /// The caret of a footnote.
  static let caret: UInt8 = 4
  /// The slashes or dots of an address.
  static let address: UInt8 = 8
  /// The bracket of a link that is none.
  static let bracket: UInt8 = 16
}
