package import Content
import Diagnostics

/// A new lesson, case or page, with everything in place for an editor to fill in.
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
    guard let source = files.site, let site = Site.reading(source).value else {
      throw PublishingError.missingSite(project.path + "/content/site.yaml")
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
      if kind != .page {
        lines += [
          "topic: \(site.topics.first?.id ?? "")",
          "audience: [\(site.audiences.map(\.id).prefix(1).joined(separator: ", "))]",
          "order: 1000",
        ]
      }
      lines += ["date: \(today.iso)", "checked: \(today.iso)"]
      if kind != .page { lines += ["sources: []"] }
      if kind == .case { lines += ["case: {basis: fictional, channel: phone-call, outcome: blocked}"] }
    }
    lines += ["draft: true", "---", ""]
    for role in site.requiredRoles[kind] ?? [] {
      let heading = site.roles.first { $0.role == role }?.headings[language.code]?.first ?? role.id
      lines += ["## \(heading)", ""]
      lines += role == .quiz ? words.quiz : [words.text]
      lines += [""]
    }
    if (site.requiredRoles[kind] ?? []).isEmpty { lines += [words.text, ""] }
    return lines.joined(separator: "\n")
  }

  /// Prompts for the editor, in Chinese for a Chinese page and in English for every other.
  private var words: (title: String, summary: String, text: String, quiz: [String]) {
    if language.tag.hasPrefix("zh") {
      (
        "标题写在这里", "一句话说清这一篇讲什么。", "正文写在这里。",
        ["1. 题目写在这里？", "", "   - [ ] 错的选项", "   - [x] 对的选项", "", "   > 为什么。"]
      )
    } else {
      (
        "The title goes here", "One sentence that says what this is about.", "The text goes here.",
        ["1. The question goes here?", "", "   - [ ] a wrong option", "   - [x] the right option", "", "   > Why."]
      )
    }
  }
}
