/// What a reader could lose money by when it is wrong: numbers with their units, facts, laws, links, right answers, and
/// whether something is to be done or not. They are told apart from wording roughly: what is taken for a figure and is none
/// makes a warning an error, and never hides anything.
enum Particulars {
  /// A part of a text.
  enum Piece: Sendable {
    case words(String)
    /// The value of a registered fact.
    case fact(String)
    /// An address outside the site.
    case link(String)
    /// The option that it stands in is a right one.
    case answer
  }

  /// The particulars of a text in their order; without `|`, `;` and line ends, which separate them where they are written
  /// down.
  static func of(_ pieces: [Piece]) -> [String] {
    var particulars: [String] = []
    var words = ""
    func finish() {
      particulars += Scan(words).particulars
      words = ""
    }
    for piece in pieces {
      switch piece {
      case .words(let text): words += text
      case .fact(let value):
        finish()
        particulars.append(plain(value))
      case .link(let address):
        finish()
        particulars.append(plain(address))
      case .answer: particulars.append("[x]")
      }
    }
    finish()
    return particulars
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isWhitespace || $0 == "|" || $0 == ";" ? " " : $0 })
  }

  /// One run of words.
  private struct Scan {
    private let text: [Character]
    private var index = 0
    private(set) var particulars: [String] = []

    init(_ words: String) {
      text = Array(words)
      while index < text.count {
        let start = index
        if let particular = next() { particulars.append(particular) }
        if index == start { index += 1 }
      }
    }

    private func character(_ offset: Int) -> Character? {
      text.indices.contains(index + offset) ? text[index + offset] : nil
    }

    private mutating func next() -> String? {
      let first = text[index]
      if first.isWholeNumber, first.isASCII || isFullWidth(first) { return number() }
      if numerals.contains(first) { return chineseNumber() }
      if first == "《" { return law() }
      if negations.contains(first) { return negation() }
      if first.isLetter, first.isASCII { return word() }
      return nil
    }

    private func isFullWidth(_ character: Character) -> Bool { ("０"..."９").contains(character) }

    /// Digits with the marks inside them, what stands directly before them, and their unit.
    private mutating func number() -> String {
      var number = index > 0 && "近约超逾满第¥￥$€".contains(text[index - 1]) ? String(text[index - 1]) : ""
      while let first = character(0) {
        if first.isWholeNumber {
          number.append(first)
        } else if ".,:/-–—~～".contains(first), character(1)?.isWholeNumber == true {
          number.append(first)
        } else {
          break
        }
        index += 1
      }
      return number + unit()
    }

    /// The unit behind a number: up to six characters.
    private mutating func unit() -> String {
      var unit = ""
      while let next = character(0), unit.count < 6, units.contains(next) {
        unit.append(next)
        index += 1
      }
      return unit
    }

    /// A number in Chinese characters. A single one counts only before a unit: 一 stands everywhere.
    private mutating func chineseNumber() -> String? {
      let isOrdinal = index > 0 && text[index - 1] == "第"
      var number = isOrdinal ? "第" : ""
      let start = index
      while let next = character(0) {
        // 三成五, 百分之三十: a unit may have more digits behind it.
        let isInside = numerals.contains(next) || (next == "之" && text[index - 1] == "分")
        guard isInside || (index > start && units.contains(next) && number.count < 16) else { break }
        number.append(next)
        index += 1
      }
      if isOrdinal { return number }
      // 一个, 一起, 一下 are words; 一成 and 一年 are figures.
      if number.first == "一", !number.dropFirst().contains(where: { numerals.contains($0) || measures.contains($0) }) {
        return nil
      }
      return number.count > 1 ? number : nil
    }

    private mutating func law() -> String? {
      guard let end = text[index...].prefix(60).firstIndex(of: "》") else { return nil }
      defer { index = end + 1 }
      return plain(String(text[index...end]))
    }

    /// All negations are alike, so that 不要 may become 别.
    private mutating func negation() -> String? {
      let first = text[index]
      let (before, after) = (index > 0 ? text[index - 1] : nil, character(1))
      index += 1
      switch first {
      case "别":
        if let before, "特分区级识个性差类辨告鉴".contains(before) { return nil }
        if let after, "人的处墅".contains(after) { return nil }
      case "不":
        if let after, "过但仅错同".contains(after) { return nil }
      case "未": if after == "来" { return nil }
      case "无": if let after, "论".contains(after) { return nil }
      default: break
      }
      return "不"
    }

    private mutating func word() -> String? {
      var word = ""
      while let next = character(0), next.isLetter && next.isASCII || "'’".contains(next) {
        word.append(next == "’" ? "'" : Character(next.lowercased()))
        index += 1
      }
      if word.hasSuffix("n't") || englishNegations.contains(word) { return "not" }
      return englishNumbers.contains(word) ? word : nil
    }
  }
}

private let numerals = Set("〇零一二三四五六七八九十百千万亿两半幺")
private let units = Set("%％‰‱万亿千百十余多成折倍番元块毛角分厘年月日号天周岁点时小工作个笔家台人次条款项以上下内左右起美港欧")
private let measures = Set("%％‰成折倍番元角厘年月日号")
private let negations = Set("不别勿没无莫未禁")
private let englishNegations: Set<String> = [
  "no", "not", "never", "none", "nobody", "nothing", "nor", "neither", "cannot", "without",
]
private let englishNumbers: Set<String> = [
  "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
  "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
  "eighty", "ninety", "hundred", "thousand", "million", "billion", "trillion", "percent", "percentage", "half", "third",
  "quarter", "double", "twice", "triple", "fold", "rmb", "yuan", "cny", "usd", "working", "january", "february",
  "march",
  "april", "june", "july", "august", "september", "october", "november", "december",
]
