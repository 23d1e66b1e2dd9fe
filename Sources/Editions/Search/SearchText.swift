/// How readers of a language look words up.
enum SearchManner: Hashable {
  /// Anywhere inside a sentence, as in Chinese, which has no spaces.
  case anywhere
  /// By the beginnings of words, and where it is known how by their forms.
  case words(inflected: Bool)

  /// The manner of a language, by its tag.
  init(tag: String) {
    switch tag.split(separator: "-").first?.lowercased() {
    case "zh", "ja", "th", "lo", "my", "km": self = .anywhere
    case "en": self = .words(inflected: true)
    default: self = .words(inflected: false)
    }
  }

  /// What the forms of a word have in common.
  func stem(of word: ArraySlice<UInt16>) -> [UInt16] {
    switch self {
    case .anywhere, .words(inflected: false): Array(word)
    case .words(inflected: true): Stem.of(word)
    }
  }
}

/// A text cut into the pieces that can be looked up. The script that searches, `search.js`, cuts what a reader types in the
/// same way; `Tests/EditionsTests/search-pieces.txt` holds both to that.
///
/// Letters lose their case, full-width letters and digits their width; marks and spaces separate, but for those that stand
/// inside a number, an address or a name: `12.5%`, `3·15`, `example.org`.
struct SearchText {
  /// One piece.
  struct Piece {
    /// A run that is found anywhere inside; otherwise a word.
    let isRun: Bool
    /// Where it stands in `units`.
    let range: Range<Int>
  }

  /// The pieces' UTF-16 code units, one after the other.
  private(set) var units: [UInt16] = []
  private(set) var pieces: [Piece] = []

  init(_ text: some Sequence<UInt16>, _ manner: SearchManner) {
    var folded = Array(text)
    for index in folded.indices { folded[index] = Self.folded(folded[index]) }
    switch manner {
    case .anywhere: cutRuns(folded)
    case .words: cutWords(folded)
    }
  }

  private mutating func cutRuns(_ text: [UInt16]) {
    units = text
    var start = 0
    for index in 0...text.count where index == text.count || !Self.belongs(index, in: text) {
      if index > start { pieces.append(Piece(isRun: true, range: start..<index)) }
      start = index + 1
    }
  }

  private mutating func cutWords(_ text: [UInt16]) {
    var index = 0
    while index < text.count {
      guard Self.isLetter(text[index]) else {
        index += 1
        continue
      }
      let start = units.count
      let isRun = !Self.isSpelt(text[index])
      if isRun {
        while index < text.count, Self.isLetter(text[index]), !Self.isSpelt(text[index]) {
          units.append(text[index])
          index += 1
        }
      } else {
        appendWord(text, &index)
        dropPossessive(from: start)
      }
      pieces.append(Piece(isRun: isRun, range: start..<units.count))
    }
  }

  private mutating func appendWord(_ text: [UInt16], _ index: inout Int) {
    while index < text.count {
      let unit = text[index]
      if Self.isSpelt(unit) {
        units.append(unit)
      } else {
        guard index + 1 < text.count, Self.isSpelt(text[index + 1]) else { return }
        let isInNumber = Self.isDigit(text[index - 1]) && Self.isDigit(text[index + 1])
        switch unit {
        case Self.apostrophe: units.append(unit)
        case Self.point, Self.middleDot: if isInNumber { units.append(unit) } else { return }
        case Self.comma: if !isInNumber { return }
        default: return
        }
      }
      index += 1
    }
  }

  private mutating func dropPossessive(from start: Int) {
    if units.count - start > 2, units.suffix(2).elementsEqual([Self.apostrophe, 0x73]) { units.removeLast(2) }
  }

  // MARK: Characters

  private static let apostrophe: UInt16 = 0x27
  private static let comma: UInt16 = 0x2C
  private static let point: UInt16 = 0x2E
  private static let middleDot: UInt16 = 0xB7

  /// A character without case and width.
  static func folded(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x41...0x5A: unit + 0x20
    case 0xC0...0xD6, 0xD8...0xDE: unit + 0x20
    case 0xFF21...0xFF3A: unit - 0xFEC0
    case 0xFF05, 0xFF10...0xFF19, 0xFF41...0xFF5A: unit - 0xFEE0
    case 0x2019: apostrophe
    default: unit
    }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func isPlain(_ unit: UInt16) -> Bool { isDigit(unit) || (0x61...0x7A).contains(unit) }

  /// Whether a character belongs to a script that puts spaces between words.
  private static func isSpelt(_ unit: UInt16) -> Bool { unit < 0x2000 && isLetter(unit) }

  private static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0..<0x80: isPlain(unit)
    case 0x80..<0xC0, 0xD7, 0xF7, 0x2000..<0x2C00, 0x3000...0x3004, 0x3008...0x3030, 0x303D...0x303F, 0x30FB,
      0xFE10..<0xFE70, 0xFEFF..<0xFFFF:
      false
    default: true
    }
  }

  /// Whether a character is part of a run: a letter, or a mark inside a number, an address or a name.
  private static func belongs(_ index: Int, in text: [UInt16]) -> Bool {
    let unit = text[index]
    if isLetter(unit) { return true }
    guard index > 0 else { return false }
    let before = text[index - 1]
    if unit == UInt16(UInt8(ascii: "%")) { return isDigit(before) }
    guard index + 1 < text.count else { return false }
    let after = text[index + 1]
    switch unit {
    case middleDot: return isLetter(before) && isLetter(after)
    case apostrophe, 0x2B, comma, 0x2D, point, 0x2F, 0x3A, 0x40, 0x5F: return isPlain(before) && isPlain(after)
    default: return false
    }
  }
}
