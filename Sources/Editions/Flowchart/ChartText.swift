import Markdown

/// Text for drawings, broken into lines by estimated widths. Nobody knows with which font a device shows a page, so the
/// estimates are those of wide fonts: a line may end early, but does not run over its box.
enum ChartText {
  /// How wide a text is, in parts of its size.
  static func width(of text: some StringProtocol, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * (isBold ? 1.06 : 1)
  }

  /// The lines of a text, none wider than a measure unless a single word is.
  /// - Parameter measure: in parts of the text's size.
  static func lines(of text: String, measure: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      let isFirst = line.isEmpty
      let candidate = line + piece
      if isFirst || width(of: trimmed(candidate), isBold: isBold) <= measure {
        line = isFirst ? String(piece.drop { $0 == " " }) : candidate
      } else {
        lines.append(trimmed(line))
        line = String(piece.drop { $0 == " " })
      }
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// The same number of lines, as even as they can be, so that none holds one character; rather with ends at punctuation.
  static func evenLines(of text: String, measure: Double, isBold: Bool = false) -> [String] {
    var best = lines(of: text, measure: measure, isBold: isBold)
    let count = best.count
    var narrower = measure - 0.5
    while count > 1, narrower > 2 {
      let lines = lines(of: text, measure: narrower, isBold: isBold)
      guard lines.count == count else { break }
      if naturalEnds(lines) >= naturalEnds(best) { best = lines }
      narrower -= 0.5
    }
    return best
  }

  private static func naturalEnds(_ lines: [String]) -> Int {
    lines.dropLast().count { "，。、；？！,;?!".contains($0.last ?? " ") }
  }

  /// What stays together: a Latin word with the space before it, a Han character with the marks that belong to it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var last: Character = " "
    for character in text {
      if !pieces.isEmpty, !mayBreak(between: last, and: character) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    if left == " " { return false }
    if right == " " { return true }
    if opening.contains(left) || closing.contains(right) { return false }
    return isWide(left) || isWide(right)
  }

  private static let opening: Set<Character> = ["“", "‘", "（", "《", "「", "【", "("]
  private static let closing: Set<Character> = [
    "”", "’", "）", "》", "」", "】", ")", "，", "。", "、", "；", "：", "？", "！", ",", ".", ";", ":", "?", "!", "%", "…", "·",
  ]

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "\u{2E80}"...: 1
    // Chinese fonts draw these as wide as a character.
    case "“", "”", "‘", "’", "…", "—", "·": 1
    case "A"..."Z": 0.72
    case "m", "w", "M", "W", "@", "%": 0.92
    case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "!", "|", "(", ")": 0.4
    case " ": 0.33
    default: 0.6
    }
  }
}
