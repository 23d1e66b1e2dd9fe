import Diagnostics

/// An ellipsis in Chinese that is not `……` (GB/T 15834—2011, 4.11).
enum OddEllipsis {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.script.isChinese, !passage.isLaw,
      !passage.kinds.isDisjoint(with: [.mark, .wideMark, .sharedMark])
    else { return }
    var index = 0
    while index < passage.glyphs.count {
      let first = passage.glyphs[index]
      guard first.isOne(of: [.mark, .wideMark, .sharedMark]), ".。…·⋯".unicodeScalars.contains(first.scalar),
        !first.isEscaped
      else {
        index += 1
        continue
      }
      var end = index + 1
      while passage.has(first.scalar, at: end), !passage.glyphs[end].isEscaped { end += 1 }
      if isOdd(first.scalar, end - index), isInChinese(index, end, passage) {
        let isUnbroken = passage.isUnbroken(index..<end)
        remarks.append(
          .ellipsis(passage.text(index..<end), at: passage.range(index..<end), replacement: isUnbroken ? "……" : nil))
      }
      index = end
    }
  }

  private static func isOdd(_ mark: Unicode.Scalar, _ count: Int) -> Bool {
    switch mark {
    // Twelve dots stand for whole paragraphs.
    case "…": count != 2 && count != 4
    case "⋯": true
    default: count >= 3
    }
  }

  private static func isInChinese(_ index: Int, _ end: Int, _ passage: Passage) -> Bool {
    let near: Glyph.Kind = [.han, .wideMark]
    return passage.isOne(of: near, at: index - 1) || passage.isOne(of: near, at: end)
      || (passage.has("“", at: index - 1) && passage.kinds.contains(.han))
  }
}

extension Remark {
  fileprivate static func ellipsis(_ dots: String, at range: Range<Int>, replacement: String?) -> Remark {
    Remark(
      .warning, .oddEllipsis, at: range,
      Wording(zh: "“\(dots)”不是中文的省略号", en: "“\(dots)” is not the Chinese ellipsis"),
      hint: Wording(zh: "改成“……”。", en: "write “……”, two characters of three dots."), replacement: replacement)
  }
}
