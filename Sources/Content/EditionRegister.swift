package import Diagnostics

/// The printed editions that were written down: `content/editions.csv`. A printed sheet cannot be changed, so what became
/// of it must be remembered: which edition it was, and whether it was withdrawn.
package struct EditionRegister: Sendable {
  /// One printed edition.
  package struct Entry: Sendable {
    /// See `EditionCode`.
    package let code: String
    /// The lesson's slug. The lesson may have been deleted since.
    package let lesson: String
    package let language: Language
    /// When its facts were last checked, as the sheets say.
    package let date: CalendarDate
    /// Nil for an edition that is merely old.
    package let withdrawal: Withdrawal?
    /// Its line.
    package let place: Place
  }

  /// That an edition must not be handed out any more, though its date has not passed.
  package struct Withdrawal: Sendable {
    package let date: CalendarDate
    /// In a sentence, for people who hold a sheet of it.
    package let reason: Translated
  }

  /// In the order of the file; every code once.
  package let entries: [Entry]

  /// A register without entries, for a site that has printed nothing yet.
  package static let empty = EditionRegister(entries: [])
}

extension EditionRegister {
  /// The register in a file. A line that lacks something is reported and left out.
  static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<EditionRegister> {
    var diagnostics: [Diagnostic] = []
    let columns = ["code", "lesson", "language", "date", "withdrawn"] + languages.map { "reason_" + $0.code }
    let table = CSVTable.reading(source, columns: columns).value(reportingTo: &diagnostics)
    var entries: [Entry] = []
    var seen: [String: Range<Int>] = [:]
    for row in table.rows {
      let reader = EntryReader(row: row, source: source, languages: languages)
      guard let entry = reader.entry().value(reportingTo: &diagnostics) else { continue }
      if let first = seen.updateValue(row.range, forKey: entry.code) {
        diagnostics.append(.repeatedRow(entry.code, at: source.place(row.range), first: source.place(first)))
        continue
      }
      entries.append(entry)
    }
    return Diagnosed(EditionRegister(entries: entries), diagnostics)
  }
}

/// Reads one line of the register.
private struct EntryReader {
  let row: CSVTable.Row
  let source: SourceFile
  let languages: [Language]

  func entry() -> Diagnosed<EditionRegister.Entry?> {
    if let column = ["code", "lesson", "language", "date"].first(where: { row.text($0).isEmpty }) {
      return Diagnosed(nil, [.emptyCell(column, at: source.place(row.range))])
    }
    var diagnostics: [Diagnostic] = []
    let code = row.text("code")
    if !EditionCode.isValid(code) {
      diagnostics.append(.badEditionCode(code, meant: EditionCode.meant(by: code), at: place("code")))
    }
    let lesson = row.text("lesson")
    if !Slug.isValid(lesson) { diagnostics.append(.badLessonName(lesson, at: place("lesson"))) }
    let language = languages.first { $0.code == row.text("language") }
    if language == nil {
      let known = languages.map(\.code)
      diagnostics.append(.unknownEditionLanguage(row.text("language"), known: known, at: place("language")))
    }
    let date = self.date("date", &diagnostics)
    let withdrawal = self.withdrawal(&diagnostics)
    guard diagnostics.isEmpty, let language, let date else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(
      EditionRegister.Entry(
        code: code, lesson: lesson, language: language, date: date, withdrawal: withdrawal,
        place: source.place(row.range)))
  }

  private func withdrawal(_ diagnostics: inout [Diagnostic]) -> EditionRegister.Withdrawal? {
    let reason = row.translated("reason_", in: languages)
    guard !row.text("withdrawn").isEmpty else {
      if let told = languages.first(where: { !row.text("reason_" + $0.code).isEmpty }) {
        diagnostics.append(.reasonWithoutWithdrawal(at: place("reason_" + told.code)))
      }
      return nil
    }
    if reason == nil, let first = languages.first {
      diagnostics.append(.withdrawalWithoutReason("reason_" + first.code, at: source.place(row.range)))
    }
    guard let date = date("withdrawn", &diagnostics), let reason else { return nil }
    return EditionRegister.Withdrawal(date: date, reason: reason)
  }

  private func date(_ column: String, _ diagnostics: inout [Diagnostic]) -> CalendarDate? {
    let date = CalendarDate(row.text(column))
    if date == nil { diagnostics.append(.badDate(row.text(column), at: place(column))) }
    return date
  }

  private func place(_ column: String) -> Place { source.place(row.cells[column]?.range ?? row.range) }
}

extension Diagnostic {
  fileprivate static func badEditionCode(_ code: String, meant: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-edition-code", at: place,
      Wording(zh: "“\(code)”不是版次码", en: "“\(code)” is not the code of an edition"),
      hint: meant.map { .didYouMean($0) }
        ?? Wording(
          zh: "照着印出来的抄：六位，字母开头，全用大写，例如M7QK32。",
          en: "copy it as it is printed: six signs in capitals, the first a letter, as in M7QK32."))
  }

  fileprivate static func badLessonName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-lesson-name", at: place,
      Wording(zh: "“\(name)”不是课程的文件夹名", en: "“\(name)” cannot be the folder name of a lesson"),
      hint: Wording(
        zh: "写content/lessons下面的文件夹名，例如fake-police；课程删掉了也照旧写。",
        en: "write the name of its folder in content/lessons, as in fake-police, even if the lesson has been deleted."))
  }

  fileprivate static func unknownEditionLanguage(_ code: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-language", at: place,
      Wording(zh: "site.yaml里没有“\(code)”这种语言", en: "“\(code)” is no language of site.yaml"),
      hint: Wording(zh: "可以写：\(known.joined(separator: "、"))。", en: "write one of: \(known.joined(separator: ", "))."))
  }

  fileprivate static func badDate(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-date", at: place, Wording(zh: "“\(text)”不是日期", en: "“\(text)” is not a date"),
      hint: Wording(
        zh: "写成2026-03-01这样。在表格软件里把这一列设成“文本”，不然会被改成别的样子。",
        en: "write it as 2026-03-01. Set the column to “text” in the spreadsheet, or it will be changed."))
  }

  fileprivate static func withdrawalWithoutReason(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "withdrawn-without-reason", at: place,
      Wording(zh: "作废了，没有说为什么", en: "withdrawn, but no reason is given"),
      hint: Wording(
        zh: "在“\(column)”里写一句话：哪里错了，正确的是什么。拿着旧传单的人会看到。",
        en: "say in “\(column)” what was wrong and what is right. People who hold an old leaflet will read it."))
  }

  fileprivate static func reasonWithoutWithdrawal(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "reason-without-date", at: place,
      Wording(zh: "写了作废的原因，没有作废的日期", en: "a reason for withdrawing it is given, but not the day"),
      hint: Wording(
        zh: "作废了，就在“withdrawn”里填上日期；没有作废，就把原因删掉。",
        en: "if it is withdrawn, write the day into “withdrawn”; if not, delete the reason."))
  }
}
