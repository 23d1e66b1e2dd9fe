import Checks
package import Content
import Diagnostics

extension RecordKeeper {
  /// Who signs.
  package struct Signer: Sendable {
    /// In which capacity: one of the roles that `site.yaml` names.
    package let role: String
    /// A person, or an office.
    package let name: String
    package let date: CalendarDate

    package init(role: String, name: String, date: CalendarDate) {
      (self.role, self.name, self.date) = (role, name, date)
    }
  }

  /// What came of signing one page.
  package struct Signed: Sendable {
    /// The folder of its bundle below `content/`.
    package let folder: String
    package let language: Language
    /// Whether a line was added; not for what the same signer had signed as it is.
    package let isNew: Bool
    /// The last signature in this role before.
    package let last: Signature?
    /// What has changed since that.
    package let changes: [UnsignedPage.Change]
  }

  /// Adds signatures under pages as they are now.
  /// - Parameters:
  ///   - names: of the folders of their bundles.
  ///   - codes: of their languages; none stands for all that there are.
  /// - Throws: `PublishingError` when one of them cannot be signed; then nothing was written.
  package func sign(_ names: [String], by signer: Signer, languages codes: [String]) async throws -> (
    signed: [Signed], sourceLanguage: String
  ) {
    var report = Build.Report()
    let library = try await library(&report)
    try check(signer, library.site)
    let wanted = try languages(codes, in: library)
    let remarks =
      report.diagnostics + Audit(of: library, .all).findings.filter { $0.rule != Check.voidSignature.rawValue }
    let faulty = Set(remarks.filter { $0.severity == .error }.map(\.place.path))
    let stock = Stock(library)
    var signed: [Signed] = []
    var additions: [(folder: String, rows: [[String: String]])] = []
    for name in names {
      let bundle = try bundle(name, in: library)
      let register = library.records.signatures[bundle.folder]?.signatures ?? []
      var rows: [[String: String]] = []
      for language in wanted.isEmpty ? bundle.translations.map(\.language) : wanted {
        guard let page = bundle.page(in: language) else {
          throw PublishingError.noTranslation(bundle.folder, language.code)
        }
        // What cannot be published need not be signed, and what is being mended will have to be signed again.
        for path in [page.path, bundle.source.path, "content/\(bundle.folder)/signatures.csv"] {
          if faulty.contains(path) { throw PublishingError.faultyContent(path) }
        }
        let proof = Proof(page, in: bundle, stock)
        let own = register.filter { $0.isGenuine && $0.role == signer.role && $0.language == language.code }
        let isNew = !own.contains { $0.name == signer.name && $0.covers(proof) }
        if isNew { rows.append(Signature.cells(role: signer.role, name: signer.name, date: signer.date, under: proof)) }
        signed.append(
          Signed(
            folder: bundle.folder, language: language, isNew: isNew, last: own.last,
            changes: own.last.map { UnsignedPage.changes(since: $0, proof) } ?? []))
      }
      if !rows.isEmpty { additions.append((bundle.folder, rows)) }
    }
    for (folder, rows) in additions { try add(rows, to: "content/\(folder)/signatures.csv") }
    return (signed, library.site.source.code)
  }

  /// Refuses roles that the site does not know, and names that are none.
  private func check(_ signer: Signer, _ site: Site) throws {
    let known = Set(site.guardrails.signatures.values.flatMap { $0 }).sorted()
    guard Slug.isValid(signer.role), known.isEmpty || known.contains(signer.role) else {
      throw PublishingError.unknownRole(signer.role, known: known)
    }
    let isName =
      signer.name.contains { $0.isLetter } && signer.name.count <= 60
      && !signer.name.contains { $0.isNewline || "\"=+@\t".contains($0) } && signer.name.first?.isWhitespace == false
      && signer.name.last?.isWhitespace == false
    if !isName { throw PublishingError.badSigner(signer.name) }
  }

  /// Adds lines to a table, in the form that it has. One in another encoding becomes UTF-8: nobody but the program writes it.
  private func add(_ rows: [[String: String]], to path: String) throws {
    let file = project.path + "/" + path
    let bytes = FileSystem.kind(of: file) == nil ? [] : try FileSystem.read(file)
    let decoded = SourceFile.decoding(path: path, bytes: bytes)
    guard let source = decoded.value else { throw PublishingError.faultyContent(path) }
    let addition = TableAddition.making(rows, identifiedBy: "seal", for: source, columns: Signature.columns)
    if addition.diagnostics.contains(where: { $0.severity == .error }) { throw PublishingError.faultyContent(path) }
    let kept = decoded.diagnostics.isEmpty ? bytes : source.bytes
    try FileSystem.replace(FileSystem.resolved(file) ?? file, with: kept + Array(addition.value.text.utf8))
  }
}
