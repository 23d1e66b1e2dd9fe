/// Dates and times of day.
extension ChineseQuantities {
  /// `2023年3月1日` and its parts; the month and year of an enumeration are carried on.
  mutating func readDate(_ numeral: ChineseNumeral, at start: Int) -> Bool {
    guard let value = numeral.value.whole, numeral.end < text.count, numeral.upper == nil else { return false }
    switch text[numeral.end] {
    case "年" where isYear(numeral):
      if let first = ChineseNumeral(in: text, at: numeral.end + 1), first.end < text.count, isRange(text[first.end]),
        let last = ChineseNumeral(in: text, at: first.end + 1), matches("月", at: last.end)
      {
        addDate(year: value, month: 0, day: 0, start..<numeral.end + 1)
        return readMonths(first, last, at: numeral.end + 1)
      }
      let monthly = month(at: numeral.end + 1)
      let end = monthly?.end ?? numeral.end + 1
      addDate(year: value, month: monthly?.month ?? 0, day: monthly?.day ?? 0, start..<end)
      return true
    case "月":
      guard value >= 1, value <= 12, let monthly = month(at: start) else { return false }
      let carried = carried(to: start)
      addDate(year: carried?.year ?? 0, month: monthly.month, day: monthly.day, start..<monthly.end)
      return true
    case "日", "号":
      guard value >= 1, value <= 31, let carried = carried(to: start), carried.day > 0 else { return false }
      addDate(year: carried.year, month: carried.month, day: value, start..<numeral.end + 1)
      return true
    default:
      // `2024、2025年`; a year in brackets before the number of a decree.
      guard isYear(numeral), numeral.digits != nil, ChineseUnits.suffixes.word(in: text, at: numeral.end) == nil,
        text[numeral.end] == "〕" || isRange(text[numeral.end]) && followsYear(numeral.end + 1)
      else { return false }
      addDate(year: value, month: 0, day: 0, start..<numeral.end)
      return true
    }
  }

  /// `1—6月`
  mutating func readMonths(_ first: ChineseNumeral, _ last: ChineseNumeral, at start: Int) -> Bool {
    guard let from = first.value.whole, let to = last.value.whole, from >= 1, from < to, to <= 12 else { return false }
    let year = carried(to: start)?.year ?? 0
    addDate(year: year, month: from, day: 0, start..<first.end)
    addDate(year: year, month: to, day: 0, first.end + 1..<last.end + 1)
    return true
  }

  private func followsYear(_ position: Int) -> Bool {
    guard let next = ChineseNumeral(in: text, at: position), next.end < text.count else { return false }
    return isYear(next) && text[next.end] == "年"
  }

  private func isYear(_ numeral: ChineseNumeral) -> Bool {
    guard let digits = numeral.digits, digits.count == 4, let value = numeral.value.whole else { return false }
    return value >= 1900 && value < 2100
  }

  private func month(at start: Int) -> (month: Int, day: Int, end: Int)? {
    guard let month = ChineseNumeral(in: text, at: start), let number = month.value.whole, number >= 1, number <= 12,
      month.end < text.count, text[month.end] == "月"
    else { return nil }
    if let day = ChineseNumeral(in: text, at: month.end + 1), let date = day.value.whole, date >= 1, date <= 31,
      day.end < text.count, text[day.end] == "日" || text[day.end] == "号"
    {
      return (number, date, day.end + 1)
    }
    // `3月9—15日`
    if let day = ChineseNumeral(in: text, at: month.end + 1), let date = day.value.whole, date >= 1, date <= 31,
      day.end < text.count, isRange(text[day.end])
    {
      return (number, date, day.end)
    }
    return (number, 0, month.end + 1)
  }

  /// The date of which the one at a position is the continuation.
  private func carried(to start: Int) -> (year: Int, month: Int, day: Int)? {
    guard let last = found.last, last.unit == .date, last.position.upperBound <= start else { return nil }
    let between = text[last.position.upperBound..<start]
    let isJoined = between.count <= 2 && between.allSatisfy { isRange($0) || "、和及或与，".unicodeScalars.contains($0) }
    return isJoined ? last.dateParts : nil
  }

  private mutating func addDate(year: Int, month: Int, day: Int, _ positions: Range<Int>) {
    position = max(position, positions.upperBound)
    let around = ChineseUnits.aroundDate.word(in: text, at: positions.upperBound)?.meaning ?? .exact
    add(Quantity.date(year: year, month: month, day: day), .date, positions, .hard, qualifier: around)
  }

  /// `2026-11-21`, `2026/11/21`, `2026.11.21`.
  mutating func readDigitalDate(at start: Int) -> Bool {
    guard let date = DigitalDate(in: text, at: start) else { return false }
    addDate(year: date.year, month: date.month, day: date.day, start..<date.end)
    return true
  }

  /// `9:00`, `下午3点半`.
  mutating func readClock(at start: Int) -> Bool {
    guard let numeral = ChineseNumeral(in: text, at: start), let hour = numeral.value.whole, hour <= 24,
      numeral.end < text.count
    else { return false }
    let words: [(String, Bool)] = [
      ("上午", false), ("早上", false), ("凌晨", false), ("清晨", false), ("中午", true), ("下午", true), ("晚上", true),
      ("傍晚", true), ("夜里", true), ("今晚", true), ("每晚", true), ("早", false), ("晚", true),
    ]
    let word = words.first { endsWith($0.0, at: start) }
    var minute = 0
    var end = numeral.end + 1
    switch text[numeral.end] {
    case ":", "：":
      guard numeral.digits != nil, end + 1 < text.count, text[end].isDigit, text[end + 1].isDigit else { return false }
      let minutes = DigitRun(in: text, at: end)
      guard let value = ExactNumber(digits: minutes.digits)?.whole, value < 60 else { return false }
      (minute, end) = (value, minutes.end)
    case "点", "时":
      guard word != nil || (!numeral.isInWords && text[numeral.end] == "点") else { return false }
      if end < text.count, text[end] == "半" {
        (minute, end) = (30, end + 1)
      } else if let minutes = ChineseNumeral(in: text, at: end), minutes.end < text.count, text[minutes.end] == "分",
        let value = minutes.value.whole
      {
        (minute, end) = (value, minutes.end + 1)
      } else if end < text.count, text[end] == "钟" {
        end += 1
      }
    default: return false
    }
    let isLate = (word?.1 ?? false) && hour < 12
    position = end
    add(
      ExactNumber((isLate ? hour + 12 : hour) * 60 + minute), .clock, start..<end, .hard,
      qualifier: word == nil && hour < 13 ? .unclear : .exact)
    return true
  }
}

/// A date in digits with the same sign between them.
struct DigitalDate {
  let year: Int
  let month: Int
  let day: Int
  let end: Int

  init?(in text: [Unicode.Scalar], at start: Int) {
    func number(_ from: Int, _ lengths: ClosedRange<Int>) -> (value: Int, end: Int)? {
      var (value, end) = (0, from)
      while end < text.count, text[end].isDigit, end - from < 5 {
        value = value * 10 + Int(text[end].value - 0x30)
        end += 1
      }
      return lengths.contains(end - from) ? (value, end) : nil
    }
    guard let year = number(start, 4...4), year.value >= 1900, year.value < 2100, year.end < text.count,
      "-/.".unicodeScalars.contains(text[year.end]), let month = number(year.end + 1, 1...2), month.value >= 1,
      month.value <= 12, month.end < text.count, text[month.end] == text[year.end],
      let day = number(month.end + 1, 1...2), day.value >= 1, day.value <= 31
    else { return nil }
    (self.year, self.month, self.day, end) = (year.value, month.value, day.value, day.end)
  }
}
