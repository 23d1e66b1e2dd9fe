/// One character of a text, with the bytes of the file that stand for it.
struct Glyph {
  /// What a character is to the rules.
  struct Kind: OptionSet {
    let rawValue: UInt16

    static let han = Kind(rawValue: 1)
    static let letter = Kind(rawValue: 1 << 1)
    static let digit = Kind(rawValue: 1 << 2)
    /// White space of any width.
    static let space = Kind(rawValue: 1 << 3)
    /// Half-width punctuation.
    static let mark = Kind(rawValue: 1 << 4)
    /// Full-width punctuation: `，`, `（`, `《`.
    static let wideMark = Kind(rawValue: 1 << 5)
    /// Punctuation that Chinese and English share, such as `“`, `…` and `—`.
    static let sharedMark = Kind(rawValue: 1 << 6)
    /// Full-width letters and digits: `Ａ`, `１`.
    static let wideLetter = Kind(rawValue: 1 << 7)
    /// Code, addresses, and the words of a law: no rule about writing looks into them.
    static let opaque = Kind(rawValue: 1 << 8)
    /// `{{name}}`, one character long.
    static let fact = Kind(rawValue: 1 << 9)
    /// A line end in the source.
    static let lineEnd = Kind(rawValue: 1 << 10)
    static let other = Kind(rawValue: 1 << 11)

    /// What Chinese text is made of, and nothing else is.
    static let chinese: Kind = [.han, .wideMark]
    static let latin: Kind = [.letter, .digit]
  }

  let scalar: Unicode.Scalar
  var kind: Kind
  /// Whether it is written as an escape or an entity, so that its writer meant just this character.
  let isEscaped: Bool
  private let start: UInt32
  private let length: UInt32

  init(_ scalar: Unicode.Scalar, _ kind: Kind, at range: Range<Int>, isEscaped: Bool = false) {
    self.scalar = scalar
    self.kind = kind
    self.isEscaped = isEscaped
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    length = UInt32(truncatingIfNeeded: range.count)
  }

  /// The bytes of the file.
  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// Whether it is one of some kinds.
  func isOne(of kinds: Kind) -> Bool { !kind.isDisjoint(with: kinds) }
}

extension Glyph.Kind {
  /// The kind of a character of ordinary text.
  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(truncatingIfNeeded: value) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
      case 0x00...0x20: self = .space
      default: self = .mark
      }
      return
    }
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFD: self = .han
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .wideLetter
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
      0xFF1F, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D, 0xFF61...0xFF64:
      self = .wideMark
    case 0xB7, 0x2013...0x2015, 0x2018...0x201F, 0x2022, 0x2026, 0x22EF: self = .sharedMark
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: self = .letter
    default: self = .other
    }
  }
}
