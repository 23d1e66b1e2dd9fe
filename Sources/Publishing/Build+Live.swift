import Content
import Diagnostics
import Editions
import Print
import Synchronization

extension Build {
  /// The site as it is now, drafts and what has expired included, for looking at. Nothing is written, and nothing is made
  /// before somebody asks for it.
  ///
  /// Throws what the disk refuses, and `PublishingError.missingSite`.
  package func live() async throws -> LiveSite {
    var report = Report()
    progress(.reading)
    let manuscript = try await manuscript(&report)
    var library: Library?
    if let manuscript {
      progress(.linking)
      let (memory, today) = (project.memory, options.today)
      let linked = Library.linking(
        manuscript, today: today, holding: .everything,
        recall: memory.map { memory in { memory.linkRecall(for: $0, today: today) } })
      library = linked.value(reportingTo: &report.diagnostics)
    }
    if let library { audit(library, &report) }
    let workshop = try workshop(for: library, &report)
    progress(.planning)
    let plan = workshop.map { LiveSite.Plan($0, jobs(PrintShop.Selection(), in: $0)) }
    // What is not finished may be wrong, and does not get in the way of the rest.
    let drafts = Set(manuscript?.pages.filter(\.frontMatter.isDraft).map(\.path) ?? [])
    return LiveSite(report: report, plan: plan, drafts: drafts)
  }
}

/// The site as it stands at a moment. Every file is made when it is asked for, from the content as it was at that moment.
package struct LiveSite: Sendable {
  /// Why a page would not be published as it is.
  package enum Mark: String, Sendable, CaseIterable {
    case draft, unsigned, expired
  }

  /// What was found so far. It is refused when there are errors that would keep the site from being published; those of
  /// drafts do not count.
  package let report: Build.Report
  private let plan: Plan?
  private let drafts: Set<String>

  fileprivate init(report: Build.Report, plan: Plan?, drafts: Set<String>) {
    var report = report
    report.diagnostics = Build.once(report.diagnostics)
    report.isRefused =
      plan == nil || report.diagnostics.contains { $0.severity == .error && !drafts.contains($0.place.path) }
    (self.report, self.plan, self.drafts) = (report, plan, drafts)
  }

  /// The same site with everything planned and all remarks made: what nobody who has just saved a file waits for.
  package func completed() -> LiveSite {
    guard let plan else { return self }
    var report = report
    for edition in plan.speaking { report.diagnostics += edition.value.diagnostics }
    report.pages = plan.speaking.reduce(0) { $0 + $1.value.value.count { $0.key.hasSuffix(".html") } }
    report.sheets = plan.sheets
    return LiveSite(report: report, plan: plan, drafts: drafts)
  }

  /// Whether there is anything to look at.
  package var isThere: Bool { plan != nil }

  /// The paths of all files, below the top of the site. The index for searching is made to tell.
  package var paths: [String] { plan?.paths ?? [] }

  /// Whether there is a file at a path.
  package func has(_ path: String) -> Bool { plan?.has(path) ?? false }

  /// The bytes of a file; nil when the site has none at this path, or one that cannot be printed.
  package func bytes(at path: String) -> [UInt8]? { plan?.bytes(at: path) }

  /// Why the page at a path would not be published as it is.
  package func marks(of path: String) -> [Mark] { plan?.marks[path] ?? [] }

  /// What there will be. An edition is planned when somebody asks for a page that may be of it.
  struct Plan: Sendable {
    /// Files by their paths. Those that most people look at come first, and the index for searching, which takes longest, last.
    let editions: [Later<Diagnosed<[String: Output]>>]
    /// Those that may have something to say.
    var speaking: some Sequence<Later<Diagnosed<[String: Output]>>> { editions.dropLast() }
    private let prints: [String: (artwork: Artwork, index: Int)]
    /// By paths of pages.
    let marks: [String: [Mark]]
    /// How many sheets can be printed, if all goes well.
    let sheets: Int

    init(_ workshop: Build.Workshop, _ jobs: [PrintShop.Job]) {
      let (library, theme) = (workshop.library, workshop.theme)
      let sheets = jobs.flatMap(\.sheets)
      self.sheets = sheets.count
      let made = (EditionName.speaking + [.search]).map { name in
        Later {
          var diagnostics: [Diagnostic] = []
          var outputs: [String: Output] = [:]
          for edition in name.editions(in: theme, for: library.site, sheets: sheets) {
            for output in edition.outputs(of: library).value(reportingTo: &diagnostics) {
              outputs[output.path] = output
            }
          }
          return Diagnosed(outputs, diagnostics)
        }
      }
      let offline = Later {
        let outputs = OfflineEdition(theme: theme).outputs(accompanying: [], of: library)
        return Diagnosed(Dictionary(outputs.map { ($0.path, $0) }) { first, _ in first })
      }
      editions = [offline] + made
      var prints: [String: (artwork: Artwork, index: Int)] = [:]
      for job in jobs {
        for (index, file) in job.artwork.files.enumerated() { prints[file.path] = (job.artwork, index) }
      }
      self.prints = prints
      marks = Self.marks(of: library)
    }

    var paths: [String] {
      editions.reduce(into: Set(prints.keys)) { $0.formUnion($1.value.value.keys) }.sorted()
    }

    func has(_ path: String) -> Bool { prints[path] != nil || output(path) != nil }

    func bytes(at path: String) -> [UInt8]? {
      if let print = prints[path] {
        var bytes: [UInt8]?
        _ = try? print.artwork.render([print.index]) { bytes = $1 }
        return bytes
      }
      return output(path)?.bytes
    }

    private func output(_ path: String) -> Output? {
      for edition in editions {
        if let output = edition.value.value[path] { return output }
      }
      return nil
    }

    private static func marks(of library: Library) -> [String: [Mark]] {
      var marks: [String: [Mark]] = [:]
      let unsigned = Set(library.unsigned.map(\.page.path))
      for bundle in library.bundles {
        for language in library.site.languages {
          let page = bundle.page(in: language) ?? bundle.source
          var own: [Mark] = []
          if page.frontMatter.isDraft { own.append(.draft) }
          if library.isExpired(bundle) { own.append(.expired) }
          if unsigned.contains(page.path) { own.append(.unsigned) }
          guard !own.isEmpty else { continue }
          for address in Address.pages(of: bundle, language, in: library) { marks[address.path] = own }
        }
      }
      return marks
    }
  }
}

/// A value that is worked out when it is first asked for.
final class Later<Value: Sendable>: Sendable {
  private let known: Mutex<Value?> = Mutex(nil)
  private let work: @Sendable () -> Value

  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// The value; whoever asks while it is worked out waits.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = work()
      known = value
      return value
    }
  }
}
