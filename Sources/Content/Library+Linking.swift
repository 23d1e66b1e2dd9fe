package import Diagnostics
import Markdown

/// Everything that was read, before it is put together.
package struct Manuscript: Sendable {
  package let site: Site
  package let facts: FactRegister
  package let glossary: [Term]
  package let discouraged: [DiscouragedWord]
  package let outlets: [Outlet]
  package let editions: EditionRegister
  package let pages: [Page]
  package let pictures: [Picture]
  /// Addresses of pages whose files are there but could not be understood; they were reported, and what refers to them is
  /// not reported again.
  package let unreadable: Set<PageAddress>
  /// Paths of pictures that are there but cannot be used, which was reported, too.
  package let unreadablePictures: Set<String>

  package init(
    site: Site, facts: FactRegister, tables: Tables, pages: [Page], pictures: [Picture],
    unreadable: (pages: Set<PageAddress>, pictures: Set<String>)
  ) {
    self.site = site
    self.facts = facts
    self.glossary = tables.glossary
    self.discouraged = tables.discouraged
    self.outlets = tables.outlets
    self.editions = tables.editions
    self.pages = pages
    self.pictures = pictures
    self.unreadable = unreadable.pages
    self.unreadablePictures = unreadable.pictures
  }
}

extension Library {
  /// The library of a manuscript as of a day. What is a draft (unless drafts are wanted) or has expired is left out.
  package static func linking(
    _ manuscript: Manuscript, today: CalendarDate, includingDrafts: Bool
  ) -> Diagnosed<Library> {
    var diagnostics: [Diagnostic] = []
    let site = manuscript.site
    var groups: [String: [Page]] = [:]
    var unpublished: Set<String> = Set(manuscript.unreadable.map(\.path))
    for page in manuscript.pages {
      if page.frontMatter.isDraft, !includingDrafts {
        unpublished.insert(page.path)
      } else {
        groups["\(page.kind.folder)/\(page.slug)", default: []].append(page)
      }
    }
    var bundles: [Bundle] = []
    var expired: [Bundle] = []
    for (key, pages) in groups.sorted(by: { $0.key < $1.key }) {
      let translations = site.languages.compactMap { language in pages.first { $0.language == language } }
      guard let source = translations.first, source.language == site.source else {
        let address = PageAddress(kind: pages[0].kind, slug: pages[0].slug, language: site.source.code)
        if !unpublished.contains(address.path) {
          diagnostics.append(.missingSource(address.path, at: pages[0].document.source.place))
        }
        unpublished.formUnion(pages.map(\.path) + [address.path])
        continue
      }
      var binding = BundleBinding(site: site, facts: manuscript.facts, today: today)
      let bundle = binding.bundle(source, translations)
      if let expires = bundle.expires, expires <= today {
        expired.append(bundle)
        diagnostics.append(.expired(key, on: expires, at: source.document.source.place))
        unpublished.formUnion(pages.map(\.path))
      } else {
        diagnostics += binding.diagnostics
        bundles.append(bundle)
      }
    }
    bundles.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
    let library = Library(
      manuscript: manuscript, bundles: bundles, expired: expired, unpublished: unpublished)
    diagnostics += SiteLinks(library: library, today: today).diagnostics
    for bundle in bundles {
      for page in bundle.translations {
        diagnostics += PageLinks(page, in: library, today: today).diagnostics
      }
    }
    return Diagnosed(library, diagnostics)
  }

  private init(manuscript: Manuscript, bundles: [Bundle], expired: [Bundle], unpublished: Set<String>) {
    var index: [String: Int] = [:]
    func of(_ kind: PageKind) -> [Bundle] {
      let ofKind = bundles.filter { $0.kind == kind }
      for (number, bundle) in ofKind.enumerated() { index["\(kind.folder)/\(bundle.slug)"] = number }
      return ofKind
    }
    let lessons = of(.lesson)
    let cases = of(.case)
    let pages = of(.page)
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
    self.init(
      site: manuscript.site, facts: manuscript.facts, glossary: manuscript.glossary,
      discouraged: manuscript.discouraged, outlets: manuscript.outlets, editions: manuscript.editions, lessons: lessons,
      cases: cases, pages: pages,
      expiredLessons: expired.filter { $0.kind == .lesson },
      pictures: Dictionary(manuscript.pictures.map { ($0.path, $0) }) { first, _ in first },
      unreadablePictures: manuscript.unreadablePictures, unpublished: unpublished,
      index: index, byTopic: byTopic, topicIndex: topicIndex, byAudience: byAudience)
  }
}

extension Diagnostic {
  fileprivate static func missingSource(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-source", at: place,
      Wording(zh: "有译文，没有原文“\(path)”", en: "there is a translation, but the original “\(path)” is missing"),
      hint: Wording(
        zh: "先写原文；site.yaml里languages的第一种语言是原文。",
        en: "write the original first: the first of `languages` in site.yaml is the language of originals."))
  }

  fileprivate static func expired(_ name: String, on date: CalendarDate, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "expired", at: place,
      Wording(zh: "已过有效期（\(date.iso)），没有发布", en: "this expired on \(date.iso) and is not published"),
      hint: Wording(
        zh: "重新核对内容，再改checked和expires；不再需要就删掉。",
        en: "check its facts again and change `checked` and `expires`, or delete it if it is no longer needed."))
  }
}
