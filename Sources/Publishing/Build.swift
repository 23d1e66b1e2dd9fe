import Checks
package import Content
package import Diagnostics
import Editions

/// One run over a project: it reads, links, checks, makes every edition, and publishes.
package struct Build: Sendable {
  /// How a run is to be done.
  package struct Options: Sendable {
    /// Takes the place of the address in `site.yaml`; for a trial on another host.
    package var baseURL: String?
    package var includesDrafts = false
    /// The day as of which things expire.
    package var today: CalendarDate
    /// Whether a warning keeps the site from being published.
    package var isStrict = false

    package init(today: CalendarDate) { self.today = today }
  }

  /// What a run found and did.
  package struct Report: Sendable {
    /// Everything that there is to say, in the order of files and places.
    package var diagnostics: [Diagnostic] = []
    /// Web pages in the site.
    package var pages = 0
    package var written = 0
    package var kept = 0
    package var removed = 0
    /// Whether errors (or, when strict, warnings) kept it from being published.
    package var isRefused = false
    /// The first language of the site, once that is known.
    package var sourceLanguage: String?
  }

  /// A step of a run, for showing progress.
  package enum Step: Sendable {
    case reading, making, writing
  }

  private let project: ProjectFolder
  private let options: Options
  private let progress: @Sendable (Step) -> Void

  package init(
    _ project: ProjectFolder, _ options: Options, progress: @escaping @Sendable (Step) -> Void = { _ in }
  ) {
    self.project = project
    self.options = options
    self.progress = progress
  }

  /// Publishes the site in a folder. With errors in the content nothing in the folder changes.
  package func publish(to output: String) async throws -> Report {
    try refuseMixing(output)
    let (outputs, draft) = try await site()
    var report = draft
    guard !report.isRefused else { return report }
    progress(.writing)
    let change = try PublicFolder(output).publish(outputs)
    report.written = change.written
    report.kept = change.kept
    report.removed = change.removed
    return report
  }

  /// Finds everything that there is to say, and publishes nothing.
  package func check() async throws -> Report { try await site().report }

  private func site() async throws -> (outputs: [Output], report: Report) {
    var report = Report()
    progress(.reading)
    let library = try await library(&report)
    if let library { report.diagnostics += Check.allCases.flatMap { $0.diagnostics(for: library) } }
    let outputs = try await outputs(of: library, &report)
    report.diagnostics = Self.once(report.diagnostics)
    report.pages = outputs?.count { $0.path.hasSuffix(".html") } ?? 0
    report.isRefused =
      outputs == nil || report.diagnostics.contains { $0.severity == .error || options.isStrict }
    return (outputs ?? [], report)
  }

  /// Every finding once, in the order of reading. What a shared template gets wrong is wrong wherever it is used: its
  /// first use stands for the others.
  private static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { finding in
      seen.insert(Diagnostic(finding.severity, finding.rule, at: finding.place, finding.message)).inserted
    }.sorted()
  }

  private func library(_ report: inout Report) async throws -> Library? {
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
      glossary: files.glossary, outlets: files.outlets, editions: files.editions, languages: site.languages
    ).value(reportingTo: &report.diagnostics)
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
    let manuscript = Manuscript(
      site: site, facts: register ?? (isLost ? .unreadable : .empty), tables: tables, pages: pages, pictures: pictures,
      unreadable: (Set(unreadable), Set(refused)))
    return Library.linking(manuscript, today: options.today, includingDrafts: options.includesDrafts)
      .value(reportingTo: &report.diagnostics)
  }

  /// Everything that is published; nil when there is no library, or no theme to make it with.
  private func outputs(of library: Library?, _ report: inout Report) async throws -> [Output]? {
    let files = try project.theme().value(reportingTo: &report.diagnostics)
    guard let library else { return nil }
    let assets = Assets(theme: files.assets, pictures: library.pictures.values)
    let theme = Theme.loading(files.sources, assets: assets, for: library.site).value(reportingTo: &report.diagnostics)
    guard let theme else { return nil }
    progress(.making)
    let editions = await inParallel(EditionName.allCases, by: 1) {
      $0.edition(in: theme, sheets: []).outputs(of: library)
    }
    let outputs = editions.flatMap { $0.value(reportingTo: &report.diagnostics) }
    var paths: Set<String> = []
    for output in outputs where !paths.insert(output.path).inserted {
      report.diagnostics.append(.sharedOutput(output.path))
    }
    return outputs
  }

  /// Refuses an output folder that would mix with the sources or swallow them.
  private func refuseMixing(_ output: String) throws {
    let target = FileSystem.anticipated(output)
    for folder in ["content", "templates", ".git"] {
      let source = project.path + "/" + folder
      if target == source || target.hasPrefix(source + "/") {
        throw PublishingError.outputInsideSource(output: output, source: source)
      }
      if source.hasPrefix(target == "/" ? target : target + "/") {
        throw PublishingError.sourceInsideOutput(output: output, source: source)
      }
    }
  }
}

extension Diagnostic {
  /// Two pages that are made would have one address.
  fileprivate static func sharedOutput(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "shared-address", at: Place(path: "content"),
      Wording(zh: "有两样内容要用同一个网址“\(path)”", en: "two things would have the same address “\(path)”"),
      hint: Wording(zh: "给其中一个文件夹换个名字。", en: "give one of their folders another name."))
  }
}
