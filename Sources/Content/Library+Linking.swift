package import Diagnostics
import Dispatch
import Markdown
import Synchronization

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
  /// What people have confirmed and signed.
  package let records: Records
  /// The passages of pages whose text was already gone through, by their paths: see `pagesToProofread`.
  package var passages: [String: [Passage]] = [:]
  /// What only this site's organisers know, for the keys of its contests; empty where they have written nothing down.
  package var contestSecret = ""

  package init(
    site: Site, facts: FactRegister, tables: Tables, pages: [Page], pictures: [Picture],
    unreadable: (pages: Set<PageAddress>, pictures: Set<String>), records: Records = Records()
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
    self.records = records
  }
}

extension Manuscript {
  /// What the pages draw on.
  package var stock: Stock {
    Stock(facts: facts, pictures: Dictionary(pictures.map { ($0.path, $0) }) { first, _ in first }, known: passages)
  }

  /// The pages that linking compares, passage by passage, with what people have confirmed and signed. Whoever has several
  /// cores goes through their texts before.
  package var pagesToProofread: [Page] {
    let confirmed = Set(records.confirmations.keys.map { "\($0.kind.folder)/\($0.slug)" })
    return pages.filter { page in
      site.guardrails.signatures[page.kind] != nil || confirmed.contains("\(page.kind.folder)/\(page.slug)")
    }
  }

  /// The pages of a bundle that lack a signature.
  /// - Parameter folder: the bundle's, below `content/`.
  fileprivate func unsigned(of bundle: Bundle, _ folder: String, _ stock: Stock) -> [UnsignedPage] {
    guard let roles = site.guardrails.signatures[bundle.kind] else { return [] }
    return bundle.translations.compactMap { page in
      UnsignedPage(Proof(page, in: bundle, stock), needing: roles, records.signatures[folder])
    }
  }
}

extension Library {
  /// What a library holds of all that was written; each holds what the one before it does.
  package enum Scope: Sendable {
    /// What is published: no drafts, nothing that has expired or lacks a signature.
    case published
    /// Also what lacks a signature: an editor wants to hear of its mistakes before anybody signs it.
    case signable
    /// Also drafts; nothing is said of signatures.
    case drafts
    /// Also what has expired; it is said what lacks a signature.
    case everything
  }

  /// Gives what was said of a page's links when it and all pages were the same, or has it worked out.
  package typealias LinkRecall = @Sendable (_ page: Page, _ work: () -> [Diagnostic]) -> [Diagnostic]

  /// The library of a manuscript as of a day.
  /// - Parameter recall: gives what is known of links, in the library that is made.
  package static func linking(
    _ manuscript: Manuscript, today: CalendarDate, holding scope: Scope, recall: ((Library) -> LinkRecall)? = nil
  ) -> Diagnosed<Library> {
    let site = manuscript.site
    var diagnostics = manuscript.records.diagnostics(for: manuscript.pages, manuscript.unreadable, of: site)
    let stock = manuscript.stock
    var unsigned: [UnsignedPage] = []
    var groups: [String: [Page]] = [:]
    var unpublished: Set<String> = Set(manuscript.unreadable.map(\.path))
    for page in manuscript.pages {
      if page.frontMatter.isDraft, !scope.hasDrafts {
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
        diagnostics.append(.expired(key, on: expires, at: source.document.source.place))
        guard scope == .everything else {
          expired.append(bundle)
          unpublished.formUnion(pages.map(\.path))
          continue
        }
      }
      diagnostics += binding.diagnostics
      let lacking = scope == .drafts ? [] : manuscript.unsigned(of: bundle, key, stock)
      unsigned += lacking
      if lacking.isEmpty || scope != .published {
        bundles.append(bundle)
        continue
      }
      let withheld = Set(lacking.map(\.page.path))
      if withheld.contains(source.path) {
        unpublished.formUnion(pages.map(\.path))
      } else {
        unpublished.formUnion(withheld)
        bundles.append(binding.bundle(source, translations.filter { !withheld.contains($0.path) }))
      }
    }
    bundles.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
    let library = Library(
      manuscript: manuscript, today: today, bundles: bundles, expired: expired, unpublished: unpublished,
      unsigned: unsigned)
    diagnostics += SiteLinks(library: library, today: today).diagnostics
    diagnostics += library.contests.compactMap { library.shortage(of: $0) }
    return Diagnosed(library, diagnostics + library.linkRemarks(recall?(library)))
  }

  /// What there is to say of the links of all pages, in their order. It is worked out on all cores.
  private func linkRemarks(_ recall: LinkRecall?) -> [Diagnostic] {
    let bundles = bundles
    let size = 64
    let parts = Mutex<[Int: [Diagnostic]]>([:])
    DispatchQueue.concurrentPerform(iterations: (bundles.count + size - 1) / size) { part in
      let pages = bundles[part * size..<min(bundles.count, (part + 1) * size)].flatMap(\.translations)
      let found = pages.flatMap { page in
        func work() -> [Diagnostic] { PageLinks(page, in: self, today: today).diagnostics }
        return recall?(page, work) ?? work()
      }
      if !found.isEmpty { parts.withLock { $0[part] = found } }
    }
    return parts.withLock { $0 }.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Whether a page's bundle has expired on the library's day.
  package func isExpired(_ bundle: Bundle) -> Bool { bundle.expires.map { $0 <= today } ?? false }
}

extension Library.Scope {
  fileprivate var hasDrafts: Bool {
    switch self {
    case .published, .signable: false
    case .drafts, .everything: true
    }
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
