import Content
import Diagnostics

/// The rules about plain words and about terms. They share the reading of a page, so that asking for all at once is faster
/// than one by one.
enum PlainRules {
  /// What the rules among `checks` find in a library. A site without limits for readability has nothing too hard to read.
  static func diagnostics(for library: Library, checks: Set<Check>) -> [Diagnostic] {
    let unexplained = checks.contains(.unexplainedTerm) ? UnexplainedTerm(library) : nil
    let discouraged = checks.contains(.discouragedWord) ? DiscouragedWords(library) : nil
    let inconsistent = checks.contains(.inconsistentTerm) ? InconsistentTerm(library) : nil
    let measures = !library.site.guardrails.readability.isEmpty
    guard measures || discouraged != nil || inconsistent != nil else { return [] }
    return library.bundles.flatMap { bundle -> [Diagnostic] in
      let proses = bundle.translations.map { Prose($0, facts: library.facts) }
      var found = inconsistent?.diagnostics(in: proses) ?? []
      for prose in proses {
        if let discouraged { found += discouraged.diagnostics(in: prose) }
        if measures { found += self.found(in: prose, of: bundle, library, checks, unexplained) }
      }
      return found
    }
  }

  private static func found(
    in prose: Prose, of bundle: Bundle, _ library: Library, _ checks: Set<Check>, _ terms: UnexplainedTerm?
  ) -> [Diagnostic] {
    guard let reading = PageReading(prose, of: bundle, in: library), let limits = reading.limits else { return [] }
    var found: [Diagnostic] = []
    if reading.isChinese {
      if checks.contains(.longSentence) { found += LongSentence.diagnostics(in: reading, limit: limits.sentence) }
      if checks.contains(.manyClauses) { found += ManyClauses.diagnostics(in: reading, limit: limits.clauses) }
      if checks.contains(.rareCharacter) { found += RareCharacter.diagnostics(in: reading) }
      if let terms { found += terms.diagnostics(in: reading) }
    } else if checks.contains(.hardEnglish) {
      found += HardEnglish.diagnostics(in: reading, limits: limits)
    }
    return found
  }
}
