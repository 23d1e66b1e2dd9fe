extension Unicode.Scalar {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// The value of an ASCII digit.
  var digit: Int? { isDigit ? Int(value) - 0x30 : nil }

  /// Whether it is an ASCII letter.
  var isLatin: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

  /// The small letter of an ASCII capital, and a straight apostrophe for a curly one; anything else as it is.
  var folded: Unicode.Scalar {
    if ("A"..."Z").contains(self) { return Unicode.Scalar(UInt8(value) + 0x20) }
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
    (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20) ?? self : self
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
  /// Characters with small letters of ASCII for capital ones, and with straight apostrophes.
  init(folding scalars: ArraySlice<Unicode.Scalar>) {
    let length = scalars.reduce(0) { $0 + UTF8.width($1.folded) }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in String(scalar.folded).utf8 {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
