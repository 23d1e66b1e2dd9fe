import Content
import Diagnostics

/// Writes down what people have confirmed and signed, in files beside what it is about.
package struct RecordKeeper: Sendable {
  let project: ProjectFolder

  package init(of project: ProjectFolder) { self.project = project }

  /// The content, drafts and what has expired included: what is not published may be signed, so that it can be.
  func library(_ report: inout Build.Report) async throws -> Library {
    var options = Build.Options(today: Self.firstDay)
    options.includesDrafts = true
    guard let library = try await Build(project, options).library(&report)?.checked else {
      throw PublishingError.faultySite(project.path + "/content/site.yaml")
    }
    return library
  }

  /// As of this day nothing has expired.
  private static let firstDay = CalendarDate(year: 1, month: 1, day: 1)

  /// The bundle that somebody means by the name of its folder, `fake-police` or `lessons/fake-police`.
  func bundle(_ name: String, in library: Library) throws -> Bundle {
    let bundles = library.bundles
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let found = bundles.filter { $0.slug == parts.last ?? "" && (parts.count == 1 || $0.folder == name) }
    if found.count > 1 { throw PublishingError.severalOfOneName(name, found.map(\.folder)) }
    if let bundle = found.first { return bundle }
    if bundles.contains(where: { $0.slug == name }) || library.isFaulty(name) {
      throw PublishingError.faultyContent(name)
    }
    throw PublishingError.noSuchContent(name, known: bundles.map(\.slug).sorted())
  }

  /// The languages that somebody means by their codes.
  func languages(_ codes: [String], in library: Library) throws -> [Language] {
    try codes.map { code in
      guard let language = library.site.language(code) else {
        throw PublishingError.unknown(.language, code, known: library.site.languages.map(\.code))
      }
      return language
    }
  }
}

extension Bundle {
  /// Its folder below `content/`.
  var folder: String { "\(kind.folder)/\(slug)" }
}

extension Library {
  /// Whether a folder is there, but what is in it could not be understood.
  fileprivate func isFaulty(_ slug: String) -> Bool {
    PageKind.allCases.contains { kind in
      unpublished.contains(PageAddress(kind: kind, slug: slug, language: site.source.code).path)
    }
  }
}
