/// A number as Chinese writes it: `1.9万`, `两万五`, `一百零五`, `幺幺零`, `1亿3000万`, `十多亿`.
struct ChineseNumeral {
  private(set) var value: ExactNumber
  /// The second number of `三四天`.
  private(set) var upper: ExactNumber?
  /// Position after the last character.
  private(set) var end: Int
  /// The characters when they are digits only, `幺` as 1.
  private(set) var digits: String?
  /// Whether it has no Arabic digit.
  private(set) var isInWords = true
  /// Whether commas group its digits.
  private(set) var isGrouped = false
  /// What `余`, `多`, `来`, `几` behind it say.
  private(set) var qualifier: Quantity.Qualifier?
  /// Whether it is `数十`, `几百`: an order of size.
  private(set) var isVague = false

  /// The number that begins at a position; nil when there is none, or only a word that contains a numeral.
  init?(in text: [Unicode.Scalar], at start: Int) {
    guard start < text.count else { return nil }
    switch text[start] {
    case "数", "几", "上":
      var end = start + 1
      var value = 1
      while end < text.count, case .unit(let unit)? = Self.sign(text[end]), value < 100_000_000 {
        value *= unit
        end += 1
      }
      guard end > start + 1, text[start] != "上" || value >= 100 else { return nil }
      (self.value, self.end, isVague) = (ExactNumber(value), end, true)
      return
    default: break
    }
    guard let read = Self.pieces(of: text, from: start), let first = read.pieces.first else { return nil }
    end = read.end
    isGrouped = read.isGrouped
    isInWords = !read.hasArabic
    let pieces = read.pieces
    let onlyDigits = pieces.allSatisfy { if case .unit = $0 { false } else { true } }
    if onlyDigits, isInWords, pieces.count > 1 {
      let digits = pieces.compactMap { if case .digit(let digit) = $0 { digit } else { nil } }
      guard let value = ExactNumber(digits: digits.map(String.init).joined()) else { return nil }
      if digits.count == 2, digits[0] > 0, digits[1] == digits[0] + 1, text[start] != "幺" {
        (self.value, upper) = (ExactNumber(digits[0]), ExactNumber(digits[1]))
        qualifier = .about
      } else {
        (self.value, self.digits) = (value, digits.map(String.init).joined())
      }
      return
    }
    // `百姓`, `千万别`: a power of ten begins a number only before `余` and currencies.
    if case .unit(let unit) = first, unit > 10, !(end < text.count && "余多元".unicodeScalars.contains(text[end])),
      !(end + 1 < text.count && "美欧港日".unicodeScalars.contains(text[end]) && text[end + 1] == "元")
    {
      return nil
    }
    // `二三十`
    var evaluated = pieces
    var next: ExactNumber?
    if pieces.count > 2, case .digit(let low) = pieces[0], case .digit(let high) = pieces[1], high == low + 1,
      case .unit = pieces[2]
    {
      next = Self.value(of: [pieces[1]] + pieces[2...])
      evaluated.remove(at: 1)
      qualifier = .about
    }
    guard let value = Self.value(of: evaluated) else { return nil }
    (self.value, upper) = (value, next)
    if pieces.count == 1, case .arabic(_, let raw) = first, !raw.contains(".") { digits = isGrouped ? nil : raw }
    readRest(of: text)
  }

  /// Reads `余`, `多`, `来`, `几` and a power of ten behind them.
  private mutating func readRest(of text: [Unicode.Scalar]) {
    guard end < text.count else { return }
    switch text[end] {
    case "余": qualifier = .more
    case "多":
      if end + 1 < text.count, "少么半数".unicodeScalars.contains(text[end + 1]) { return }
      qualifier = .more
    case "来", "几":
      guard value.whole.map({ $0 % 10 == 0 }) ?? false, isInWords else { return }
      qualifier = .about
    default: return
    }
    digits = nil
    end += 1
    while end < text.count, case .unit(let unit)? = Self.sign(text[end]), unit >= 10_000,
      let product = value.times(ExactNumber(unit))
    {
      value = product
      end += 1
    }
  }

  private enum Piece {
    case arabic(ExactNumber, String)
    case digit(Int)
    case unit(Int)
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Piece? {
    switch scalar {
    case "零", "〇": .digit(0)
    case "一", "幺", "壹": .digit(1)
    case "二", "两", "贰", "俩": .digit(2)
    case "三", "叁", "仨": .digit(3)
    case "四", "肆": .digit(4)
    case "五", "伍": .digit(5)
    case "六", "陆": .digit(6)
    case "七", "柒": .digit(7)
    case "八", "捌": .digit(8)
    case "九", "玖": .digit(9)
    case "十", "拾": .unit(10)
    case "百", "佰": .unit(100)
    case "千", "仟": .unit(1000)
    case "万": .unit(10_000)
    case "亿": .unit(100_000_000)
    default: nil
    }
  }

  private static func pieces(
    of text: [Unicode.Scalar], from start: Int
  ) -> (pieces: [Piece], end: Int, hasArabic: Bool, isGrouped: Bool)? {
    var pieces: [Piece] = []
    var position = start
    var hasArabic = false
    var isGrouped = false
    while position < text.count {
      if text[position].isDigit {
        // Digits follow a power of ten (`2万5千`), never other digits.
        if case .unit? = pieces.last {} else if !pieces.isEmpty { break }
        let number = DigitRun(in: text, at: position)
        guard let value = ExactNumber(digits: number.digits) else { return nil }
        pieces.append(.arabic(value, number.digits))
        isGrouped = isGrouped || number.isGrouped
        hasArabic = true
        position = number.end
      } else if let piece = sign(text[position]) {
        if case .digit = piece, case .arabic? = pieces.last { break }
        pieces.append(piece)
        position += 1
      } else if let decimal = decimal(of: text, at: position, after: pieces) {
        pieces = [.arabic(decimal.value, "")]
        position = decimal.end
      } else {
        break
      }
    }
    return pieces.isEmpty ? nil : (pieces, position, hasArabic, isGrouped)
  }

  /// `一点五`: digits behind 点, with a unit behind them so that it is no time of day.
  private static func decimal(
    of text: [Unicode.Scalar], at position: Int, after pieces: [Piece]
  ) -> (value: ExactNumber, end: Int)? {
    guard text[position] == "点", let whole = value(of: pieces) else { return nil }
    var (end, digits) = (position + 1, "")
    while end < text.count, case .digit(let digit)? = sign(text[end]) {
      digits += String(digit)
      end += 1
    }
    guard !digits.isEmpty,
      end >= text.count || !"分钟刻点个".unicodeScalars.contains(text[end])
        || text[end...].starts(with: "个百分点".unicodeScalars),
      let parts = ExactNumber(digits: "0." + digits), let sum = whole.plus(parts)
    else { return nil }
    return (sum, end)
  }

  /// The value of digits and powers of ten; a last digit without a power stands for the next lower one (`两万五`).
  private static func value(of pieces: [Piece]) -> ExactNumber? {
    var total = ExactNumber(0)
    var tenThousands = ExactNumber(0)
    var section = ExactNumber(0)
    var digit: ExactNumber?
    var lastUnit = 1
    var hasZero = false
    for piece in pieces {
      switch piece {
      case .arabic(let value, _):
        digit = value
      case .digit(let value):
        if value == 0 { hasZero = true }
        digit = ExactNumber(value)
      case .unit(let unit) where unit < 10_000:
        guard let product = (digit ?? .one).times(ExactNumber(unit)), let sum = section.plus(product) else {
          return nil
        }
        (section, digit, lastUnit, hasZero) = (sum, nil, unit, false)
      case .unit(let unit):
        guard let low = section.plus(digit ?? ExactNumber(0)) else { return nil }
        let whole = low == ExactNumber(0) && tenThousands == ExactNumber(0) ? ExactNumber.one : low
        if unit == 10_000 {
          guard let product = whole.times(ExactNumber(unit)), let sum = tenThousands.plus(product) else { return nil }
          tenThousands = sum
        } else {
          guard let sum = tenThousands.plus(whole == .one && low != .one ? ExactNumber(0) : whole),
            let product = (sum == ExactNumber(0) ? .one : sum).times(ExactNumber(unit)), let all = total.plus(product)
          else { return nil }
          (total, tenThousands) = (all, ExactNumber(0))
        }
        (section, digit, lastUnit, hasZero) = (ExactNumber(0), nil, unit, false)
      }
    }
    if let rest = digit {
      let isShort = lastUnit >= 100 && !hasZero && (rest.whole.map { $0 < 10 } ?? false)
      guard let last = isShort ? rest.times(ExactNumber(lastUnit / 10)) : rest, let sum = section.plus(last) else {
        return nil
      }
      section = sum
    }
    return total.plus(tenThousands)?.plus(section)
  }
}

/// Arabic digits with their grouping commas and decimal point.
struct DigitRun {
  /// Without commas.
  private(set) var digits = ""
  private(set) var end: Int
  private(set) var isGrouped = false

  /// - Parameter start: position of the first digit.
  init(in text: [Unicode.Scalar], at start: Int) {
    end = start
    readDigits(of: text)
    let first = digits.count
    while first <= 3, end + 3 < text.count, text[end] == ",", text[end + 1...end + 3].allSatisfy(\.isDigit),
      end + 4 >= text.count || !text[end + 4].isDigit
    {
      end += 1
      readDigits(of: text)
      isGrouped = true
    }
    if end + 1 < text.count, text[end] == ".", text[end + 1].isDigit {
      digits += "."
      end += 1
      readDigits(of: text)
    }
  }

  private mutating func readDigits(of text: [Unicode.Scalar]) {
    while end < text.count, text[end].isDigit {
      digits.unicodeScalars.append(text[end])
      end += 1
    }
  }
}
