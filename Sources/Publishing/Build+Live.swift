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
      library = Library.linking(manuscript, today: options.today, holding: .everything)
        .value(reportingTo: &report.diagnostics)
    }
    if let library { audit(library, &report) }
    let workshop = try workshop(for: library, &report)
    progress(.planning)
    let site = workshop.map { LiveSite.Plan($0, jobs(PrintShop.Selection(), in: $0), &report) }
    settle(&report, isPossible: workshop != nil)
    // What is not finished may be wrong, and does not get in the way of the rest.
    let drafts = Set(manuscript?.pages.filter(\.frontMatter.isDraft).map(\.path) ?? [])
    report.isRefused =
      workshop == nil || report.diagnostics.contains { $0.severity == .error && !drafts.contains($0.place.path) }
    return LiveSite(report: report, plan: site)
  }
}

/// The site as it stands at a moment. Every file is made when it is asked for, from the content as it was at that moment.
package struct LiveSite: Sendable {
  /// Why a page would not be published as it is.
  package enum Mark: String, Sendable, CaseIterable {
    case draft, unsigned, expired
  }

  /// What was found. It is refused when there are errors that would keep the site from being published.
  package let report: Build.Report
  private let plan: Plan?

  fileprivate init(report: Build.Report, plan: Plan?) {
    (self.report, self.plan) = (report, plan)
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

  /// What there will be.
  struct Plan: Sendable {
    private let outputs: [String: Output]
    private let prints: [String: (artwork: Artwork, index: Int)]
    /// By paths of pages.
    let marks: [String: [Mark]]
    private let search: Later<[String: Output]>

    init(_ workshop: Build.Workshop, _ jobs: [PrintShop.Job], _ report: inout Build.Report) {
      let (library, theme) = (workshop.library, workshop.theme)
      let sheets = jobs.flatMap(\.sheets)
      report.sheets = sheets.count
      var outputs: [String: Output] = [:]
      let editions = EditionName.speaking.flatMap { $0.editions(in: theme, for: library.site, sheets: sheets) }
      for edition in editions {
        for output in edition.outputs(of: library).value(reportingTo: &report.diagnostics) {
          outputs[output.path] = output
        }
      }
      for output in OfflineEdition(theme: theme).outputs(accompanying: [], of: library) {
        outputs[output.path] = output
      }
      report.pages = outputs.count { $0.key.hasSuffix(".html") }
      self.outputs = outputs
      var prints: [String: (artwork: Artwork, index: Int)] = [:]
      for job in jobs {
        for (index, file) in job.artwork.files.enumerated() { prints[file.path] = (job.artwork, index) }
      }
      self.prints = prints
      marks = Self.marks(of: library)
      search = Later {
        let editions = EditionName.search.editions(in: theme, for: library.site, sheets: sheets)
        return Dictionary(editions.flatMap { $0.outputs(of: library).value }.map { ($0.path, $0) }) { first, _ in first }
      }
    }

    var paths: [String] { Set(outputs.keys).union(prints.keys).union(search.value.keys).sorted() }

    func has(_ path: String) -> Bool { outputs[path] != nil || prints[path] != nil }

    func bytes(at path: String) -> [UInt8]? {
      if let print = prints[path] {
        var bytes: [UInt8]?
        _ = try? print.artwork.render([print.index]) { bytes = $1 }
        return bytes
      }
      return (outputs[path] ?? search.value[path])?.bytes
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
private final class Later<Value: Sendable>: Sendable {
  private let known: Mutex<Value?> = Mutex(nil)
  private let work: @Sendable () -> Value

  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = work()
      known = value
      return value
    }
  }
}
