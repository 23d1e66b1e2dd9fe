import Diagnostics
package import Markdown

/// One Markdown file of the content, understood: its front matter, its sections, its quiz or its questions.
///
/// A class, though nothing in it changes: rules and editions pass it on, and a copy would count some twenty references up
/// and down.
package final class Page: Sendable {
  /// The file's path below the project's root.
  package let path: String
  package let kind: PageKind
  /// The bundle's folder name.
  package let slug: String
  package let language: Language
  package let frontMatter: FrontMatter
  package let document: Document
  /// The nodes before the first section.
  package let introduction: Range<Int>
  package let sections: [Section]
  /// The ids of all headings by their nodes.
  package let headingIDs: [Int: String]
  package let quiz: Quiz?
  /// What a self-check asks; nil for every other kind, and where nothing can be asked, which was reported.
  package let tree: DecisionTree?
  /// The values of `headingIDs`, for links to look up.
  let fragments: Set<String>

  init(
    at address: PageAddress, _ language: Language, _ frontMatter: FrontMatter, _ document: Document, _ outline: Outline,
    quiz: Quiz?, tree: DecisionTree?
  ) {
    path = document.source.path
    kind = address.kind
    slug = address.slug
    self.language = language
    self.frontMatter = frontMatter
    self.document = document
    introduction = outline.introduction
    sections = outline.sections
    headingIDs = outline.headingIDs
    self.quiz = quiz
    self.tree = tree
    fragments = Set(outline.headingIDs.values)
  }

  /// The section with a role; the first when there are several.
  package func section(_ role: Role) -> Section? { sections.first { $0.role == role } }
}

/// Where a page's file lies, which says what it is.
package struct PageAddress: Hashable, Sendable {
  package let kind: PageKind
  package let slug: String
  package let language: String

  package init(kind: PageKind, slug: String, language: String) {
    self.kind = kind
    self.slug = slug
    self.language = language
  }

  /// The address of `content/<folder>/<slug>/<language>.md`; nil for a path of another form.
  package init?(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].elementsEqual("content".utf8),
      let kind = PageKind.allCases.first(where: { parts[1].elementsEqual($0.folder.utf8) }),
      parts[3].count > 3, parts[3].suffix(3).elementsEqual(".md".utf8)
    else { return nil }
    self.init(kind: kind, slug: String(Substring(parts[2])), language: String(Substring(parts[3].dropLast(3))))
  }

  /// The file's path below the project's root.
  package var path: String { "content/\(kind.folder)/\(slug)/\(language).md" }
}
