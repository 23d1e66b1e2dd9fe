import Content
import Diagnostics

/// The rules about plain words and about terms. They share the reading of a page, so that asking for all at once is faster
/// than one by one.
struct PlainRules: BundleRules {
  private let library: Library
  private let checks: Set<Check>
  private let unexplained: UnexplainedTerm?
  private let discouraged: DiscouragedWords?
  private let inconsistent: InconsistentTerm?

  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle) {
    self.library = library
    self.checks = checks
    unexplained = checks.contains(.unexplainedTerm) ? UnexplainedTerm(library) : nil
    discouraged = checks.contains(.discouragedWord) ? DiscouragedWords(library) : nil
    inconsistent = checks.contains(.inconsistentTerm) ? InconsistentTerm(library) : nil
  }

  /// A site without limits for readability has nothing that is too hard to read.
  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    let measures = !library.site.guardrails.readability.isEmpty
    guard measures || discouraged != nil || inconsistent != nil else { return [] }
    let proses = bundle.translations.map { Prose($0, facts: library.facts) }
    var found = inconsistent?.diagnostics(in: proses) ?? []
    for prose in proses {
      if let discouraged { found += discouraged.diagnostics(in: prose) }
      if measures { found += self.found(in: prose, of: bundle) }
    }
    return found
  }

  private func found(in prose: Prose, of bundle: Bundle) -> [Diagnostic] {
    guard let reading = PageReading(prose, of: bundle, in: library), let limits = reading.limits else { return [] }
    var found: [Diagnostic] = []
    if reading.isChinese {
      if checks.contains(.longSentence) { found += LongSentence.diagnostics(in: reading, limit: limits.sentence) }
      if checks.contains(.manyClauses) { found += ManyClauses.diagnostics(in: reading, limit: limits.clauses) }
      if checks.contains(.rareCharacter) { found += RareCharacter.diagnostics(in: reading) }
      if let unexplained { found += unexplained.diagnostics(in: reading) }
    } else if checks.contains(.hardEnglish) {
      found += HardEnglish.diagnostics(in: reading, limits: limits)
    }
    return found
  }
}
