/// Digits that stand together in a text, perhaps set apart in groups by single spaces or hyphens.
struct DigitString {
  /// The values of the digits.
  let digits: [UInt8]
  /// The characters of the passage from the first digit to the last.
  let glyphs: Range<Int>
  /// Whether an `X` follows, as at the end of an ID-card number.
  let hasX: Bool

  /// The digit strings of a passage: each group of digits, and groups that stand side by side as one. Code and full-width
  /// digits count too; digits within words, addresses and decimals do not.
  static func all(in passage: Passage) -> [DigitString] {
    guard !passage.kinds.isDisjoint(with: [.digit, .wideLetter, .opaque]) else { return [] }
    var strings: [DigitString] = []
    var groups: [DigitString] = []
    var index = 0
    while index < passage.glyphs.count {
      guard digit(index, passage) != nil else {
        index += 1
        continue
      }
      let start = index
      var digits: [UInt8] = []
      while let value = digit(index, passage) {
        digits.append(value)
        index += 1
      }
      let hasX = isX(index, passage)
      let group = DigitString(digits: digits, glyphs: start..<index, hasX: hasX)
      let isAlone = isFree(before: start, passage) && isFree(after: hasX ? index + 1 : index, passage)
      if isAlone { strings.append(group) }
      if let last = groups.last, last.glyphs.upperBound == start - 1, isSeparator(start - 1, passage) {
        groups.append(group)
      } else {
        strings += joined(groups, passage)
        groups = [group]
      }
    }
    return strings + joined(groups, passage)
  }

  private static func joined(_ groups: [DigitString], _ passage: Passage) -> [DigitString] {
    guard groups.count > 1, groups.count < 10, let first = groups.first, let last = groups.last else { return [] }
    guard isFree(before: first.glyphs.lowerBound, passage),
      isFree(after: last.hasX ? last.glyphs.upperBound + 1 : last.glyphs.upperBound, passage)
    else { return [] }
    let glyphs = first.glyphs.lowerBound..<last.glyphs.upperBound
    return [DigitString(digits: groups.flatMap(\.digits), glyphs: glyphs, hasX: last.hasX)]
  }

  private static func digit(_ index: Int, _ passage: Passage) -> UInt8? {
    guard let glyph = passage[index], glyph.kind != .fact else { return nil }
    switch glyph.scalar.value {
    case 0x30...0x39: return UInt8(glyph.scalar.value - 0x30)
    case 0xFF10...0xFF19: return UInt8(glyph.scalar.value - 0xFF10)
    default: return nil
    }
  }

  private static func isX(_ index: Int, _ passage: Passage) -> Bool {
    guard let scalar = passage[index]?.scalar else { return false }
    return (scalar == "X" || scalar == "x") && !isLetter(index + 1, passage) && digit(index + 1, passage) == nil
  }

  private static func isLetter(_ index: Int, _ passage: Passage) -> Bool {
    passage[index]?.scalar.properties.isAlphabetic == true && passage.kind(index) != .han
      && passage[index]?.scalar.isASCII == true
  }

  private static func isSeparator(_ index: Int, _ passage: Passage) -> Bool {
    guard let scalar = passage[index]?.scalar else { return false }
    return scalar == " " || scalar == "-" || scalar == "\u{A0}" || scalar == "\u{3000}"
  }

  private static func isFree(before index: Int, _ passage: Passage) -> Bool {
    guard let before = passage[index - 1] else { return true }
    if isLetter(index - 1, passage) || "/=_#%&".unicodeScalars.contains(before.scalar) { return false }
    return !(before.scalar == "." && digit(index - 2, passage) != nil)
  }

  private static func isFree(after index: Int, _ passage: Passage) -> Bool {
    guard let after = passage[index] else { return true }
    if isLetter(index, passage) || "_=%&".unicodeScalars.contains(after.scalar) { return false }
    return !(after.scalar == "." && digit(index + 1, passage) != nil)
  }

  /// A group of the digits as a number.
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }

  /// The digits as they are written, without what sets them apart.
  var text: String { digits.map(String.init).joined() }
}
