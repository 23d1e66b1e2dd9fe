import Diagnostics

/// A word of the trade and what it means, in the languages in which it was given.
package struct Term: Sendable {
  package let word: Translated
  package let definition: Translated
  /// Whether a text that uses it should say what it means: not when the optional column `explain` says `no`.
  package let needsExplaining: Bool
}

extension Term {
  /// The terms of `glossary.csv`: a column for each language's word and one for each definition.
  static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<[Term]> {
    var diagnostics: [Diagnostic] = []
    let columns = languages.map(\.code) + languages.map { "definition_" + $0.code }
    let table = CSVTable.reading(source, columns: columns).value(reportingTo: &diagnostics)
    var terms: [Term] = []
    var seen: [String: Range<Int>] = [:]
    for row in table.rows {
      let texts = ["", "definition_"].map { row.translated($0, in: languages) }
      guard let word = texts[0], let definition = texts[1] else {
        let column = (texts[0] == nil ? "" : "definition_") + languages[0].code
        diagnostics.append(.emptyCell(column, at: source.place(row.range)))
        continue
      }
      let text = word[languages[0]]
      if let first = seen.updateValue(row.range, forKey: text) {
        diagnostics.append(.repeatedRow(text, at: source.place(row.range), first: source.place(first)))
      }
      terms.append(Term(word: word, definition: definition, needsExplaining: row.text("explain") != "no"))
    }
    return Diagnosed(terms, diagnostics)
  }
}

extension CSVTable.Row {
  /// The texts of the columns `<prefix><language>`, without the empty ones; nil when the first language has none.
  func translated(_ prefix: String, in languages: [Language]) -> Translated? {
    var texts: [String: String] = [:]
    for language in languages {
      let text = text(prefix + language.code)
      if !text.isEmpty { texts[language.code] = text }
    }
    guard let source = languages.first?.code, texts[source] != nil else { return nil }
    return Translated(texts: texts, source: source)
  }
}

extension Diagnostic {
  /// A cell that must not be empty is.
  static func emptyCell(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-cell", at: place,
      Wording(zh: "这一行的“\(column)”是空的", en: "the cell “\(column)” of this line is empty"),
      hint: Wording(zh: "填上它，或者删掉这一行。", en: "fill it in, or delete the line."))
  }

  /// Two rows of a table are about the same thing.
  static func repeatedRow(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .error, "repeated-row", at: place, Wording(zh: "“\(name)”写了两次", en: "“\(name)” stands twice in the table"),
      hint: Wording(zh: "留下一行，删掉另一行。", en: "keep one line and delete the other."),
      notes: [.init(Wording(zh: "第一次在这里", en: "the first is here"), at: first)])
  }
}
