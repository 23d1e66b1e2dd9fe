import Diagnostics

/// Marks of emphasis that did not become emphasis and stand in the text: `** 重点**`.
enum StrayEmphasis {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.mark) else { return }
    for mark: Unicode.Scalar in ["*", "_", "~"] {
      let runs = runs(of: mark, passage)
      for run in runs where run.count == 2 {
        let isBeforeWord = passage.isOne(of: [.han, .letter, .wideMark, .sharedMark], at: run.upperBound)
        // `张**` hides a name, `138**1234` a number.
        let isMask = passage.isOne(of: .digit, at: run.lowerBound - 1) || passage.isOne(of: .digit, at: run.upperBound)
        if isMask || (runs.count == 1 && !isBeforeWord) { continue }
        // `__init__` is a name of a program.
        if mark == "_", passage.kind(run.upperBound) == .letter || passage.kind(run.lowerBound - 1) == .letter {
          continue
        }
        remarks.append(.strayEmphasis(passage.text(run), at: passage.range(run)))
      }
    }
  }

  private static func runs(of mark: Unicode.Scalar, _ passage: Passage) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < passage.glyphs.count {
      guard passage.has(mark, at: index), !passage.glyphs[index].isEscaped else {
        index += 1
        continue
      }
      var end = index + 1
      while passage.has(mark, at: end) { end += 1 }
      runs.append(index..<end)
      index = end
    }
    return runs
  }
}

extension Remark {
  fileprivate static func strayEmphasis(_ marks: String, at range: Range<Int>) -> Remark {
    Remark(
      .warning, .strayEmphasis, at: range,
      Wording(zh: "“\(marks)”没有起作用，读者会看到它", en: "“\(marks)” has no effect; readers will see it"),
      hint: Wording(
        zh: "前后成对，里侧不留空格：“**重点**”；不是强调就删掉。",
        en:
          "write it before and behind the words, with no space inside: “**word**”; if no emphasis is meant, delete it.")
    )
  }
}
