import Checks
import Content
import Diagnostics
import Editions
import Print
import Synchronization

extension Build {
  /// Whether a finding keeps the site from being published.
  private func isRefusing(_ finding: Diagnostic) -> Bool {
    options.rules.shows(finding) && (finding.severity == .error || options.isStrict)
  }

  /// Makes everything that is published: what is printed first, because pages offer it.
  /// - Parameter target: the folder for it, and what is known of it; nil for a check, which only asks what there is to say.
  func site(
    _ workshop: Workshop?, _ jobs: [PrintShop.Job], _ rack: DryingRack?,
    for target: (output: String, ledger: PageLedger)?, _ report: inout Report
  ) async throws -> Publication {
    defer { settle(&report, isPossible: workshop != nil) }
    var site = Publication()
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
    let (library, sheets) = (workshop.library, prints.sheets)
    let recall = project.memory?.codeRecall(for: library)
    func editions(_ names: [EditionName], keeping indexes: [String: [Output]] = [:]) -> [any Edition] {
      names.flatMap {
        $0.editions(in: workshop.theme, for: library.site, sheets: sheets, keeping: indexes, recall: recall)
      }
    }
    var keys: PageKeys?
    if isPublishing, let memory = project.memory {
      keys = await PageKeys(of: library, workshop.files, sheets, options, memory)
    }
    // What is packed has to be in memory.
    let kept = target.flatMap { options.isPrecompressed ? nil : keys?.indexes(in: $0.ledger, of: library.site) }
    // The index takes longest and has nothing to say: other pages are made meanwhile.
    let indexing = isPublishing ? editions([.search], keeping: kept ?? [:]) : []
    async let index = inParallel(indexing, by: 1) { $0.outputs(of: library).value }
    let planned = await inParallel(editions(EditionName.speaking), by: 1) { $0.outputs(of: library) }
    var outputs = planned.flatMap { $0.value(reportingTo: &report.diagnostics) } + prints.outputs
    let offline = OfflineEdition(theme: workshop.theme)
    // What is refused in any case is not made.
    let isMade = isPublishing && !report.diagnostics.contains(where: isRefusing)
    if let target, isMade {
      if options.isPrecompressed {
        outputs = try await making(outputs) { $0.made } + index.flatMap { $0.map(\.made) }
      } else {
        let (draft, known, ledger) = (try PublicFolder(target.output).draft(), keys, target.ledger)
        @Sendable func place(_ output: Output) throws -> Output {
          if let imprint = known?.key(of: output).flatMap({ ledger.imprint(at: output.path, as: $0) }) {
            return output.placed(imprint)
          }
          // What was still right a moment ago has been published anew.
          if case .placed = output.content { throw PublishingError.busy(target.output) }
          let made = output.made
          return try draft.place(made, offline.imprint(of: made))
        }
        outputs = try await making(outputs, place)
        outputs += try await inParallel(index.flatMap(\.self), place)
        site.draft = draft
      }
      site.keys = keys
    } else {
      outputs += await index.flatMap(\.self)
    }
    // A check makes no page, and so has nothing to keep; it counts the pages of what is kept all the same.
    outputs += offline.outputs(accompanying: isMade ? outputs : [], of: library)
    var paths: Set<String> = []
    for output in outputs where !paths.insert(output.path).inserted {
      report.diagnostics.append(.sharedOutput(output.path))
    }
    report.pages = outputs.count { $0.path.hasSuffix(".html") }
    site.outputs = outputs
    return site
  }

  /// What is published.
  struct Publication {
    var outputs: [Output] = []
    var prints = Press.Prints()
    /// The keys of those that may be kept from one run to the next.
    var keys: PageKeys?
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

  /// Writes down what the next run need not do again.
  func keep(_ old: PageLedger, _ outputs: [Output], _ keys: PageKeys?) async {
    var ledger = old
    project.memory?.note(in: &ledger)
    let entries = await inParallel(outputs, by: 256) { output -> (String, PageLedger.Entry)? in
      guard case .placed(let imprint) = output.content, let key = keys?.key(of: output),
        let stamp = old.stamp(of: output.path)
      else { return nil }
      return (output.path, PageLedger.Entry(key: key, stamp: stamp, imprint: imprint))
    }
    ledger.entries = Dictionary(entries.lazy.compactMap { $0 }) { first, _ in first }
    ledger.keep()
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
