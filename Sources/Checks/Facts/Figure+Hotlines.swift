extension Statement {
  /// The numbers that look as if one could dial them: those of the shapes that services have (110, 12378, 95xxx, 96xxx,
  /// 400-xxx-xxxx, with an area code), and any other behind a word such as 拨打 or `call`. Mobile numbers belong to people and
  /// are another rule's.
  var hotlines: [FoundFigure] {
    var found: [FoundFigure] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].digit != nil else {
        index += 1
        continue
      }
      let run = digitRun(at: index)
      index = run.end
      guard (3...12).contains(run.digits.utf8.count), isApart(run.range) else { continue }
      let context = context(of: run.range)
      guard context == .dialling || (context == .plain && Self.hasServiceShape(run.digits)) else { continue }
      let isMobile = run.digits.utf8.count == 11 && run.digits.hasPrefix("1")
      if !isMobile { found.append(FoundFigure(figure: .hotline(run.digits), range: run.range)) }
    }
    return found
  }

  private struct DigitRun {
    var digits = ""
    var range: Range<Int>
    var end: Int { range.upperBound }
  }

  private enum Context {
    /// A word before it says that it is for dialling.
    case dialling
    case plain
    /// A unit behind it says that it counts something.
    case counting
  }

  /// Digits from an index on, single hyphens between them left out.
  private func digitRun(at start: Int) -> DigitRun {
    var run = DigitRun(range: start..<start)
    var end = start
    while let scalar = scalar(end) {
      if scalar.digit != nil {
        run.digits.unicodeScalars.append(scalar)
      } else if !(scalar == "-" && self.scalar(end + 1)?.digit != nil) {
        break
      }
      end += 1
    }
    run.range = start..<end
    return run
  }

  /// Whether nothing before or behind makes the digits part of a word, a larger number, a date or a sum of money.
  private func isApart(_ range: Range<Int>) -> Bool {
    if let before = scalar(range.lowerBound - 1), before.isLatin || ".,·$¥￥€£/:#No".unicodeScalars.contains(before) {
      if before != "," && before != ":" { return false }
      if scalar(range.lowerBound - 2)?.digit != nil { return false }
    }
    guard let behind = scalar(range.upperBound) else { return true }
    if behind.isLatin || "%‰".unicodeScalars.contains(behind) { return false }
    if ".,·:/".unicodeScalars.contains(behind), scalar(range.upperBound + 1)?.digit != nil { return false }
    return true
  }

  private func context(of range: Range<Int>) -> Context {
    let next = afterBlanks(range.upperBound)
    if let unit = scalar(next), Self.counters.contains(unit) { return .counting }
    if let word = word(at: next), Self.countedWords.contains(word) || Self.isMonth(word) { return .counting }
    let money = beforeBlanks(range.lowerBound)
    if first(of: ["RMB", "CNY", "USD"], at: money - 3) != nil { return .counting }
    if ["No.", "Nos"].contains(where: { has($0, at: money - 3) }) || scalar(money - 1) == "第" { return .counting }
    // The words just before it: 拨打…, "call the police on …".
    for start in max(0, range.lowerBound - 24)..<range.lowerBound {
      guard let word = first(of: Self.diallingWords, at: start) else { continue }
      let end = start + word.unicodeScalars.count
      let between = scalars[min(end, range.lowerBound)..<range.lowerBound]
      if between.contains(where: { "，。；.;".unicodeScalars.contains($0) || $0.digit != nil }) { continue }
      if scalars[start].value > 0x7F {
        // A Chinese word stands directly before the number, but for quotation marks, a colon or a short name.
        if between.count <= 4 { return .dialling }
      } else if scalar(end)?.isLatin != true, !isInsideWord(start) {
        return .dialling
      }
    }
    // An English number of three digits counts what stands behind it in the plural.
    if let word = word(at: next), range.count == 3, word.hasSuffix("s"), word.utf8.count > 3 { return .counting }
    return .plain
  }

  /// Whether letters or a hyphen stand before an index: the “call” of “video-call”.
  private func isInsideWord(_ index: Int) -> Bool {
    guard let before = scalar(index - 1) else { return false }
    return before.isLatin || before == "-"
  }

  /// The shapes of service numbers (numbering plan of the public networks: 1xx, 10xxx, 11xxx, 12xxx, 95xxx, 96xxx, 400, 800,
  /// and subscriber numbers behind an area code).
  private static func hasServiceShape(_ digits: String) -> Bool {
    switch digits.utf8.count {
    case 3: ["110", "119", "120", "122"].contains(digits)
    case 5: ["100", "101", "111", "118", "12", "95", "96"].contains { digits.hasPrefix($0) }
    case 6: ["95", "96"].contains { digits.hasPrefix($0) }
    case 8: digits.hasPrefix("1010")
    case 10: ["400", "800"].contains { digits.hasPrefix($0) }
    case 11, 12: digits.hasPrefix("0")
    default: false
    }
  }

  private static func isMonth(_ word: String) -> Bool {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ].contains(word)
  }

  private static let counters = Set(
    "年月日号天时分秒周元块角万亿千百十余多个人名位户家台所笔次张份件套项条款间架辆部只头岁倍折成点米里公克斤吨亩度级层页题字步股期路楼室美欧英港至到".unicodeScalars)
  private static let countedWords: Set<String> = [
    "yuan", "RMB", "renminbi", "dollars", "people", "percent", "per", "million", "billion", "thousand", "times", "days",
    "years", "months", "hours", "minutes", "seconds", "km", "m", "metres",
  ]
  private static let diallingWords = [
    "拨打", "拨", "打", "致电", "电话", "热线", "专线", "来电", "call", "Call", "calls", "dial", "Dial", "ring", "Ring", "phone",
    "Phone", "hotline", "Hotline",
  ]
}
