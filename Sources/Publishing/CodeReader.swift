package import Content

/// Reads completion codes on behalf of a volunteer who hands out prizes. Nothing is sent anywhere.
package struct CodeReader: Sendable {
  /// A contest of the project, drafts and past ones included: prizes are handed out after the end.
  package struct KnownContest: Sendable {
    package let slug: String
    package let title: Translated
    /// The days of this round; the second is the first on which nobody can take part any more.
    package let days: (from: CalendarDate, until: CalendarDate?)
    fileprivate let key: ContestKey
  }

  /// One code, read.
  package struct Finding: Sendable {
    /// What was given.
    package let text: String
    package let reading: CompletionCode.Reading

    /// Whether one of the project's contests gave it.
    package var isGenuine: Bool {
      switch reading {
      case .genuine: true
      case .misspelt, .wrongLength, .unknown: false
      }
    }
  }

  package let contests: [KnownContest]
  /// Whether the project has a secret; without it whoever has the project's texts can make codes.
  package let hasSecret: Bool
  /// The code of the site's first language.
  package let sourceLanguage: String

  /// Reads the contests of a project.
  /// - Throws: `PublishingError` when it cannot be said what the site is.
  package init(of project: ProjectFolder) async throws {
    var report = Build.Report()
    let library = try await RecordKeeper(of: project).library(&report)
    contests = library.contests.map { bundle in
      KnownContest(
        slug: bundle.slug,
        title: Translated(
          texts: Dictionary(
            bundle.translations.map { ($0.language.code, $0.frontMatter.title) },
            uniquingKeysWith: { first, _ in first }
          ),
          source: library.site.source.code), days: (bundle.date, bundle.expires), key: library.key(of: bundle))
    }
    hasSecret = try !project.contestSecret(&report.diagnostics).isEmpty
    sourceLanguage = library.site.source.code
  }

  /// Reads the codes in some arguments: each may be a code, or all of them together one code that was typed with spaces.
  package func read(_ arguments: [String]) -> [Finding] {
    let isEachOne = arguments.allSatisfy { CodeSigns.values(typed: $0).count == CodeSigns.length }
    let codes =
      isEachOne || arguments.contains { CodeSigns.values(typed: $0).count > 8 } ? arguments : [arguments.joined()]
    return codes.map { code in
      Finding(
        text: code, reading: CompletionCode.reading(CodeSigns.values(typed: code), keys: contests.map(\.key)))
    }
  }
}
