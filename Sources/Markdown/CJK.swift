/// The characters that the "CJK-friendly emphasis" amendment to CommonMark calls CJK characters, and other kinds of
/// characters that decide whether asterisks are markup. Unicode 17.
enum CJK {
  /// East Asian wide, full-width and half-width characters that are not emoji, and Hangul.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x1100 { return false }
    if value >= 0x3041, value <= 0x9FFF { return !isGap(value) }
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].0 <= value { low = middle } else { high = middle }
    }
    return value >= ranges[low].0 && value <= ranges[low].1
  }

  /// Characters between which a line end in the source is nothing: Chinese, Japanese and full-width ones, but not
  /// Korean, which puts spaces between words.
  static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    contains(scalar) && scalar != "\u{20A9}" && !isHangul(scalar.value)
  }

  /// Marks that are full-width in Chinese and narrow in other scripts: quotation marks, dash, ellipsis, middle dot.
  static func isAmbiguousMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026: true
    default: false
    }
  }

  /// White space as CommonMark defines it.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == 0x20 || value == 0x09 || value == 0x0A || value == 0x0C || value == 0x0D }
    if isCommon(value) { return false }
    return scalar.properties.generalCategory == .spaceSeparator
  }

  /// Punctuation as CommonMark 0.30 defines it; with `symbols`, as 0.31 and the amendment do.
  static func isPunctuation(_ scalar: Unicode.Scalar, symbols: Bool) -> Bool {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isPunctuation }
    if isCommon(scalar.value) { return scalar.value < 0x4E00 || scalar.value > 0x9FFF }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return symbols
    default:
      return false
    }
  }

  /// A selector that picks a form of the character before it without making an emoji of it.
  static func isFormSelector(_ scalar: Unicode.Scalar) -> Bool { (0xFE00...0xFE0E).contains(scalar.value) }

  /// A selector that picks a form of a Chinese character.
  static func isIdeographSelector(_ scalar: Unicode.Scalar) -> Bool { (0xE0100...0xE01EF).contains(scalar.value) }

  /// Chinese characters and the most frequent marks of Chinese text; Unicode's own tables are slow to ask.
  private static func isCommon(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A,
      0xFF1B, 0xFF1F:
      true
    default: false
    }
  }

  private static func isHangul(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97C,
      0xAC00...0xD7FB, 0xFFA0...0xFFDC:
      true
    default: false
    }
  }

  /// What is not CJK in the block from Hiragana to the last Chinese character of the first plane.
  private static func isGap(_ value: UInt32) -> Bool {
    switch value {
    case 0x3097...0x3098, 0x3100...0x3104, 0x3130, 0x318F, 0x31E6...0x31EE, 0x321F, 0x3248...0x324F: true
    default: false
    }
  }

  private static let ranges: [(UInt32, UInt32)] = [
    (0x1100, 0x11FF), (0x20A9, 0x20A9), (0x2329, 0x232A), (0x2630, 0x2637), (0x268A, 0x268F), (0x2E80, 0x2E99),
    (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x2FF0, 0x303E), (0x3041, 0x3096), (0x3099, 0x30FF), (0x3105, 0x312F),
    (0x3131, 0x318E), (0x3190, 0x31E5), (0x31EF, 0x321E), (0x3220, 0x3247), (0x3250, 0xA48C), (0xA490, 0xA4C6),
    (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB), (0xF900, 0xFAFF), (0xFE10, 0xFE19),
    (0xFE30, 0xFE52), (0xFE54, 0xFE66), (0xFE68, 0xFE6B), (0xFF01, 0xFFBE), (0xFFC2, 0xFFC7), (0xFFCA, 0xFFCF),
    (0xFFD2, 0xFFD7), (0xFFDA, 0xFFDC), (0xFFE0, 0xFFE6), (0xFFE8, 0xFFEE), (0x16FE0, 0x16FE4), (0x16FF0, 0x16FF6),
    (0x17000, 0x18CD5), (0x18CFF, 0x18D1E), (0x18D80, 0x18DF2), (0x1AFF0, 0x1AFF3), (0x1AFF5, 0x1AFFB),
    (0x1AFFD, 0x1AFFE), (0x1B000, 0x1B122), (0x1B132, 0x1B132), (0x1B150, 0x1B152), (0x1B155, 0x1B155),
    (0x1B164, 0x1B167), (0x1B170, 0x1B2FB), (0x1D300, 0x1D356), (0x1D360, 0x1D376), (0x1F200, 0x1F200),
    (0x1F202, 0x1F202), (0x1F210, 0x1F219), (0x1F21B, 0x1F22E), (0x1F230, 0x1F231), (0x1F237, 0x1F237),
    (0x1F23B, 0x1F23B), (0x1F240, 0x1F248), (0x1F260, 0x1F265), (0x20000, 0x3FFFD),
  ]
}
