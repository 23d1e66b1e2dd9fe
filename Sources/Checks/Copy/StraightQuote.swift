import Diagnostics

/// Typewriter quotation marks in Chinese, and in English on a site that writes curly ones.
enum StraightQuote {
  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard !passage.isLaw, passage.kinds.contains(.mark) else { return }
    let isChinese = passage.script.isChinese && passage.kinds.contains(.han)
    guard isChinese || (passage.script.isEnglish && style.hasCurlyEnglish) else { return }
    let doubles = marks("\"", passage)
    if !doubles.isEmpty { pairs(doubles, ("“", "”"), isChinese, passage, &remarks) }
    let singles = marks("'", passage)
    let apostrophes = singles.filter { isApostrophe($0, singles, passage) }
    if !isChinese {
      for index in apostrophes { remarks.append(.straight("'", "’", at: passage.glyphs[index].range)) }
    }
    let rest = singles.filter { !apostrophes.contains($0) }
    if !rest.isEmpty { pairs(rest, ("‘", "’"), isChinese, passage, &remarks) }
  }

  private static func marks(_ mark: Unicode.Scalar, _ passage: Passage) -> [Int] {
    passage.glyphs.indices.filter { index in
      // 5'10" is a length.
      passage.glyphs[index].kind == .mark && passage.has(mark, at: index) && !passage.glyphs[index].isEscaped
        && !(passage.kind(index - 1) == .digit && passage.kind(index + 1) != .letter)
    }
  }

  /// Pairs the marks in order; each must stand where an opening or a closing one can.
  private static func pairs(
    _ marks: [Int], _ curly: (String, String), _ isChinese: Bool, _ passage: Passage, _ remarks: inout [Remark]
  ) {
    // In Chinese text, English words keep their marks: only pairs that touch Chinese are looked at.
    let touching = stride(from: 0, to: marks.count, by: 2).contains { order in
      let end = order + 1 < marks.count ? marks[order + 1] : marks[order]
      return passage.isOne(of: .chinese, at: marks[order] - 1) || passage.isOne(of: .chinese, at: end + 1)
        || passage.glyphs[marks[order]...end].contains { $0.isOne(of: .chinese) }
    }
    if isChinese, !touching { return }
    let isCertain =
      marks.count.isMultiple(of: 2)
      && marks.enumerated().allSatisfy { order, index in
        order.isMultiple(of: 2) ? canOpen(index, passage, isChinese) : canClose(index, passage, isChinese)
      }
    for (order, index) in marks.enumerated() {
      let mark = passage.glyphs[index]
      let right = order.isMultiple(of: 2) ? curly.0 : curly.1
      remarks.append(.straight(mark.scalar, right, at: mark.range, isCertain: isCertain))
    }
  }

  private static func canOpen(_ index: Int, _ passage: Passage, _ isChinese: Bool) -> Bool {
    guard let next = passage[index + 1], !next.isOne(of: [.space, .lineEnd]) else { return false }
    return isChinese || index == 0 || passage.isOne(of: [.space, .lineEnd, .mark, .sharedMark], at: index - 1)
  }

  private static func canClose(_ index: Int, _ passage: Passage, _ isChinese: Bool) -> Bool {
    guard let before = passage[index - 1], !before.isOne(of: [.space, .lineEnd]) else { return false }
    return isChinese || passage[index + 1] == nil
      || passage.isOne(of: [.space, .lineEnd, .mark, .sharedMark], at: index + 1)
  }

  /// `it's`, and `the banks' rules` where nothing opens a quotation.
  private static func isApostrophe(_ index: Int, _ marks: [Int], _ passage: Passage) -> Bool {
    guard passage.kind(index - 1) == .letter else { return false }
    if passage.kind(index + 1) == .letter { return true }
    return passage.has("s", at: index - 1) && marks.allSatisfy { passage.kind($0 - 1) == .letter }
  }
}

extension Remark {
  fileprivate static func straight(
    _ mark: Unicode.Scalar, _ right: String, at range: Range<Int>, isCertain: Bool = true
  ) -> Remark {
    Remark(
      .warning, .straightQuote, at: range,
      Wording(zh: "`\(mark)`是打字机的直引号", en: "`\(mark)` is a typewriter’s mark"),
      hint: isCertain
        ? Wording(zh: "改成`\(right)`。", en: "write `\(right)`.")
        : Wording(zh: "看清哪是开头、哪是结尾，改成弯引号。", en: "see which opens and which closes, and write curly ones."),
      replacement: isCertain ? right : nil)
  }
}
