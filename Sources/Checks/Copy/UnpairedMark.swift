import Content
import Diagnostics
import Markdown

/// Quotation marks and brackets of which one is missing or is of the wrong kind: `“安全账户“`, `（限前100名)`.
enum UnpairedMark {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard !passage.kinds.isDisjoint(with: [.mark, .wideMark, .sharedMark]), !passage.isLaw else { return }
    if passage.kinds.contains(.sharedMark) { quotes("“", "”", passage, &remarks) }
    if passage.script.isChinese {
      if passage.kinds.contains(.sharedMark) { quotes("‘", "’", passage, &remarks) }
      corners(passage, &remarks)
    }
    brackets(passage, &remarks)
  }

  // MARK: Quotation marks

  private static func quotes(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ passage: Passage, _ remarks: inout [Remark]
  ) {
    let marks = passage.glyphs.indices.filter { index in
      let scalar = passage.glyphs[index].scalar
      guard scalar == opening || scalar == closing, passage.glyphs[index].kind == .sharedMark else { return false }
      return !isApostrophe(index, passage)
    }
    let wrong = marks.enumerated().filter { passage.glyphs[$1].scalar != ($0.isMultiple(of: 2) ? opening : closing) }
    if wrong.isEmpty, marks.count.isMultiple(of: 2) { return }
    if marks.count.isMultiple(of: 2), wrong.count == 1, let (order, index) = wrong.first {
      let right = order.isMultiple(of: 2) ? opening : closing
      // A mark that is turned round must stand where one of its kind can stand.
      let isCertain = right == closing ? !isAfterOpening(index, passage) : !isBeforeClosing(index, passage)
      remarks.append(
        .turnedQuote(
          passage.glyphs[index].scalar, right, at: passage.glyphs[index].range,
          replacement: isCertain ? String(right) : nil))
      return
    }
    // A speech of several paragraphs has an opening mark before each and one closing mark at the end.
    if wrong.isEmpty, let last = marks.last, last == marks.first, last == 0 || marks.count > 1 || passage.isBait,
      passage.isSpeechContinued(opening)
    {
      return
    }
    guard let place = wrong.first?.element ?? marks.last else { return }
    remarks.append(.unpaired(passage.glyphs[place].scalar, at: passage.glyphs[place].range))
  }

  private static func isApostrophe(_ index: Int, _ passage: Passage) -> Bool {
    passage.has("’", at: index) && passage.isOne(of: .latin, at: index - 1)
      && (passage.isOne(of: .latin, at: index + 1) || !passage.kinds.contains(.han))
  }

  private static func isAfterOpening(_ index: Int, _ passage: Passage) -> Bool {
    index == 0 || passage.isOne(of: [.space, .lineEnd], at: index - 1)
  }

  private static func isBeforeClosing(_ index: Int, _ passage: Passage) -> Bool {
    guard let next = passage[index + 1] else { return true }
    return next.isOne(of: [.space, .lineEnd]) || "，。；：！？、）,.;:!?)".unicodeScalars.contains(next.scalar)
  }

  /// `「」` where Simplified text has `“”`.
  private static func corners(_ passage: Passage, _ remarks: inout [Remark]) {
    guard case .chinese(isSimplified: true) = passage.script, passage.kinds.contains(.wideMark) else { return }
    let isNested = passage.kinds.contains(.sharedMark) && passage.glyphs.contains { $0.scalar == "“" }
    let places = passage.glyphs.indices.filter {
      straight(passage.glyphs[$0].scalar) != nil && passage.kind($0) == .wideMark
    }
    let depth = places.reduce(0) { $0 + ("「『".unicodeScalars.contains(passage.glyphs[$1].scalar) ? 1 : -1) }
    let isLone = !passage.glyphs.contains { $0.scalar == "「" }
    for index in places {
      let mark = passage.glyphs[index].scalar
      let right = isLone ? (mark == "『" ? "“" : "”") : straight(mark)
      remarks.append(
        .corner(mark, right ?? "", at: passage.glyphs[index].range, isCertain: depth == 0 && !isNested))
    }
  }

  private static func straight(_ corner: Unicode.Scalar) -> String? {
    switch corner {
    case "「": "“"
    case "」": "”"
    case "『": "‘"
    case "』": "’"
    default: nil
    }
  }

  // MARK: Brackets

  private static func brackets(_ passage: Passage, _ remarks: inout [Remark]) {
    var open: [(index: Int, closing: Unicode.Scalar)] = []
    for index in passage.glyphs.indices where passage.glyphs[index].isOne(of: [.mark, .wideMark]) {
      let glyph = passage.glyphs[index]
      if glyph.isEscaped { continue }
      if let closing = closing(of: glyph.scalar) {
        open.append((index, closing))
      } else if isClosing(glyph.scalar) {
        guard let last = open.last else {
          if !isListMark(index, passage) { remarks.append(.unpaired(glyph.scalar, at: glyph.range)) }
          continue
        }
        if last.closing == glyph.scalar {
          open.removeLast()
        } else if twin(of: last.closing) == glyph.scalar {
          open.removeLast()
          mismatch(last.index, index, passage, &remarks)
        } else if !isListMark(index, passage) {
          remarks.append(.unpaired(glyph.scalar, at: glyph.range))
        }
      }
    }
    for (index, _) in open where !isFace(index, passage) {
      remarks.append(.unpaired(passage.glyphs[index].scalar, at: passage.glyphs[index].range))
    }
  }

  private static func closing(of opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "（": "）"
    case "(": ")"
    case "【": "】"
    case "《": "》"
    case "〈": "〉"
    case "〔": "〕"
    default: nil
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", ")", "】", "》", "〉", "〕": true
    default: false
    }
  }

  /// The same mark in the other width.
  private static func twin(of closing: Unicode.Scalar) -> Unicode.Scalar? {
    switch closing {
    case "）": ")"
    case ")": "）"
    default: nil
    }
  }

  /// `（…)`: the half-width one gives way in Chinese, the full-width one in English.
  private static func mismatch(_ opening: Int, _ closing: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    let isWide = passage.script.isChinese
    let isOpeningWrong = (passage.glyphs[opening].kind == .mark) == isWide
    let wrong = isOpeningWrong ? opening : closing
    let right: Unicode.Scalar = isWide ? (isOpeningWrong ? "（" : "）") : (isOpeningWrong ? "(" : ")")
    remarks.append(.mismatched(passage.glyphs[wrong].scalar, right, at: passage.glyphs[wrong].range))
  }

  /// `1)` and `a）` at the start of something, and faces such as `:)`.
  private static func isListMark(_ index: Int, _ passage: Passage) -> Bool {
    if passage.has(":", at: index - 1) || passage.has(";", at: index - 1) || passage.has("-", at: index - 1) {
      return true
    }
    var start = index
    while start > 0, index - start < 3,
      passage.isOne(of: .latin, at: start - 1)
        || "一二三四五六七八九十".unicodeScalars.contains(passage.glyphs[start - 1].scalar)
    {
      start -= 1
    }
    guard start < index else { return false }
    return start == 0 || passage.isOne(of: [.space, .lineEnd, .wideMark, .mark], at: start - 1)
  }

  private static func isFace(_ index: Int, _ passage: Passage) -> Bool {
    passage.has(":", at: index - 1) || passage.has(";", at: index - 1)
  }
}

extension Passage {
  /// Whether the next paragraph beside this one begins with an opening mark too.
  fileprivate func isSpeechContinued(_ opening: Unicode.Scalar) -> Bool {
    guard let node else { return false }
    let nodes = page.document.nodes
    let next = nodes[node].end
    guard next < nodes.count, nodes[next].kind == .paragraph else { return false }
    return page.document.plainText(of: next).unicodeScalars.first == opening
  }
}

extension Remark {
  fileprivate static func turnedQuote(
    _ mark: Unicode.Scalar, _ right: Unicode.Scalar, at range: Range<Int>, replacement: String?
  ) -> Remark {
    Remark(
      .warning, .unpairedMark, at: range,
      Wording(zh: "这里的引号`\(mark)`反了", en: "this quotation mark, `\(mark)`, is turned the wrong way"),
      hint: Wording(zh: "改成`\(right)`。", en: "write `\(right)`."), replacement: replacement)
  }

  fileprivate static func mismatched(_ mark: Unicode.Scalar, _ right: Unicode.Scalar, at range: Range<Int>) -> Remark {
    Remark(
      .warning, .unpairedMark, at: range,
      Wording(zh: "括号一个全角、一个半角", en: "one bracket is full-width, the other half-width"),
      hint: Wording(zh: "把`\(mark)`改成`\(right)`。", en: "change `\(mark)` to `\(right)`."), replacement: String(right))
  }

  fileprivate static func unpaired(_ mark: Unicode.Scalar, at range: Range<Int>) -> Remark {
    Remark(
      .warning, .unpairedMark, at: range,
      Wording(zh: "`\(mark)`没有配成对", en: "`\(mark)` has no partner"),
      hint: Wording(zh: "在同一段里补上另一半，或者删掉它。", en: "add the other one in the same paragraph, or delete it."))
  }

  fileprivate static func corner(_ mark: Unicode.Scalar, _ right: String, at range: Range<Int>, isCertain: Bool)
    -> Remark
  {
    Remark(
      .warning, .unpairedMark, at: range,
      Wording(zh: "简体中文横排的引号是“”，不用`\(mark)`", en: "Simplified Chinese quotes with “”, not with `\(mark)`"),
      hint: Wording(zh: "改成`\(right)`。", en: "write `\(right)`."), replacement: isCertain ? right : nil)
  }
}
