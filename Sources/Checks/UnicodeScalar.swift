extension Unicode.Scalar {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// The value of an ASCII digit.
  var digit: Int? { isDigit ? Int(value) - 0x30 : nil }

  /// Whether it is an ASCII letter.
  var isLatin: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

  /// The small letter of an ASCII capital, and a straight apostrophe for a curly one; anything else as it is.
  var folded: Unicode.Scalar {
    if value >= 0x41 && value <= 0x5A { return Unicode.Scalar(UInt8(value) + 0x20) }
    return self == "’" ? "'" : self
  }

  /// Whether it is a letter of Latin script.
  var isLatinLetter: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "\u{C0}"..."\u{24F}": true
    default: false
    }
  }

  /// The small letter of a capital one of ASCII; else the character itself.
  var small: Unicode.Scalar {
    value >= 0x41 && value <= 0x5A ? Unicode.Scalar(value + 0x20) ?? self : self
  }

  /// Whether it is a Chinese character.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// Whether it closes a quotation or a bracket.
  var isClosing: Bool {
    switch self {
    case "”", "’", "」", "』", "）", "】", "》", "〉", ")", "]", "\"": true
    default: false
    }
  }

  /// Whether it opens a quotation or a bracket.
  var isOpening: Bool {
    switch self {
    case "“", "‘", "「", "『", "（", "【", "《", "〈", "(", "[": true
    default: false
    }
  }
}

extension String {
  /// Some characters.
  init(_ scalars: some Collection<Unicode.Scalar>) {
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var count = 0
      for scalar in scalars {
        if scalar.value < 0x80 {
          buffer[count] = UInt8(truncatingIfNeeded: scalar.value)
          count += 1
          continue
        }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// Characters with small letters of ASCII for capital ones, and with straight apostrophes.
  init(folding scalars: ArraySlice<Unicode.Scalar>) { self.init(scalars.lazy.map { $0.folded }) }

  /// With `folded` characters.
  var folded: String { String(unicodeScalars.lazy.map { $0.folded }) }
}

extension ArraySlice<UInt8> {
  /// The character that starts at an index, and its length in bytes; nil in broken text.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = self[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, index + length <= endIndex else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// All characters in order, each with its length in bytes; U+FFFD for a byte of broken text.
  func forEachScalar(_ body: (_ scalar: Unicode.Scalar, _ length: Int) -> Void) {
    var index = startIndex
    while index < endIndex {
      let (scalar, length) = scalar(at: index) ?? ("\u{FFFD}", 1)
      body(scalar, length)
      index += length
    }
  }
}
