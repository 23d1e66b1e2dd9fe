import Diagnostics

/// Traditional characters in Simplified text.
enum TraditionalCharacter {
  /// Variants that Unihan does not count as traditional but that are no standard characters either, with the standard one.
  private static let variants = "裏里週周佈布慾欲讚赞嚐尝妳你衹只倖幸姪侄菸烟"

  /// The standard character for each that is none; nil where several are possible.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar?] = {
    var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
    let pairs = Array((TraditionalTable.pairs + variants).unicodeScalars)
    for index in stride(from: 0, to: pairs.count - 1, by: 2) { table[pairs[index]] = .some(pairs[index + 1]) }
    for scalar in TraditionalTable.ambiguous.unicodeScalars { table[scalar] = .some(nil) }
    return table
  }()

  private static let known = ScalarSet(simplified.keys)

  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard case .chinese(isSimplified: true) = passage.script, passage.kinds.contains(.han), !passage.isBait,
      !passage.isLaw
    else { return }
    let (table, known) = (Self.simplified, Self.known)
    for glyph in passage.glyphs where glyph.kind == .han && known.contains(glyph.scalar) {
      guard let standard = table[glyph.scalar] else { continue }
      remarks.append(.traditional(glyph.scalar, standard, at: glyph.range, isCertain: !glyph.isEscaped))
    }
  }
}

extension Remark {
  fileprivate static func traditional(
    _ character: Unicode.Scalar, _ standard: Unicode.Scalar?, at range: Range<Int>, isCertain: Bool
  ) -> Remark {
    Remark(
      .warning, .traditionalCharacter, at: range,
      Wording(zh: "“\(character)”不是规范简化字", en: "“\(character)” is not a Simplified character"),
      hint: standard.map { Wording(zh: "改成“\($0)”。", en: "write “\($0)”.") }
        ?? Wording(zh: "换成规范字。", en: "write the standard character."),
      replacement: isCertain ? standard.map { String($0) } : nil)
  }
}
