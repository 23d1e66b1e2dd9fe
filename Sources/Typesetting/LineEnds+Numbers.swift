extension LineEnds {
  /// Keeps the digits of a number together, and a number with its unit, its currency and its ordinal word.
  mutating func keepNumbers() {
    var index = 0
    while index < kinds.count {
      guard kinds[index] == .digit else {
        index += 1
        continue
      }
      let end = endOfNumber(from: index)
      for inner in index + 1..<max(end, index + 1) { hold(inner, .word) }
      keepWhatPrecedes(index)
      keepUnit(after: end)
      index = end
    }
    keepHanNumerals()
  }

  /// Lowers the strength before a cluster.
  private mutating func hold(_ index: Int, _ strength: Joint.Strength) {
    guard joints.indices.contains(index), joints[index].strength < .forced else { return }
    joints[index].strength = min(joints[index].strength, strength)
  }

  /// Whether a sign between two digits makes one number of them: 50,000, 5%—8%, 8:30, 2026-11-21.
  private func isConnector(_ index: Int) -> Bool {
    switch scalars[index] {
    case ".", ",", ":", "/", "-", "–", "—", "~", "～", "×", "+", "：": true
    default: false
    }
  }

  private func endOfNumber(from start: Int) -> Int {
    var end = start + 1
    while end < kinds.count {
      var next = end
      if kinds[next] == .postfix { next += 1 }
      if next < kinds.count, isConnector(next) { next += 1 }
      guard next < kinds.count, kinds[next] == .digit else { break }
      end = next + 1
    }
    return end
  }

  // MARK: What follows a number

  private mutating func keepUnit(after end: Int) {
    var next = end
    if next < kinds.count, kinds[next] == .postfix { next += 1 }
    let isSpaced = next < kinds.count && kinds[next] == .space
    if isSpaced { next += 1 }
    guard next < kinds.count else { return }
    switch kinds[next] {
    case .han: keepHanUnit(at: next)
    case .letter where isSpaced: keepLatinUnit(at: next)
    case .digit where isSpaced: hold(next, .unit)
    case .opening, .closing, .stop, .middleDot, .dash, .postfix, .prefix, .sign, .label, .letter, .digit, .hyphen,
      .slash, .space, .glue, .breakingSpace, .newline:
      break
    }
  }

  /// 5 | 万 | 余 | 元, 3 | 个 | 月, 25 | 周 | 岁.
  private mutating func keepHanUnit(at start: Int) {
    var next = start
    while next < scalars.count, Self.scales.contains(scalars[next]) {
      hold(next, .unit)
      next += 1
    }
    if next < scalars.count, scalars[next] == "个" {
      hold(next, .unit)
      next += 1
    }
    guard let unit = Self.hanUnits.first(where: { starts(with: $0, at: next) }) else { return }
    for inner in next..<next + unit.count { hold(inner, .unit) }
  }

  private func starts(with word: [Unicode.Scalar], at index: Int) -> Bool {
    index + word.count <= scalars.count && scalars[index..<index + word.count].elementsEqual(word)
  }

  /// 50,000 yuan, 3 million yuan, 24 hours, 8 November.
  private mutating func keepLatinUnit(at start: Int) {
    let word = word(at: start)
    if Self.latinScales.contains(word) {
      hold(start, .unit)
      let next = start + word.unicodeScalars.count + 1
      if next < kinds.count, kinds[next - 1] == .space, Self.latinUnits.contains(self.word(at: next)) {
        hold(next, .unit)
      }
    } else if Self.latinUnits.contains(word) || Self.months.contains(word) {
      hold(start, .unit)
    }
  }

  /// The Latin word that begins here, in small letters.
  private func word(at start: Int) -> String {
    let end = kinds[start...].firstIndex { $0 != .letter } ?? kinds.count
    return end - start > 12 ? "" : scalars[start..<end].reduce(into: "") { $0 += $1.properties.lowercaseMapping }
  }

  // MARK: What comes before a number

  /// 第25条, RMB 50,000, Article 25, November 21.
  private mutating func keepWhatPrecedes(_ number: Int) {
    guard number > 0 else { return }
    if scalars[number - 1] == "第" { hold(number, .unit) }
    guard number > 1, kinds[number - 1] == .space else { return }
    let isAbbreviated = scalars[number - 2] == "."
    let end = isAbbreviated ? number - 2 : number - 1
    guard let start = kinds[..<end].lastIndex(where: { $0 != .letter }).map({ $0 + 1 }) ?? (end > 0 ? 0 : nil),
      start < end
    else { return }
    let word = word(at: start)
    if Self.ordinals.contains(word) || Self.currencies.contains(word) || Self.months.contains(word) {
      hold(number, .unit)
    }
  }

  // MARK: Numbers in words

  /// 五十万元 and 第二十五条 may be divided, but with harm.
  private mutating func keepHanNumerals() {
    for index in joints.indices.dropFirst() where kinds[index] == .han {
      let before = scalars[index - 1]
      if Self.numerals.contains(before),
        Self.numerals.contains(scalars[index]) || Self.hanUnits.contains([scalars[index]]) || scalars[index] == "个"
      {
        joints[index].harm = 3
      } else if before == "第", Self.numerals.contains(scalars[index]) {
        joints[index].harm = 3
      }
    }
  }
}

// What the rules know.
extension LineEnds {
  private static let scales = Set("万亿千百十余多".unicodeScalars)
  private static let numerals = Set("一二两三四五六七八九十百千万亿零〇几半".unicodeScalars)

  /// Longer ones first.
  private static let hanUnits: [[Unicode.Scalar]] =
    [
      "工作日", "百分点", "平方米", "小时", "分钟", "周岁", "公里", "公斤", "毫米", "厘米", "千克", "美元", "港元", "欧元", "元", "角", "分", "年", "月",
      "日", "号", "时", "点", "秒", "天", "周", "岁", "倍", "成", "条", "款", "项", "章", "节", "页", "期", "届", "名", "位", "人", "户", "家",
      "次", "种", "类", "笔", "份", "件", "张", "部", "起", "批", "级", "层", "米", "克", "度", "步", "遍", "套", "只", "台", "辆", "字", "本",
      "万",
    ].map { Array($0.unicodeScalars) }

  private static let latinScales: Set = ["hundred", "thousand", "million", "billion", "trillion"]

  private static let latinUnits: Set = [
    "yuan", "rmb", "cny", "usd", "dollars", "dollar", "euros", "percent", "per", "percentage", "points", "times",
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "seconds",
    "people", "km", "m", "cm", "mm", "kg", "g", "pt", "am", "pm", "a", "p", "working",
  ]

  private static let months: Set = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let ordinals: Set = [
    "article", "articles", "section", "chapter", "item", "page", "no", "order", "step", "rule", "part", "figure",
    "table",
    "question", "version", "dial", "call",
  ]

  private static let currencies: Set = ["rmb", "cny", "usd", "hkd", "eur", "gbp"]
}
