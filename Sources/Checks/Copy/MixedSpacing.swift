import Content
import Diagnostics

/// A space between Han characters and Latin letters, digits or facts on a site that writes none, or none on a site that
/// writes one.
enum MixedSpacing {
  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    guard passage.script.isChinese, !passage.isLaw, passage.kinds.contains(.han) else { return }
    switch style.spacing {
    case .none: surplus(passage, &remarks)
    case .space: missing(passage, &remarks)
    case .any: break
    }
  }

  private static func surplus(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.space) else { return }
    var index = 0
    while index < passage.glyphs.count {
      guard passage.glyphs[index].kind == .space, passage.glyphs[index].scalar != "\u{3000}" else {
        index += 1
        continue
      }
      var end = index + 1
      while passage.kind(end) == .space { end += 1 }
      let latin: Glyph.Kind = [.letter, .digit, .fact]
      let isBetween =
        (passage.kind(index - 1) == .han && passage.isOne(of: latin, at: end))
        || (passage.isOne(of: latin, at: index - 1) && passage.kind(end) == .han)
      if isBetween {
        let isCertain = passage.isUnbroken(index..<end) && !passage.glyphs[index..<end].contains { $0.isEscaped }
        remarks.append(.surplusSpace(at: passage.range(index..<end), replacement: isCertain ? "" : nil))
      }
      index = end
    }
  }

  private static func missing(_ passage: Passage, _ remarks: inout [Remark]) {
    for index in passage.glyphs.indices.dropFirst() {
      let (before, after) = (passage.glyphs[index - 1], passage.glyphs[index])
      let isBetween =
        (before.kind == .han && after.isOne(of: .latin)) || (before.isOne(of: .latin) && after.kind == .han)
      guard isBetween else { continue }
      // Where markup stands between the two, the space belongs before or behind it.
      let isSideBySide = before.range.upperBound == after.range.lowerBound
      let place = after.range.lowerBound
      remarks.append(.missingSpace(at: place..<place, replacement: isSideBySide ? " " : nil))
    }
  }
}

extension Remark {
  fileprivate static func surplusSpace(at range: Range<Int>, replacement: String?) -> Remark {
    Remark(
      .warning, .mixedSpacing, at: range,
      Wording(
        zh: "汉字和字母、数字之间多了空格", en: "a space between Chinese and Latin characters, which this site writes without"),
      hint: Wording(
        zh: "删掉空格；排版时会自动留出空隙。", en: "delete it; the pages leave a gap of their own there."), replacement: replacement)
  }

  fileprivate static func missingSpace(at range: Range<Int>, replacement: String?) -> Remark {
    Remark(
      .warning, .mixedSpacing, at: range,
      Wording(
        zh: "汉字和字母、数字之间少了空格", en: "no space between Chinese and Latin characters, where this site writes one"),
      hint: Wording(zh: "加一个空格。", en: "add a space."), replacement: replacement)
  }
}
