import YAML

/// What the checks hold the content to: the part `checks` of `site.yaml`. Everything has a sensible value where the file
/// says nothing.
package struct Guardrails: Hashable, Sendable {
  /// Days after which a fact must have been checked again.
  package var factAge = 400
  /// Whether a space stands between Han characters and Latin letters or digits: `none`, `space`, or `any`.
  package var spacing = Spacing.none
  /// For each audience how hard a text may be; `everyone` for audiences that are not named.
  package var readability: [String: Readability] = [:]
  /// Who must have signed a kind of content before it is published; nobody where it is not named.
  package var signatures: [PageKind: [String]] = [:]
  /// Whether readers are told that a paragraph of a translation is older than the original.
  package var showsStale = false
  /// Whether every translation is to be confirmed; those that were once are held to it in any case.
  package var asksConfirmation = true

  package init() {}

  /// Spaces between Han characters and Latin letters or digits.
  package enum Spacing: String, Hashable, Sendable, CaseIterable {
    case none, space, any
  }

  /// The limits of a text that people understand at once.
  package struct Readability: Hashable, Sendable {
    /// Han characters in a sentence.
    package var sentence: Int
    /// Clauses in a sentence.
    package var clauses: Int
    /// The Flesch–Kincaid grade of English.
    package var grade: Int
    /// Words in an English sentence.
    package var words: Int

    package init(sentence: Int, clauses: Int, grade: Int, words: Int = 30) {
      (self.sentence, self.clauses, self.grade, self.words) = (sentence, clauses, grade, words)
    }
  }

  /// The values in a record; what is wrong is reported.
  static func reading(_ record: inout Record) -> Guardrails {
    var guardrails = Guardrails()
    if let age = record.integer("factAge") { guardrails.factAge = max(1, age.value) }
    if let text = record.text("spacing") {
      if let spacing = Spacing(rawValue: text.value) {
        guardrails.spacing = spacing
      } else {
        record.report(.badChoice(text.value, among: Spacing.allCases.map(\.rawValue)), at: text.range)
      }
    }
    guardrails.showsStale = record.flag("showStale")?.value ?? false
    guardrails.asksConfirmation = record.flag("confirmTranslations")?.value ?? true
    record.map("signatures") { signatures in
      for kind in PageKind.allCases {
        let roles = signatures.texts(kind.rawValue).map(\.value)
        if !roles.isEmpty { guardrails.signatures[kind] = roles }
      }
    }
    record.map("readability") { audiences in
      for (audience, limits) in audiences.eachMap({ ($0.value, readability(&$1)) }) {
        guardrails.readability[audience] = limits
      }
    }
    return guardrails
  }

  private static func readability(_ record: inout Record) -> Readability {
    Readability(
      sentence: record.integer("sentence")?.value ?? 60, clauses: record.integer("clauses")?.value ?? 5,
      grade: record.integer("grade")?.value ?? 9, words: record.integer("words")?.value ?? 30)
  }
}
