extension Statement {
  /// The sums of money: `50万元`, `RMB 500,000`, `五百块钱`, `4.3 million yuan`. One yuan in words is a manner of speaking.
  var amounts: [FoundFigure] {
    numerals.compactMap { number in
      let behind = currencyBehind(number.range.upperBound)
      let before = currencyBefore(number.range.lowerBound)
      guard let currency = behind?.currency ?? before?.currency else { return nil }
      if number.isSpelled, number.value <= Numeral.unit { return nil }
      let range = (before?.start ?? number.range.lowerBound)..<(behind?.end ?? number.range.upperBound)
      return FoundFigure(figure: .amount(currency, number.value), range: range)
    }
  }

  /// The rates and shares: `24%`, `百分之五`, `5 per cent`, `月息二分`.
  var rates: [FoundFigure] {
    numerals.compactMap { number in
      let (lower, upper) = (number.range.lowerBound, number.range.upperBound)
      if scalar(upper) == "%" { return FoundFigure(figure: .rate(number.value), range: lower..<upper + 1) }
      if scalar(upper) == "‰" { return FoundFigure(figure: .rate(number.value / 10), range: lower..<upper + 1) }
      if let word = first(of: ["per cent", "percent"], at: afterBlanks(upper)) {
        return FoundFigure(figure: .rate(number.value), range: lower..<afterBlanks(upper) + word.unicodeScalars.count)
      }
      for (words, tenth) in [("年息", 100), ("月息", 10)] where has(words, at: lower - 2) {
        // Of a year's interest 分 is a tenth, of a month's a hundredth; 厘 is a tenth of 分.
        if scalar(upper) == "分" {
          return FoundFigure(figure: .rate(number.value * tenth / 10), range: lower - 2..<upper + 1)
        }
        if scalar(upper) == "厘" {
          return FoundFigure(figure: .rate(number.value * tenth / 100), range: lower - 2..<upper + 1)
        }
      }
      return nil
    } + percentages
  }

  /// `百分之五`: the reader of numbers takes the 百 for a number of its own.
  private var percentages: [FoundFigure] {
    scalars.indices.compactMap { index in
      guard scalars[index] == "百", has("百分之", at: index), let number = numeral(at: index + 3) else { return nil }
      return FoundFigure(figure: .rate(number.value), range: index..<number.range.upperBound)
    }
  }

  /// All numbers of the statement.
  private var numerals: [Numeral] {
    var found: [Numeral] = []
    var index = 0
    while index < scalars.count {
      if let number = numeral(at: index) {
        found.append(number)
        index = number.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func currencyBehind(_ index: Int) -> (currency: Figure.Currency, end: Int)? {
    var start = index
    // 42万余元
    if let scalar = scalar(start), "余多来".unicodeScalars.contains(scalar) { start += 1 }
    for candidate in [start, afterBlanks(start)] {
      for (word, currency) in Self.unitsBehind where has(word, at: candidate) {
        let end = candidate + word.unicodeScalars.count
        if let last = word.unicodeScalars.last, last.isLatin, scalar(end)?.isLatin == true { continue }
        return (currency, end)
      }
    }
    return nil
  }

  private func currencyBefore(_ index: Int) -> (currency: Figure.Currency, start: Int)? {
    let end = beforeBlanks(index)
    for (word, currency) in Self.unitsBefore {
      let start = end - word.unicodeScalars.count
      guard start >= 0, has(word, at: start) else { continue }
      if let first = word.unicodeScalars.first, first.isLatin, scalar(start - 1)?.isLatin == true { continue }
      return (currency, start)
    }
    return nil
  }

  private static let unitsBehind: [(String, Figure.Currency)] = [
    ("元人民币", .renminbi), ("元", .renminbi), ("块钱", .renminbi), ("人民币", .renminbi), ("美元", .dollar), ("美金", .dollar),
    ("欧元", .euro), ("英镑", .pound), ("日元", .yen), ("港元", .hongKongDollar), ("港币", .hongKongDollar), ("yuan", .renminbi),
    ("renminbi", .renminbi), ("RMB", .renminbi), ("US dollars", .dollar), ("dollars", .dollar), ("euros", .euro),
    ("pounds", .pound), ("yen", .yen),
  ]
  private static let unitsBefore: [(String, Figure.Currency)] = [
    ("RMB", .renminbi), ("CNY", .renminbi), ("人民币", .renminbi), ("¥", .renminbi), ("￥", .renminbi),
    ("HK$", .hongKongDollar),
    ("US$", .dollar), ("USD", .dollar), ("$", .dollar), ("EUR", .euro), ("€", .euro), ("£", .pound),
  ]
}
