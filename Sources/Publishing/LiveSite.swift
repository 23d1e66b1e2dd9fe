import Content
import Diagnostics
import Editions
import Print

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

  init(report: Build.Report, plan: Plan?, drafts: Set<String>) {
    var report = report
    report.diagnostics = Build.once(report.diagnostics)
    report.isRefused =
      plan == nil || report.diagnostics.contains { $0.severity == .error && !drafts.contains($0.place.path) }
    (self.report, self.plan, self.drafts) = (report, plan, drafts)
  }

  /// The same site with everything planned and all remarks made: what nobody who has just saved a file waits for. Sheets are
  /// tried that have changed since the memory began, because only setting them tells whether they hold their text.
  /// - Parameter isInterrupted: whether somebody has saved something meanwhile.
  /// - Returns: nil when it was interrupted; what is known by then need not be found out again.
  package func completed(_ memory: Memory, unless isInterrupted: () -> Bool) -> LiveSite? {
    guard let plan else { return self }
    var report = report
    for edition in plan.speaking {
      if isInterrupted() { return nil }
      // Most are planned to hear what they have to say, and then forgotten: few pages of a large site are looked at.
      let planned = edition.lookedAt()
      report.diagnostics += planned.diagnostics
      report.pages += planned.value.count { $0.key.hasSuffix(".html") }
    }
    report.sheets = plan.sheets
    guard let remarks = memory.proofs.remarks(on: plan.artworks, unless: isInterrupted) else { return nil }
    report.diagnostics += remarks
    return LiveSite(report: report, plan: plan, drafts: drafts)
  }

  /// Whether there is anything to look at.
  package var isThere: Bool { plan != nil }

  /// Whether there is a file at a path.
  package func has(_ path: String) -> Bool { plan?.has(path) ?? false }

  /// The bytes of a file; nil when the site has none at this path, or one that cannot be printed.
  package func bytes(at path: String) -> [UInt8]? { plan?.bytes(at: path) }

  /// Why the page at a path would not be published as it is.
  package func marks(of path: String) -> [Mark] { plan?.marks[path] ?? [] }

  /// What there will be. An edition is planned when somebody asks for a page that may be of it.
  struct Plan: Sendable {
    /// Gives the page at a path without planning all others, where the path tells what it is about.
    private let direct: @Sendable (_ path: String) -> Output?
    /// Files by their paths. What every page loads and what most people look at come first, and the index for searching,
    /// which takes longest, last: looking for a file plans all that come before it.
    let editions: [Later<Diagnosed<[String: Output]>>]
    /// Those that may have something to say.
    var speaking: some Sequence<Later<Diagnosed<[String: Output]>>> { editions.dropLast() }
    /// All that can be printed, if all goes well.
    let artworks: [Artwork]
    private let prints: [String: (artwork: Artwork, index: Int)]
    /// By paths of pages.
    let marks: [String: [Mark]]
    /// How many sheets can be printed, if all goes well.
    let sheets: Int

    init(_ workshop: Build.Workshop, _ jobs: [PrintShop.Job], recall: EditionIdentity.Recall?) {
      let (library, theme) = (workshop.library, workshop.theme)
      let sheets = jobs.flatMap(\.sheets)
      self.sheets = sheets.count
      artworks = jobs.map(\.artwork)
      let readers = Later {
        [EditionName.web, .bilingual, .leaflet].flatMap {
          $0.editions(in: theme, for: library.site, sheets: sheets, recall: recall)
        }
      }
      direct = { path in readers.value.lazy.compactMap { $0.output(at: path, of: library) }.first }
      func planned(_ name: EditionName) -> Later<Diagnosed<[String: Output]>> {
        Later {
          var diagnostics: [Diagnostic] = []
          var outputs: [String: Output] = [:]
          for edition in name.editions(in: theme, for: library.site, sheets: sheets, recall: recall) {
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
      let others = EditionName.speaking.filter { $0 != .assets && $0 != .web }
      editions = [planned(.assets), offline, planned(.web)] + others.map(planned) + [planned(.search)]
      var prints: [String: (artwork: Artwork, index: Int)] = [:]
      for job in jobs {
        for (index, file) in job.artwork.files.enumerated() { prints[file.path] = (job.artwork, index) }
      }
      self.prints = prints
      marks = Self.marks(of: library)
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
      if let output = direct(path) { return output }
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
