/// What a character is to line breaking and spacing, after the classes of CLREQ (W3C, Requirements for Chinese Text
/// Layout, 3.1.2 and 3.1.6) and JIS X 4051, with what Latin text and numbers need besides.
enum CharacterClass: UInt8, Hashable, Sendable {
  /// Han characters, kana and all other signs between which a line may end.
  case han
  /// Opening brackets and quotation marks: never at the end of a line.
  case opening
  /// Closing brackets and quotation marks: never at the beginning of a line.
  case closing
  /// Marks that end or divide a sentence: never at the beginning of a line.
  case stop
  /// The middle dot and its like: never at the beginning of a line.
  case middleDot
  /// Dashes and ellipses: never at the beginning of a line, never parted from their like.
  case dash
  /// Signs after a number, such as % and ℃: never at the beginning of a line.
  case postfix
  /// Signs before a number, such as ￥: never at the end of a line.
  case prefix
  /// Signs between or before numbers, such as × and ≥.
  case sign
  /// Circled numbers and boxes that begin an item: never at the end of a line.
  case label
  /// Latin, Greek and Cyrillic letters, and signs that behave as they do.
  case letter
  /// 0 to 9.
  case digit
  /// Joins words; a line may end after it.
  case hyphen
  /// Never at the beginning of a line.
  case slash
  /// A line may end after it; it vanishes at the ends of a line.
  case space
  /// Holds together what is on both sides.
  case glue
  /// Nothing to see, but a line may end here (U+200B).
  case breakingSpace
  /// A line ends here.
  case newline

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .digit
    case "a"..."z", "A"..."Z": self = .letter
    case "\u{4E00}"..."\u{9FFF}": self = .han
    case " ", "\t", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}": self = .space
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": self = .newline
    case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}", "\u{FEFF}", "\u{2011}", "\u{200D}": self = .glue
    case "\u{200B}": self = .breakingSpace
    case "（", "“", "‘", "《", "〈", "【", "「", "『", "〔", "〖", "［", "｛", "(", "[", "{", "〝", "«": self = .opening
    case "）", "”", "’", "》", "〉", "】", "」", "』", "〕", "〗", "］", "｝", ")", "]", "}", "〞", "〟", "»": self = .closing
    case "，", "。", "、", "；", "：", "？", "！", "．", ",", ".", ";", ":", "?", "!", "｡", "､": self = .stop
    case "·", "・", "‧", "•": self = .middleDot
    case "—", "―", "…", "⋯", "–", "～", "〜", "⸺", "⸻": self = .dash
    case "％", "‰", "℃", "℉", "°", "%", "′", "″", "㎡", "￠", "¢": self = .postfix
    case "￥", "＄", "￡", "￦", "¥", "$", "£", "€", "№", "#", "＃", "§": self = .prefix
    case "×", "÷", "±", "+", "=", "<", ">", "~", "＋", "－", "＝", "＜", "＞", "≈", "≠", "≤", "≥": self = .sign
    case "①"..."⓿", "❶"..."➓", "㈠"..."㈩", "☐", "☑", "✓", "✗", "●", "■", "◆", "▶", "►": self = .label
    case "-", "‐", "\u{2212}": self = .hyphen
    case "/", "\\", "／": self = .slash
    case "\u{0}"..."\u{52F}", "\u{1E00}"..."\u{1FFF}", "\u{2070}"..."\u{209C}": self = .letter
    default: self = .han
    }
  }

  /// Whether it is only white, which vanishes at the ends of a line.
  var isWhite: Bool {
    switch self {
    case .space, .breakingSpace, .newline: true
    case .han, .opening, .closing, .stop, .middleDot, .dash, .postfix, .prefix, .sign, .label, .letter, .digit, .hyphen,
      .slash, .glue:
      false
    }
  }

  /// The share of a full-width mark's square that is white on its left and on its right (CLREQ 3.1.6).
  var white: (left: Double, right: Double) {
    switch self {
    case .opening: (0.5, 0)
    case .closing, .stop: (0, 0.5)
    case .middleDot: (0.25, 0.25)
    case .han, .dash, .postfix, .prefix, .sign, .label, .letter, .digit, .hyphen, .slash, .space, .glue, .breakingSpace,
      .newline:
      (0, 0)
    }
  }

  /// Whether it may not stand at the beginning of a line.
  var neverBegins: Bool {
    switch self {
    case .closing, .stop, .middleDot, .dash, .postfix, .slash, .glue: true
    case .han, .opening, .prefix, .sign, .label, .letter, .digit, .hyphen, .space, .breakingSpace, .newline: false
    }
  }

  /// Whether it may not stand at the end of a line.
  var neverEnds: Bool {
    switch self {
    case .opening, .prefix, .label, .glue: true
    case .han, .closing, .stop, .middleDot, .dash, .postfix, .sign, .letter, .digit, .hyphen, .slash, .space,
      .breakingSpace, .newline:
      false
    }
  }
}
