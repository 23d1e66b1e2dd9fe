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
  /// What they read, as it is written down. It is taken apart only when it is asked for: most signatures are under the text
  /// as it is, and what has changed since is asked of few.
  private let reading: String
  /// What the whole text was known by: see `Proof.hash`.
  let hash: String
  /// Whether the line is as the program wrote it.
  package let isGenuine: Bool
  /// Its line.
  package let place: Place

  /// Whether it is under a text as it is now.
  /// - Parameter proof: the whole text in its bundle.
  package func covers(_ proof: Proof) -> Bool { isGenuine && hash == proof.hash }

  /// What they read: every passage with its first words. What is not understood is left out.
  var blocks: [Revision.Entry] {
    Self.blocks(in: reading).compactMap { hash, rest in
      hash.map { Revision.Entry(hash: $0, words: String(rest.dropFirst())) }
    }
  }

  /// The hashes of the passages that somebody read, nil for what is none, each with what stands behind it.
  private static func blocks(in text: String) -> some Sequence<(hash: Passage.Hash?, rest: Substring)> {
    text.utf8.split(separator: UInt8(ascii: ";")).lazy.map { block in
      let block = block.drop { $0 == UInt8(ascii: " ") }
      let end = block.firstIndex(of: UInt8(ascii: " ")) ?? block.endIndex
      return (Passage.Hash(Substring(block[..<end])), Substring(block[end...]))
    }
  }

  /// What a text of passages is known by that are written down; nil when one of them is none.
  fileprivate static func hash(ofBlocks text: String) -> String? {
    var hashes: [Passage.Hash] = []
    for (hash, _) in blocks(in: text) {
      guard let hash else { return nil }
      hashes.append(hash)
    }
    return Proof.hash(of: hashes)
  }

  /// - Parameter cells: those of a line, in the order of the columns.
  fileprivate init(_ cells: [String], on date: CalendarDate, at place: Place) {
    role = cells[0]
    name = cells[1]
    self.date = date
    language = cells[3]
    hash = cells[4]
    reading = cells[6]
    isGenuine =
      hash == Self.hash(ofBlocks: reading) && cells[5] == Self.seal(cells.indices.filter { $0 != 5 }.map { cells[$0] })
    self.place = place
  }

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
    guard let date = CalendarDate(texts[2]) else {
      return Diagnosed(nil, [.signedOnNoDay(texts[2], at: place("date"))])
    }
    let language = texts[3]
    guard languages.contains(where: { $0.code == language }) else {
      return Diagnosed(nil, [.signedInNoLanguage(language, languages.map(\.code), at: place("language"))])
    }
    return Diagnosed(Signature(texts, on: date, at: place("hash")))
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
