/// What the words around a number say about it.
extension EnglishQuantities {
  func weight(of value: ExactNumber, _ unit: Quantity.Unit, isInWords: Bool) -> Quantity.Weight {
    switch unit {
    case .amount(.fen): return .optional
    case .amount, .ratio, .times, .count, .plain, .ordinal, .time, .months, .age:
      guard isInWords else { return .hard }
      if value == .one || [3600, 60, 86_400, 604_800].contains(value.whole)
        || value == ExactNumber(12) && unit == .months
      {
        return .optional
      }
      switch unit {
      case .amount, .time, .months, .age, .ratio: return .hard
      default: return ExactNumber(10) < value ? .hard : .soft
      }
    case .percent: return isInWords && value == ExactNumber(50) ? .soft : .hard
    case .points, .price, .date, .clock, .workingDays, .digits, .article: return .hard
    case .vague, .span: return .soft
    }
  }

  /// What is said before and behind a number about how exact it is.
  func qualifier(_ first: Int, _ end: Int) -> Quantity.Qualifier {
    for (words, qualifier) in EnglishWords.behind where matches(words, at: end) { return qualifier }
    // `90% of the shops or more`, `three recipients, or more`
    for ahead in end..<min(end + 5, tokens.count) where text(ahead) == "or" {
      if ["more", "above"].contains(text(ahead + 1)) { return .atLeast }
      if ["less", "fewer", "below"].contains(text(ahead + 1)) { return .atMost }
    }
    var start = first
    while start > 0, ["the", "a", "an", "equivalent", "of", "rmb", "usd", "in", "full"].contains(text(start - 1)) {
      if ["of", "in"].contains(text(start - 1)), !["equivalent", "the"].contains(text(start - 2)) { break }
      start -= 1
    }
    for from in Set([start, first]).sorted() {
      for (words, qualifier) in EnglishWords.before where matches(words, at: from - words.count) {
        // `over twelve months` is as often a length of time as more than one.
        if words == ["over"], case .months? = EnglishWords.durations[text(end - 1)]?.unit { return .unclear }
        return qualifier
      }
    }
    // `may not exceed … a year`
    for back in stride(from: first - 1, through: max(0, first - 8), by: -1) {
      if EnglishWords.borders.contains(text(back)) || isNumber(back) { break }
      if ["limit", "limits", "cap", "maximum", "most", "ceiling", "highest"].contains(text(back)) { return .unclear }
    }
    return .exact
  }

  func matches(_ words: [String], at index: Int) -> Bool {
    guard index >= 0, index + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated() where tokens[index + offset].text != word { return false }
    return true
  }

  /// For what a number holds: `a month` behind it, or `annual` before it.
  func period(_ first: Int, _ end: Int) -> Quantity.Period? {
    var isLinked = false
    for ahead in end..<min(end + 7, tokens.count) {
      let word = text(ahead)
      if EnglishWords.borders.contains(word) || ["and", "or", "to"].contains(word) || isNumber(ahead) { break }
      if ["a", "an", "per", "each", "every", "/", "for", "one", "over"].contains(word) { isLinked = true }
      if let period = EnglishWords.periods[word], word != "each", word != "single" {
        if isLinked || ["yearly", "annually", "monthly", "daily", "apr"].contains(word) { return period }
      }
      if ahead > end, !isLinked, !["in", "total", "of", "interest", "simple", "at"].contains(word) { break }
    }
    for back in stride(from: first - 1, through: max(0, first - 8), by: -1) {
      let word = text(back)
      if EnglishWords.borders.contains(word) || isNumber(back) || ["and", "or"].contains(word) { break }
      if ["annual", "annualised", "annualized", "yearly", "monthly", "daily", "single", "each", "per"].contains(word) {
        if word == "per" || word == "each" { return EnglishWords.periods[text(back + 1)] }
        return EnglishWords.periods[word]
      }
    }
    return nil
  }

  /// Whether digits are a number that one calls.
  func isCalled(_ digits: String, at start: Int) -> Bool {
    guard digits.count >= 3 else { return false }
    if digits.isCallable { return true }
    for back in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      if [".", ",", ";"].contains(text(back)) { return false }
      if EnglishWords.callers.contains(text(back)), text(back) != "on" || back == start - 1 && digits.count > 4 {
        return true
      }
    }
    return false
  }
}
