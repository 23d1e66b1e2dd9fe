import Content
import Diagnostics

extension Build {
  /// Reads and links the content; nil when it cannot be said what the site is.
  /// - Returns: what is published, and with it what only lacks a signature, for checks to read.
  func library(_ report: inout Report) async throws -> (published: Library, checked: Library)? {
    guard let manuscript = try await manuscript(&report) else { return nil }
    let checked = Library.linking(
      manuscript, today: options.today, includingDrafts: options.includesDrafts, includingUnsigned: true
    ).value(reportingTo: &report.diagnostics)
    if checked.unsigned.isEmpty { return (checked, checked) }
    let published = Library.linking(
      manuscript, today: options.today, includingDrafts: options.includesDrafts
    ).value(reportingTo: &report.diagnostics)
    return (published, checked)
  }

  /// Reads the content; nil when it cannot be said what the site is.
  func manuscript(_ report: inout Report) async throws -> Manuscript? {
    let files = try project.content().value(reportingTo: &report.diagnostics)
    guard let source = files.site else {
      if report.diagnostics.contains(where: { $0.place.path == "content/site.yaml" }) { return nil }
      throw PublishingError.missingSite(project.path + "/content/site.yaml")
    }
    guard let site = Site.reading(source, baseURL: options.baseURL).value(reportingTo: &report.diagnostics) else {
      return nil
    }
    report.sourceLanguage = site.source.code
    let register = files.facts.map { FactRegister.reading($0, languages: site.languages) }?
      .value(reportingTo: &report.diagnostics)
    let isLost = report.diagnostics.contains { $0.place.path == "content/facts.yaml" }
    let tables = Tables.reading(
      glossary: files.glossary, outlets: files.outlets, editions: files.editions, terms: files.terms,
      languages: site.languages
    )
    .value(reportingTo: &report.diagnostics)
    var seen: [String: String] = [:]
    let wanted = files.pages.filter { page in
      if let other = seen.updateValue(page.path, forKey: page.path.lowercased()) {
        report.diagnostics.append(.sharedAddress(at: Place(path: page.path), first: Place(path: other)))
        return false
      }
      if site.language(page.address.language) != nil { return true }
      report.diagnostics.append(
        .unknownLanguage(page.address.language, known: site.languages.map(\.code), at: Place(path: page.path)))
      return false
    }
    let (project, options) = (project, options)
    let read = try await inParallel(wanted) { page -> Diagnosed<Page?> in
      var diagnostics: [Diagnostic] = []
      guard let source = try project.source(page.path, &diagnostics) else { return Diagnosed(nil, diagnostics) }
      let read = Page.reading(source, at: page.address, of: site)
      // What is not finished may be wrong, and keeps nothing else from being published.
      if read.value?.frontMatter.isDraft == true, !options.includesDrafts { return Diagnosed(read.value) }
      return Diagnosed(read.value, diagnostics + read.diagnostics)
    }
    let pages = read.compactMap { $0.value(reportingTo: &report.diagnostics) }
    let pictures = files.pictures.compactMap {
      Picture.reading(path: $0.path, bytes: $0.bytes).value(reportingTo: &report.diagnostics)
    }
    let unreadable = zip(wanted, read).filter { $1.value == nil }.map(\.0.address)
    let refused = report.diagnostics.filter { $0.severity == .error && Picture.isPicture($0.place.path) }.map(
      \.place.path)
    var manuscript = Manuscript(
      site: site, facts: register ?? (isLost ? .unreadable : .empty), tables: tables, pages: pages, pictures: pictures,
      unreadable: (Set(unreadable), Set(refused)), records: await records(files, site, &report))
    manuscript.contestSecret = try project.contestSecret(&report.diagnostics)
    let (proofread, stock) = (manuscript.pagesToProofread, manuscript.stock)
    let passages = await inParallel(proofread) { stock.passages(of: $0) }
    manuscript.passages = Dictionary(zip(proofread.map(\.path), passages)) { first, _ in first }
    return manuscript
  }

  /// What people have confirmed and signed.
  private func records(_ files: ProjectFolder.Files, _ site: Site, _ report: inout Report) async -> Records {
    let confirmations = await inParallel(Array(files.confirmations)) { address, file in
      (address, file.map { Confirmation.reading($0) } ?? Diagnosed(.unreadable))
    }
    let signatures = await inParallel(Array(files.signatures)) { folder, file in
      (folder, SignatureRegister.reading(file, languages: site.languages))
    }
    var records = Records()
    for (address, confirmation) in confirmations {
      records.confirmations[address] = confirmation.value(reportingTo: &report.diagnostics)
    }
    for (folder, register) in signatures {
      records.signatures[folder] = register.value(reportingTo: &report.diagnostics)
    }
    return records
  }
}
