import Diagnostics

/// A mark twice where once is meant: `。。`, `，，`, `!!`; and marks that cannot follow one another: `，。`.
enum DoubledMark {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    // A swindler's shouting is left as it is.
    guard !passage.isBait, !passage.isLaw, !passage.kinds.isDisjoint(with: [.mark, .wideMark]) else { return }
    var index = 0
    while index < passage.glyphs.count {
      let end = runEnd(index, passage)
      defer { index = max(end, index + 1) }
      guard end - index > 1 else { continue }
      let marks = passage.glyphs[index..<end].map(\.scalar)
      guard !marks.contains(where: { $0 == "." }) || marks.allSatisfy({ $0 == "." }) else { continue }
      let isSame = marks.allSatisfy { $0 == marks[0] }
      if isSame, marks[0] == "。" || marks[0] == ".", marks.count > 2 { continue }
      if isSame, marks[0] == "." || marks[0] == ":", !isSentence(index, end, passage) { continue }
      let isAsking = marks.allSatisfy { "！？!?".unicodeScalars.contains($0) }
      // `？！` is a question that is shouted.
      if isAsking, marks.count == 2, !isSame { continue }
      let isUnbroken = passage.isUnbroken(index..<end)
      let replacement = isUnbroken && isSame ? String(marks[0]) : nil
      remarks.append(.doubled(passage.text(index..<end), replacement, at: passage.range(index..<end)))
    }
  }

  /// The end of the run of marks that starts at an index.
  private static func runEnd(_ index: Int, _ passage: Passage) -> Int {
    let wide = "，。、；：！？"
    let narrow = ",;:!?."
    let marks: Glyph.Kind = [.mark, .wideMark]
    guard let first = passage[index], first.isOne(of: marks), !first.isEscaped, passage.isOne(of: marks, at: index + 1)
    else { return index }
    var end = index
    for marks in [wide, narrow] where marks.unicodeScalars.contains(first.scalar) {
      while let next = passage[end], next.isOne(of: [.mark, .wideMark]), !next.isEscaped,
        marks.unicodeScalars.contains(next.scalar)
      {
        end += 1
      }
    }
    return end
  }

  /// Whether two stops or colons stand behind a word and are not part of a name such as `a::b` or `../b`.
  private static func isSentence(_ index: Int, _ end: Int, _ passage: Passage) -> Bool {
    passage.isOne(of: [.letter, .digit, .han], at: index - 1)
      && (passage[end] == nil || passage.isOne(of: [.space, .lineEnd, .han], at: end))
  }
}

extension Remark {
  fileprivate static func doubled(_ marks: String, _ replacement: String?, at range: Range<Int>) -> Remark {
    Remark(
      .warning, .doubledMark, at: range,
      Wording(zh: "“\(marks)”：标点重复了", en: "“\(marks)”: a mark too many"),
      hint: replacement.map { Wording(zh: "只留一个“\($0)”。", en: "one “\($0)” is enough.") }
        ?? Wording(zh: "留下该留的那一个。", en: "keep the one that is meant."), replacement: replacement)
  }
}
