import Diagnostics

/// A word that the site does not use, and what it says instead.
package struct DiscouragedWord: Sendable {
  package let language: Language
  package let word: String
  package let preferred: String
  /// Why, in the words of the editor; may be empty.
  package let reason: String
}

extension DiscouragedWord {
  /// The words of `terms.csv`: language, discouraged word, preferred word, reason.
  static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<[DiscouragedWord]> {
    var diagnostics: [Diagnostic] = []
    let table = CSVTable.reading(source, columns: ["language", "discouraged", "preferred", "reason"])
      .value(reportingTo: &diagnostics)
    var words: [DiscouragedWord] = []
    var seen: [String: Range<Int>] = [:]
    for row in table.rows {
      let (code, word, preferred) = (row.text("language"), row.text("discouraged"), row.text("preferred"))
      func place(_ column: String) -> Place { source.place(row.cells[column]?.range ?? row.range) }
      if let column = [("discouraged", word), ("preferred", preferred)].first(where: { $0.1.isEmpty })?.0 {
        diagnostics.append(.emptyCell(column, at: place(column)))
        continue
      }
      guard let language = languages.first(where: { $0.code == code }) else {
        diagnostics.append(.unknownCode(code, known: languages.map(\.code), at: place("language")))
        continue
      }
      if let first = seen.updateValue(row.range, forKey: code + ":" + word.lowercased()) {
        diagnostics.append(.repeatedRow(word, at: source.place(row.range), first: source.place(first)))
        continue
      }
      words.append(DiscouragedWord(language: language, word: word, preferred: preferred, reason: row.text("reason")))
    }
    return Diagnosed(words, diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func unknownCode(_ code: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-language", at: place,
      Wording(zh: "site.yaml里没有“\(code)”这种语言", en: "site.yaml has no language “\(code)”"),
      hint: Wording(
        zh: "这一格只能是：\(known.joined(separator: "、"))。", en: "write one of these: \(known.joined(separator: ", ")).")
    )
  }
}
