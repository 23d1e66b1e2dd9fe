/// The whole content, linked: the only thing that checks and editions see.
///
/// A class, though nothing in it changes, because every page that is planned holds it, and a copy is half a kilobyte.
package final class Library: Sendable {
  package let site: Site
  /// The day as of which things expire.
  package let today: CalendarDate
  /// The register, in the order of `facts.yaml`.
  package let facts: FactRegister
  package let glossary: [Term]
  /// The words that the site does not use, in the order of `terms.csv`.
  package let discouraged: [DiscouragedWord]
  package let outlets: [Outlet]
  /// The printed editions that were written down.
  package let editions: EditionRegister
  /// In reading order: by `order`, then by slug.
  package let lessons: [Bundle]
  package let cases: [Bundle]
  package let pages: [Bundle]
  package let selfchecks: [Bundle]
  package let contests: [Bundle]
  /// The bundles of all kinds, each in reading order, lessons first.
  package let bundles: [Bundle]
  /// Lessons that are not published because they have expired, in the order of their slugs: sheets of them are still in
  /// people's hands.
  package let expiredLessons: [Bundle]
  /// All pictures by their paths.
  package let pictures: [String: Picture]
  /// Paths of pictures that are there but cannot be used, which was reported.
  let unreadablePictures: Set<String>
  /// The files that are not published because they are drafts, are not signed, or have expired.
  package let unpublished: Set<String>
  /// What only this site's organisers know; it goes into the keys of contests and nowhere else.
  let contestSecret: String
  /// What people have confirmed and signed.
  package let records: Records
  /// Pages that lack a signature which their kind needs, in the order of their bundles; none where drafts are published, too.
  package let unsigned: [UnsignedPage]
  /// The states of the translations that were ever confirmed.
  let translationStates: [PageAddress: TranslationState]
  /// The place of each bundle among those of its kind, for finding it quickly.
  let index: [String: Int]
  /// Lessons and cases by the ids of their topics and audiences.
  let byTopic: [String: [Bundle]]
  /// The place of each bundle among those about its topic.
  let topicIndex: [String: Int]
  let byAudience: [String: [Bundle]]

  /// The bundles of a kind, in reading order.
  package func bundles(_ kind: PageKind) -> [Bundle] {
    switch kind {
    case .lesson: lessons
    case .case: cases
    case .page: pages
    case .selfcheck: selfchecks
    case .contest: contests
    }
  }

  /// The bundle in a folder, nil when there is none or it is not published.
  package func bundle(_ kind: PageKind, _ slug: String) -> Bundle? {
    index["\(kind.folder)/\(slug)"].map { bundles(kind)[$0] }
  }

  /// Lessons, then cases, about a topic, in reading order.
  package func bundles(about topic: Topic) -> [Bundle] { byTopic[topic.id] ?? [] }

  /// The place of a bundle among those about its topic; nil when it has none.
  package func positionInTopic(of bundle: Bundle) -> Int? { topicIndex["\(bundle.kind.folder)/\(bundle.slug)"] }

  /// Lessons, then cases, for an audience, in reading order.
  package func bundles(for audience: Audience) -> [Bundle] { byAudience[audience.id] ?? [] }

  /// The place of a bundle among those of its kind.
  package func position(of bundle: Bundle) -> Int? { index["\(bundle.kind.folder)/\(bundle.slug)"] }

  /// The same with only one of the bundles, for whoever looks at one after the other.
  package func holding(only bundle: Bundle) -> Library { Library(self, holding: bundle) }

  private init(_ whole: Library, holding bundle: Bundle) {
    let kind = bundle.kind
    lessons = kind == .lesson ? [bundle] : []
    cases = kind == .case ? [bundle] : []
    pages = kind == .page ? [bundle] : []
    selfchecks = kind == .selfcheck ? [bundle] : []
    contests = kind == .contest ? [bundle] : []
    bundles = [bundle]
    index = ["\(kind.folder)/\(bundle.slug)": 0]
    (site, today, facts) = (whole.site, whole.today, whole.facts)
    (glossary, discouraged, outlets) = (whole.glossary, whole.discouraged, whole.outlets)
    (editions, expiredLessons) = (whole.editions, whole.expiredLessons)
    (pictures, unreadablePictures) = (whole.pictures, whole.unreadablePictures)
    (unpublished, unsigned, contestSecret) = (whole.unpublished, whole.unsigned, whole.contestSecret)
    (records, translationStates) = (whole.records, whole.translationStates)
    (byTopic, topicIndex, byAudience) = (whole.byTopic, whole.topicIndex, whole.byAudience)
  }

  init(
    manuscript: Manuscript, today: CalendarDate, bundles: [Bundle], expired: [Bundle], unpublished: Set<String>,
    unsigned: [UnsignedPage]
  ) {
    var index: [String: Int] = [:]
    func of(_ kind: PageKind) -> [Bundle] {
      let ofKind = bundles.filter { $0.kind == kind }
      for (number, bundle) in ofKind.enumerated() { index["\(kind.folder)/\(bundle.slug)"] = number }
      return ofKind
    }
    lessons = of(.lesson)
    cases = of(.case)
    pages = of(.page)
    selfchecks = of(.selfcheck)
    contests = of(.contest)
    self.bundles = lessons + cases + pages + selfchecks + contests
    self.index = index
    var byTopic: [String: [Bundle]] = [:]
    var byAudience: [String: [Bundle]] = [:]
    var topicIndex: [String: Int] = [:]
    for bundle in lessons + cases {
      if let topic = bundle.topic {
        topicIndex["\(bundle.kind.folder)/\(bundle.slug)"] = byTopic[topic.id]?.count ?? 0
        byTopic[topic.id, default: []].append(bundle)
      }
      for audience in bundle.audiences { byAudience[audience.id, default: []].append(bundle) }
    }
    (self.byTopic, self.topicIndex, self.byAudience) = (byTopic, topicIndex, byAudience)
    let stock = manuscript.stock
    (site, self.today, facts) = (manuscript.site, today, manuscript.facts)
    (glossary, discouraged, outlets) = (manuscript.glossary, manuscript.discouraged, manuscript.outlets)
    editions = manuscript.editions
    expiredLessons = expired.filter { $0.kind == .lesson }
    (pictures, unreadablePictures) = (stock.pictures, manuscript.unreadablePictures)
    (self.unpublished, self.unsigned) = (unpublished, unsigned)
    (contestSecret, records) = (manuscript.contestSecret, manuscript.records)
    translationStates = Self.translationStates(of: bundles, manuscript.records.confirmations, stock)
  }
}
