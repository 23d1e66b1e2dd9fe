import Content
import Diagnostics

/// Spaces that do not belong: wide ones, tabs, invisible characters, spaces beside full-width marks or between Han
/// characters, doubled ones, spaces before a mark; and, in English, none behind one.
enum OddSpace {
  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard !passage.isLaw else { return }
    if passage.kinds.contains(.other) { invisible(passage, &remarks) }
    if passage.script.isEnglish { missing(passage, &remarks) }
    guard passage.kinds.contains(.space) else { return }
    var index = 0
    while index < passage.glyphs.count {
      guard passage.glyphs[index].kind == .space else {
        index += 1
        continue
      }
      var end = index + 1
      while passage.kind(end) == .space { end += 1 }
      spaces(index..<end, passage, style, &remarks)
      index = end
    }
  }

  /// Judges one run of spaces.
  private static func spaces(
    _ run: Range<Int>, _ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]
  ) {
    let glyphs = passage.glyphs[run]
    if glyphs.contains(where: { $0.isEscaped }) { return }
    let isUnbroken = passage.isUnbroken(run)
    func report(_ slip: Slip, _ replacement: String?) {
      remarks.append(.space(slip, at: passage.range(run), replacement: isUnbroken ? replacement : nil))
    }
    if run.lowerBound == 0 {
      // Markdown itself drops all but wide spaces.
      if glyphs.contains(where: { $0.scalar == "\u{3000}" }) { report(.indent, "") }
      return
    }
    let (before, after) = (passage.kind(run.lowerBound - 1), passage.kind(run.upperBound))
    if passage.script.isChinese {
      if before == .wideMark || after == .wideMark {
        // Wide spaces beside a bracket may leave room to write in: `（　）`.
        // and a slash or a bar between two titles has its spaces on both sides.
        let isSeparated = [before, after].contains { !$0.isDisjoint(with: [.mark, .other]) }
        if !passage.isBlank(run), !isSeparated { report(.besideMark, "") }
        return
      }
      if glyphs.contains(where: { $0.scalar == "\u{3000}" }) { return report(.wide, nil) }
      if before == .han, after == .han {
        // Sites that write spaces put them round links and emphasis too.
        if style.spacing != .none, !passage.isUnbroken(run.lowerBound - 1..<run.upperBound + 1) { return }
        // A slogan of two halves has a space for a comma.
        if passage.glyphs.contains(where: { "，。；：".unicodeScalars.contains($0.scalar) }) { report(.betweenHan, nil) }
        return
      }
    } else if passage.script.isEnglish, passage.isSpaceBeforeMark(run) {
      return report(.beforeMark, "")
    }
    if glyphs.contains(where: { $0.scalar == "\t" }) { return report(.tab, " ") }
    if passage.script.isEnglish {
      if glyphs.contains(where: { $0.scalar == "\u{3000}" }) { return report(.wide, " ") }
      if run.count > 1, after != [] { report(.doubled, " ") }
    }
  }

  private static func invisible(_ passage: Passage, _ remarks: inout [Remark]) {
    for glyph in passage.glyphs where glyph.kind == .other && !glyph.isEscaped {
      switch glyph.scalar.value {
      // A zero-width space, marks of direction, a soft hyphen, a byte order mark.
      case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0xAD, 0xFEFF:
        remarks.append(.space(.invisible, at: glyph.range, replacement: ""))
      default: break
      }
    }
  }

  /// `end.Next` and `one,two`.
  private static func missing(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.mark) else { return }
    for index in passage.glyphs.indices.dropFirst() where passage.glyphs[index].kind == .mark {
      guard passage.kind(index - 1) == .letter, passage.kind(index + 1) == .letter, !passage.glyphs[index].isEscaped,
        let next = passage[index + 1], next.range.lowerBound == passage.glyphs[index].range.upperBound
      else { continue }
      switch passage.glyphs[index].scalar {
      case ",", ";", "?", "!": break
      case "." where passage.isStop(index): break
      default: continue
      }
      let mark = String(passage.glyphs[index].scalar)
      remarks.append(.space(.missing, at: passage.glyphs[index].range, replacement: mark + " "))
    }
  }

  /// What is wrong with a space.
  enum Slip {
    case indent, wide, tab, besideMark, betweenHan, beforeMark, doubled, missing, invisible
  }
}

extension Passage {
  /// Whether spaces stand alone between brackets, to be filled in.
  fileprivate func isBlank(_ run: Range<Int>) -> Bool {
    let opening = "（(【《“".unicodeScalars
    let closing = "）)】》”".unicodeScalars
    return (self[run.lowerBound - 1].map { opening.contains($0.scalar) } ?? false)
      && (self[run.upperBound].map { closing.contains($0.scalar) } ?? false)
  }

  /// Whether a mark stands behind spaces that ends a word: `word ,`. Not `.5`, `...` and `:)`.
  fileprivate func isSpaceBeforeMark(_ run: Range<Int>) -> Bool {
    guard let mark = self[run.upperBound], mark.kind == .mark, !mark.isEscaped,
      isOne(of: [.letter, .digit, .fact], at: run.lowerBound - 1)
    else { return false }
    let isLast = run.upperBound + 1 == glyphs.count || isOne(of: [.space, .lineEnd], at: run.upperBound + 1)
    return ",.;:!?".unicodeScalars.contains(mark.scalar) && isLast
  }

  /// Whether a full stop stands between two sentences, not within a name or an abbreviation.
  fileprivate func isStop(_ index: Int) -> Bool {
    func isLower(_ index: Int) -> Bool { self[index].map { (0x61...0x7A).contains($0.scalar.value) } ?? false }
    func isUpper(_ index: Int) -> Bool { self[index].map { (0x41...0x5A).contains($0.scalar.value) } ?? false }
    return isLower(index - 1) && isLower(index - 2) && isLower(index - 3) && isUpper(index + 1)
      && (isLower(index + 2) || isOne(of: .space, at: index + 2))
  }
}

extension Remark {
  fileprivate static func space(_ slip: OddSpace.Slip, at range: Range<Int>, replacement: String?) -> Remark {
    let (message, hint) = wording(slip)
    return Remark(.warning, .oddSpace, at: range, message, hint: hint, replacement: replacement)
  }

  private static func wording(_ slip: OddSpace.Slip) -> (Wording, Wording) {
    let delete = Wording(zh: "删掉它。", en: "delete it.")
    switch slip {
    case .indent:
      return (
        Wording(zh: "段首不用手工空格，排版时自动缩进", en: "no blanks at the start of a paragraph: the pages indent by themselves"),
        delete
      )
    case .wide:
      return (
        Wording(zh: "这里有一个全角空格", en: "a full-width space"),
        Wording(zh: "删掉它，或者换成标点。", en: "delete it, or put a mark in its place.")
      )
    case .tab:
      return (
        Wording(zh: "文字中间有制表符", en: "a tab within the text"), Wording(zh: "换成一个空格。", en: "write a space.")
      )
    case .besideMark: return (Wording(zh: "中文标点旁边不加空格", en: "a space beside a full-width mark"), delete)
    case .betweenHan:
      return (
        Wording(zh: "两个汉字之间有空格", en: "a space between two Chinese characters"),
        Wording(zh: "删掉它，或者换成标点。", en: "delete it, or put a mark in its place.")
      )
    case .beforeMark: return (Wording(zh: "标点前面不加空格", en: "a space before a mark"), delete)
    case .doubled:
      return (
        Wording(zh: "有两个以上的空格", en: "more than one space"), Wording(zh: "只留一个。", en: "one is enough.")
      )
    case .missing:
      return (
        Wording(zh: "标点后面少了空格", en: "no space behind this mark"), Wording(zh: "加一个空格。", en: "add a space.")
      )
    case .invisible:
      return (Wording(zh: "这里有一个看不见的字符", en: "an invisible character"), delete)
    }
  }
}
