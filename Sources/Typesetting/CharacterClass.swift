/// What a character is to line breaking and spacing, after the classes of CLREQ (W3C) and JIS X 4051.
enum CharacterClass: UInt8, Hashable, Sendable {
  /// Han characters, kana and other signs as wide as they are; lines may end on both sides.
  case han
  /// Opening brackets and quotation marks: never at the end of a line.
  case opening
  /// Closing brackets and quotation marks: never at the beginning of a line.
  case closing
  /// Marks that end or divide a sentence: never at the beginning of a line.
  case stop
  /// The middle dot and its like, in the middle of their square: never at the beginning of a line.
  case middleDot
  /// Dashes and ellipses: never at the beginning of a line, never parted from their like.
  case dash
  /// Signs after a number, such as ％ and ℃.
  case postfix
  /// Signs before a number, such as ￥.
  case prefix
  /// Circled numbers and marks that begin an item: never at the end of a line.
  case mark
  case letter
  case digit
  /// Hyphens and the like inside of words.
  case hyphen
  case slash
  case space
  /// Spaces at which no line ends.
  case glue
  /// Nothing to see, but a line may end here (U+200B).
  case breakingSpace
  /// A line ends here.
  case newline

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case " ", "\t", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}": self = .space
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": self = .newline
    case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}", "\u{FEFF}", "\u{2011}", "\u{200D}": self = .glue
    case "\u{200B}": self = .breakingSpace
    case "0"..."9": self = .digit
    case "（", "“", "‘", "《", "〈", "【", "「", "『", "〔", "〖", "［", "｛", "(", "[", "{", "〝", "«": self = .opening
    case "）", "”", "’", "》", "〉", "】", "」", "』", "〕", "〗", "］", "｝", ")", "]", "}", "〞", "〟", "»": self = .closing
    case "，", "。", "、", "；", "：", "？", "！", "．", ",", ".", ";", ":", "?", "!", "｡", "､": self = .stop
    case "·", "・", "‧", "•": self = .middleDot
    case "—", "―", "…", "⋯", "–", "～", "〜", "⸺", "⸻": self = .dash
    case "％", "‰", "℃", "℉", "°", "%", "′", "″", "㎡", "￠", "¢": self = .postfix
    case "￥", "＄", "￡", "￦", "¥", "$", "£", "€", "№", "#", "＃", "§": self = .prefix
    case "①"..."⓿", "❶"..."➓", "㈠"..."㈩", "☐", "☑", "✓", "✗", "●", "■", "◆", "▶", "►": self = .mark
    case "-", "‐": self = .hyphen
    case "/", "\\", "／": self = .slash
    case "\u{0}"..."\u{24F}", "\u{250}"..."\u{52F}", "\u{1E00}"..."\u{1FFF}", "\u{2070}"..."\u{209C}": self = .letter
    default: self = .han
    }
  }
}
