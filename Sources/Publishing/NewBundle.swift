package import Content
import Diagnostics

/// A new lesson, case, page, self-check or contest, with everything in place for an editor to fill in.
package struct NewBundle: Sendable {
  private let project: ProjectFolder

  package init(in project: ProjectFolder) { self.project = project }

  /// Makes the folder with a file for each of the site's languages, as drafts.
  /// - Returns: the paths of the files, below the project.
  /// - Throws: `PublishingError` when the name cannot be used or is taken; then nothing was made.
  package func make(_ kind: PageKind, _ slug: String, today: CalendarDate) throws -> [String] {
    guard Slug.isValid(slug) else { throw PublishingError.badSlug(slug) }
    let folder = project.path + "/content/\(kind.folder)/\(slug)"
    guard FileSystem.kind(of: folder) == nil else { throw PublishingError.exists(folder) }
    let files = try project.content().value
    guard let source = files.site else { throw PublishingError.missingSite(project.path + "/content/site.yaml") }
    guard let site = Site.reading(source).value else {
      throw PublishingError.faultySite(project.path + "/content/site.yaml")
    }
    let texts = site.languages.map { language in
      (path: "\(folder)/\(language.code).md", text: Skeleton(site: site, language: language).text(kind, today: today))
    }
    try FileSystem.makeFolder(folder)
    for file in texts { try FileSystem.write(Array(file.text.utf8), to: file.path) }
    return texts.map { String($0.path.dropFirst(project.path.count + 1)) }
  }
}

/// The text with which a page begins.
private struct Skeleton {
  let site: Site
  let language: Language

  func text(_ kind: PageKind, today: CalendarDate) -> String {
    var lines = ["---", "title: \(words.title)", "summary: \(words.summary)"]
    if language == site.source {
      if kind.isTaught {
        lines += [
          "topic: \(site.topics.first?.id ?? "")",
          "audience: [\(site.audiences.map(\.id).prefix(1).joined(separator: ", "))]",
          "order: 1000",
        ]
      }
      lines += ["date: \(today.iso)", "checked: \(today.iso)"]
      if kind.isTaught { lines += ["sources: []"] }
      if kind == .contest {
        lines += [
          "topics: [\(site.topics.map(\.id).joined(separator: ", "))]", "questions: 10", "minutes: 10", "pass: 8",
        ]
      }
      if kind == .case { lines += ["case: {basis: fictional, channel: phone-call, outcome: blocked}"] }
    }
    lines += ["draft: true", "---", ""]
    for role in site.requiredRoles[kind] ?? [] {
      let heading = site.roles.first { $0.role == role }?.headings[language.code]?.first ?? role.id
      lines += ["## \(heading)", ""]
      lines += role == .quiz ? quiz : [words.text]
      lines += [""]
    }
    if kind == .selfcheck {
      lines += tree
    } else if (site.requiredRoles[kind] ?? []).isEmpty {
      lines += [words.text, ""]
    }
    return lines.joined(separator: "\n")
  }

  private var words: Prompts { .prompts(for: language) }

  /// A question and its two ends, for a self-check.
  private var tree: [String] {
    let hotline = site.hotlines.first.map { "{{\($0)}}" } ?? ""
    let ids = ["stop", "in-doubt"]
    return ["## \(words.question) {#start}", ""] + zip(words.answers, ids).map { "- [\($0)](#\($1))" } + [""]
      + ids.flatMap { ["## \(words.title) {#\($0)}", "", words.text + " " + hotline, ""] }
  }

  /// A question with its options and its reason, for the section `quiz`.
  private var quiz: [String] {
    [
      "1. \(words.question)", "", "   - [ ] \(words.wrongOption)", "   - [x] \(words.rightOption)", "",
      "   > \(words.reason)",
    ]
  }
}
