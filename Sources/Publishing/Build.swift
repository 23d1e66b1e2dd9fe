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
    let ledger = PageLedger(beside: output)
    return try await remembering(ledger).publish(to: output, ledger)
  }

  /// The same run with what an earlier one knew.
  private func remembering(_ ledger: PageLedger) -> Build {
    var build = self
    build.project.memory = Memory(knowing: ledger)
    return build
  }

  private func publish(to output: String, _ ledger: PageLedger) async throws -> Report {
    var report = Report()
    let workshop = try await workshop(&report)
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
    let change = try (site.draft ?? PublicFolder(output).draft()).finish(site.outputs + packed)
    report.written = change.written
    report.kept = change.kept
    report.removed = change.removed
    // The site stands; what the rack does not remember is printed again.
    try? rack.map { try $0.clear(site.prints, of: output) } ?? DryingRack.remove(beside: output)
    keep(ledger, site.outputs, site.keys)
    return report
  }

  /// Writes down what the next run need not do again.
  private func keep(_ old: PageLedger, _ outputs: [Output], _ keys: [String: UInt64]) {
    var ledger = old
    ledger.entries = [:]
    ledger.clean = project.memory?.findings.keys { $0.isEmpty } ?? [:]
    for output in outputs {
      guard case .placed(let imprint) = output.content, let key = keys[output.path] else { continue }
      // What was kept has the stamp that it had.
      let known = old.entries[output.path].flatMap { $0.key == key ? $0.stamp : nil }
      guard let stamp = known ?? old.stamp(of: output.path) else { continue }
      ledger.entries[output.path] = PageLedger.Entry(key: key, stamp: stamp, imprint: imprint)
    }
    ledger.keep()
  }

  /// Finds everything that there is to say, and publishes nothing.
  /// - Parameter output: the folder in which the site would be published. What was printed for it is not printed again,
  ///   and what is printed now is ready for it.
  package func check(for output: String) async throws -> Report {
    let ledger = PageLedger(beside: output)
    return try await remembering(ledger).check(for: output, ledger)
  }

  private func check(for output: String, _ ledger: PageLedger) async throws -> Report {
    var report = Report()
    let workshop = try await workshop(&report)
    // Where nothing can be written, or somebody else is writing, everything is printed and thrown away.
    let jobs = workshop.map { self.jobs(PrintShop.Selection(), in: $0) } ?? []
    let rack = jobs.isEmpty ? nil : try? DryingRack(beside: output)
    let site = try await site(workshop, jobs, rack, for: nil, &report)
    try? rack?.clear(site.prints, of: nil)
    if ledger.isKept {
      var ledger = ledger
      ledger.clean = project.memory?.findings.keys { $0.isEmpty } ?? [:]
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
  func workshop(_ report: inout Report) async throws -> Workshop? {
    progress(.reading)
    let libraries = try await library(&report)
    if let library = libraries?.checked { audit(library, &report) }
    return try workshop(for: libraries?.published, &report)
  }

  /// Asks the rules.
  func audit(_ library: Library, _ report: inout Report) {
    progress(.checking)
    let memory = options.rules.checks == RuleSelection.all.checks ? project.memory : nil
    let audit = Audit(
      of: library, options.rules, recall: memory.map { memory in { memory.recall(for: library, in: $0) } })
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

  /// Whether a finding keeps the site from being published.
  private func isRefusing(_ finding: Diagnostic) -> Bool {
    options.rules.shows(finding) && (finding.severity == .error || options.isStrict)
  }

  /// Makes everything that is published: what is printed first, because pages offer it.
  /// - Parameter target: the folder for it, and what is known of it; nil for a check, which only asks what there is to say.
  private func site(
    _ workshop: Workshop?, _ jobs: [PrintShop.Job], _ rack: DryingRack?,
    for target: (output: String, ledger: PageLedger)?, _ report: inout Report
  ) async throws -> Site {
    defer { settle(&report, isPossible: workshop != nil) }
    var site = Site()
    guard let workshop else { return site }
    let isPublishing = target != nil
    let progress = progress
    let press = Press(project, rack, isPublishing: isPublishing) { progress(.printing(done: $0, of: $1)) }
    let prints = try await press.print(jobs)
    site.prints = prints
    report.diagnostics += prints.remarks
    report.sheets = prints.sheets.count
    report.rendered = prints.rendered
    progress(.planning)
    let names = isPublishing ? EditionName.allCases : EditionName.speaking
    let editions = names.flatMap { $0.editions(in: workshop.theme, for: workshop.library.site, sheets: prints.sheets) }
    let made = await inParallel(editions, by: 1) { $0.outputs(of: workshop.library) }
    var outputs = made.flatMap { $0.value(reportingTo: &report.diagnostics) } + prints.outputs
    let offline = OfflineEdition(theme: workshop.theme)
    // What is refused in any case is not made.
    let isMade = isPublishing && !report.diagnostics.contains(where: isRefusing)
    if let target, isMade {
      let keys = project.memory.map {
        PageKeys(of: workshop.library, workshop.files, prints.sheets, options, $0)
      }
      for output in outputs { site.keys[output.path] = keys?.key(of: output) }
      if options.isPrecompressed {
        outputs = try await making(outputs) { $0.made }
      } else {
        let (draft, known, ledger) = (try PublicFolder(target.output).draft(), site.keys, target.ledger)
        outputs = try await making(outputs) { output in
          if let imprint = known[output.path].flatMap({ ledger.imprint(at: output.path, as: $0) }) {
            return Output(path: output.path, content: .placed(imprint))
          }
          let made = output.made
          return try draft.place(made, offline.imprint(of: made))
        }
        site.draft = draft
      }
    }
    // A check makes no page, and so has nothing to keep; it counts the pages of what is kept all the same.
    outputs += offline.outputs(accompanying: isMade ? outputs : [], of: workshop.library)
    var paths: Set<String> = []
    for output in outputs where !paths.insert(output.path).inserted {
      report.diagnostics.append(.sharedOutput(output.path))
    }
    report.pages = outputs.count { $0.path.hasSuffix(".html") }
    site.outputs = outputs
    return site
  }

  /// What is published.
  private struct Site {
    var outputs: [Output] = []
    var prints = Press.Prints()
    /// The keys of those that may be kept from one run to the next, by their paths.
    var keys: [String: UInt64] = [:]
    /// The folder in which they were put in place, if they were.
    var draft: PublicFolder.Draft?
  }

  /// All outputs, each made and put where it belongs.
  private func making(
    _ outputs: [Output], _ place: @escaping @Sendable (Output) throws -> Output
  ) async throws -> [Output] {
    let (progress, all) = (progress, outputs.count)
    let done = Atomic(0)
    progress(.making(done: 0, of: all))
    return try await inParallel(outputs) { output in
      let made = try place(output)
      let count = done.add(1, ordering: .relaxed).newValue
      if count % 64 == 0 { progress(.making(done: count, of: all)) }
      return made
    }
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

extension Diagnostic {
  /// Two pages that are made would have one address.
  fileprivate static func sharedOutput(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "shared-address", at: Place(path: "content"),
      Wording(zh: "有两样内容要用同一个网址“\(path)”", en: "two things would have the same address “\(path)”"),
      hint: Wording(zh: "给其中一个文件夹换个名字。", en: "give one of their folders another name."))
  }
}
