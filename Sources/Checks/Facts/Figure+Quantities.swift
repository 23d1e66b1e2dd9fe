extension Statement {
  /// The sums of money, rates, months and days, as they are read for comparing translations. A unit in words, one yuan, is a
  /// manner of speaking; a year alone is as often the year of a news item as one of force.
  var counted: [FoundFigure] {
    quantities.compactMap { quantity in
      figure(quantity).map { FoundFigure(figure: $0, range: withWordBefore(quantity.position)) }
    }
  }

  private func figure(_ quantity: Quantity) -> Figure? {
    switch quantity.unit {
    case .amount(let currency): quantity.weight == .hard && currency != .fen ? .amount(currency, quantity.value) : nil
    case .percent: .rate(quantity.value)
    case .date:
      quantity.dateParts.year > 0 && quantity.dateParts.month > 0
        ? .date(
          year: quantity.dateParts.year, month: quantity.dateParts.month,
          day: quantity.dateParts.day > 0 ? quantity.dateParts.day : nil) : nil
    case .points, .ratio, .times, .price, .count, .ordinal, .clock, .time, .months, .workingDays, .age, .digits,
      .article, .plain, .vague, .span:
      nil
    }
  }

  /// The range with the currency, or the kind of interest, that stands before it.
  private func withWordBefore(_ range: Range<Int>) -> Range<Int> {
    let end = beforeBlanks(range.lowerBound)
    for word in ["月息", "年息", "RMB", "CNY", "人民币", "HK$", "US$", "USD", "EUR", "$", "¥", "€", "£"] {
      let start = end - word.unicodeScalars.count
      if has(word, at: start) { return start..<range.upperBound }
    }
    return range
  }
}
