import Content
import Diagnostics
import Editions
import Print
import Synchronization

extension Build {
  /// What is to be printed into a folder.
  package struct PrintOrder: Sendable {
    /// Lessons, by their folders; none stands for all, and so below.
    package var slugs: [String] = []
    package var formats: [String] = []
    package var languages: [String] = []
    /// Outlets whose kits are printed, by their ids; `all` stands for all.
    package var outlets: [String] = []
    /// Whether the editions that were printed are added to the register of editions.
    package var isRecorded = false

    package init() {}
  }

  /// What came of an order.
  package struct PrintReport: Sendable {
    /// What was found. It is refused by errors in the content; then nothing was printed.
    package var found = Report()
    package var files = 0
    package var bytes = 0
    /// How many editions were new to the register; nil when it was not asked to record them.
    package var recorded: Int?
  }

  /// Prints into a folder. Each file takes the place of an older one of the same name in one step, and only when all of them
  /// are finished; other files there stay.
  package func print(_ order: PrintOrder, to folder: String) async throws -> PrintReport {
    try refuseMixing(folder)
    try refusePublished(folder)
    var report = PrintReport()
    guard let workshop = try await workshop(&report.found) else {
      settle(&report.found, isPossible: false)
      return report
    }
    let selection = try selection(order, in: workshop, &report.found)
    settle(&report.found, isPossible: true)
    if report.found.isRefused { return report }
    let jobs = jobs(selection, in: workshop).filter { !$0.sheets.isEmpty }
    if jobs.isEmpty { throw workshop.formats.isEmpty ? PublishingError.nothingToPrint(project.path) : .nothingSelected }
    let target = PrintFolder(FileSystem.anticipated(folder))
    try target.begin()
    do {
      report.found.diagnostics += try await print(jobs, to: target)
      settle(&report.found, isPossible: true)
      if report.found.isRefused {
        try target.discard()
        return report
      }
      (report.files, report.bytes) = try target.finish()
    } catch {
      try? target.discard()
      throw error
    }
    if order.isRecorded {
      let editions = (workshop.shop?.editions ?? []).filter { edition in
        (selection.slugs.isEmpty || selection.slugs.contains(edition.slug))
          && (selection.languages.isEmpty || selection.languages.contains(edition.language.code))
      }
      let lines = editions.map { edition in
        RegisterFile.Line(
          code: edition.code, lesson: edition.slug, language: edition.language.code, date: edition.date)
      }
      report.recorded = try RegisterFile(of: project).add(lines, languages: workshop.library.site.languages)
        .value(reportingTo: &report.found.diagnostics)
      settle(&report.found, isPossible: true)
    }
    return report
  }

  private func print(_ jobs: [PrintShop.Job], to target: PrintFolder) async throws -> [Diagnostic] {
    let orders = jobs.map { job in
      let paths = Set(job.sheets.map(\.path))
      return (
        artwork: job.artwork, wanted: job.artwork.files.indices.filter { paths.contains(job.artwork.files[$0].path) }
      )
    }
    let all = orders.reduce(0) { $0 + $1.wanted.count }
    let done = Mutex(0)
    let progress = progress
    let remarks = try await inParallel(orders, by: 1) { artwork, wanted in
      let remarks = try artwork.render(wanted) { try target.put($1, artwork.files[$0].path) }
      done.withLock { done in
        done += wanted.count
        progress(.printing(done: done, of: all))
      }
      return remarks
    }
    return remarks.flatMap { $0 }
  }

  /// What an order means. Names that are not known are thrown; a lesson that is there but not published is reported.
  private func selection(
    _ order: PrintOrder, in workshop: Workshop, _ report: inout Report
  ) throws -> PrintShop.Selection {
    let library = workshop.library
    let lessons = library.lessons.map(\.slug)
    func known(_ kind: PublishingError.Selected, _ names: [String], among known: [String]) throws -> Set<String> {
      for name in names where !known.contains(name) {
        switch kind {
        case .lesson where workshop.formats.contains(name): throw PublishingError.formatAmongLessons(name)
        case .format where lessons.contains(name), .language where lessons.contains(name):
          throw PublishingError.lessonAfterOption(name)
        case .lesson, .format, .language, .outlet: throw PublishingError.unknown(kind, name, known: known)
        }
      }
      return Set(names)
    }
    var selection = PrintShop.Selection()
    let unpublished = order.slugs.filter { slug in
      library.unpublished.contains(PageAddress(kind: .lesson, slug: slug, language: library.site.source.code).path)
    }
    for slug in unpublished {
      let path = PageAddress(kind: .lesson, slug: slug, language: library.site.source.code).path
      func isTold(_ rule: String) -> Bool {
        report.diagnostics.contains { $0.rule == rule && $0.place.path == path }
      }
      report.diagnostics.append(
        isTold("expired")
          ? .printingExpired(at: path)
          : isTold("unsigned-content") ? .printingUnsigned(at: path) : .printingDraft(at: path))
    }
    selection.slugs = try known(
      .lesson, order.slugs.filter { !unpublished.contains($0) }, among: lessons)
    selection.formats = try known(.format, order.formats, among: workshop.formats)
    selection.languages = try known(.language, order.languages, among: library.site.languages.map(\.code))
    let outlets = library.outlets.map(\.id)
    // Nobody who wants a leaflet wants one for each of 450 outlets.
    selection.outlets = []
    if order.outlets.contains("all") {
      if outlets.isEmpty { throw PublishingError.nothingSelected }
      selection.outlets = Set(outlets)
    } else if !order.outlets.isEmpty {
      let hasFaultyLines = report.diagnostics.contains { $0.place.path == "content/outlets.csv" }
      selection.outlets = try known(.outlet(hasFaultyLines: hasFaultyLines), order.outlets, among: outlets)
    }
    return selection
  }

  /// Refuses a folder that is a published site, or lies in one: the next build would meet strange files there.
  private func refusePublished(_ output: String) throws {
    var folder = FileSystem.anticipated(output)
    while let slash = folder.lastIndex(of: "/") {
      if FileSystem.kind(of: folder + "/.microclass") == .file {
        throw PublishingError.printInsideSite(output: output, site: folder)
      }
      folder = String(folder[..<slash])
    }
  }
}

extension Diagnostic {
  fileprivate static func printingExpired(at path: String) -> Diagnostic {
    Diagnostic(
      .error, "not-published", at: Place(path: path),
      Wording(zh: "这一课已过有效期，不能印", en: "this lesson has expired and is not printed"),
      hint: Wording(
        zh: "重新核对内容，再改checked和expires。", en: "check its facts again, then change `checked` and `expires`."))
  }

  fileprivate static func printingUnsigned(at path: String) -> Diagnostic {
    Diagnostic(
      .error, "not-published", at: Place(path: path),
      Wording(zh: "这一课还没有签字，没有印", en: "this lesson is not signed and is not printed"),
      hint: Wording(
        zh: "请负责的人看过并签字；只想看样子，就加上--drafts。",
        en: "have it read and signed by those who answer for it, or add --drafts to see what it will look like."))
  }

  fileprivate static func printingDraft(at path: String) -> Diagnostic {
    Diagnostic(
      .error, "not-published", at: Place(path: path),
      Wording(zh: "这一课还是草稿，没有印", en: "this lesson is a draft and is not printed"),
      hint: Wording(
        zh: "写好以后删掉“draft: true”；只想看样子，就加上--drafts。",
        en: "delete “draft: true” when it is finished, or add --drafts to see what it will look like."))
  }
}
