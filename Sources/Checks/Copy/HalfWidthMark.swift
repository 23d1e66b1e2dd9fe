import Diagnostics

/// Half-width punctuation beside Chinese: `电话:0574`, `1.不轻信;2.不转账`.
enum HalfWidthMark {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.script.isChinese, !passage.isLaw, passage.kinds.contains(.mark) else { return }
    for index in passage.glyphs.indices where passage.glyphs[index].kind == .mark && !passage.glyphs[index].isEscaped {
      switch passage.glyphs[index].scalar {
      case ",": single("，", at: index, passage, &remarks)
      case ";": single("；", at: index, passage, &remarks)
      case "!": if !isInName(index, passage) { single("！", at: index, passage, &remarks) }
      case "?": single("？", at: index, passage, &remarks)
      case ":": colon(at: index, passage, &remarks)
      case ".": stop(at: index, passage, &remarks)
      case "(": brackets(at: index, passage, &remarks)
      default: break
      }
    }
  }

  private static func single(_ wide: String, at index: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.isChinese(before: index) || passage.isChinese(after: index) else { return }
    report(wide, at: index, passage, &remarks)
  }

  /// `Yahoo!`, and what was meant as a picture.
  private static func isInName(_ index: Int, _ passage: Passage) -> Bool {
    let names = ["Yahoo", "Discuz", "Joomla"].map { Array($0.unicodeScalars) }
    return passage.has("[", at: index + 1) || names.contains { passage.has($0, from: index - $0.count) }
  }

  private static func colon(at index: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    let isAfterLetter = passage.isOne(of: [.letter, .fact], at: index - 1)
    guard passage.isChinese(before: index) || (isAfterLetter && passage.isChinese(after: index)) else { return }
    // `好:smile:` is a sign of another kind.
    var next = index + 1
    while passage.isOne(of: .letter, at: next) || passage.has("_", at: next) { next += 1 }
    if next > index + 1, passage.has(":", at: next) { return }
    report("：", at: index, passage, &remarks)
  }

  private static func stop(at index: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.isChinese(before: index), !passage.has(".", at: index - 1), !passage.has(".", at: index + 1),
      index + 1 == passage.glyphs.count
        || passage.isOne(of: [.space, .lineEnd, .han, .wideMark, .sharedMark], at: index + 1)
    else { return }
    // `一.引言` wants a `、`.
    var start = index
    while passage.kind(start - 1) == .han, "一二三四五六七八九十".unicodeScalars.contains(passage.glyphs[start - 1].scalar) {
      start -= 1
    }
    let isNumber = start < index && (start == 0 || passage.isOne(of: [.wideMark, .lineEnd], at: start - 1))
    report(isNumber ? "、" : "。", at: index, passage, &remarks)
  }

  /// Both brackets of a pair round Chinese, or behind it.
  private static func brackets(at index: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    var depth = 0
    var end: Int?
    for next in index..<passage.glyphs.count {
      if passage.has("(", at: next) { depth += 1 }
      if passage.has(")", at: next) { depth -= 1 }
      if depth == 0 {
        end = next
        break
      }
    }
    guard let end, !passage.glyphs[end].isEscaped else { return }
    let hasChinese = passage.glyphs[index + 1..<end].contains { $0.isOne(of: .chinese) }
    // English asides have English marks.
    let isAside = passage.glyphs[index + 1..<end].contains {
      ",.;".unicodeScalars.contains($0.scalar) && $0.kind == .mark
    }
    guard hasChinese || (passage.isChinese(before: index) && !isAside) else { return }
    for (mark, place) in [("（", index), ("）", end)] {
      remarks.append(.halfWidth(passage.glyphs[place].scalar, mark, at: passage.glyphs[place].range))
    }
  }

  private static func report(_ wide: String, at index: Int, _ passage: Passage, _ remarks: inout [Remark]) {
    // Spaces after it go: the full-width mark has its own.
    var end = index + 1
    while passage.kind(end) == .space, !passage.glyphs[end].isEscaped { end += 1 }
    if end == passage.glyphs.count || !passage.isUnbroken(index..<end) { end = index + 1 }
    remarks.append(.halfWidth(passage.glyphs[index].scalar, wide, at: passage.range(index..<end)))
  }
}

extension Passage {
  /// Whether Chinese stands directly before an index, closing quotation marks looked through.
  func isChinese(before index: Int) -> Bool {
    var index = index - 1
    while has("”", at: index) || has("’", at: index) { index -= 1 }
    return isOne(of: .chinese, at: index)
  }

  /// Whether Chinese stands directly behind an index, opening quotation marks looked through.
  func isChinese(after index: Int) -> Bool {
    var index = index + 1
    while has("“", at: index) || has("‘", at: index) { index += 1 }
    return isOne(of: .chinese, at: index)
  }
}

extension Remark {
  fileprivate static func halfWidth(_ mark: Unicode.Scalar, _ wide: String, at range: Range<Int>) -> Remark {
    Remark(
      .warning, .halfWidthMark, at: range,
      Wording(zh: "`\(mark)`是半角标点，中文里用全角", en: "`\(mark)` is half-width; Chinese text takes the full-width mark"),
      hint: Wording(zh: "改成`\(wide)`。", en: "write `\(wide)`."), replacement: wide)
  }
}
