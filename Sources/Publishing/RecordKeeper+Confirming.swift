package import Content

extension RecordKeeper {
  /// What came of confirming one translation.
  package struct Confirmed: Sendable {
    /// The folder of its bundle below `content/`.
    package let folder: String
    package let language: Language
    /// How many passages it has.
    package let passages: Int
    /// How far it could be relied on before.
    package let before: TranslationState
    /// Whether the file is another one now.
    package let isChanged: Bool
  }

  /// Writes down that translations agree with their originals as they are now.
  /// - Parameters:
  ///   - names: of the folders of their bundles.
  ///   - codes: of their languages; none stands for all that there are.
  /// - Throws: `PublishingError` when one of them is not there; then nothing was written.
  package func confirm(_ names: [String], languages codes: [String]) async throws -> (
    confirmed: [Confirmed], sourceLanguage: String
  ) {
    var report = Build.Report()
    let library = try await library(&report)
    let wanted = try languages(codes, in: library)
    if wanted.contains(library.site.source) { throw PublishingError.originalNeedsNone(library.site.source.code) }
    var files: [(path: String, text: String, result: (Bool) -> Confirmed)] = []
    for name in names {
      let bundle = try bundle(name, in: library)
      let there = bundle.translations.dropFirst().map(\.language)
      for language in wanted where !there.contains(language) {
        throw PublishingError.noTranslation(bundle.folder, language.code)
      }
      if there.isEmpty { throw PublishingError.noTranslation(bundle.folder, codes.first ?? "") }
      let stock = Stock(library)
      let source = Proof(bundle.source, stock)
      for language in wanted.isEmpty ? there : wanted {
        guard let page = bundle.page(in: language) else { continue }
        let proof = Proof(page, stock)
        let address = PageAddress(kind: bundle.kind, slug: bundle.slug, language: language.code)
        let before = library.translationState(of: bundle, in: language)
        files.append(
          (
            address.confirmationPath, Confirmation(of: proof, with: source).text,
            { isChanged in
              Confirmed(
                folder: bundle.folder, language: language, passages: proof.passages.count, before: before,
                isChanged: isChanged)
            }
          ))
      }
    }
    let confirmed = try files.map { file in file.result(try write(file.text, to: file.path)) }
    return (confirmed, library.site.source.code)
  }

  /// Puts a text in place of a file, in one step; nothing happens when it is there already.
  private func write(_ text: String, to path: String) throws -> Bool {
    let bytes = Array(text.utf8)
    let file = project.path + "/" + path
    let target = FileSystem.resolved(file) ?? file
    if FileSystem.kind(of: target) == .file, try FileSystem.read(target) == bytes { return false }
    try FileSystem.replace(target, with: bytes)
    return true
  }
}
