import Diagnostics

/// What the lesson dialect finds in plain text: facts by name, and slips that CommonMark takes for text.
extension InlineReader {
  /// Makes nodes of facts, drops comments, reports slips.
  mutating func findMarks(in text: InlineContent) {
    dropComments(in: text)
    if marksSeen & InlineMarks.brace != 0 { findFacts(in: text) }
    noteSlips(in: text)
  }

  private mutating func dropComments(in text: InlineContent) {
    guard tokens.contains(where: { $0.kind == .html }) else { return }
    for token in tokens where token.kind == .html && !isComment(token) {
      findings.add(.rawHTML, at: blocks.contents.sourceRange(token.range, in: text))
    }
    for token in tokens where token.kind == .html && isComment(token) {
      comments.append(blocks.contents.sourceRange(token.range, in: text))
    }
    tokens = tokens.filter { $0.kind != .html || !isComment($0) }
  }

  private func isComment(_ token: InlineToken) -> Bool {
    tree.texts.has("<!--", at: token.text.lowerBound, before: token.text.upperBound)
  }

  // MARK: Facts

  private mutating func findFacts(in text: InlineContent) {
    guard tokens.contains(where: { $0.kind == .text && content[$0.range].contains(UInt8(ascii: "{")) }) else { return }
    let old = tokens
    tokens.removeAll(keepingCapacity: true)
    for token in old {
      guard token.kind == .text else {
        tokens.append(token)
        continue
      }
      var lower = token.range.lowerBound
      var index = lower
      while index < token.range.upperBound {
        guard content.has("{{", at: index, before: token.range.upperBound) else {
          index += 1
          continue
        }
        let close = closingBraces(from: index + 2, before: min(text.bytes.upperBound, index + 200))
        let name = content.trimmed(index + 2..<(close ?? index + 2))
        if let close, close + 2 <= token.range.upperBound, isFactName(name) {
          if lower < index { tokens.append(InlineToken(.text, lower..<index)) }
          tokens.append(InlineToken(.fact, index..<close + 2, text: name))
          lower = close + 2
          index = lower
        } else {
          let range = index..<(close.map { $0 + 2 } ?? index + 2)
          let written = close == nil ? nil : String(decoding: content[name], as: UTF8.self)
          findings.add(.malformedFactName(written), at: blocks.contents.sourceRange(range, in: text))
          index = max(index + 2, min(range.upperBound, token.range.upperBound))
        }
      }
      if lower < token.range.upperBound { tokens.append(InlineToken(.text, lower..<token.range.upperBound)) }
    }
  }

  private func closingBraces(from start: Int, before limit: Int) -> Int? {
    var index = start
    while index + 1 < limit {
      switch content[index] {
      case UInt8(ascii: "}") where content[index + 1] == UInt8(ascii: "}"): return index
      case UInt8(ascii: "\n"), UInt8(ascii: "`"), UInt8(ascii: "{"): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func isFactName(_ name: Range<Int>) -> Bool {
    !name.isEmpty
      && name.allSatisfy { index in
        let byte = content[index]
        return byte.isDigit || (byte.isLetter && byte >= UInt8(ascii: "a")) || byte == 0x2D || byte == 0x2E
      }
  }

  // MARK: Slips

  private mutating func noteSlips(in text: InlineContent) {
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .text:
        for offset in token.range where mayBeSlip(at: offset) { noteSlip(at: offset, in: text) }
      case .openLink:
        noteLinkSlip(token, after: index > 0 ? tokens[index - 1] : nil, in: text)
      default:
        break
      }
    }
  }

  /// Whether a byte starts a bracket that is worth a look: `[^`, `]`, `］`, `】`, `｛`.
  private func mayBeSlip(at offset: Int) -> Bool {
    let byte = content[offset]
    if byte < 0xE3 {
      return byte == UInt8(ascii: "]")
        || (byte == UInt8(ascii: "[") && offset + 1 < end && content[offset + 1] == UInt8(ascii: "^"))
    }
    guard byte == 0xE3 || byte == 0xEF, offset + 2 < end else { return false }
    switch (byte, content[offset + 1], content[offset + 2]) {
    case (0xEF, 0xBC, 0xBD), (0xEF, 0xBD, 0x9B), (0xE3, 0x80, 0x91): return true
    default: return false
    }
  }

  private mutating func noteSlip(at offset: Int, in text: InlineContent) {
    let limit = text.bytes.upperBound
    if content.has("[^", at: offset, before: limit) {
      guard let end = content.first(UInt8(ascii: "]"), in: offset..<min(limit, offset + 100)), end > offset + 2 else {
        return
      }
      findings.add(.footnote, at: blocks.contents.sourceRange(offset..<end + 1, in: text))
    } else if content.has("｛｛", at: offset, before: limit) {
      findings.add(.fullWidthFact, at: blocks.contents.sourceRange(offset..<offset + 6, in: text))
    } else if let link = linkLookalike(at: offset, before: limit) {
      findings.add(
        link.isImage ? .malformedImage : .malformedLink, at: blocks.contents.sourceRange(link.range, in: text))
    }
  }

  /// `［文字］（地址）`, given the place of its closing bracket.
  private func linkLookalike(at offset: Int, before limit: Int) -> (range: Range<Int>, isImage: Bool)? {
    func length(of marks: [StaticString], at offset: Int) -> Int? {
      marks.first { content.has($0, at: offset, before: limit) }?.utf8CodeUnitCount
    }
    guard let closing = length(of: ["]", "］", "】"], at: offset) else { return nil }
    var index = offset + closing
    if index < limit, content[index] == UInt8(ascii: " ") { index += 1 }
    guard let opening = length(of: ["(", "（"], at: index) else { return nil }
    let address = index + opening
    index = address
    // No address is longer than that, and looking further would take ever longer.
    let limit = min(limit, index + 500)
    while index < limit, content[index] > 0x20, content[index] != UInt8(ascii: ")"),
      !content.has("）", at: index, before: limit)
    {
      index += 1
    }
    guard let end = length(of: [")", "）"], at: index), isAddress(address..<index) else { return nil }
    var start = offset
    let earliest = max(start - 300, 0)
    while start > earliest, content[start] != UInt8(ascii: "\n") {
      start -= 1
      if let opening = length(of: ["[", "［", "【"], at: start), start + opening <= offset {
        let bang = length(of: ["！"], at: start - 3) ?? length(of: ["!"], at: start - 1)
        return (start - (bang ?? 0)..<index + end, bang != nil)
      }
    }
    return nil
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    for beginning: StaticString in ["http://", "https://", "www.", "./", "../", "/", "#", "mailto:", "tel:"]
    where content.has(beginning, at: range.lowerBound, before: range.upperBound) { return true }
    return [".md", ".png", ".jpg", ".jpeg", ".svg"].contains { (ending: StaticString) in
      content.has(ending, at: range.upperBound - ending.utf8CodeUnitCount, before: range.upperBound)
    }
  }

  private mutating func noteLinkSlip(_ link: InlineToken, after token: InlineToken?, in text: InlineContent) {
    if content.has("[^", at: link.range.lowerBound, before: text.bytes.upperBound) {
      findings.add(.footnote, at: blocks.contents.sourceRange(link.range, in: text))
    }
    guard let token, token.kind == .text,
      content.has("！", at: token.range.upperBound - 3, before: token.range.upperBound)
    else { return }
    let isPicture = [".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"].contains { (ending: StaticString) in
      tree.texts.has(ending, at: link.text.upperBound - ending.utf8CodeUnitCount, before: link.text.upperBound)
    }
    if isPicture {
      let range = token.range.upperBound - 3..<link.range.upperBound
      findings.add(.malformedImage, at: blocks.contents.sourceRange(range, in: text))
    }
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func malformedFactName(_ name: String?) -> Finding {
    let message =
      name.map { name in
        Wording(
          zh: "“\(name)”不能用作事实的名字，会原样显示成文字",
          en: "“\(name)” cannot be the name of a fact and will be shown as text")
      }
      ?? Wording(zh: "“{{”后面缺少“}}”，会原样显示成文字", en: "“{{” has no “}}” after it and will be shown as text")
    return Finding(.warning, "malformed-fact-name", message, hint: factHint)
  }

  fileprivate static let fullWidthFact = Finding(
    .warning, "malformed-fact-name",
    Wording(zh: "“｛｛”是全角的花括号，会原样显示成文字", en: "“｛｛” are full-width braces and will be shown as text"),
    hint: factHint)

  private static let factHint = Wording(
    zh: "请写成“{{antifraud-line}}”这样：两个半角花括号，里面只用小写字母、数字、“-”和“.”",
    en: "Write it like “{{antifraud-line}}”: two half-width braces, and only small letters, digits, “-” and “.” inside")

  fileprivate static let malformedLink = Finding(
    .warning, "malformed-link",
    Wording(
      zh: "链接的括号写法不对，不会成为链接",
      en: "The brackets of the link are not written as they should be; this will be no link"),
    hint: Wording(
      zh: "请用半角括号，中间不留空格：“[文字](地址)”",
      en: "Use half-width brackets without a space between them: “[text](address)”"))

  fileprivate static let malformedImage = Finding(
    .warning, "malformed-picture",
    Wording(
      zh: "图片的标记写法不对，不会显示成图片",
      en: "The mark of the picture is not written as it should be; no picture will be shown"),
    hint: Wording(
      zh: "请用半角感叹号和半角括号：“![图片说明](文件名)”",
      en: "Use a half-width exclamation mark and half-width brackets: “![description](file)”"))
}
