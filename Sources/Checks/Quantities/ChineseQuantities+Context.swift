/// What the words around a number say about it.
extension ChineseQuantities {
  /// How much a quantity matters.
  func weight(of value: ExactNumber, _ unit: Quantity.Unit, isInWords: Bool) -> Quantity.Weight {
    switch unit {
    case .amount(.fen): return .optional
    case .amount, .ratio, .times, .count, .plain, .ordinal, .time, .months, .age:
      guard isInWords else { return .hard }
      if value == .one || value == ExactNumber(12) && unit == .months || value == ExactNumber(86_400) {
        return .optional
      }
      switch unit {
      case .amount, .time, .months, .age, .ratio:
        return isInWords && [3600, 60, 604_800].contains(value.whole) ? .optional : .hard
      default: return ExactNumber(10) < value ? .hard : .soft
      }
    case .percent, .points, .price, .date, .clock, .workingDays, .digits, .article: return .hard
    case .vague, .span: return .soft
    }
  }

  /// What is said before and behind a number about how exact it is.
  mutating func qualifier(_ start: Int, _ end: Int) -> Quantity.Qualifier {
    if let trailing = ChineseUnits.trailing.word(in: text, at: end) {
      position = max(position, trailing.end)
      return trailing.meaning
    }
    // `三个对象以上`
    var ahead = end
    while ahead < text.count, ahead < end + 3, !Self.isMark(text[ahead]) {
      ahead += 1
      if let trailing = ChineseUnits.trailing.word(in: text, at: ahead),
        [.atLeast, .atMost].contains(trailing.meaning)
      {
        return trailing.meaning
      }
    }
    var before = start
    if let currency = ChineseUnits.currencies.word(in: text, endingAt: before) { before = currency.start }
    for filler in ["等值", "为", "了", "到", "达", " "]
    where ChineseUnits.qualifiers.word(in: text, endingAt: before) == nil && endsWith(filler, at: before) {
      before -= filler.unicodeScalars.count
    }
    if let word = ChineseUnits.qualifiers.word(in: text, endingAt: before),
      ChineseUnits.notQualifiers.word(in: text, endingAt: before) == nil
    {
      return isRecent(word.meaning, end) ? .exact : word.meaning
    }
    var back = start
    while back > 0, back > start - 24, !Self.isMark(text[back - 1]), !text[back - 1].isDigit {
      back -= 1
      if let word = ChineseUnits.distant.word(in: text, endingAt: back),
        ChineseUnits.notQualifiers.word(in: text, endingAt: back) == nil
      {
        return start - back < 8 ? word.meaning : .unclear
      }
    }
    return .exact
  }

  /// `近3年` is the last three years and not nearly three.
  private func isRecent(_ qualifier: Quantity.Qualifier, _ end: Int) -> Bool {
    qualifier == .nearly && end > 0 && "年月天日周".unicodeScalars.contains(text[end - 1])
  }

  /// For what the number at a position holds.
  func period(before start: Int) -> Quantity.Period? {
    var back = start
    let floor = max(0, start - 10)
    while back > floor {
      if let word = ChineseUnits.periods.word(in: text, endingAt: back) { return word.meaning }
      if Self.isMark(text[back - 1]) || text[back - 1].isDigit { return nil }
      back -= 1
    }
    return nil
  }

  /// The currency that is named before the number at a position.
  func currency(before start: Int) -> Quantity.Currency? {
    let end = start > 0 && text[start - 1] == " " ? start - 1 : start
    return ChineseUnits.currencies.word(in: text, endingAt: end)?.meaning
  }

  /// Whether digits are a number that one calls rather than counts.
  func isCalled(_ numeral: ChineseNumeral, at start: Int) -> Bool {
    guard let digits = numeral.digits, digits.count >= 3 else { return false }
    return digits.isCallable || isAfterCall(start)
  }

  func isAfterCall(_ start: Int) -> Bool {
    var back = start
    let floor = max(0, start - 6)
    while back > floor {
      for word in ["打", "电", "电话", "热线", "号码", "专线", "呼叫", "短信"] where endsWith(word, at: back) { return true }
      if "，。；".unicodeScalars.contains(text[back - 1]) { return false }
      back -= 1
    }
    return false
  }

  func endsWith(_ word: String, at end: Int) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.count <= end && text[end - scalars.count..<end].elementsEqual(scalars)
  }

  /// Whether a character ends a clause.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "、", "：", "！", "？", "（", "）", "“", "”", "\n", ",", ";", ":", "(", ")", QuantityText.object: true
    default: false
    }
  }
}

extension String {
  /// Whether digits have the form of a Chinese hotline, so that nobody would take them for an amount.
  var isCallable: Bool {
    switch count {
    case 3: ["110", "119", "120", "122", "114"].contains(self)
    case 5: hasPrefix("12") || hasPrefix("95") || hasPrefix("961") || hasPrefix("962") || hasPrefix("963")
    case 7...12: hasPrefix("0") || hasPrefix("400") || hasPrefix("800") || (count == 11 && hasPrefix("1"))
    default: count > 3 && hasPrefix("0")
    }
  }
}
