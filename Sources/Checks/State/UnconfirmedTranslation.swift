import Content
import Diagnostics
import Markdown

/// A translation that nobody has compared with its original, or passages of it that were changed after somebody had.
enum UnconfirmedTranslation {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    var never: [Diagnostic] = []
    if library.site.guardrails.asksConfirmation {
      for bundle in library.bundles {
        for page in bundle.translations.dropFirst() {
          switch library.translationState(of: bundle, in: page.language) {
          case .neverConfirmed: never.append(.neverConfirmed(page))
          case .missing, .unknown, .confirmed: break
          }
        }
      }
    }
    return never
      + library.discrepancies { !$0.isStale }.flatMap { page, discrepancies in
        Diagnostic.some(discrepancies.map { .unconfirmed($0, page) })
      }
  }
}

extension Diagnostic {
  fileprivate static func neverConfirmed(_ page: Page) -> Diagnostic {
    Diagnostic(
      .warning, "unconfirmed-translation", at: page.document.source.place,
      Wording(
        zh: "这篇译文还没有人对照原文核对过", en: "nobody has confirmed that this translation agrees with its original"),
      hint: .confirming(page))
  }

  fileprivate static func unconfirmed(_ discrepancy: Discrepancy, _ page: Page) -> Diagnostic {
    Diagnostic(
      discrepancy.isOfFacts ? .error : .warning, "unconfirmed-translation", at: discrepancy.place,
      message(discrepancy), hint: .confirming(page), notes: .original(discrepancy))
  }

  private static func message(_ discrepancy: Discrepancy) -> Wording {
    let change = Wording.change(discrepancy)
    switch discrepancy.kind {
    case .untranslated:
      let was = discrepancy.was ?? ""
      return Wording(
        zh: "核对以后，译文在这里少了一段（原文“\(was)”）",
        en: "since it was confirmed, the translation has lost a passage after this one (“\(was)”)")
    case .fresh:
      return Wording(
        zh: "这一段和它的原文都是新加的，还没有核对", en: "this passage and its original are new, and have not been confirmed")
    case .foreign:
      return discrepancy.isOfFacts
        ? Wording(
          zh: "译文新加了这一段，有要紧的内容（\(change.zh)），还没有核对",
          en: "this passage with facts (\(change.en)) is new in the translation, and has not been confirmed")
        : Wording(
          zh: "译文新加了这一段，还没有核对", en: "this passage is new in the translation, and has not been confirmed")
    case .changed, .added, .removed, .moved, .retranslated:
      return discrepancy.isOfFacts
        ? Wording(
          zh: "译文这一段的要紧内容改了（\(change.zh)），还没有核对",
          en: "the facts of this passage have changed (\(change.en)), and have not been confirmed since")
        : Wording(
          zh: "译文这一段改了措辞，还没有核对",
          en: "the wording of this passage has changed, and has not been confirmed since")
    }
  }
}
