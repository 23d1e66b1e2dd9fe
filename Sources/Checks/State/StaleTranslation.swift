import Content
import Diagnostics

/// A passage of a translation whose original has changed since somebody confirmed that the two agree. When a number, a fact,
/// a law, a link, a right answer or a negation has changed, readers of the translation may be told what no longer holds.
enum StaleTranslation {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.discrepancies { $0.isStale }.flatMap { page, discrepancies in
      Diagnostic.some(discrepancies.map { .stale($0, page) })
    }
  }
}

extension Library {
  /// The translations that are not as they were confirmed, each with what is of a kind.
  func discrepancies(_ isWanted: (Discrepancy.Kind) -> Bool) -> [(page: Page, discrepancies: [Discrepancy])] {
    bundles.flatMap { bundle in
      bundle.translations.dropFirst().compactMap { page in
        let found = translationState(of: bundle, in: page.language).discrepancies.filter { isWanted($0.kind) }
        return found.isEmpty ? nil : (page, found)
      }
    }
  }
}

extension Diagnostic {
  /// The first twenty remarks on a page; the last says that there are more.
  static func some(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let limit = 20
    guard diagnostics.count > limit, let last = diagnostics.prefix(limit).last else { return diagnostics }
    // An error among the rest is not to be lost.
    let severity = diagnostics.dropFirst(limit).contains { $0.severity == .error } ? Severity.error : .warning
    return diagnostics.prefix(limit) + [
      Diagnostic(
        severity, last.rule, at: diagnostics[limit].place,
        Wording(
          zh: "从这里起，这个文件里还有\(diagnostics.count - limit)处同样的问题",
          en: "from here on, this file has more of the same: \(diagnostics.count - limit)"))
    ]
  }

  fileprivate static func stale(_ discrepancy: Discrepancy, _ page: Page) -> Diagnostic {
    Diagnostic(
      discrepancy.isOfFacts ? .error : .warning, "stale-translation", at: discrepancy.place, message(discrepancy),
      hint: .confirming(page), notes: .original(discrepancy))
  }

  private static func message(_ discrepancy: Discrepancy) -> Wording {
    let change = Wording.change(discrepancy)
    switch discrepancy.kind {
    case .added:
      return discrepancy.isOfFacts
        ? Wording(
          zh: "原文在这一段后面加了要紧的内容（\(change.zh)），译文里没有",
          en: "the original has a new passage with facts after this one (\(change.en)), and the translation lacks it")
        : Wording(
          zh: "原文在这一段后面加了一段，译文里没有",
          en: "the original has a new passage after this one, and the translation lacks it")
    case .removed:
      let was = discrepancy.was ?? ""
      return Wording(
        zh: "原文删掉了“\(was)”这一段，译文里还有", en: "the original no longer has “\(was)”, but the translation still does")
    case .moved:
      return Wording(
        zh: "这一段的先后次序和原文不一样了", en: "this passage does not stand where its original does any more")
    case .changed, .retranslated, .untranslated, .fresh, .foreign:
      return discrepancy.isOfFacts
        ? Wording(
          zh: "原文这一段的要紧内容改了（\(change.zh)），译文还没有对照核对",
          en:
            "the facts of the original have changed here (\(change.en)), and the translation has not been confirmed since"
        )
        : Wording(
          zh: "原文这一段的措辞改了，译文还没有对照核对",
          en: "the wording of the original has changed here, and the translation has not been confirmed since")
    }
  }
}

extension [Diagnostic.Note] {
  /// The original's passage, and what it was when it was confirmed.
  static func original(_ discrepancy: Discrepancy) -> [Diagnostic.Note] {
    guard let source = discrepancy.source else { return [] }
    let wording: Wording
    switch (discrepancy.kind, discrepancy.was) {
    case (.changed, let was?):
      wording = Wording(
        zh: "核对时原文是“\(was)”，现在在这里", en: "when it was confirmed the original was “\(was)”; now it is here")
    case (.added, _): wording = Wording(zh: "新加的一段在这里", en: "the new passage is here")
    case (.changed, nil), (.removed, _), (.moved, _), (.retranslated, _), (.untranslated, _), (.fresh, _),
      (.foreign, _):
      wording = Wording(zh: "原文在这里", en: "the original is here")
    }
    return [Diagnostic.Note(wording, at: source.place)]
  }
}

extension Wording {
  /// What is to be done about a translation that is not as it was confirmed.
  static func confirming(_ page: Page) -> Wording {
    let command = "microclass confirm \(page.slug) --language \(page.language.code)"
    return Wording(
      zh: "对照原文把译文改好，再运行\(command)。", en: "compare it with the original, put it right, then run \(command).")
  }

  /// The figures that are gone and those that are new.
  static func change(_ discrepancy: Discrepancy) -> Wording {
    let (gone, new) = discrepancy.particulars
    func list(_ words: [String], _ separator: String) -> String { words.map { "“\($0)”" }.joined(separator: separator) }
    switch (gone.isEmpty, new.isEmpty) {
    case (false, false):
      return Wording(
        zh: "\(list(gone, "、"))改成\(list(new, "、"))", en: "\(list(gone, ", ")) became \(list(new, ", "))")
    case (false, true): return Wording(zh: "少了\(list(gone, "、"))", en: "without \(list(gone, ", "))")
    case (true, false): return Wording(zh: "多了\(list(new, "、"))", en: "with \(list(new, ", "))")
    case (true, true): return Wording(zh: "次序不同", en: "in another order")
    }
  }
}
