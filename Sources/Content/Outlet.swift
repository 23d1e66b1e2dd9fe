package import Diagnostics

/// A bank branch that hands material out.
package struct Outlet: Sendable {
  /// Lower-case ASCII with hyphens; part of addresses.
  package let id: String
  package let name: Translated
  package let address: Translated
  package let phone: String
  package let hours: Translated
  /// Its row in `outlets.csv`.
  package let place: Place
  /// The places of its cells, by the names of their columns: `name_zh`, `phone`.
  package let places: [String: Place]
}

extension Outlet {
  /// The outlets of `outlets.csv`. A row that lacks something is reported and left out; the site does without it.
  static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<[Outlet]> {
    let translated = ["name_", "address_", "hours_"]
    let columns = ["id", "phone"] + translated.flatMap { prefix in languages.map { prefix + $0.code } }
    let read = CSVTable.reading(source, columns: columns)
    // A row among many is no reason to publish nothing; a table that cannot be read at all is.
    var diagnostics = read.diagnostics.map { $0.rule == "ragged-row" ? $0.leavingOutOutlet : $0 }
    var outlets: [Outlet] = []
    var seen: [String: Range<Int>] = [:]
    for row in read.value.rows {
      func place(_ column: String) -> Place { source.place(row.cells[column]?.range ?? row.range) }
      let id = row.text("id")
      let phone = row.text("phone")
      guard Slug.isValid(id) else {
        let finding =
          id.isEmpty ? Diagnostic.emptyCell("id", at: place("id")) : .badOutletID(id, at: place("id"))
        diagnostics.append(finding.leavingOutOutlet)
        continue
      }
      if let first = seen.updateValue(row.range, forKey: id) {
        diagnostics.append(
          .repeatedRow(id, at: source.place(row.range), first: source.place(first)).leavingOutOutlet)
        continue
      }
      let texts = translated.map { row.translated($0, in: languages) }
      let missing =
        (phone.isEmpty ? ["phone"] : [])
        + zip(translated, texts).filter { $0.1 == nil }.map { $0.0 + languages[0].code }
      diagnostics += missing.map { Diagnostic.emptyCell($0, at: place($0)).leavingOutOutlet }
      guard !phone.isEmpty, let name = texts[0], let address = texts[1], let hours = texts[2] else { continue }
      outlets.append(
        Outlet(
          id: id, name: name, address: address, phone: phone, hours: hours, place: source.place(row.range),
          places: row.cells.mapValues { source.place($0.range) }))
    }
    return Diagnosed(outlets, diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func badOutletID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-outlet-id", at: place,
      Wording(zh: "“\(id)”不能做网点编号", en: "“\(id)” cannot be an outlet's id"),
      hint: Wording(
        zh: "只用小写英文字母、数字和连字符，例如o12-east-gate。",
        en: "use lower-case ASCII letters, digits and hyphens, as in o12-east-gate."))
  }
  /// The same as a warning, with what comes of it.
  fileprivate var leavingOutOutlet: Diagnostic {
    Diagnostic(
      .warning, rule, at: place,
      Wording(zh: message.zh + "，所以没有用这一行", en: message.en + ", so this line is left out"), hint: hint,
      notes: notes)
  }
}
