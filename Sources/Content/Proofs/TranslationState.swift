/// How far a translation can be relied on.
package enum TranslationState: Sendable {
  /// There is no page in the language.
  case missing
  /// Nobody has said that it agrees with its original.
  case neverConfirmed
  /// Somebody has, but what they confirmed cannot be read, which was reported.
  case unknown
  /// Somebody has; these places have changed since. None for a translation that agrees.
  case confirmed([Discrepancy])

  /// The places that have changed since it was confirmed.
  package var discrepancies: [Discrepancy] {
    switch self {
    case .missing, .neverConfirmed, .unknown: []
    case .confirmed(let discrepancies): discrepancies
    }
  }
}

extension Library {
  /// The state of a bundle's translation into a language other than the original's.
  package func translationState(of bundle: Bundle, in language: Language) -> TranslationState {
    if bundle.page(in: language) == nil { return .missing }
    let address = PageAddress(kind: bundle.kind, slug: bundle.slug, language: language.code)
    return translationStates[address] ?? .neverConfirmed
  }

  /// Whether readers of a page are to be told that the original says something else by now.
  package func showsStale(_ page: Page) -> Bool {
    guard site.guardrails.showsStale else { return false }
    let address = PageAddress(kind: page.kind, slug: page.slug, language: page.language.code)
    return translationStates[address]?.discrepancies.contains { $0.kind.isStale && $0.kind != .moved } ?? false
  }

  /// The states of all translations that were ever confirmed.
  static func translationStates(
    of bundles: [Bundle], _ confirmations: [PageAddress: Confirmation], _ stock: Stock
  ) -> [PageAddress: TranslationState] {
    if confirmations.isEmpty { return [:] }
    var states: [PageAddress: TranslationState] = [:]
    for bundle in bundles {
      var source: Proof?
      for page in bundle.translations.dropFirst() {
        let address = PageAddress(kind: bundle.kind, slug: bundle.slug, language: page.language.code)
        guard let confirmation = confirmations[address] else { continue }
        if confirmation.isDamaged {
          states[address] = .unknown
          continue
        }
        let original = source ?? Proof(bundle.source, stock)
        source = original
        states[address] = .confirmed(Discrepancy.all(since: confirmation, Proof(page, stock), original))
      }
    }
    return states
  }
}
