/// A number as it is written in Chinese or English: `1.8亿`, `五万`, `19,000`, `4.3 million`.
struct Numeral {
  /// In ten-thousandths, so that `1.8` is exact.
  let value: Int
  let range: Range<Int>
  /// Whether it is spelled in words or Han numerals.
  let isSpelled: Bool
  /// One in ten-thousandths.
  static let unit = 10_000
}

extension Statement {
  /// The number that begins at an index, with the words for thousands and millions behind it. Nil where none begins, or it is
  /// too large for anything that a leaflet says.
  func numeral(at start: Int) -> Numeral? {
    guard let first = scalar(start) else { return nil }
    if first.digit != nil {
      guard scalar(start - 1)?.digit == nil, var number = digits(at: start) else { return nil }
      var end = number.end
      // 200余万
      var next = end
      if let scalar = scalar(next), "余多".unicodeScalars.contains(scalar) { next += 1 }
      while let scalar = scalar(next), let factor = Self.hanFactors[scalar] {
        guard let product = number.value.product(factor) else { return nil }
        number.value = product
        next += 1
        end = next
      }
      return scaled(number.value, start..<end, isSpelled: false)
    }
    if Self.hanDigits[first] != nil || Self.hanFactors[first] != nil { return hanNumeral(at: start) }
    guard first.isLatin, scalar(start - 1)?.isLatin != true else { return nil }
    return wordNumeral(at: start)
  }

  /// Plain digits, grouped by commas or not, with decimals or not.
  private func digits(at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = start
    func take() -> Bool {
      guard let digit = scalar(end)?.digit, let sum = value.product(10)?.sum(digit) else { return false }
      value = sum
      end += 1
      return true
    }
    while take() {}
    while scalar(end) == ",", (1...3).allSatisfy({ scalar(end + $0)?.digit != nil }), scalar(end + 4)?.digit == nil {
      end += 1
      while take() {}
    }
    guard var scaled = value.product(Numeral.unit) else { return nil }
    if scalar(end) == ".", scalar(end + 1)?.digit != nil {
      end += 1
      var place = Numeral.unit
      while let digit = scalar(end)?.digit {
        place /= 10
        scaled += digit * place
        end += 1
      }
    }
    return (scaled, end)
  }

  private func hanNumeral(at start: Int) -> Numeral? {
    if let before = scalar(start - 1), Self.hanDigits[before] != nil || Self.hanFactors[before] != nil { return nil }
    var total = 0
    var section = 0
    var digit: Int?
    var last = 1
    var end = start
    while let scalar = scalar(end) {
      if let value = Self.hanDigits[scalar] {
        digit = value
        if value == 0 { last = 1 }
      } else if let factor = Self.hanFactors[scalar] {
        if factor >= 10_000 {
          // 一亿三千万: 亿 multiplies all that stands before it, 万 what stands after 亿.
          let multiplied = factor > 10_000 ? total + section + (digit ?? 0) : max(section + (digit ?? 0), 1)
          guard let product = multiplied.product(factor) else { return nil }
          total = factor > 10_000 ? product : total + product
          section = 0
        } else {
          section += (digit ?? 1) * factor
        }
        (digit, last) = (nil, factor)
      } else {
        break
      }
      end += 1
    }
    // 两万五 is 25,000.
    let rest = (digit ?? 0) * (last >= 100 ? last / 10 : 1)
    guard let value = (total + section + rest).product(Numeral.unit), value > 0 else { return nil }
    return Numeral(value: value, range: start..<end, isSpelled: true)
  }

  private func wordNumeral(at start: Int) -> Numeral? {
    var total = 0
    var part: Int?
    var end = start
    var next = start
    while let word = word(at: next)?.lowercased() {
      if let value = Self.words[word] {
        part = (part ?? 0) + value
      } else if word == "hundred", let known = part {
        part = known * 100
      } else if let factor = Self.scales[word], let known = part, known < 1_000_000 {
        total += known * factor
        part = 0
      } else {
        break
      }
      end = next + word.unicodeScalars.count
      next = end + 1
      guard let separator = scalar(end), separator == " " || separator == "-" else { break }
    }
    guard let part, let value = (total + part).product(Numeral.unit) else { return nil }
    return Numeral(value: value, range: start..<end, isSpelled: true)
  }

  /// A number in digits with a word such as `million` behind it.
  private func scaled(_ value: Int, _ range: Range<Int>, isSpelled: Bool) -> Numeral? {
    let start = afterBlanks(range.upperBound)
    if let word = word(at: start), let factor = Self.scales[word] {
      guard let product = value.product(factor) else { return nil }
      let end = start + word.unicodeScalars.count
      return Numeral(value: product, range: range.lowerBound..<end, isSpelled: isSpelled)
    }
    return Numeral(value: value, range: range, isSpelled: isSpelled)
  }

  /// The Latin letters from an index.
  func word(at start: Int) -> String? {
    var end = start
    while let scalar = scalar(end), scalar.isLatin { end += 1 }
    return end > start ? text(start..<end) : nil
  }

  private static let hanDigits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let hanFactors: [Unicode.Scalar: Int] = [
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000,
  ]
  private static let scales = [
    "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "m": 1_000_000,
    "bn": 1_000_000_000, "k": 1000,
  ]
  private static let words = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]
}

extension Int {
  /// The product, nil when it is too large.
  fileprivate func product(_ other: Int) -> Int? {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? nil : product
  }

  /// The sum, nil when it is too large.
  fileprivate func sum(_ other: Int) -> Int? {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? nil : sum
  }
}
