import Content
import Diagnostics

/// The pages to which the codes on printed sheets lead: whether an edition is still current.
struct StandingEdition: Edition {
  let theme: Theme
  let rack: PrintRack
  var recall: EditionIdentity.Recall?

  /// How many withdrawn editions stand on the page of one edition; the page of all editions has the rest.
  private static let withdrawnLimit = 10

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var diagnostics: [Diagnostic] = []
    let ledger = EditionLedger.keeping(library, recall: recall).value(reportingTo: &diagnostics)
    let withdrawn = ledger.withdrawn
    var outputs: [Output] = []
    for language in library.site.languages {
      outputs.append(list(ledger, withdrawn, library, language))
      outputs += ledger.editions.map { page($0, withdrawn.prefix(Self.withdrawnLimit), library, language) }
    }
    outputs.append(register(ledger, library))
    return Diagnosed(outputs, diagnostics)
  }

  private func page(
    _ edition: EditionLedger.Edition, _ withdrawn: some Collection<EditionLedger.Edition> & Sendable,
    _ library: Library, _ language: Language
  ) -> Output {
    let setting = Setting(
      library: library, address: .edition(edition.code, language), language: language, theme: theme, rack: rack)
    let output = theme.output(
      \.edition,
      identity(setting.words.title(of: edition.standing) + " · " + edition.code, setting) {
        .edition(edition.code, $0)
      },
      setting
    ) {
      EditionPageView(
        edition: EditionView(edition, in: setting), withdrawn: withdrawn.map { EditionView($0, in: setting) },
        deskURL: setting.link(to: .desk(setting.language)))
    }
    // Those that were withdrawn are of other lessons.
    guard case .current = edition.standing, withdrawn.isEmpty,
      let bundle = library.bundle(.lesson, edition.slug)
    else { return output }
    return output.about(bundle)
  }

  private func list(
    _ ledger: EditionLedger, _ withdrawn: [EditionLedger.Edition], _ library: Library, _ language: Language
  ) -> Output {
    let setting = Setting(
      library: library, address: .editions(language), language: language, theme: theme, rack: rack)
    @Sendable func views(_ standing: String) -> [EditionView] {
      ledger.editions.filter { $0.standing.name == standing }.map { EditionView($0, in: setting) }
    }
    let identity = identity(setting.words["editions_title"], setting) { .editions($0) }
    return theme.output(\.editions, identity, setting) {
      EditionsView(
        current: views("current"), replaced: views("replaced"), expired: views("expired"),
        withdrawn: withdrawn.map { EditionView($0, in: setting) })
    }
  }

  private func identity(
    _ title: String, _ setting: Setting, _ address: (Language) -> Address
  ) -> PageIdentity {
    let languages = setting.library.site.languages
    return PageIdentity(
      title: title, description: setting.words["editions_lead"], versions: languages.map { ($0, address($0)) },
      written: languages, canonical: setting.address)
  }

  /// All editions as the register that `content/editions.csv` is, for editors to keep before they change a lesson whose
  /// sheets have been handed out.
  private func register(_ ledger: EditionLedger, _ library: Library) -> Output {
    let languages = library.site.languages
    let entries = library.editions.entries
    let written = Set(entries.map(\.code))
    var lines = [["code", "lesson", "language", "date", "withdrawn"] + languages.map { "reason_" + $0.code }]
    for entry in entries {
      let reasons = languages.map { language in
        entry.withdrawal.map { $0.reason.has(language) ? $0.reason[language] : "" } ?? ""
      }
      lines.append(
        [entry.code, entry.lesson, entry.language.code, entry.date.iso, entry.withdrawal?.date.iso ?? ""] + reasons)
    }
    for edition in ledger.editions where !written.contains(edition.code) {
      lines.append(
        [edition.code, edition.slug, edition.language.code, edition.date.iso, ""] + languages.map { _ in "" })
    }
    let text = lines.map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
    return Output(path: Address.register.path, bytes: Array(text.utf8))
  }

  /// A cell of a table (RFC 4180, section 2).
  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: ",\"\n\r".utf8.contains) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension EditionLedger {
  /// Those that were withdrawn, the latest first.
  fileprivate var withdrawn: [Edition] {
    editions.compactMap { edition -> (edition: Edition, date: CalendarDate)? in
      guard case .withdrawn(let withdrawal, newer: _) = edition.standing else { return nil }
      return (edition, withdrawal.date)
    }.sorted { ($1.date, $0.edition.code) < ($0.date, $1.edition.code) }.map(\.edition)
  }
}

extension Words {
  /// What is said of an edition at first sight.
  func title(of standing: EditionLedger.Standing) -> String {
    switch standing {
    case .current: self["edition_current"]
    case .replaced: self["edition_replaced"]
    case .withdrawn: self["edition_withdrawn"]
    case .expired: self["edition_expired"]
    }
  }
}
