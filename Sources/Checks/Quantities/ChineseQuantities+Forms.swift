/// Forms of their own: fractions, interest, ordinals and articles, halves, doublings, names with digits.
extension ChineseQuantities {
  /// `百分之三十`, `三分之一`, `万分之五`: all in per cent.
  mutating func readFraction(at start: Int) -> Bool {
    let whole: (value: ExactNumber, end: Int)
    switch text[start] {
    case "百" where matches("百分之", at: start): whole = (ExactNumber(100), start + 1)
    case "千" where matches("千分之", at: start): whole = (ExactNumber(1000), start + 1)
    case "万" where matches("万分之", at: start): whole = (ExactNumber(10_000), start + 1)
    default:
      guard let numeral = ChineseNumeral(in: text, at: start), matches("分之", at: numeral.end) else {
        return readSlash(at: start)
      }
      whole = (numeral.value, numeral.end)
    }
    guard let denominator = whole.value.whole, denominator > 0 else { return false }
    let end: Int
    let parts: ExactNumber
    if matches("百", at: whole.end + 2) {
      (parts, end) = (ExactNumber(100), whole.end + 3)
    } else if let numeral = ChineseNumeral(in: text, at: whole.end + 2) {
      (parts, end) = (numeral.value, numeral.end)
    } else {
      return false
    }
    guard let percent = parts.times(ExactNumber(100))?.over(denominator) else { return false }
    position = end
    let period = period(before: start)
    add(percent, .percent, start..<end, .hard, qualifier: qualifier(start, end), period: period)
    return true
  }

  /// `1/5`
  private mutating func readSlash(at start: Int) -> Bool {
    guard text[start].isDigit else { return false }
    let left = DigitRun(in: text, at: start)
    guard left.end + 1 < text.count, text[left.end] == "/", text[left.end + 1].isDigit else { return false }
    let right = DigitRun(in: text, at: left.end + 1)
    guard right.end >= text.count || text[right.end] != "/", let parts = ExactNumber(digits: left.digits),
      let whole = ExactNumber(digits: right.digits)?.whole, parts < ExactNumber(whole),
      let percent = parts.times(ExactNumber(100))?.over(whole)
    else { return false }
    position = right.end
    add(percent, .percent, start..<right.end, .hard, qualifier: qualifier(start, right.end))
    return true
  }

  /// A number in 分, 厘 and 毫 behind `月息` and the like, in per cent.
  func interestRate(
    _ numeral: ChineseNumeral, at start: Int
  ) -> (value: ExactNumber, period: Quantity.Period, end: Int)? {
    let before = start > 0 && text[start - 1] == "“" ? start - 1 : start
    guard let word = ChineseUnits.interest.word(in: text, endingAt: before) else { return nil }
    var sum = ExactNumber(0)
    var end = start
    var upcoming: ChineseNumeral? = numeral
    while let part = upcoming, part.end < text.count {
      // Tenths of a per cent: a 分 of a year is ten per cent, one of a month is one.
      let tenths: Int
      switch text[part.end] {
      case "分": tenths = word.meaning == .year ? 100 : 10
      case "厘": tenths = word.meaning == .year ? 10 : 1
      default: return sum == ExactNumber(0) ? nil : (sum, word.meaning, end)
      }
      guard let value = part.value.times(ExactNumber(tenths))?.over(10), let total = sum.plus(value) else { return nil }
      (sum, end) = (total, part.end + 1)
      if end < text.count, text[end] == "半", text[part.end] == "分", let half = ExactNumber(tenths).over(20),
        let total = sum.plus(half)
      {
        (sum, end) = (total, end + 1)
      }
      upcoming = ChineseNumeral(in: text, at: end)
      // `一分五` is one and a half.
      if let rest = upcoming, rest.end == end + 1, rest.isInWords, rest.value < ExactNumber(10),
        rest.end >= text.count || !"分厘毫".unicodeScalars.contains(text[rest.end]),
        let value = rest.value.times(ExactNumber(tenths))?.over(100), let total = sum.plus(value)
      {
        return (total, word.meaning, rest.end)
      }
    }
    return sum == ExactNumber(0) ? nil : (sum, word.meaning, end)
  }

  /// `第十六条`, `第13条第2款`, `第三`.
  mutating func readOrdinal(at start: Int) {
    guard let numeral = ChineseNumeral(in: text, at: start + 1), !numeral.isVague else { return }
    if let idiom = ChineseUnits.idioms.word(in: text, at: start) {
      position = idiom.end
      return
    }
    position = numeral.end
    let next = numeral.end < text.count ? text[numeral.end] : " "
    if isRange(next), let last = ChineseNumeral(in: text, at: numeral.end + 1), matches("条", at: last.end) {
      add(numeral.value, .article, start..<numeral.end, .hard)
      position = last.end + 1
      add(last.value, .article, numeral.end + 1..<position, .hard)
      return
    }
    switch next {
    case "条" where !numeral.isInWords || ExactNumber(10) < numeral.value || isLegal(start):
      position += 1
      add(numeral.value, .article, start..<position, .hard)
      if matches("之", at: position), let branch = ChineseNumeral(in: text, at: position + 1) {
        add(branch.value, .article, position + 1..<branch.end, .hard)
        position = branch.end
      }
    case "款",
      "项" where !numeral.isInWords || found.last?.unit == .article:
      position += 1
      add(numeral.value, .article, start..<position, .hard)
    default:
      let value = numeral.value
      let weight: Quantity.Weight = value == .one ? .optional : numeral.isInWords ? .soft : .hard
      add(value, .ordinal, start..<numeral.end, weight)
    }
  }

  /// Whether a law is named before a position.
  private func isLegal(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    return "》法例定".unicodeScalars.contains(text[start - 1]) || text[start - 1] == QuantityText.object
  }

  /// `半年`, `半个月`, `半小时`, `半价`; `一半` is found here too.
  mutating func readHalf(at start: Int) {
    let forms: KeyValuePairs<String, (Quantity.Unit, ExactNumber?)> = [
      "半个小时": (.time, ExactNumber(1800)), "半小时": (.time, ExactNumber(1800)), "半个钟头": (.time, ExactNumber(1800)),
      "半个月": (.months, ExactNumber(1).over(2)), "半年": (.months, ExactNumber(6)), "半价": (.price, ExactNumber(50)),
    ]
    for (word, measure) in forms where matches(word, at: start) {
      guard let value = measure.1 else { continue }
      position = start + word.unicodeScalars.count
      add(value, measure.0, start..<position, .hard, qualifier: qualifier(start, position))
      return
    }
    if start > 0, text[start - 1] == "一" {
      add(ExactNumber(50), .percent, start - 1..<start + 1, .soft)
    }
  }

  /// `几分钟`, `数小时`
  mutating func readSpan(at start: Int) {
    guard text[start] == "几" || text[start] == "数", let word = ChineseUnits.spans.word(in: text, at: start + 1) else {
      return
    }
    position = word.end
    add(ExactNumber(word.meaning), .span, start..<word.end, .soft)
  }

  /// `翻一番` is twice, `翻两番` four times.
  mutating func readDoubling(at start: Int) {
    let from = matches("翻了", at: start) ? start + 2 : start + 1
    if matches("翻倍", at: start) || matches("翻了倍", at: start) {
      add(ExactNumber(2), .ratio, start..<from + 1, .hard)
    } else if let numeral = ChineseNumeral(in: text, at: from), matches("番", at: numeral.end),
      let power = numeral.value.whole, power > 0, power < 20
    {
      position = numeral.end + 1
      add(ExactNumber(1 << power), .ratio, start..<position, .hard)
    }
  }

  /// `A4`, `5G`, `3·15`, `0574-8712`: names that are repeated as they are.
  mutating func readName(at start: Int) -> Bool {
    guard text[start].isDigit else {
      guard let numeral = ChineseNumeral(in: text, at: start), let digits = numeral.digits, digits.count >= 3,
        !(numeral.end < text.count && text[numeral.end] == "年")
      else { return false }
      position = numeral.end
      addName(digits, start..<numeral.end)
      return true
    }
    // A footnote's mark.
    if start > 0, text[start - 1] == "^" { return true }
    var (from, end) = (start, start)
    while from > 0, text[from - 1].isLatin || text[from - 1].isDigit { from -= 1 }
    let isCurrency = ChineseUnits.currencies.word(in: text, endingAt: start).map { $0.start == from } ?? false
    while end < text.count, text[end].isDigit { end += 1 }
    let digitEnd = end
    while end < text.count, text[end].isLatin { end += 1 }
    let isUnit = ChineseUnits.suffixes.word(in: text, at: digitEnd).map { $0.end == end } ?? false
    if (from < start && !isCurrency) || (end > digitEnd && !isUnit) {
      position = end
      addName(source.string(from..<end), from..<end)
      return true
    }
    if end < text.count, text[end] == "·", end + 1 < text.count, text[end + 1].isDigit {
      end = DigitRun(in: text, at: end + 1).end
      position = end
      addName(source.string(start..<end), start..<end)
      return true
    }
    // Groups of a telephone number.
    var groups = end
    while groups + 1 < text.count, text[groups] == "-", text[groups + 1].isDigit {
      groups = DigitRun(in: text, at: groups + 1).end
    }
    let digits = source.string(start..<groups).filter { $0 != "-" }
    if groups > end, digits.count >= 7, digits.isCallable {
      position = groups
      addName(digits, start..<groups)
      return true
    }
    return false
  }

  private mutating func addName(_ digits: String, _ positions: Range<Int>) {
    add(ExactNumber(digits: digits) ?? ExactNumber(0), .digits, positions, .hard)
    found[found.count - 1].written = digits
  }
}
