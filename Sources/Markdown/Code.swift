import Diagnostics

extension BlockReader {
  /// Adds a code block.
  /// - Returns: its last line.
  mutating func readCode(_ node: CmarkTree.Node) -> Int {
    let first = Int(node.line)
    let mark = mark(of: node)
    let lineCount = result.tree.lineCount(of: node)
    let isFenced = containers.indent(line: first, text: line(first), bytes: bytes) < 4
    var last = first + lineCount
    if !isFenced {
      last -= 1
    } else if isClosingFence(line: last + 1, of: mark.lowerBound) {
      last += 1
    }
    let language = texts.append(node.title, of: result.tree)
    let text = texts.append(node.text, of: result.tree)
    append(.codeBlock(language: language, text: text), mark.lowerBound..<max(mark.upperBound, line(last).upperBound))
    return last
  }

  private func isClosingFence(line number: Int, of fence: Int) -> Bool {
    let text = line(number)
    if text.isEmpty { return false }
    var (start, isComplete) = containers.contentStart(text: text, bytes: bytes)
    let column = start.column
    start.skipBlanks(bytes)
    guard isComplete, start.column - column < 4 else { return false }
    let byte = bytes[fence]
    var length = 0
    while fence + length < bytes.count, bytes[fence + length] == byte { length += 1 }
    var index = start.offset
    while index < text.upperBound, bytes[index] == byte { index += 1 }
    return index - start.offset >= min(length, 255) && bytes.trimmed(index..<text.upperBound).isEmpty
  }

  /// Adds a block of HTML, unless it is a comment.
  /// - Returns: its last line.
  mutating func readHTML(_ node: CmarkTree.Node) -> Int {
    let mark = mark(of: node)
    var last = Int(node.line) + max(result.tree.lineCount(of: node), 1) - 1
    while last > Int(node.line), bytes.trimmed(line(last)).isEmpty { last -= 1 }
    let range = mark.lowerBound..<max(mark.upperBound, bytes.trimmed(line(last)).upperBound)
    if dialect == .lesson {
      if result.tree.isComment(node) {
        result.comments.append(range)
        return last
      }
      findings.add(.rawHTML, at: range)
    }
    append(.htmlBlock(texts.append(node.text, of: result.tree)), range)
    return last
  }
}

extension CmarkTree {
  /// The number of line ends in a node's text.
  fileprivate func lineCount(of node: Node) -> Int {
    var count = 0
    for index in node.text where texts[index] == UInt8(ascii: "\n") { count += 1 }
    return count
  }

  /// Whether a piece of HTML is one comment and nothing else.
  func isComment(_ node: Node) -> Bool {
    let text = texts.trimmed(node.text)
    guard text.count >= 7, texts.has("<!--", at: text.lowerBound, before: text.upperBound) else { return false }
    var index = text.lowerBound + 4
    while index + 3 <= text.upperBound {
      if texts.has("-->", at: index, before: text.upperBound) { return index + 3 == text.upperBound }
      index += 1
    }
    return false
  }
}

// MARK: - Wording

extension Finding {
  /// HTML in a lesson.
  static let rawHTML = Finding(
    .warning, "raw-html",
    Wording(zh: "HTML 标签不会起作用，会原样显示成文字", en: "HTML tags have no effect here; they will be shown as text"),
    hint: Wording(
      zh: "请改用 Markdown 的写法；如果就是要显示尖括号，请在“<”前面加反斜杠：“\\<”",
      en: "Write it in Markdown; if you do want to show the angle bracket, put a backslash before it: “\\<”"))
}
