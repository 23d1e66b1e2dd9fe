package import Diagnostics

/// That somebody has read a page in one language and answers for it.
package struct Signature: Sendable {
  /// In which capacity: `compliance`.
  package let role: String
  /// A person, or an office.
  package let name: String
  package let date: CalendarDate
  /// The code of the language.
  package let language: String
  /// What they read: every passage with its first words.
  let blocks: [Revision.Entry]
  /// What the whole text was known by: see `Proof.hash`.
  let hash: String
  /// Whether the line is as the program wrote it.
  package let isGenuine: Bool
  /// Its line.
  package let place: Place

  /// Whether it is under a text as it is now.
  /// - Parameter proof: the whole text in its bundle.
  package func covers(_ proof: Proof) -> Bool { isGenuine && hash == proof.hash }

  /// The columns of `signatures.csv`.
  package static let columns = ["role", "name", "date", "language", "hash", "seal", "blocks"]

  /// The cells of a new signature under a text.
  /// - Parameter proof: the whole text in its bundle.
  package static func cells(role: String, name: String, date: CalendarDate, under proof: Proof) -> [String: String] {
    let blocks = proof.passages.indices.map { "\(proof.passages[$0].hash.text) \(proof.words(of: $0))" }
      .joined(separator: "; ")
    let language = proof.page.language.code
    return [
      "role": role, "name": name, "date": date.iso, "language": language, "hash": proof.hash,
      "seal": seal([role, name, date.iso, language, proof.hash, blocks]), "blocks": blocks,
    ]
  }

  /// What a line is known by: a line of which anything was changed by hand has another. It is no secret and keeps nobody from
  /// forging one, but nobody does so by accident.
  fileprivate static func seal(_ cells: [String]) -> String {
    "sha256:" + SHA256.text(Array(cells.joined(separator: "\n").utf8), digits: 16)
  }
}

/// All signatures under one lesson, case or page: a table `signatures.csv` in its folder, to which signing adds lines.
package struct SignatureRegister: Sendable {
  /// In the order of the file.
  package let signatures: [Signature]

  /// The register in a file. A line that lacks something is reported and left out.
  package static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<SignatureRegister> {
    var diagnostics: [Diagnostic] = []
    let read = CSVTable.reading(source, columns: Signature.columns)
    let table = read.value
    diagnostics += read.diagnostics.map { .damagedTable($0.message, at: $0.place) }
    let signatures = table.rows.compactMap { row in
      signature(row, source, languages).value(reportingTo: &diagnostics)
    }
    return Diagnosed(SignatureRegister(signatures: signatures), diagnostics)
  }

  private static func signature(
    _ row: CSVTable.Row, _ source: SourceFile, _ languages: [Language]
  ) -> Diagnosed<Signature?> {
    func place(_ column: String) -> Place { source.place(row.cells[column]?.range ?? row.range) }
    let texts = Signature.columns.map { row.text($0) }
    if let empty = texts.firstIndex(of: "") {
      return Diagnosed(nil, [.damagedTable(.emptyCell(Signature.columns[empty]), at: source.place(row.range))])
    }
    guard let date = CalendarDate(row.text("date")) else {
      return Diagnosed(nil, [.signedOnNoDay(row.text("date"), at: place("date"))])
    }
    let language = row.text("language")
    guard languages.contains(where: { $0.code == language }) else {
      return Diagnosed(nil, [.signedInNoLanguage(language, languages.map(\.code), at: place("language"))])
    }
    let blocks = texts[6].utf8.split(separator: UInt8(ascii: ";")).map { block -> Revision.Entry? in
      let parts = block.drop { $0 == UInt8(ascii: " ") }.split(separator: UInt8(ascii: " "), maxSplits: 1)
      return parts.first.flatMap { Passage.Hash(Substring($0)) }.map {
        Revision.Entry(hash: $0, words: parts.count > 1 ? String(Substring(parts[1])) : "")
      }
    }
    let entries = blocks.compactMap { $0 }
    let isGenuine =
      entries.count == blocks.count && row.text("hash") == Proof.hash(of: entries.map(\.hash))
      && row.text("seal") == Signature.seal(texts.indices.filter { $0 != 5 }.map { texts[$0] })
    return Diagnosed(
      Signature(
        role: row.text("role"), name: row.text("name"), date: date, language: language, blocks: entries,
        hash: row.text("hash"), isGenuine: isGenuine, place: source.place(row.cells["hash"]?.range ?? row.range)))
  }
}

extension Wording {
  fileprivate static func emptyCell(_ column: String) -> Wording {
    Wording(zh: "这一行的“\(column)”是空的", en: "the cell “\(column)” of this line is empty")
  }
}

extension Diagnostic {
  fileprivate static func damagedTable(_ message: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "damaged-signature", at: place, message,
      hint: Wording(
        zh: "这个文件不能手改，也不要用表格软件另存。用版本记录恢复它，或者删掉这一行，请签字的人再运行microclass sign。",
        en:
          "this file is not edited by hand, nor saved by a spreadsheet: restore it, or delete the line and have it signed again with microclass sign."
      ))
  }

  fileprivate static func signedOnNoDay(_ text: String, at place: Place) -> Diagnostic {
    damagedTable(Wording(zh: "“\(text)”不是日期", en: "“\(text)” is not a date"), at: place)
  }

  fileprivate static func signedInNoLanguage(_ code: String, _ known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "damaged-signature", at: place,
      Wording(zh: "site.yaml里没有“\(code)”这种语言", en: "“\(code)” is no language of site.yaml"),
      hint: Wording(
        zh: "站点的语言有：\(known.joined(separator: "、"))。这种语言不用了，就删掉这一行。",
        en: "the site has: \(known.joined(separator: ", ")). If the language was given up, delete this line."))
  }
}
