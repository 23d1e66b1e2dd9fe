/// Reads the quantities of a Chinese text.
struct ChineseQuantities {
  let source: QuantityText
  let text: [Unicode.Scalar]
  var found: [Quantity] = []
  /// Where reading goes on.
  var position = 0

  static func quantities(in text: QuantityText) -> [Quantity] {
    var reader = ChineseQuantities(text)
    reader.read()
    return reader.found
  }

  /// What is said about how exact the things are that stand in the text as objects, in their order.
  static func qualifiersOfObjects(in text: QuantityText) -> [Quantity.Qualifier] {
    var reader = ChineseQuantities(text)
    return text.objects.map { reader.qualifier($0, $0 + 1) }
  }

  private init(_ source: QuantityText) {
    self.source = source
    text = source.scalars
  }

  private mutating func read() {
    while position < text.count {
      let start = position
      position = start + 1
      switch text[start] {
      case "0"..."9": readNumber(at: start)
      case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "零", "〇", "幺", "俩",
        "仨", "数", "几", "上":
        if let idiom = ChineseUnits.idioms.word(in: text, at: start), !isNumberAfterAll(start, idiom.end) {
          position = idiom.end
        } else {
          readNumber(at: start)
        }
      case "第": readOrdinal(at: start)
      case "头" where matches("头一", at: start): add(.one, .ordinal, start..<start + 2, .optional)
      case "半": readHalf(at: start)
      case "翻": readDoubling(at: start)
      case "加", "双", "成":
        if matches("加倍", at: start) || matches("双倍", at: start) || matches("成倍", at: start) {
          add(ExactNumber(2), .ratio, start..<start + 2, text[start] == "成" ? .optional : .soft)
        }
      case "对" where matches("对折", at: start): add(ExactNumber(50), .price, start..<start + 2, .hard)
      default: break
      }
    }
  }

  /// Whether a word that looks like an idiom is the beginning of a number: `十分钟`, `十分之一`, `一点五`, `一线`.
  private func isNumberAfterAll(_ start: Int, _ end: Int) -> Bool {
    guard end < text.count else { return false }
    switch source.string(start..<end) {
    case "十分": return text[end] == "钟" || text[end] == "之"
    case "万分": return text[end] == "之"
    case "百分百": return true
    case "千万":
      if start > 0, "数几".unicodeScalars.contains(text[start - 1]) { return true }
      return false
    case "一手", "一路", "一番", "一线", "一道", "一度", "一时", "一向", "一味", "一举", "一口": return false
    case "一成不变": return false
    default: return false
    }
  }

  private mutating func readNumber(at start: Int) {
    if start > 0, !text[start].isDigit, ChineseUnits.notBefore.word(in: text, endingAt: start) != nil,
      !(start + 1 < text.count && ChineseUnits.suffixes.word(in: text, at: start + 1) != nil)
    {
      position = start + 1
      return
    }
    if readFraction(at: start) || readName(at: start) || readDigitalDate(at: start) || readClock(at: start) { return }
    guard let numeral = ChineseNumeral(in: text, at: start) else {
      readSpan(at: start)
      return
    }
    position = numeral.end
    if numeral.isVague {
      add(numeral.value, .vague, start..<numeral.end, .soft)
      return
    }
    if let interest = interestRate(numeral, at: start) {
      add(interest.value, .percent, start..<interest.end, .hard, period: interest.period)
      return
    }
    if readDate(numeral, at: start) { return }
    readCounted(numeral, at: start)
  }

  /// A number with what it counts, or the first end of a range.
  private mutating func readCounted(_ numeral: ChineseNumeral, at start: Int) {
    var unit = measured(numeral, at: start)
    let next = unit.end < text.count && isRange(text[unit.end]) ? ChineseNumeral(in: text, at: unit.end + 1) : nil
    if let next, next.end < text.count, text[next.end] == "月", readMonths(numeral, next, at: start) { return }
    if let next, !next.isVague, next.digits?.count ?? 0 < 5 {
      var upper = measured(next, at: unit.end + 1)
      if !unit.isUnit {
        // `1—10倍`, `3—5万元`: the unit and the power of ten stand only behind the second.
        unit.unit = upper.unit
        if next.value.numerator % 10_000 == 0, unit.value < ExactNumber(1000), unit.value.numerator > 0,
          let power = Self.power(of: next, in: text), let product = unit.value.times(power)
        {
          unit.value = product
        }
        if let factor = upper.factor, let product = unit.value.times(factor) { unit.value = product }
      }
      upper.qualifier = .highest
      let weight = Quantity.Weight.hard
      add(unit.value, unit.unit, start..<numeral.end, weight, qualifier: .lowest, period: period(before: start))
      let trailing = ChineseUnits.trailing.word(in: text, at: upper.end)
      position = trailing?.end ?? upper.end
      add(
        upper.value, upper.unit, unit.end + 1..<upper.end, weight, qualifier: .highest, period: period(before: start))
      return
    }
    position = max(position, unit.end)
    let weight = weight(of: unit.value, unit.unit, isInWords: numeral.isInWords)
    if unit.unit == .plain, numeral.isInWords, numeral.digits == nil, weight == .optional { return }
    let about: Quantity.Qualifier? = numeral.upper == nil ? numeral.qualifier : .unclear
    let qualifier = about ?? self.qualifier(start, unit.end)
    add(unit.value, unit.unit, start..<unit.end, weight, qualifier: qualifier, period: period(before: start))
    if let upper = numeral.upper {
      let factor = unit.factor ?? .one
      add(upper.times(factor) ?? upper, unit.unit, start..<unit.end, .optional, qualifier: .about)
    }
  }

  /// The power of ten at the end of a number: 10,000 of `5万`.
  private static func power(of numeral: ChineseNumeral, in text: [Unicode.Scalar]) -> ExactNumber? {
    switch text[numeral.end - 1] {
    case "万": ExactNumber(10_000)
    case "亿": ExactNumber(100_000_000)
    default: nil
    }
  }

  private struct Measured {
    var value: ExactNumber
    var unit: Quantity.Unit
    var end: Int
    var isUnit: Bool
    var factor: ExactNumber?
    var qualifier: Quantity.Qualifier?
  }

  /// A number with its unit, in the measure in which it is compared.
  private func measured(_ numeral: ChineseNumeral, at start: Int) -> Measured {
    var end = numeral.end
    if end < text.count, text[end] == " " { end += 1 }
    let before = currency(before: start)
    guard let suffix = ChineseUnits.suffixes.word(in: text, at: end) else {
      if let before {
        return Measured(value: numeral.value, unit: .amount(before), end: numeral.end, isUnit: true)
      }
      if numeral.digits != nil, isCalled(numeral, at: start) {
        return Measured(value: numeral.value, unit: .digits, end: numeral.end, isUnit: false)
      }
      return Measured(value: numeral.value, unit: .plain, end: numeral.end, isUnit: false)
    }
    func measured(_ unit: Quantity.Unit, _ factor: ExactNumber? = nil, end: Int? = nil) -> Measured {
      Measured(
        value: factor.flatMap { numeral.value.times($0) } ?? numeral.value, unit: unit, end: end ?? suffix.end,
        isUnit: true, factor: factor)
    }
    let plain = Measured(value: numeral.value, unit: .plain, end: numeral.end, isUnit: false)
    let next = suffix.end < text.count ? text[suffix.end] : " "
    switch suffix.meaning {
    case .unit(.ratio):
      let adds = ChineseUnits.growth.word(in: text, endingAt: start) != nil
      return adds
        ? Measured(value: numeral.value.plus(.one) ?? numeral.value, unit: .ratio, end: suffix.end, isUnit: true)
        : measured(.ratio)
    case .unit(.amount(.yuan)):
      return measured(.amount(before ?? .yuan))
    case .unit(.count(.things)) where isCalled(numeral, at: start) && numeral.digits?.count ?? 0 > 4:
      return Measured(value: numeral.value, unit: .digits, end: numeral.end, isUnit: false)
    case .unit(let unit): return measured(unit)
    case .multiple(let unit, let factor):
      var value = measured(unit, ExactNumber(factor))
      if next == "半", let half = ExactNumber(factor).over(2), let sum = value.value.plus(half) {
        value.value = sum
        value.end += 1
      }
      return value
    case .basisPoints: return measured(.points, ExactNumber(1).over(100))
    case .permille: return measured(.percent, ExactNumber(1).over(10))
    case .discount:
      if "页叠扣腾算合成断线".unicodeScalars.contains(next) { return plain }
      return measured(.price, numeral.value < ExactNumber(10) ? ExactNumber(10) : nil)
    case .tenths:
      if "为功本员果立交品长天就千".unicodeScalars.contains(next) || numeral.value.whole.map({ $0 > 10 }) ?? true { return plain }
      var value = measured(.percent, ExactNumber(10))
      if let rest = ChineseNumeral(in: text, at: suffix.end), rest.isInWords, rest.value < ExactNumber(10),
        rest.end == suffix.end + 1, let sum = value.value.plus(rest.value)
      {
        value.value = sum
        value.end = rest.end
      } else if next == "半", let sum = value.value.plus(ExactNumber(5)) {
        value.value = sum
        value.end += 1
      }
      return value
    case .year:
      var value = measured(.months, ExactNumber(12))
      if next == "半", let sum = value.value.plus(ExactNumber(6)) { (value.value, value.end) = (sum, value.end + 1) }
      return value
    case .month: return measured(.months)
    case .day: return text[suffix.end - 1] == "号" ? measured(.count(.things)) : measured(.time, ExactNumber(86_400))
    case .hour: return plain
    case .yearsOfAge: return measured(.age)
    }
  }

  mutating func add(
    _ value: ExactNumber, _ unit: Quantity.Unit, _ positions: Range<Int>, _ weight: Quantity.Weight,
    qualifier: Quantity.Qualifier = .exact, period: Quantity.Period? = nil
  ) {
    found.append(
      Quantity(
        value: value, unit: unit, qualifier: qualifier, period: period, weight: weight,
        written: source.string(positions), range: source.range(positions), position: positions))
  }

  func matches(_ word: String, at position: Int) -> Bool {
    var index = position
    for scalar in word.unicodeScalars {
      guard index < text.count, text[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  func isRange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "—", "–", "-", "～", "~", "至", "到", "−": true
    default: false
    }
  }
}
