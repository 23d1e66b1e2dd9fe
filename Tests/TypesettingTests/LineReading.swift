import Typesetting

/// Reads lines as an editor would, and says what is wrong with them. It knows nothing about how they were made.
struct LineReading {
  let lines: [Line]
  private(set) var faults: [String] = []
  private let text: ShapedText
  private let measure: Double

  init(_ text: ShapedText, _ composer: Composer, measure: Double) {
    (self.text, self.measure) = (text, measure)
    lines = composer.lines(text, measure: measure)
    if composer.breaks(text, measure: measure).count != lines.count { faults.append("breaks and lines differ") }
    let ends = lines.map(\.clusters.upperBound)
    if ends.last ?? 0 != text.clusters.count || lines.map(\.clusters.lowerBound) != [0] + ends.dropLast(),
      !lines.isEmpty
    {
      faults.append("clusters are lost or doubled")
    }
    for line in lines { check(line) }
    for (line, next) in zip(lines, lines.dropFirst()) { check(line, before: next) }
    if lines.count > 1, let last = lines.last { checkLast(words(last)) }
  }

  private func words(_ line: Line) -> String {
    guard let last = line.clusters.last else { return "" }
    let start = text.clusters[line.clusters.lowerBound].text.lowerBound
    return String(decoding: text.text[start..<text.clusters[last].text.upperBound], as: UTF8.self)
  }

  private mutating func check(_ line: Line) {
    let start = line.pieces.first?.start ?? 0
    let end = line.pieces.last?.end ?? 0
    if line.clusters.isEmpty { faults.append("a line is empty") }
    if start < -0.000_01 || end > measure + 0.000_01 { faults.append("\(words(line)) is \(start) to \(end) em wide") }
    var place = -1.0
    for piece in line.pieces {
      for glyph in piece.glyphs where !glyph.text.isEmpty {
        if glyph.x < place - 0.000_01 { faults.append("\(words(line)): characters are out of order") }
        place = glyph.x
      }
    }
  }

  private mutating func check(_ line: Line, before following: Line) {
    let (line, next) = (words(line), words(following))
    let trimmed = line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
    let isSpaced = trimmed.count < line.count
    guard let last = trimmed.last, let first = next.first else { return }
    let place = "…\(trimmed.suffix(8))│\(next.prefix(8))…"
    if Self.neverFirst.contains(first) { faults.append("begins with a closing mark: \(place)") }
    if Self.neverLast.contains(last) { faults.append("ends with an opening mark: \(place)") }
    if first == " " { faults.append("begins with a space: \(place)") }
    if last == first, "—…".contains(last) { faults.append("a dash or an ellipsis is divided: \(place)") }
    guard !isTooWide(around: following.clusters.lowerBound) else { return }
    if last.isASCIIDigit {
      if first.isASCIIDigit { faults.append("a number is torn: \(place)") }
      if Self.units.contains(first) { faults.append("a number is torn from its unit: \(place)") }
      if isSpaced, Self.words.contains(next.prefix { $0.isASCII && $0.isLetter }.lowercased()) {
        faults.append("a number is torn from its word: \(place)")
      }
    }
    if last == "第", first.isASCIIDigit { faults.append("第 is torn from its number: \(place)") }
    if isSpaced, trimmed.hasSuffix("RMB"), first.isASCIIDigit { faults.append("torn from its currency: \(place)") }
    if !isSpaced, last.isLatinLetter, first.isLatinLetter { faults.append("a word is divided: \(place)") }
  }

  /// Whether what stands between the spaces around a break is wider than a line: two words when the break is at a space,
  /// and RMB or a number before them.
  private func isTooWide(around place: Int) -> Bool {
    func isSpace(_ index: Int) -> Bool { text.text[text.clusters[index].text.lowerBound] == 0x20 }
    func isHan(_ index: Int) -> Bool { text.text[text.clusters[index].text.lowerBound] >= 0xE3 }
    func startOfWord(_ index: Int) -> Int {
      var start = index
      while start > 0, isSpace(start - 1) { start -= 1 }
      while start > 0, !isSpace(start - 1), !isHan(start - 1) { start -= 1 }
      return start
    }
    var start = startOfWord(place)
    let before = startOfWord(start)
    let word = String(decoding: text.clusters[before..<start].flatMap { text.text[$0.text] }, as: UTF8.self)
    if word == "RMB " { start = before }
    var end = place
    while end < text.clusters.count, !isSpace(end), !isHan(end) { end += 1 }
    return text.clusters[start..<end].reduce(0) { $0 + $1.advance } > measure
  }

  private mutating func checkLast(_ line: String) {
    if line.count(where: { $0.isLetter || $0.isNumber }) < 2 {
      faults.append("the last line is one character: \(line)")
    }
  }

  private static let neverFirst = Set("，。、；：？！”’）》〉】」』…—–％%‰℃·,.;:?!)]")
  private static let neverLast = Set("“‘《〈（【「『￥＄([")
  private static let units = Set("万亿元年月日号时分秒天周岁倍成个条款项页名位人户家次种笔份件")
  private static let words: Set = [
    "yuan", "percent", "million", "billion", "hours", "days", "minutes", "months", "years",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
  fileprivate var isLatinLetter: Bool { isASCII && isLetter }
}
