import Content
import Diagnostics
import Print

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
    let plan = workshop.map { workshop in
      LiveSite.Plan(
        workshop, jobs(PrintShop.Selection(), in: workshop), recall: project.memory?.codeRecall(for: workshop.library))
    }
    // What is not finished may be wrong, and does not get in the way of the rest.
    let drafts = Set(manuscript?.pages.filter(\.frontMatter.isDraft).map(\.path) ?? [])
    return LiveSite(report: report, plan: plan, drafts: drafts)
  }
}
