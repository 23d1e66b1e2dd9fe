extension Character {
  /// How many columns the character takes in a terminal: two for Chinese characters, full-width marks and emoji, none
  /// for controls, else one. A tab counts as one; whoever aligns with it writes the tab again.
  package var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x09: return 1
    case 0x00..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2060, 0xFEFF: return 0
    case 0x20..<0x300: return 1
    case 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation || unicodeScalars.contains { $0.value == 0xFE0F } ? 2 : 1
    }
  }
}
