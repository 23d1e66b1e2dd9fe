package import Diagnostics

/// A table of readability as text for people and as JSON for programs.
extension ReadabilityTable {
  /// Columns of equal width, in a font in which Chinese characters are twice as wide; below it the hardest sentences.
  package func text(_ language: MessageLanguage) -> String {
    let heading = Wording.heading.map { $0[language] }
    let cells = rows.map { row in
      [
        row.path, row.language, row.audience.isEmpty ? "–" : row.audience, row.mean.oneDecimal, String(row.longest),
        row.grade?.oneDecimal ?? row.common.map { (Double($0) / 10).oneDecimal + "%" } ?? "–",
        String(Int((row.load * 100).rounded())) + "%",
      ]
    }
    let widths = heading.indices.map { column in ([heading] + cells).map { $0[column].width }.max() ?? 0 }
    var text = ""
    for line in [heading] + cells {
      var padded = ""
      for (column, cell) in line.enumerated() {
        let blank = String(repeating: " ", count: widths[column] - cell.width)
        // Numbers stand at the right.
        padded += (column < Self.textColumns ? cell + blank : blank + cell) + (column < line.count - 1 ? "  " : "")
      }
      text += padded.trimmingEnd + "\n"
    }
    text += "\n" + (lines.isEmpty ? Wording.noHardSentences : Wording.hardSentences)[language] + "\n"
    for line in lines {
      let start = line.place.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
      text += "\(line.place.path)\(start): \(Wording.measure(of: line)[language])\n  \(line.text)\n"
    }
    return text
  }

  private static let textColumns = 3

  /// One object: `pages` and `sentences`, both the hardest first.
  package var json: String {
    func quoted(_ text: String) -> String { DiagnosticJSON.quoted(text) }
    let pages = rows.map { row in
      "    {\"path\":\(quoted(row.path)),\"language\":\(quoted(row.language)),\"audience\":\(quoted(row.audience)),"
        + "\"mean\":\(row.mean.oneDecimal),\"longest\":\(row.longest),\"grade\":\(row.grade?.oneDecimal ?? "null"),"
        + "\"common\":\(row.common.map { (Double($0) / 10).oneDecimal } ?? "null"),"
        + "\"load\":\(Int((row.load * 100).rounded()))}"
    }
    let sentences = lines.map { line in
      "    {\"path\":\(quoted(line.place.path)),\"line\":\(line.place.range?.lowerBound.line ?? 1),"
        + "\"column\":\(line.place.range?.lowerBound.column ?? 1),\"length\":\(line.length),"
        + "\"clauses\":\(line.clauses.map(String.init) ?? "null"),\"load\":\(Int((line.load * 100).rounded())),"
        + "\"text\":\(quoted(line.text))}"
    }
    func list(_ items: [String]) -> String { items.isEmpty ? "[]" : "[\n" + items.joined(separator: ",\n") + "\n  ]" }
    return "{\n  \"pages\": \(list(pages)),\n  \"sentences\": \(list(sentences))\n}\n"
  }
}

extension String {
  fileprivate var width: Int { reduce(0) { $0 + $1.displayWidth } }

  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Wording {
  fileprivate static let heading = [
    Wording(zh: "页面", en: "page"), Wording(zh: "语言", en: "language"), Wording(zh: "读者", en: "audience"),
    Wording(zh: "平均句长", en: "mean"), Wording(zh: "最长句", en: "longest"),
    Wording(zh: "年级/常用字", en: "grade/common"), Wording(zh: "占限度", en: "of limit"),
  ]
  fileprivate static let hardSentences = Wording(
    zh: "最难的句子（句长：中文数汉字，英文数词）：", en: "The hardest sentences (length: Chinese characters, English words):")
  fileprivate static let noHardSentences = Wording(zh: "没有接近限度的句子。", en: "No sentence is near its limit.")

  fileprivate static func measure(of line: ReadabilityTable.Line) -> Wording {
    let percent = Int((line.load * 100).rounded())
    guard let clauses = line.clauses else {
      return Wording(zh: "\(line.length)个词，限度的\(percent)%", en: "\(line.length) words, \(percent)% of the limit")
    }
    return Wording(
      zh: "\(line.length)个字，\(clauses)个小分句，限度的\(percent)%",
      en: "\(line.length) characters, clauses: \(clauses), \(percent)% of the limit")
  }
}
