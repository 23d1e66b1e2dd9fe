/// One sentence of a page, or a block that is none, such as a heading or a cell.
struct Sentence {
  /// Its characters among those of the page, without blanks at its ends.
  let range: Range<Int>
  /// Whether it is a paragraph's and ends as sentences end; the others do not count for means.
  let isWhole: Bool
  /// Whether it is said to instructors only.
  let isForTeachers: Bool

  /// The sentences of a page, in order.
  static func sentences(of prose: Prose, isChinese: Bool) -> [Sentence] {
    var sentences: [Sentence] = []
    for block in prose.blocks {
      var start = block.range.lowerBound
      var index = start
      while index < block.range.upperBound {
        defer { index += 1 }
        guard
          isChinese ? isChineseEnd(prose.scalars[index]) : isEnglishEnd(at: index, of: block.range, in: prose.scalars)
        else { continue }
        while index + 1 < block.range.upperBound,
          prose.scalars[index + 1].isClosing
            || (isChinese
              ? isChineseEnd(prose.scalars[index + 1]) : isEnglishMark(prose.scalars[index + 1]))
        {
          index += 1
        }
        append(start..<index + 1, isEnded: true)
        start = index + 1
      }
      append(start..<block.range.upperBound, isEnded: false)

      func append(_ range: Range<Int>, isEnded: Bool) {
        var range = range
        while let first = range.first, prose.scalars[first] == " " { range.removeFirst() }
        while let last = range.last, prose.scalars[last] == " " { range.removeLast() }
        guard !range.isEmpty else { return }
        sentences.append(
          Sentence(range: range, isWhole: isEnded && block.kind == .paragraph, isForTeachers: block.isForTeachers))
      }
    }
    return sentences
  }

  private static func isChineseEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "!", "?": true
    default: false
    }
  }

  /// A full stop ends a sentence when a blank, a closing mark or nothing follows, the next word does not begin small, and it
  /// does not belong to an abbreviation.
  private static func isEnglishEnd(at index: Int, of block: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    guard isEnglishMark(scalar) else { return false }
    var next = index + 1
    while next < block.upperBound, scalars[next].isClosing || scalars[next] == scalar { next += 1 }
    guard next < block.upperBound else { return true }
    guard scalars[next] == " " else { return scalar != "." && scalars[next].isHan }
    while next < block.upperBound, scalars[next] == " " || scalars[next].isOpening { next += 1 }
    if next < block.upperBound, scalars[next].isLatin, scalars[next].value >= 0x61 { return false }
    guard scalar == "." else { return true }
    var start = index
    while start > block.lowerBound, isLetter(scalars[start - 1]) || scalars[start - 1] == "." { start -= 1 }
    let word = String(scalars[start..<index])
    return !abbreviations.contains(word.lowercased()) && (word.count != 1 || word == "I")
  }

  private static func isEnglishMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.isLatin : scalar.properties.isAlphabetic
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "arts", "e.g", "i.e", "vs", "cf", "p", "pp", "vol",
    "fig",
    "approx", "u.s",
  ]
}
