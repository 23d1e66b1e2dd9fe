import Diagnostics

/// Chinese punctuation left behind in English.
enum FullWidthMark {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.script.isEnglish, passage.kinds.contains(.wideMark) else { return }
    for index in passage.glyphs.indices where passage.glyphs[index].kind == .wideMark {
      // Chinese words that are quoted keep their marks.
      guard !touchesHan(index, passage), !passage.glyphs[index].isEscaped else { continue }
      let mark = passage.glyphs[index].scalar
      remarks.append(.fullWidth(mark, replacement(of: mark, at: index, passage), at: passage.glyphs[index].range))
    }
  }

  /// Whether a Han character stands beside a mark, other marks looked through.
  private static func touchesHan(_ index: Int, _ passage: Passage) -> Bool {
    var before = index - 1
    while passage.kind(before) == .wideMark { before -= 1 }
    var after = index + 1
    while passage.kind(after) == .wideMark { after += 1 }
    return passage.kind(before) == .han || passage.kind(after) == .han
  }

  /// The English mark, with the space that belongs beside it; nil where none is certain.
  private static func replacement(of mark: Unicode.Scalar, at index: Int, _ passage: Passage) -> String? {
    let isBeforeWord = passage.isOne(of: [.letter, .digit, .fact], at: index + 1) || passage.has("“", at: index + 1)
    let isAfterWord = passage.isOne(of: [.letter, .digit, .fact], at: index - 1)
    let space = isBeforeWord ? " " : ""
    switch mark {
    case "，", "、": return "," + space
    case "。": return "." + space
    // A colon with a space would make something else of a title above the text.
    case "：": return passage.setting == .frontMatter ? nil : ":" + space
    case "；": return ";" + space
    case "！": return "!" + space
    case "？": return "?" + space
    case "（": return (isAfterWord ? " " : "") + "("
    case "）": return ")" + space
    default: return nil
    }
  }
}

extension Remark {
  fileprivate static func fullWidth(_ mark: Unicode.Scalar, _ replacement: String?, at range: Range<Int>) -> Remark {
    let shown = replacement.map { String($0.filter { $0 != " " }) }
    return Remark(
      .warning, .fullWidthMark, at: range,
      Wording(zh: "`\(mark)`是中文标点，英文里不用", en: "`\(mark)` is a Chinese mark, left behind in English"),
      hint: shown.map { Wording(zh: "改成`\($0)`。", en: "write `\($0)`.") }
        ?? Wording(zh: "换成英文的写法。", en: "write it as English does."), replacement: replacement)
  }
}
