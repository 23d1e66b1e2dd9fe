import Content
import Diagnostics

/// The rules about plain words. They share the reading of a page, so that asking for all at once is faster than one by one.
enum PlainRules {
  /// What the rules among `checks` find in a library. A site without limits for readability has nothing to find.
  static func diagnostics(for library: Library, checks: Set<Check>) -> [Diagnostic] {
    guard !library.site.guardrails.readability.isEmpty else { return [] }
    let terms = checks.contains(.unexplainedTerm) ? UnexplainedTerm(library) : nil
    var found: [Diagnostic] = []
    for bundle in library.bundles {
      for page in bundle.translations {
        guard let reading = PageReading(page, of: bundle, in: library), let limits = reading.limits else { continue }
        if reading.isChinese {
          if checks.contains(.longSentence) { found += LongSentence.diagnostics(in: reading, limit: limits.sentence) }
          if checks.contains(.manyClauses) { found += ManyClauses.diagnostics(in: reading, limit: limits.clauses) }
          if checks.contains(.rareCharacter) { found += RareCharacter.diagnostics(in: reading) }
          if let terms { found += terms.diagnostics(in: reading) }
        } else if checks.contains(.hardEnglish) {
          found += HardEnglish.diagnostics(in: reading, limits: limits)
        }
      }
    }
    return found
  }
}
