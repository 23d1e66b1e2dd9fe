package import Diagnostics

/// A bank branch that hands material out.
package struct Outlet: Sendable {
  /// Lower-case ASCII with hyphens; part of addresses.
  package let id: String
  package let name: Translated
  package let address: Translated
  package let phone: String
  package let hours: Translated
  /// Its row.
  package let place: Place
}

extension Outlet {
  /// The outlets of `outlets.csv`. A row that lacks something is reported and left out.
  static func reading(_ source: SourceFile, languages: [Language]) -> Diagnosed<[Outlet]> {
    var diagnostics: [Diagnostic] = []
    let translated = ["name_", "address_", "hours_"]
    let columns = ["id", "phone"] + translated.flatMap { prefix in languages.map { prefix + $0.code } }
    let table = CSVTable.reading(source, columns: columns).value(reportingTo: &diagnostics)
    var outlets: [Outlet] = []
    var seen: [String: Range<Int>] = [:]
    for row in table.rows {
      let id = row.text("id")
      let phone = row.text("phone")
      guard Slug.isValid(id) else {
        diagnostics.append(.badOutletID(id, at: source.place((row.cells["id"]?.range) ?? row.range)))
        continue
      }
      if let first = seen.updateValue(row.range, forKey: id) {
        diagnostics.append(.repeatedRow(id, at: source.place(row.range), first: source.place(first)))
        continue
      }
      guard !phone.isEmpty else {
        diagnostics.append(.emptyCell("phone", at: source.place(row.range)))
        continue
      }
      let texts = translated.map { row.translated($0, in: languages) }
      if let missing = texts.firstIndex(where: { $0 == nil }) {
        diagnostics.append(.emptyCell(translated[missing] + languages[0].code, at: source.place(row.range)))
      }
      guard let name = texts[0], let address = texts[1], let hours = texts[2] else { continue }
      outlets.append(
        Outlet(
          id: id, name: name, address: address, phone: phone, hours: hours, place: source.place(row.range)))
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
}
