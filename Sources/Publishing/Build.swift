package import Checks
package import Content
package import Diagnostics
import Editions
package import Print
import Synchronization

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
    /// Whether text files are also published as gzip and as Brotli.
    package var isPrecompressed = false
    /// The rules that are asked for.
    package var rules = RuleSelection.all

    package init(today: CalendarDate) { self.today = today }
  }

  /// What a run found and did.
  package struct Report: Sendable {
    /// Everything that there is to say, in the order of files and places.
    package var diagnostics: [Diagnostic] = []
    /// What editors have silenced.
    package var silenced: [SilencedFinding] = []
    /// Web pages in the site.
    package var pages = 0
    /// Sheets for printing and sharing that the site offers.
    package var sheets = 0
    /// Files of these that were printed in this run.
    package var rendered = 0
    package var written = 0
    package var kept = 0
    package var removed = 0
    /// Whether errors (or, when strict, warnings) kept it from being published.
    package var isRefused = false
    /// The first language of the site, once that is known.
    package var sourceLanguage: String?
  }

  /// A step of a run, for showing progress. Some tell how many of how many files are done.
  package enum Step: Sendable {
    /// Files are read and understood.
    case reading
    /// Pages, links, facts and records are put together.
    case linking
    /// Rules are asked.
    case checking
    /// Templates, formats and fonts are made ready.
    case preparing
    case printing(done: Int, of: Int)
    /// It is decided what there will be.
    case planning
    case making(done: Int, of: Int)
    case writing
  }

  var project: ProjectFolder
  let options: Options
  let progress: @Sendable (Step) -> Void
  /// What is printed, where that is not for the print shop to say.
  private let ownJobs: (@Sendable (Library, PrintShop.Selection) -> [PrintShop.Job])?

  /// - Parameter ownJobs: takes the place of everything that the print shop would print.
  package init(
    _ project: ProjectFolder, _ options: Options, progress: @escaping @Sendable (Step) -> Void = { _ in },
    printing ownJobs: (@Sendable (Library, PrintShop.Selection) -> [PrintShop.Job])? = nil
  ) {
    self.project = project
    self.options = options
    self.ownJobs = ownJobs
    self.progress = progress
  }

  /// Publishes the site in a folder. With errors in the content nothing in the folder changes.
  package func publish(to output: String) async throws -> Report {
    try refuseMixing(output)
    let (build, ledger) = remembering(output)
    return try await build.publish(to: output, ledger)
  }

  /// The same run with what an earlier one knew; its ledger is opened while the content is read.
  private func remembering(_ output: String) -> (build: Build, ledger: Task<PageLedger, Never>) {
    let memory = Memory()
    var build = self
    build.project.memory = memory
    let ledger = Task {
      let ledger = PageLedger(beside: output)
      memory.know(ledger)
      return ledger
    }
    return (build, ledger)
  }

  private func publish(to output: String, _ opening: Task<PageLedger, Never>) async throws -> Report {
    var report = Report()
    let workshop = try await workshop(&report, opening)
    let ledger = await opening.value
    let jobs = workshop.map { self.jobs(PrintShop.Selection(), in: $0) } ?? []
    let rack = try jobs.isEmpty ? nil : DryingRack(beside: output)
    let site = try await site(workshop, jobs, rack, for: (output, ledger), &report)
    guard !report.isRefused else {
      try? rack?.clear(site.prints, of: nil)
      return report
    }
    progress(.writing)
    let packed =
      options.isPrecompressed ? await Precompression(for: output).companions(of: site.outputs) : []
    let draft = try site.draft ?? PublicFolder(output).draft()
    let change = try await draft.finish(site.outputs + packed)
    async let cleared: Void = draft.clear()
    report.written = change.written
    report.kept = change.kept
    report.removed = change.removed
    // The site stands; what the rack does not remember is printed again.
    try? rack.map { try $0.clear(site.prints, of: output) } ?? DryingRack.remove(beside: output)
    await keep(ledger, site.outputs, site.keys)
    try await cleared
    return report
  }

  /// Finds everything that there is to say, and publishes nothing.
  /// - Parameter output: the folder in which the site would be published. What was printed for it is not printed again,
  ///   and what is printed now is ready for it.
  package func check(for output: String) async throws -> Report {
    let (build, ledger) = remembering(output)
    return try await build.check(for: output, ledger)
  }

  private func check(for output: String, _ opening: Task<PageLedger, Never>) async throws -> Report {
    var report = Report()
    let workshop = try await workshop(&report, opening)
    // Where nothing can be written, or somebody else is writing, everything is printed and thrown away.
    let jobs = workshop.map { self.jobs(PrintShop.Selection(), in: $0) } ?? []
    let rack = jobs.isEmpty ? nil : try? DryingRack(beside: output)
    let site = try await site(workshop, jobs, rack, for: nil, &report)
    try? rack?.clear(site.prints, of: nil)
    var ledger = await opening.value
    if ledger.isKept {
      project.memory?.note(in: &ledger)
      ledger.keep()
    }
    return report
  }

  /// Everything with which the site is made.
  struct Workshop: Sendable {
    let library: Library
    let theme: Theme
    /// Nil for a project without `templates/print/`.
    let shop: PrintShop?
    /// The names of the formats' files, the broken ones included.
    let formats: [String]
    /// The paths of all files of the theme.
    let files: [String]
  }

  /// Reads everything, checks it, and sets up; nil when there is no library, or no theme to make it with.
  /// - Parameter ledger: what the memory is going to know of an earlier run.
  func workshop(_ report: inout Report, _ ledger: Task<PageLedger, Never>? = nil) async throws -> Workshop? {
    progress(.reading)
    let libraries = try await library(&report)
    _ = await ledger?.value
    if let library = libraries?.checked { audit(library, &report) }
    return try workshop(for: libraries?.published, &report)
  }

  /// Asks the rules.
  func audit(_ library: Library, _ report: inout Report) {
    progress(.checking)
    let memory = options.rules.checks == RuleSelection.all.checks ? project.memory : nil
    let audit = Audit(of: library, options.rules, recall: memory?.auditRecall(for: library))
    report.diagnostics += audit.findings
    report.silenced = audit.silenced
  }

  /// Sets up for a library; nil when there is none, or no theme to make it with.
  func workshop(for library: Library?, _ report: inout Report) throws -> Workshop? {
    progress(.preparing)
    let files = try project.theme().value(reportingTo: &report.diagnostics)
    guard let library else { return nil }
    let theme = project.theme(of: files, for: library).value(reportingTo: &report.diagnostics)
    guard let theme else { return nil }
    var shop: PrintShop?
    if ownJobs == nil, !files.print.formats.isEmpty {
      shop = project.shop(files, for: library, in: theme).value(reportingTo: &report.diagnostics)
    }
    let formats = files.print.formats.filter { !$0.path.hasSuffix("/colours.yaml") }.compactMap {
      $0.path.split(separator: "/").last?.dropLast(".yaml".count)
    }
    return Workshop(library: library, theme: theme, shop: shop, formats: formats.map(String.init), files: files.names)
  }

  /// What is to be printed of a selection.
  func jobs(_ selection: PrintShop.Selection, in workshop: Workshop) -> [PrintShop.Job] {
    ownJobs?(workshop.library, selection) ?? workshop.shop?.jobs(selection) ?? []
  }

  /// Puts what was found in order, and decides whether it keeps anything from being published.
  func settle(_ report: inout Report, isPossible: Bool) {
    report.diagnostics = Self.once(report.diagnostics.filter(options.rules.shows))
    report.isRefused = !isPossible || report.diagnostics.contains { $0.severity == .error || options.isStrict }
  }

  /// Every finding once, in the order of reading. What a shared template gets wrong is wrong wherever it is used: its
  /// first use stands for the others.
  static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { finding in
      seen.insert(Diagnostic(finding.severity, finding.rule, at: finding.place, finding.message)).inserted
    }.sorted()
  }

  /// Refuses an output folder that would mix with the sources or swallow them.
  func refuseMixing(_ output: String) throws {
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
