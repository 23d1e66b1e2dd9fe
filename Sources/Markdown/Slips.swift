import Diagnostics

/// Slips at the start of a line that cmark takes for plain text.
extension BlockReader {
  /// Reports what looks like a heading but is not one.
  mutating func noteSlips(in content: InlineContent) {
    let text = result.contents.bytes
    let end = content.bytes.upperBound
    var start = content.bytes.lowerBound
    while start < end {
      let lineEnd = text.first(UInt8(ascii: "\n"), in: start..<end) ?? end
      if text[start] == UInt8(ascii: "#") {
        noteTightHeading(start..<lineEnd, in: content)
      } else if text.has("＃", at: start, before: lineEnd) {
        noteFullWidthHeading(start..<lineEnd, in: content)
      }
      start = lineEnd + 1
    }
  }

  /// `#标题`. A `#topic#` as in social media is left alone.
  private mutating func noteTightHeading(_ line: Range<Int>, in content: InlineContent) {
    let text = result.contents.bytes
    var index = line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
    let count = index - line.lowerBound
    guard count <= 6, let (scalar, _) = text.scalar(at: index, before: line.upperBound) else { return }
    guard CJK.contains(scalar) || (index < line.upperBound && text[index].isLetter) else { return }
    if text.first(UInt8(ascii: "#"), in: index..<line.upperBound) != nil { return }
    findings.add(.tightHeading(count), at: result.contents.sourceRange(line.lowerBound..<index, in: content))
  }

  private mutating func noteFullWidthHeading(_ line: Range<Int>, in content: InlineContent) {
    let text = result.contents.bytes
    var index = line.lowerBound
    while text.has("＃", at: index, before: line.upperBound) { index += 3 }
    let count = (index - line.lowerBound) / 3
    let rest = text.trimmed(index..<line.upperBound)
    guard count <= 6, !rest.isEmpty, !text.has("＃", at: rest.upperBound - 3, before: rest.upperBound) else { return }
    findings.add(.fullWidthHeading(count), at: result.contents.sourceRange(line.lowerBound..<index, in: content))
  }

  /// Reports a footnote among link definitions at the top of a paragraph.
  mutating func noteDefinitions(in range: Range<Int>) {
    guard dialect == .lesson, !range.isEmpty else { return }
    let content = InlineContent(bytes: range, pieces: 0..<result.contents.pieceCount, visible: range)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = result.contents.bytes.first(UInt8(ascii: "\n"), in: start..<range.upperBound) ?? range.upperBound
      if result.contents.bytes.has("[^", at: start, before: end) {
        findings.add(.footnote, at: result.contents.sourceRange(start..<end, in: content))
      }
      start = end + 1
    }
  }

  /// Reports a footnote in a line that belongs to no block.
  mutating func noteDefinition(in line: Range<Int>) {
    var lower = line.lowerBound
    while lower < line.upperBound, bytes[lower] != UInt8(ascii: "[") {
      guard bytes[lower].isBlank || bytes[lower].isDigit || ">-+*.)".utf8.contains(bytes[lower]) else { return }
      lower += 1
    }
    if bytes.has("[^", at: lower, before: line.upperBound) { findings.add(.footnote, at: lower..<line.upperBound) }
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func tightHeading(_ count: Int) -> Finding {
    let signs = String(repeating: "#", count: max(count, 2))
    return Finding(
      .warning, "tight-heading",
      Wording(
        zh: "“\(signs)”后面缺少空格，这一行不会成为标题", en: "A space is missing after “\(signs)”; this line is no heading"),
      hint: Wording(
        zh: "请写成“\(signs) 标题”；如果不是标题，请在前面加反斜杠：“\\#”",
        en: "Write “\(signs) Title”; if it is not meant for one, put a backslash before it: “\\#”"))
  }

  fileprivate static func fullWidthHeading(_ count: Int) -> Finding {
    let signs = String(repeating: "#", count: max(count, 2))
    return Finding(
      .warning, "full-width-heading",
      Wording(zh: "“＃”是全角的井号，这一行不会成为标题", en: "“＃” is a full-width number sign; this line is no heading"),
      hint: Wording(zh: "请用半角井号加一个空格：“\(signs) 标题”", en: "Use the half-width sign and a space: “\(signs) Title”"))
  }

  /// A footnote, written or referred to.
  static let footnote = Finding(
    .warning, "footnote",
    Wording(zh: "脚注不会起作用：我们没有脚注", en: "Footnotes have no effect: we do not have footnotes"),
    hint: Wording(zh: "请把说明写进正文，或者放在括号里", en: "Put the remark into the text, or into brackets"))
}
