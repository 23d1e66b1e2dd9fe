/// Numbers with what they count.
extension EnglishQuantities {
  /// A number in digits or words.
  struct Numeral {
    var value: ExactNumber
    var end: Int
    var isInWords: Bool
    var isGrouped = false
    var digits: String?
    /// The last power of ten behind it: 1,000,000 of `5 million`.
    var power = 1
    /// Whether it is `a` or `an`.
    var isArticle = false
    /// Whether it is part of a whole, in per cent.
    var isFraction = false
  }

  func numeral(at start: Int) -> Numeral? {
    guard tokens.indices.contains(start) else { return nil }
    let token = tokens[start]
    if token.kind == .number {
      guard let value = ExactNumber(digits: token.text) else { return nil }
      var numeral = Numeral(
        value: value, end: start + 1, isInWords: false, isGrouped: token.isGrouped,
        digits: token.isGrouped || token.text.contains(".") ? nil : token.text)
      if text(start + 1) == "/", isNumber(start + 2), let whole = Int(text(start + 2)), text(start + 3) != "/",
        value < ExactNumber(whole), let percent = value.times(ExactNumber(100))?.over(whole)
      {
        return Numeral(value: percent, end: start + 3, isInWords: false, isFraction: true)
      }
      readPower(&numeral)
      return numeral
    }
    guard token.kind == .word else { return nil }
    switch token.text {
    case "a", "an":
      if let power = EnglishWords.powers[text(start + 1)] {
        return withRest(Numeral(value: ExactNumber(power), end: start + 2, isInWords: true, power: power))
      }
      if text(start + 1) == "half" || EnglishWords.fractions[text(start + 1)] != nil && text(start + 2) == "of" {
        return fraction(.one, at: start + 1)
      }
      return Numeral(value: .one, end: start + 1, isInWords: true, isArticle: true)
    case "half":
      var next = start + 1
      if text(next) == "a" || text(next) == "an" || text(next) == "-" { next += 1 }
      if let power = EnglishWords.powers[text(next)], let value = ExactNumber(power).over(2) {
        return Numeral(value: value, end: next + 1, isInWords: true)
      }
      return fraction(.one, at: start)
    default: break
    }
    guard var value = belowHundred(at: start) else { return nil }
    if !(value.value == 1 && text(value.end) == "quarter" && text(value.end + 1) != "of"),
      let fraction = fraction(ExactNumber(value.value), at: afterHyphen(value.end)),
      EnglishWords.small[token.text] != nil
    {
      return fraction
    }
    var isHundred = false
    if text(value.end) == "hundred" {
      value = (value.value * 100, value.end + 1)
      isHundred = true
      if text(value.end) == "and" || EnglishWords.tens[text(value.end)] != nil
        || EnglishWords.small[text(value.end)] != nil,
        let rest = belowHundred(at: text(value.end) == "and" ? value.end + 1 : value.end)
      {
        value = (value.value + rest.value, rest.end)
        isHundred = false
      }
    }
    var numeral = Numeral(
      value: ExactNumber(value.value), end: value.end, isInWords: true, power: isHundred ? 100 : 1)
    if let percent = inTen(value.value, at: value.end) { return percent }
    readPower(&numeral)
    return withRest(numeral)
  }

  /// What follows `thousand` and `million`: `two thousand five hundred`, `one and a half`.
  private func withRest(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    if text(numeral.end) == "and", text(numeral.end + 1) == "a", text(numeral.end + 2) == "half",
      let half = ExactNumber(numeral.power).over(2), let sum = numeral.value.plus(half)
    {
      (numeral.value, numeral.end) = (sum, numeral.end + 3)
      readPower(&numeral)
      return numeral
    }
    guard numeral.power >= 1000 || numeral.power == 100,
      let next = tokens.indices.contains(numeral.end) ? tokens[numeral.end] : nil,
      next.kind == .word, EnglishWords.small[next.text] != nil || EnglishWords.tens[next.text] != nil,
      let rest = self.numeral(at: numeral.end), rest.value < ExactNumber(numeral.power),
      let sum = numeral.value.plus(rest.value)
    else { return numeral }
    (numeral.value, numeral.end) = (sum, rest.end)
    return numeral
  }

  private func belowHundred(at start: Int) -> (value: Int, end: Int)? {
    if let ten = EnglishWords.tens[text(start)] {
      let next = afterHyphen(start + 1)
      if let unit = EnglishWords.small[text(next)], unit > 0, unit < 10 { return (ten + unit, next + 1) }
      return (ten, start + 1)
    }
    return EnglishWords.small[text(start)].map { ($0, start + 1) }
  }

  private func fraction(_ parts: ExactNumber, at index: Int) -> Numeral? {
    guard let whole = EnglishWords.fractions[text(index)], let percent = parts.times(ExactNumber(100))?.over(whole),
      parts <= ExactNumber(whole)
    else { return nil }
    // `two third parties` are no two thirds.
    if parts != .one, !text(index).hasSuffix("s"), whole != 2 { return nil }
    // Of a year they are months.
    if whole == 4, text(index + 1) == "of", text(index + 2) == "the", text(index + 3) == "year" { return nil }
    if parts == .one, whole > 2, text(index + 1) != "of", text(index - 1) != "one" { return nil }
    return Numeral(value: percent, end: index + 1, isInWords: true, isFraction: true)
  }

  /// `eight in ten`
  private func inTen(_ parts: Int, at index: Int) -> Numeral? {
    guard text(index) == "in", let whole = EnglishWords.small[text(index + 1)] ?? EnglishWords.powers[text(index + 1)],
      whole > parts, EnglishWords.durations[text(index + 2)] == nil,
      let percent = ExactNumber(parts * 100).over(whole)
    else { return nil }
    return Numeral(value: percent, end: index + 2, isInWords: true, isFraction: true)
  }

  private func readPower(_ numeral: inout Numeral) {
    var isFirst = true
    while tokens.indices.contains(numeral.end) {
      let token = tokens[numeral.end]
      let power =
        EnglishWords.powers[token.text]
        ?? (isFirst && token.isJoined && !numeral.isInWords ? EnglishWords.shortPowers[token.text] : nil)
      guard let power, let value = numeral.value.times(ExactNumber(power)) else { return }
      (numeral.value, numeral.power, numeral.digits) = (value, power, nil)
      numeral.end += 1
      isFirst = false
    }
  }

  /// What a number counts, in the measure in which it is compared.
  mutating func readCounted(_ numeral: Numeral, at start: Int) {
    var (value, unit, end) = (numeral.value, Quantity.Unit.plain, numeral.end)
    var first = start
    var isMeasured = true
    var ahead = afterHyphen(end)
    if EnglishWords.fillers.contains(text(ahead)) { ahead += 1 }
    let word = text(ahead)
    let previous = text(start - 1)
    if numeral.isFraction {
      (unit, value, end) = halved(numeral)
    } else if let currency = EnglishWords.currencies[previous], previous != "fen", currencyStands(start - 1) {
      unit = .amount(currency)
      first = start - 1
      if previous == "$", text(start - 2) == "us" || text(start - 2) == "hk" {
        first = start - 2
        if text(start - 2) == "hk" { unit = .amount(.hongKongDollar) }
      }
      if EnglishWords.currencies[word] == currency { end = ahead + 1 }
    } else if let percent = percent(at: ahead) {
      (unit, end) = (percent.unit, percent.end)
      value = value.times(percent.factor) ?? value
      if ["off", "discount"].contains(text(end)), let off = value.whole, off < 100 {
        (unit, value, end) = (.price, ExactNumber(100 - off), end + 1)
      }
    } else if let duration = EnglishWords.durations[word], !numeral.isArticle || word != "second" {
      (unit, end) = (duration.unit, ahead + 1)
      value = value.times(ExactNumber(duration.factor)) ?? value
      if text(end) == "old" || (Self.dashes.contains(text(end)) && text(end + 1) == "old") {
        (unit, value) = (.age, numeral.value)
      }
      if text(end) == "and", text(end + 1) == "a", text(end + 2) == "half",
        let half = ExactNumber(duration.factor).over(2)
      {
        (value, end) = (value.plus(half) ?? value, end + 3)
      }
    } else if ["working", "business"].contains(word), ["day", "days"].contains(text(ahead + 1)) {
      (unit, end) = (.workingDays, ahead + 2)
    } else if ["workday", "workdays"].contains(word) {
      (unit, end) = (.workingDays, ahead + 1)
    } else if let currency = EnglishWords.currencies[word]
      ?? (word == "us" ? EnglishWords.currencies[text(ahead + 1)] : nil)
    {
      (unit, end) = (.amount(currency), word == "us" ? ahead + 2 : ahead + 1)
      if text(start - 1) == "hong" { unit = .amount(.hongKongDollar) }
      if currency == .fen {
        // `two fen a month` is two per cent.
        let after = ["”", "’", "'", "\""].contains(text(end)) ? end + 1 : end
        let isMonthly = text(after) == "a" && text(after + 1) == "month"
        let isYearly = text(after) == "a" && text(after + 1) == "year"
        unit = isMonthly || isYearly ? .percent : .count(.things)
        if isYearly { value = value.times(ExactNumber(10)) ?? value }
        if isMonthly || isYearly { end = after }
      }
    } else if word == "fold" {
      (unit, end) = (.ratio, ahead + 1)
    } else if ["times", "time", "x", "×"].contains(word), !numeral.isArticle {
      (unit, end) = (.times, ahead + 1)
    } else {
      isMeasured = false
      unit = ["aged", "age", "ages"].contains(text(start - 1)) ? .age : kind(of: ahead)
    }
    if numeral.isArticle, !isMeasured || isPeriod(at: start, ahead) { return }
    if case .plain = unit, let digits = numeral.digits, isCalled(digits, at: start) { unit = .digits }
    position = max(position, end)
    let weight = weight(of: value, unit, isInWords: numeral.isInWords || numeral.isArticle)
    add(
      value, unit, first..<end, weight, qualifier: qualifier(first, end), period: period(first, end),
      written: unit == .digits ? numeral.digits : nil)
  }

  /// Whether a currency's sign or name stands before a number and not behind another one.
  private func currencyStands(_ index: Int) -> Bool {
    ["$", "¥", "€", "£"].contains(text(index)) || !isNumber(index - 1) && EnglishWords.powers[text(index - 1)] == nil
  }

  /// Half an hour, half a year; otherwise part of a whole.
  private func halved(_ numeral: Numeral) -> (Quantity.Unit, ExactNumber, Int) {
    var ahead = numeral.end
    if ["a", "an", "of"].contains(text(ahead)) || Self.dashes.contains(text(ahead)) { ahead += 1 }
    if numeral.value == ExactNumber(50), let duration = EnglishWords.durations[text(ahead)],
      let half = ExactNumber(duration.factor).over(2)
    {
      return (duration.unit, half, ahead + 1)
    }
    if let percent = percent(at: ahead), numeral.value == ExactNumber(50), let value = percent.factor.over(2) {
      return (percent.unit, value, percent.end)
    }
    if text(ahead) == "price" { return (.price, numeral.value, ahead + 1) }
    return (.percent, numeral.value, numeral.end)
  }

  private func percent(at index: Int) -> (unit: Quantity.Unit, factor: ExactNumber, end: Int)? {
    var end = index
    switch text(index) {
    case "%", "percent": end += 1
    case "per" where text(index + 1) == "cent": end += 2
    case "percentage" where text(index + 1).hasPrefix("point"): return (.points, .one, index + 2)
    case "basis" where text(index + 1).hasPrefix("point"):
      return ExactNumber.one.over(100).map { (.points, $0, index + 2) }
    case "bp", "bps": return ExactNumber.one.over(100).map { (.points, $0, index + 1) }
    case "‰": return ExactNumber.one.over(10).map { (.percent, $0, index + 1) }
    default: return nil
    }
    return (.percent, .one, end)
  }

  private func kind(of index: Int) -> Quantity.Unit {
    for word in [text(index), text(index + 1)] {
      if EnglishWords.people.contains(word) { return .count(.people) }
      if EnglishWords.attendances.contains(word) { return .count(.attendances) }
      if EnglishWords.households.contains(word) { return .count(.households) }
    }
    return .plain
  }

  /// Whether `a year` is a period: `2% a year`.
  private func isPeriod(at start: Int, _ ahead: Int) -> Bool {
    EnglishWords.periods[text(ahead)] != nil && start > 0
      && found.last.map { _ in places.last?.upperBound == start } ?? false
  }
}
