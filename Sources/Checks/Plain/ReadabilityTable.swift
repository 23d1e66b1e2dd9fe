package import Content
import Diagnostics

/// How hard every page is to read, the hardest first, and the hardest sentences.
package struct ReadabilityTable: Sendable {
  /// One page.
  package struct Row: Sendable {
    let path: String
    let language: String
    /// Its audiences' names in the language of the page.
    let audience: String
    let isChinese: Bool
    /// Chinese characters, or English words, in a whole sentence on average.
    let mean: Double
    let longest: Int
    /// The Flesch–Kincaid grade; nil for Chinese, and for too little text.
    let grade: Double?
    /// The share of common characters among all, in tenths of a percent; nil for English.
    let common: Int?
    /// The largest of its measures against their limits; above 1 something is beyond one.
    let load: Double
  }

  /// One sentence that is near its limit or beyond.
  package struct Line: Sendable {
    let place: Place
    let isChinese: Bool
    /// Characters or words.
    let length: Int
    /// Only for Chinese.
    let clauses: Int?
    let text: String
    let load: Double
  }

  /// The hardest first.
  package let rows: [Row]
  package let lines: [Line]

  /// How many sentences are shown.
  private static let shownLines = 20

  /// - Parameter library: where it sets no limits for an audience, usual ones take their place.
  package init(_ library: Library) {
    var rows: [Row] = []
    var lines: [Line] = []
    for bundle in library.bundles {
      for page in bundle.translations {
        guard let reading = PageReading(Prose(page, facts: library.facts), of: bundle, in: library) else { continue }
        let (row, hardest) = Self.measure(reading)
        rows.append(row)
        lines += hardest
      }
    }
    self.rows = rows.sorted { ($1.load, $0.path) < ($0.load, $1.path) }
    self.lines = Array(
      lines.sorted { ($1.load, $0.place.path, $0.line, $0.column) < ($0.load, $1.place.path, $1.line, $1.column) }
        .prefix(Self.shownLines))
  }

  private static func measure(_ reading: PageReading) -> (Row, [Line]) {
    let limits = reading.limits ?? Guardrails.Readability(sentence: 60, clauses: 5, grade: 9)
    let page = reading.prose.page
    var lines: [Line] = []
    var (total, whole, longest, characters, common) = (0, 0, 0, 0, 0)
    for sentence in reading.publicSentences {
      let scalars = reading.scalars(sentence)
      let length: Int
      var clauses: Int?
      var load: Double
      if reading.isChinese {
        let measure = ChineseMeasure(scalars)
        length = measure.characters
        clauses = measure.clauses
        characters += measure.characters
        common += measure.common
        load = max(
          Double(length) / Double(max(limits.sentence, 1)), Double(measure.clauses) / Double(max(limits.clauses, 1)))
      } else {
        length = EnglishMeasure(scalars, isSpoken: false).words
        load = Double(length) / Double(max(limits.words, 1))
      }
      longest = max(longest, length)
      if sentence.isWhole {
        total += length
        whole += 1
      }
      guard load >= Self.leastLoad else { continue }
      lines.append(
        Line(
          place: reading.prose.place(sentence.range), isChinese: reading.isChinese, length: length, clauses: clauses,
          text: reading.prose.text(sentence.range), load: load))
    }
    let grade = reading.grade
    let load = max(
      lines.map(\.load).max() ?? 0, Double(longest) / Double(max(reading.isChinese ? limits.sentence : limits.words, 1))
    )
    return (
      Row(
        path: page.path, language: page.language.code,
        audience: reading.bundle.audiences.map { $0.name[page.language] }.joined(
          separator: reading.isChinese ? "、" : ", "),
        isChinese: reading.isChinese, mean: whole > 0 ? Double(total) / Double(whole) : 0, longest: longest,
        grade: grade, common: reading.isChinese ? (characters > 0 ? common * 1000 / characters : 1000) : nil,
        load: max(load, grade.map { $0 / Double(max(limits.grade, 1)) } ?? 0)),
      lines
    )
  }

  /// Sentences farther below their limits than this are not shown.
  private static let leastLoad = 0.8
}

extension ReadabilityTable.Line {
  fileprivate var line: Int { place.range?.lowerBound.line ?? 0 }
  fileprivate var column: Int { place.range?.lowerBound.column ?? 0 }
}
