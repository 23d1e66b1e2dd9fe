/// Dates, times of day, articles of laws, and names with digits.
extension EnglishQuantities {
  /// `1 March 2023`, `March 1, 2023`, `4, 23 and 24 September 2024`, `April 2023`, `2023`.
  mutating func readDate(at start: Int) -> Bool {
    if tokens[start].kind == .word { return readMonthFirst(at: start) }
    // Days before a month.
    var days: [(value: Int, token: Int)] = []
    var index = start
    while isNumber(index), let day = day(at: index), days.count < 8 {
      days.append((day.value, index))
      index = day.end
      if text(index) == "of" { index += 1 }
      if isMonth(index) { return readDays(days, month: index) }
      if ["and", "to", "or", ","].contains(text(index)) || Self.dashes.contains(text(index)) {
        index += 1
      } else {
        break
      }
      if text(index) == "and" { index += 1 }
    }
    return readYear(at: start)
  }

  private mutating func readDays(_ days: [(value: Int, token: Int)], month index: Int) -> Bool {
    let month = EnglishWords.months[text(index)] ?? 0
    let year = year(at: index + 1)
    let end = year?.end ?? index + 1
    for (number, day) in days.enumerated() {
      let isLast = number == days.count - 1
      addDate(year: year?.value ?? 0, month: month, day: day.value, day.token..<(isLast ? end : day.token + 1))
    }
    position = end
    return true
  }

  private mutating func readMonthFirst(at start: Int) -> Bool {
    guard isMonth(start) else { return false }
    let month = EnglishWords.months[text(start)] ?? 0
    if isNumber(start + 1), let day = day(at: start + 1) {
      var days = [(value: day.value, token: start + 1)]
      var end = day.end
      while Self.dashes.contains(text(end)) || ["and", "to"].contains(text(end)), isNumber(end + 1),
        let next = self.day(at: end + 1),
        !isMonth(next.end)
      {
        days.append((next.value, end + 1))
        end = next.end
      }
      let year = year(at: text(end) == "," ? end + 1 : end)
      end = year?.end ?? end
      for (number, day) in days.enumerated() {
        addDate(
          year: year?.value ?? 0, month: month, day: day.value,
          (number == 0 ? start : day.token)..<(number == days.count - 1 ? end : day.token + 1))
      }
      position = end
      return true
    }
    let year = year(at: text(start + 1) == "of" ? start + 2 : start + 1)
    // `May` and `March` begin sentences, too.
    if year == nil, ["may", "march", "mar", "dec", "sep", "sun"].contains(text(start)) {
      guard
        ["in", "since", "by", "from", "until", "of", "early", "late", "every", "each", "last", "and", "to"].contains(
          text(start - 1))
      else { return false }
    }
    position = year?.end ?? start + 1
    addDate(year: year?.value ?? 0, month: month, day: 0, start..<position)
    return true
  }

  private func isMonth(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isCapital && EnglishWords.months[tokens[index].text] != nil
  }

  private func day(at index: Int) -> (value: Int, end: Int)? {
    guard let value = Int(text(index)), value >= 1, value <= 31 else { return nil }
    return (value, ["st", "nd", "rd", "th"].contains(text(index + 1)) ? index + 2 : index + 1)
  }

  private func year(at index: Int) -> (value: Int, end: Int)? {
    guard isNumber(index), !tokens[index].isGrouped, text(index).count == 4, let value = Int(text(index)),
      value >= 1900,
      value < 2100
    else { return nil }
    return (value, index + 1)
  }

  private mutating func readYear(at start: Int) -> Bool {
    guard let year = year(at: start), EnglishWords.currencies[text(start - 1)] == nil else { return false }
    let next = text(start + 1)
    // A year has no unit; `2000 people` and `2,000` are no years.
    if next == "%" || EnglishWords.durations[next] != nil || EnglishWords.currencies[next] != nil
      || EnglishWords.people.contains(next) || EnglishWords.powers[next] != nil || next == "times"
      || EnglishWords.attendances.contains(next) || EnglishWords.households.contains(next)
    {
      return false
    }
    position = start + 1
    addDate(year: year.value, month: 0, day: 0, start..<start + 1)
    return true
  }

  private mutating func addDate(year: Int, month: Int, day: Int, _ tokens: Range<Int>) {
    var before = tokens.lowerBound - 1
    if text(before) == "of", text(before - 1) == "end" { before -= 1 }
    if Self.dashes.contains(text(before)), text(before - 1) == "end" { before -= 1 }
    let qualifier = EnglishWords.beforeDate[text(before)] ?? .exact
    add(Quantity.date(year: year, month: month, day: day), .date, tokens, .hard, qualifier: qualifier)
  }

  mutating func readDigitalDate(at start: Int) -> Bool {
    guard let date = DigitalDate(in: source.scalars, at: tokens[start].range.lowerBound) else { return false }
    while position < tokens.count, tokens[position].range.lowerBound < date.end { position += 1 }
    addDate(year: date.year, month: date.month, day: date.day, start..<position)
    return true
  }

  /// `9:00`, `8.30 p.m.`, `9 am`.
  mutating func readClock(at start: Int) -> Bool {
    guard let token = tokens.indices.contains(start) ? tokens[start] : nil else { return false }
    let parts = token.text.split(separator: ".")
    guard let first = parts.first, var hour = Int(first), hour <= 24 else { return false }
    var minute = 0
    var end = start + 1
    var isClock = false
    if text(end) == ":", isNumber(end + 1), text(end + 1).count == 2, let value = Int(text(end + 1)), value < 60 {
      (minute, end, isClock) = (value, end + 2, true)
    } else if parts.count == 2, parts[1].count == 2, let value = Int(parts[1]), value < 60 {
      minute = value
    }
    // `8 to 10 p.m.`
    if !isClock, text(end) == "to" || Self.dashes.contains(text(end)), isNumber(end + 1), text(end + 1).count <= 2 {
      let isDotted = text(end + 3) == "." && text(end + 4) == "m"
      let half = isDotted ? text(end + 2) + "m" : text(end + 2)
      guard half == "am" || half == "pm" else { return false }
      position = start + 1
      add(ExactNumber((half == "pm" && hour < 12 ? hour + 12 : hour) * 60), .clock, start..<start + 1, .hard)
      return true
    }
    var half = text(end)
    var after = end + 1
    if half == "a" || half == "p", text(after) == ".", text(after + 1) == "m" {
      half += "m"
      after += text(after + 2) == "." ? 3 : 2
    }
    if half == "am" || half == "pm" {
      (end, isClock) = (after, true)
      if half == "pm", hour < 12 { hour += 12 }
      if half == "am", hour == 12 { hour = 0 }
    } else if half == "o'clock" {
      (end, isClock) = (after, true)
    }
    guard isClock else { return false }
    position = end
    let isVague = half != "am" && half != "pm" && hour < 13
    add(ExactNumber(hour * 60 + minute), .clock, start..<end, .hard, qualifier: isVague ? .unclear : .exact)
    return true
  }

  /// `Article 16`, `Arts. 26, 30–32`, `Art. 13(2)`.
  mutating func readArticles(at start: Int) {
    var index = start + 1
    if text(index) == "." { index += 1 }
    guard isNumber(index), tokens[start].isCapital || isNumber(index) else { return }
    while isNumber(index), let value = ExactNumber(digits: text(index)) {
      add(value, .article, index..<index + 1, .hard)
      index += 1
      while text(index) == "(", isNumber(index + 1), text(index + 2) == ")",
        let paragraph = ExactNumber(digits: text(index + 1))
      {
        add(paragraph, .article, index + 1..<index + 2, .hard)
        index += 3
      }
      position = index
      if text(index) == ",", text(index + 1) == "and" { index += 1 }
      guard [",", "and", "to", "or"].contains(text(index)) || Self.dashes.contains(text(index)), isNumber(index + 1)
      else { return }
      index += 1
      if EnglishWords.months[text(index + 1)] != nil || year(at: index) != nil { return }
    }
  }

  /// `16th`; `paragraph 2`, `Decree 9`.
  mutating func readDecree(at start: Int) -> Bool {
    guard let value = ExactNumber(digits: text(start)) else { return false }
    let next = start + 1
    if ["st", "nd", "rd", "th"].contains(text(next)), tokens[next].isJoined {
      position = next + 1
      add(value, .ordinal, start..<next + 1, .hard)
      return true
    }
    if ["paragraph", "para", "item", "subparagraph"].contains(text(start - 1)) {
      add(value, .article, start..<start + 1, .hard)
      return true
    }
    return false
  }

  /// `A4`, `5G`, `3·15`, `0574-8712`, `24/7`: names that are repeated as they are.
  mutating func readName(at start: Int) -> Bool {
    let token = tokens[start]
    let previous = start > 0 ? tokens[start - 1] : nil
    // A footnote's mark.
    if previous?.text == "^" { return true }
    if let previous, previous.kind == .word, token.isJoined, EnglishWords.currencies[previous.text] == nil,
      previous.text.count < 3
    {
      add(ExactNumber(0), .digits, start - 1..<start + 1, .hard)
      return true
    }
    if text(start) == "24", text(start + 1) == "/", text(start + 2) == "7" {
      position = start + 3
      return true
    }
    if tokens.indices.contains(start + 1), tokens[start + 1].isJoined, ["g", "d"].contains(text(start + 1)) {
      position = start + 2
      add(ExactNumber(0), .digits, start..<start + 2, .hard)
      return true
    }
    if text(start + 1) == "·", isNumber(start + 2) {
      position = start + 3
      add(ExactNumber(0), .digits, start..<start + 3, .hard)
      return true
    }
    var (digits, end) = (token.text, start + 1)
    while text(end) == "-", isNumber(end + 1), !token.isGrouped {
      digits += text(end + 1)
      end += 2
    }
    if end > start + 1, digits.count >= 7, digits.isCallable {
      position = end
      add(ExactNumber(digits: digits) ?? ExactNumber(0), .digits, start..<end, .hard, written: digits)
      return true
    }
    return false
  }
}
