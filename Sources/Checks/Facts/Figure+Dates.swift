extension Statement {
  /// The days and months that are named with their year: `2023年3月1日`, `1 March 2023`, `March 2024`. A year alone is as
  /// often the year of a news item as a date of force, and is left to the readers of quantities.
  var dates: [FoundFigure] {
    var found: [FoundFigure] = []
    var index = 0
    while index < scalars.count {
      guard let date = chineseDate(at: index) ?? englishDate(at: index) else {
        index += 1
        continue
      }
      found.append(date)
      index = date.range.upperBound
    }
    return found
  }

  private func chineseDate(at start: Int) -> FoundFigure? {
    guard let year = year(at: start), scalar(start + 4) == "年", let month = short(at: start + 5),
      scalar(month.end) == "月", (1...12).contains(month.value)
    else { return nil }
    var end = month.end + 1
    var day: Int?
    if let number = short(at: end), let unit = scalar(number.end), unit == "日" || unit == "号" {
      (day, end) = (number.value, number.end + 1)
    }
    return FoundFigure(figure: .date(year: year, month: month.value, day: day), range: start..<end)
  }

  /// `1 March 2023`, `March 1, 2023` or `March 2023`, from the month's name on, with a day before it.
  private func englishDate(at start: Int) -> FoundFigure? {
    guard scalar(start)?.isLatin == true, scalar(start - 1)?.isLatin != true, let name = word(at: start),
      let month = Self.months.firstIndex(of: name)
    else { return nil }
    var lower = start
    var day: Int?
    var next = afterBlanks(start + name.unicodeScalars.count)
    if let number = short(at: next), scalar(number.end) == "," {
      day = number.value
      next = afterBlanks(number.end + 1)
    }
    guard let year = year(at: next) else { return nil }
    if day == nil, start >= 2 {
      let end = beforeBlanks(start)
      var first = end
      while scalar(first - 1)?.digit != nil { first -= 1 }
      if first < end, let number = short(at: first), number.end == end { (day, lower) = (number.value, first) }
    }
    return FoundFigure(figure: .date(year: year, month: month + 1, day: day), range: lower..<next + 4)
  }

  private func year(at start: Int) -> Int? {
    guard scalar(start - 1)?.digit == nil, let first = scalar(start)?.digit, first == 1 || first == 2,
      scalar(start + 4)?.digit == nil
    else { return nil }
    var year = 0
    for index in start..<start + 4 {
      guard let digit = scalar(index)?.digit else { return nil }
      year = year * 10 + digit
    }
    return year
  }

  /// A number of one or two digits.
  private func short(at start: Int) -> (value: Int, end: Int)? {
    guard let first = scalar(start)?.digit else { return nil }
    guard let second = scalar(start + 1)?.digit else { return (first, start + 1) }
    return scalar(start + 2)?.digit == nil ? (first * 10 + second, start + 2) : nil
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
