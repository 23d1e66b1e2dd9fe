import Content
import Diagnostics
import Editions

extension Build {
  /// Reads and links the content; nil when it cannot be said what the site is.
  /// - Returns: what is published, and with it what only lacks a signature, for checks to read.
  func library(_ report: inout Report) async throws -> (published: Library, checked: Library)? {
    guard let manuscript = try await manuscript(&report) else { return nil }
    progress(.linking)
    let checked = Library.linking(
      manuscript, today: options.today, holding: options.includesDrafts ? .drafts : .signable
    ).value(reportingTo: &report.diagnostics)
    if checked.unsigned.isEmpty || options.includesDrafts { return (checked, checked) }
    let published = Library.linking(manuscript, today: options.today, holding: .published)
      .value(reportingTo: &report.diagnostics)
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
    let frame = project.memory?.fingerprint(of: source.path)
    let read = try await inParallel(wanted) { page -> Diagnosed<Page?> in
      let read = try project.page(page.path, at: page.address, of: site, frame)
      // What is not finished may be wrong, and keeps nothing else from being published.
      return read.value?.frontMatter.isDraft == true && !options.includesDrafts ? Diagnosed(read.value) : read
    }
    let pages = read.compactMap { $0.value(reportingTo: &report.diagnostics) }
    let unreadable = zip(wanted, read).filter { $1.value == nil }.map(\.0.address)
    let refused = report.diagnostics.filter { $0.severity == .error && Picture.isPicture($0.place.path) }.map(
      \.place.path)
    var manuscript = Manuscript(
      site: site, facts: register ?? (isLost ? .unreadable : .empty), tables: tables, pages: pages,
      pictures: files.pictures,
      unreadable: (Set(unreadable), Set(refused)), records: await records(files, site, &report))
    manuscript.contestSecret = try project.contestSecret(&report.diagnostics)
    let (proofread, stock) = (manuscript.pagesToProofread, manuscript.stock)
    let stocked = project.memory.map { memory in
      Fingerprint.of(
        [frame ?? 0, memory.fingerprint(of: "content/facts.yaml")]
          + files.pictures.map { memory.fingerprint(of: $0.path) })
    }
    let passages = await inParallel(proofread) { page in
      guard let memory = project.memory, let stocked else { return stock.passages(of: page) }
      return memory.passages.value(of: page.path, as: Fingerprint.of([stocked, memory.fingerprint(of: page.path)])) {
        stock.passages(of: page)
      }
    }
    manuscript.passages = Dictionary(zip(proofread.map(\.path), passages)) { first, _ in first }
    return manuscript
  }

  /// What people have confirmed and signed.
  private func records(_ files: ProjectFolder.Files, _ site: Site, _ report: inout Report) async -> Records {
    let memory = project.memory
    let confirmations = await inParallel(files.confirmations) {
      address, file -> (PageAddress, Diagnosed<Confirmation>) in
      guard let file else { return (address, Diagnosed(.unreadable)) }
      guard let memory else { return (address, Confirmation.reading(file)) }
      return (
        address,
        memory.confirmations.value(of: file.path, as: memory.fingerprint(of: file.path)) { Confirmation.reading(file) }
      )
    }
    let frame = memory?.fingerprint(of: "content/site.yaml") ?? 0
    let signatures = await inParallel(files.signatures) { folder, file -> (String, Diagnosed<SignatureRegister>) in
      guard let memory else { return (folder, SignatureRegister.reading(file, languages: site.languages)) }
      let key = Fingerprint.of([frame, memory.fingerprint(of: file.path)])
      return (
        folder,
        memory.signatures.value(of: file.path, as: key) { SignatureRegister.reading(file, languages: site.languages) }
      )
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

extension ProjectFolder {
  /// A page; nil when it cannot be understood, which is reported.
  /// - Parameter frame: the fingerprint of `site.yaml`.
  fileprivate func page(
    _ path: String, at address: PageAddress, of site: Site, _ frame: UInt64?
  ) throws -> Diagnosed<Page?> {
    func read() throws -> Diagnosed<Page?> {
      var diagnostics: [Diagnostic] = []
      guard let source = try source(path, &diagnostics) else { return Diagnosed(nil, diagnostics) }
      let page = Page.reading(source, at: address, of: site)
      return Diagnosed(page.value, diagnostics + page.diagnostics)
    }
    guard let memory, let frame, drafts[path] == nil else { return try read() }
    let key = Fingerprint.of([frame, try memory.file(path, in: self.path).fingerprint])
    return try memory.pages.value(of: path, as: key, read)
  }
}
