import Content
import Diagnostics

/// A Chinese character that is not among the 3,500 common ones and whose reading is not given behind it.
enum RareCharacter {
  /// What the rule finds on a page: the first use of each character.
  static func diagnostics(in reading: PageReading) -> [Diagnostic] {
    let prose = reading.prose
    var seen: Set<Unicode.Scalar> = []
    var found: [Diagnostic] = []
    for block in prose.blocks where !block.isForTeachers {
      for index in block.range where prose.scalars[index].value >= 0x3400 {
        let scalar = prose.scalars[index]
        guard scalar.isHan, scalar != "〇", !CommonCharacters.contains(scalar), seen.insert(scalar).inserted,
          !isRead(after: index, of: block, in: prose)
        else { continue }
        found.append(.rareCharacter(Character(scalar), at: prose.place(index..<index + 1)))
      }
    }
    return found
  }

  /// Whether the reading in Latin letters follows in brackets, at most three characters on: 甪（lù）直, 阿堵（ēdǔ）.
  private static func isRead(after index: Int, of block: Prose.Block, in prose: Prose) -> Bool {
    let rest = prose.scalars[index + 1..<min(index + 6, block.range.upperBound)]
    guard let open = rest.prefix(4).firstIndex(where: { $0 == "（" || $0 == "(" }) else { return false }
    guard open + 1 < block.range.upperBound else { return false }
    let first = prose.scalars[open + 1]
    return !first.isHan && first.properties.isAlphabetic
  }
}

extension Diagnostic {
  fileprivate static func rareCharacter(_ character: Character, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "rare-character", at: place,
      Wording(
        zh: "“\(character)”不在3500个常用字里，有的读者不认识", en: "“\(character)” is not among the 3,500 common characters"),
      hint: Wording(
        zh: "换一个常用的说法；非用不可，就在后面注上拼音，例如“甪（lù）直”。",
        en: "use a common word; if it must stand, put its reading behind it, as in “甪（lù）直”."))
  }
}
