import Diagnostics

/// The marks of the lesson dialect at the start of a paragraph or the end of a heading.
extension BlockReader {
  /// Reads a callout's `[!NAME]` or an item's `[ ]`; what is left for the reader starts after it.
  mutating func readMark(_ content: inout InlineContent) {
    guard let parent = parentOfFirst else { return }
    switch result.blocks[parent].kind {
    case .blockQuote: readCallout(&content, in: parent)
    case .item: readCheckbox(&content, in: parent)
    default: break
    }
  }

  private mutating func readCallout(_ content: inout InlineContent, in quote: Int) {
    let text = result.contents.bytes
    let end = content.bytes.upperBound
    guard let mark = calloutMark(at: content.bytes.lowerBound, before: end) else { return }
    let range = result.contents.sourceRange(content.bytes.lowerBound..<mark.end, in: content)
    let name = String(decoding: text[mark.name], as: UTF8.self)
    guard let callout = Node.Callout(rawValue: name.uppercased()) else {
      findings.add(.unknownCallout(name), at: range)
      return
    }
    guard mark.isPlain else {
      findings.add(.fullWidthCallout(callout), at: range)
      return
    }
    result.blocks[quote].kind = .callout(callout)
    dropStart(of: &content, to: mark.end)
  }

  /// `[!NAME]`, also with full-width brackets and exclamation mark.
  private func calloutMark(at start: Int, before end: Int) -> (name: Range<Int>, end: Int, isPlain: Bool)? {
    let text = result.contents.bytes
    var index = start
    var isPlain = true
    func skip(_ marks: [StaticString]) -> Bool {
      for (number, mark) in marks.enumerated() where text.has(mark, at: index, before: end) {
        index += mark.utf8CodeUnitCount
        if number > 0 { isPlain = false }
        return true
      }
      return false
    }
    guard skip(["[", "［", "【"]), skip(["!", "！"]) else { return nil }
    let lower = index
    while index < end, text[index].isLetter { index += 1 }
    let name = lower..<index
    guard !name.isEmpty, skip(["]", "］", "】"]) else { return nil }
    guard index == end || text[index].isSpace else { return nil }
    return (name, index, isPlain)
  }

  private mutating func readCheckbox(_ content: inout InlineContent, in item: Int) {
    let text = result.contents.bytes
    let start = content.bytes.lowerBound
    let end = content.bytes.upperBound
    if start + 2 < end, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
      start + 3 == end || text[start + 3].isSpace
    {
      switch text[start + 1] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): result.blocks[item].kind = .item(.empty)
      case UInt8(ascii: "x"), UInt8(ascii: "X"): result.blocks[item].kind = .item(.checked)
      default: return
      }
      dropStart(of: &content, to: start + 3)
    } else if let mark = checkboxLookalike(at: start, before: end) {
      findings.add(.malformedCheckbox, at: result.contents.sourceRange(mark, in: content))
    }
  }

  /// What is meant for a check box but is not one: `【x】`, `[√]`, `[]`, `[x]对`.
  private func checkboxLookalike(at start: Int, before end: Int) -> Range<Int>? {
    let text = result.contents.bytes
    func length(of marks: [StaticString], at offset: Int) -> Int? {
      marks.first { text.has($0, at: offset, before: end) }?.utf8CodeUnitCount
    }
    guard let opening = length(of: ["[", "［", "【"], at: start) else { return nil }
    var index = start + opening
    while let mark = length(of: ["x", "X", "ｘ", "Ｘ", "×", "✗", "√", "✓", "✔", " ", "　", "\t"], at: index) {
      index += mark
      if index - start > 16 { return nil }
    }
    guard let closing = length(of: ["]", "］", "】"], at: index) else { return nil }
    index += closing
    // `[x](address)` and `[x][label]` are links.
    if index < end, text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") { return nil }
    return start..<index
  }

  /// Takes a mark, and the white space after it, away from the reader's text.
  private func dropStart(of content: inout InlineContent, to offset: Int) {
    let text = result.contents.bytes
    var lower = offset
    while lower < content.bytes.upperBound, text[lower].isSpace { lower += 1 }
    content.visible = lower..<content.visible.upperBound
  }

  /// Reads `{#id}` at the end of a heading.
  mutating func readID(_ content: inout InlineContent) -> Node.Text? {
    let text = result.contents.bytes
    let range = content.bytes
    var end = range.upperBound
    if text.has("｝", at: end - 3, before: end) {
      end -= 3
    } else if let last = range.last, text[last] == UInt8(ascii: "}") {
      end -= 1
    } else {
      return nil
    }
    var index = end
    while index > range.lowerBound, text[index - 1] != UInt8(ascii: "{"), !text.has("｛", at: index - 3, before: end) {
      index -= 1
    }
    guard index > range.lowerBound else { return nil }
    let isPlain = text[index - 1] == UInt8(ascii: "{") && end == range.upperBound - 1
    let start = isPlain || text[index - 1] == UInt8(ascii: "{") ? index - 1 : index - 3
    if start > range.lowerBound, text[start - 1] == UInt8(ascii: "\\") || text[start - 1] == UInt8(ascii: "{") {
      return nil
    }
    let isSigned = index < end && text[index] == UInt8(ascii: "#")
    guard isSigned || text.has("＃", at: index, before: end) else { return nil }
    let name = index + 1..<end
    guard isPlain, isSigned, isID(name) else {
      findings.add(.malformedID, at: result.contents.sourceRange(start..<range.upperBound, in: content))
      return nil
    }
    var upper = start
    while upper > range.lowerBound, text[upper - 1].isSpace { upper -= 1 }
    content.visible = content.visible.lowerBound..<max(upper, content.visible.lowerBound)
    return texts.append(name, of: text)
  }

  /// Letters of any script, digits, hyphens, underscores, dots.
  private func isID(_ name: Range<Int>) -> Bool {
    !name.isEmpty
      && name.allSatisfy { index in
        let byte = result.contents.bytes[index]
        return byte >= 0x80 || byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x5F].contains(byte)
      }
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func unknownCallout(_ name: String) -> Finding {
    let names = Node.Callout.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: name.uppercased(), among: names)
    return Finding(
      .warning, "unknown-callout",
      Wording(
        zh: "“\(name)”不是我们认识的提示框，这里会显示成普通的引用",
        en: "“\(name)” is no callout that we know; this will be shown as an ordinary quotation"),
      hint: nearest.map { Wording(zh: "是不是“[!\($0)]”？", en: "Did you mean “[!\($0)]”?") }
        ?? Wording(
          zh: "可以用的有：\(names.map { "[!\($0)]" }.joined(separator: "、"))",
          en: "There are: \(names.map { "[!\($0)]" }.joined(separator: ", "))"))
  }

  fileprivate static func fullWidthCallout(_ callout: Node.Callout) -> Finding {
    Finding(
      .warning, "full-width-callout",
      Wording(
        zh: "提示框的标记用了全角的括号或感叹号，不会起作用",
        en: "The mark of the callout has full-width brackets or a full-width exclamation mark and has no effect"),
      hint: Wording(zh: "请写成“[!\(callout.rawValue)]”", en: "Write “[!\(callout.rawValue)]”"))
  }

  fileprivate static let malformedCheckbox = Finding(
    .warning, "malformed-check-box",
    Wording(
      zh: "选项框的写法不对，会原样显示成文字",
      en: "The check box is not written as it should be, and will be shown as text"),
    hint: Wording(
      zh: "正确的选项写“[x]”，其他选项写“[ ]”（中间一个空格）；请用半角方括号，后面再空一格",
      en: "Write “[x]” for a right answer, “[ ]” (one space) for any other, with half-width brackets and a space after")
  )

  fileprivate static let malformedID = Finding(
    .warning, "malformed-heading-id",
    Wording(
      zh: "标题编号的写法不对，会原样显示成文字",
      en: "The id of the heading is not written as it should be, and will be shown as text"),
    hint: Wording(
      zh: "请写成“{#signs}”这样：半角花括号和井号，里面只用字母、数字、“-”、“_”和“.”",
      en: "Write it like “{#signs}”, in half-width signs, with nothing but letters, digits, “-”, “_” and “.” inside"))
}
