package import Content

extension RecordKeeper {
  /// How far one translation can be relied on.
  package struct Translation: Sendable {
    /// What can be said of it in a word, the worst first.
    package enum State: String, Sendable, CaseIterable {
      /// A number, a fact or the like is no longer the original's.
      case wrong
      case stale
      /// Its own text has changed since.
      case changed
      /// What was confirmed cannot be read.
      case damaged
      case neverConfirmed = "never-confirmed"
      case missing
      case confirmed
    }

    /// The folder of its bundle below `content/`.
    package let folder: String
    package let language: Language
    package let state: State
    /// How many passages' originals have changed.
    package let stale: Int
    /// How many other passages have changed.
    package let changed: Int
    /// In how many of all these a number, a fact or the like is concerned.
    package let facts: Int
  }

  /// All translations that there are and that there should be, the worst first.
  package func translations() async throws -> (translations: [Translation], sourceLanguage: String) {
    var report = Build.Report()
    let library = try await library(&report)
    var translations: [Translation] = []
    for bundle in library.bundles {
      for language in library.site.languages.dropFirst() {
        translations.append(
          Translation(bundle.folder, language, library.translationState(of: bundle, in: language)))
      }
    }
    translations.sort { $0.order < $1.order }
    return (translations, library.site.source.code)
  }
}

extension RecordKeeper.Translation {
  fileprivate init(_ folder: String, _ language: Language, _ state: TranslationState) {
    let found = state.discrepancies
    let stale = found.count { $0.kind.isStale }
    let facts = found.count { $0.isOfFacts }
    let word: State =
      switch state {
      case .missing: .missing
      case .neverConfirmed: .neverConfirmed
      case .unknown: .damaged
      case .confirmed: facts > 0 ? .wrong : stale > 0 ? .stale : found.isEmpty ? .confirmed : .changed
      }
    self.init(
      folder: folder, language: language, state: word, stale: stale, changed: found.count - stale, facts: facts)
  }

  /// The worst first, then by how much is wrong, then by name.
  fileprivate var order: (Int, Int, Int, String, String) {
    (
      State.allCases.firstIndex(of: state) ?? 0, -facts, -stale - changed, folder, language.code
    )
  }
}
