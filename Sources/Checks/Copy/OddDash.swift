import Diagnostics

/// A dash in Chinese that is not `——` (GB/T 15834—2011, 4.10); in English, two hyphens in place of a dash.
enum OddDash {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard !passage.isLaw, !passage.kinds.isDisjoint(with: [.mark, .wideMark, .sharedMark, .other]) else { return }
    var index = 0
    while index < passage.glyphs.count {
      let first = passage.glyphs[index]
      guard first.isOne(of: [.mark, .wideMark, .sharedMark, .other]), "-－—―─–".unicodeScalars.contains(first.scalar),
        !first.isEscaped
      else {
        index += 1
        continue
      }
      var end = index + 1
      while passage.has(first.scalar, at: end), !passage.glyphs[end].isEscaped { end += 1 }
      if passage.script.isChinese {
        chinese(index..<end, passage, &remarks)
      } else if passage.script.isEnglish, first.scalar == "-", end - index == 2, isBetweenWords(index, end, passage) {
        remarks.append(.hyphens(at: passage.range(index..<end)))
      }
      index = end
    }
  }

  private static func chinese(_ run: Range<Int>, _ passage: Passage, _ remarks: inout [Remark]) {
    let mark = passage.glyphs[run.lowerBound].scalar
    let before = passage.isChinese(before: run.lowerBound)
    let after = passage.isChinese(after: run.upperBound - 1)
    if mark == "—" {
      // One alone is right between the ends of a range, and `———` is a line to write on.
      guard run.count == 1, before, after, !isRange(run.lowerBound, passage) else { return }
      remarks.append(.singleDash(at: passage.range(run)))
    } else if run.count >= 2, run.count <= 4, before || after {
      let isOpen = before && after && passage.isUnbroken(run)
      remarks.append(.dash(passage.text(run), at: passage.range(run), replacement: isOpen ? "——" : nil))
    }
  }

  /// Whether a dash stands between places, times or numbers.
  private static func isRange(_ index: Int, _ passage: Passage) -> Bool {
    let ends = "年月日号时点分周期岁元万亿%％倍次一二三四五六七八九十百千上下甲乙丙丁东西南北省市县区镇乡村站京沪穗深港澳台"
    return ends.unicodeScalars.contains(passage.glyphs[index - 1].scalar)
      || ends.unicodeScalars.contains(passage.glyphs[index + 1].scalar)
      || !passage.isOne(of: .han, at: index - 1) || !passage.isOne(of: .han, at: index + 1)
  }

  private static func isBetweenWords(_ index: Int, _ end: Int, _ passage: Passage) -> Bool {
    let before = passage.kind(index - 1)
    let after = passage.kind(end)
    return (before == .letter && after == .letter) || (before == .space && after == .space)
  }
}

extension Remark {
  fileprivate static func dash(_ dashes: String, at range: Range<Int>, replacement: String?) -> Remark {
    Remark(
      .warning, .oddDash, at: range,
      Wording(zh: "“\(dashes)”不是中文的破折号", en: "“\(dashes)” is not the Chinese dash"),
      hint: Wording(zh: "改成“——”。", en: "write “——”, two characters long."), replacement: replacement)
  }

  fileprivate static func singleDash(at range: Range<Int>) -> Remark {
    Remark(
      .warning, .oddDash, at: range,
      Wording(zh: "破折号少了一半", en: "half of the Chinese dash is missing"),
      hint: Wording(
        zh: "破折号写成“——”；表示起止的用一个“—”，前后是数字、时间或地名。",
        en: "a dash is “——”; a single “—” joins numbers, times or places."))
  }

  fileprivate static func hyphens(at range: Range<Int>) -> Remark {
    Remark(
      .warning, .oddDash, at: range,
      Wording(zh: "两个连字符不是破折号", en: "two hyphens are not a dash"),
      hint: Wording(zh: "改用逗号、冒号或者“—”。", en: "use a comma, a colon, or “—”."))
  }
}
