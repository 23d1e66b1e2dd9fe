import Checks
import Content
import Diagnostics
import Editions
import Glibc
import Markdown
import Print
import Synchronization
import Typesetting

/// What a program that runs on, such as the preview, remembers of a project from one run to the next: the bytes of its files,
/// and what was made of them. It saves time and nothing else: what is remembered counts only while all that decides it is the
/// same. A single run has one, too, for the keys of pages, and begins with what the ledger of the last build knows.
package final class Memory: Sendable {
  /// A file as it was read.
  struct File: Sendable {
    let bytes: [UInt8]
    let fingerprint: UInt64
    fileprivate let stamp: FileStamp?
  }

  private struct State {
    var files: [String: File] = [:]
    var listings: [String: Diagnosed<[String]>] = [:]
    /// The files that may have changed since they were read; nil when any may have.
    var doubted: Set<String>?
  }

  private let state = Mutex(State())
  let pages = Store<Diagnosed<Page?>>()
  let sources = Store<Diagnosed<SourceFile?>>()
  let pictures = Store<Diagnosed<Picture?>>()
  let confirmations = Store<Diagnosed<Confirmation>>()
  let signatures = Store<Diagnosed<SignatureRegister>>()
  let passages = Store<[Passage]>()
  let findings = Store<[Diagnostic]>()
  private let habits = Store<PageHabits>()
  let places = Store<Diagnosed<ContentPlace?>>()
  let proofs = SheetProofs()
  private let outlines = Store<UInt64>()
  private let entries = Store<UInt64>()
  /// The outline of the library of this run.
  private let outlined = Mutex<(library: Library, outline: UInt64)?>(nil)
  /// The codes of editions.
  let codes = Store<String>()
  let links = Store<[Diagnostic]>()
  let printStocks = Store<Diagnosed<PrintShop.Stock?>>()
  let drawings = Store<Diagnosed<Drawing?>>()
  let documents = Store<PrintDocument>()
  let themes = Store<Diagnosed<Theme?>>()

  /// Knows what the last build into a folder knew.
  package convenience init(beside output: String) {
    self.init()
    know(PageLedger(beside: output))
  }

  package init() {}

  /// Takes over what the last build of a site knew.
  func know(_ ledger: PageLedger) {
    findings.know(ledger.clean.mapValues { ($0, []) })
    codes.know(ledger.codes)
  }

  /// Writes down in a ledger what the next run may know, of the files that were read in this one.
  func note(in ledger: inout PageLedger) {
    ledger.clean = findings.keys { $0.isEmpty }.filter { fingerprint(of: $0.key) != 0 }
    ledger.codes = codes.all.filter { fingerprint(of: $0.key) != 0 }
  }

  /// What somebody has touched, as far as a run has to know of it: empty when none of it matters, nil when files have come or
  /// gone.
  package func changed(_ touched: Set<String>, in project: ProjectFolder) -> Set<String>? {
    let known = state.withLock { Set($0.listings.values.lazy.flatMap(\.value)) }
    var changed: Set<String> = []
    for path in touched {
      let isThere = FileSystem.kind(of: project.path + "/" + path) != nil
      if known.contains(path) != isThere { return nil }
      if isThere { changed.insert(path) }
    }
    return changed
  }

  /// Begins a run.
  /// - Parameter changed: the only files that may have changed since the last run, as paths below the project, when none has
  ///   come or gone; nil when nothing is known.
  package func begin(_ changed: Set<String>?) {
    let there: Set<String>? = state.withLock { state in
      state.doubted = changed
      guard changed == nil, !state.listings.isEmpty else { return nil }
      let there = Set(state.listings.values.lazy.flatMap(\.value))
      state.listings = [:]
      state.files = state.files.filter { there.contains($0.key) }
      return there
    }
    if let there { forget(besides: there) }
  }

  /// Forgets what was made of files that are no more.
  private func forget(besides there: Set<String>) {
    pages.forget(besides: there)
    sources.forget(besides: there)
    pictures.forget(besides: there)
    confirmations.forget(besides: there)
    signatures.forget(besides: there)
    passages.forget(besides: there)
    findings.forget(besides: there)
    habits.forget(besides: there)
    places.forget(besides: there)
    outlines.forget(besides: there)
    entries.forget(besides: there)
    codes.forget(besides: there)
    links.forget(besides: there)
    drawings.forget(besides: there)
    documents.forget(besides: there)
  }

  /// The files in a folder.
  func listing(of folder: String, _ list: () throws -> Diagnosed<[String]>) rethrows -> Diagnosed<[String]> {
    if let known = state.withLock({ $0.listings[folder] }) { return known }
    let listing = try list()
    state.withLock { $0.listings[folder] = listing }
    return listing
  }

  /// A file below the project's folder; read again only when somebody has touched it.
  func file(_ path: String, in project: String) throws -> File {
    let (known, isDoubted) = state.withLock { ($0.files[path], $0.doubted?.contains(path) ?? true) }
    // A link has no stamp, and nobody tells when its target changes.
    if let known, !isDoubted, known.stamp != nil { return known }
    let place = project + "/" + path
    let stamp = FileStamp(of: place)
    if let known, let stamp, known.stamp == stamp { return known }
    let bytes = try FileSystem.read(place)
    // A clock ticks coarsely: a file that was written a moment ago may be written again without another stamp.
    let isSettled = stamp.map { $0.age > 0.1 } ?? false
    let file = File(bytes: bytes, fingerprint: Fingerprint.quick(bytes), stamp: isSettled ? stamp : nil)
    state.withLock { $0.files[path] = file }
    return file
  }

  /// The fingerprint of a file that was read in this run; zero for one that was not.
  func fingerprint(of path: String) -> UInt64 { state.withLock { $0.files[path]?.fingerprint ?? 0 } }

  /// What was said of the links of pages that have not changed since, and nor has anything to which they may lead.
  func linkRecall(for library: Library, today: CalendarDate) -> Library.LinkRecall {
    let frame = Fingerprint.of([outline(of: library), Fingerprint.quick(today.iso.utf8)])
    return { [self] page, work in
      links.value(of: page.path, as: Fingerprint.of([frame, fingerprint(of: page.path)]), work)
    }
  }

  /// The codes of lessons that have not changed since, and nor has anything else that stands on their sheets.
  func codeRecall(for library: Library) -> EditionIdentity.Recall {
    let frame = fingerprint(of: ["content/site.yaml", "content/facts.yaml"] + library.pictures.keys.sorted())
    return { [self] page, bundle, work in
      let own = Fingerprint.of([frame] + bundle.translations.map { fingerprint(of: $0.path) })
      return codes.value(of: page.path, as: own, work)
    }
  }

  /// What rules knew of a library.
  func auditRecall(for library: Library) -> AuditRecall {
    AuditRecall(
      habits: { [self] page, work in habits.value(of: page.path, as: fingerprint(of: page.path), work) },
      findings: { [self] custom in recall(for: library, in: custom) })
  }

  /// What rules found in bundles that have not changed since, and nor has anything else that the rules read.
  private func recall(for library: Library, in custom: String) -> Recall {
    var frame = Fingerprint()
    frame.add(custom)
    frame.add(library.today.iso)
    let shared = ["site.yaml", "facts.yaml", "glossary.csv", "terms.csv"].map { fingerprint(of: "content/" + $0) }
    let key = Fingerprint.of([frame.value] + shared)
    return { [self] bundle, work in
      let own = Fingerprint.of([key] + bundle.translations.map { fingerprint(of: $0.path) })
      return findings.value(of: bundle.source.path, as: own, work)
    }
  }

  /// One number for several files that were read in this run, and for which they are.
  func fingerprint(of paths: [String]) -> UInt64 {
    var named = Fingerprint()
    for path in paths { named.add("\(path)\n") }
    return Fingerprint.of([named.value] + paths.map { fingerprint(of: $0) })
  }

  /// Changes when a link may lead elsewhere: with the inventory, and the headings of all pages.
  func outline(of library: Library) -> UInt64 {
    if let known = outlined.withLock({ $0 }), known.library === library { return known.outline }
    var fingerprint = Fingerprint()
    fingerprint.add(word: inventory(of: library))
    for bundle in library.bundles {
      for page in bundle.translations {
        let own = outlines.value(of: page.path, as: self.fingerprint(of: page.path)) {
          var outline = Fingerprint()
          for id in page.headingIDs.values.sorted() { outline.add("\(id)\n") }
          return outline.value
        }
        fingerprint.add(word: own)
      }
    }
    outlined.withLock { $0 = (library, fingerprint.value) }
    return fingerprint.value
  }

  /// Changes with what lists show of a page.
  func entry(of page: Page) -> UInt64 {
    entries.value(of: page.path, as: fingerprint(of: page.path)) {
      let matter = page.document.frontMatter.map { Fingerprint.quick(page.document.source.bytes[$0]) } ?? 0
      let counts = [page.quiz?.questions.count, page.tree?.steps.count { !$0.isEnd }].map { $0.map { $0 + 1 } ?? 0 }
      return Fingerprint.of([matter] + counts.map { UInt64($0) })
    }
  }

  /// Changes with what there is that a page may name, and what is not published.
  func inventory(of library: Library) -> UInt64 {
    var fingerprint = Fingerprint()
    for bundle in library.bundles {
      for page in bundle.translations { fingerprint.add(page.path) }
    }
    for path in library.unpublished.sorted() { fingerprint.add("\(path)\n") }
    let rest = ["content/site.yaml", "content/facts.yaml"] + library.pictures.keys.sorted()
    fingerprint.add(word: self.fingerprint(of: rest))
    return fingerprint.value
  }

  /// One kind of thing that is remembered, each under the path of what it was made from.
  final class Store<Value: Sendable>: Sendable {
    private let known = Mutex<[String: (key: UInt64, value: Value)]>([:])

    /// Takes over what another run knew.
    func know(_ values: [String: (key: UInt64, value: Value)]) {
      known.withLock { $0.merge(values) { first, _ in first } }
    }

    /// Forgets what was made of files but some.
    func forget(besides there: Set<String>) { known.withLock { $0 = $0.filter { there.contains($0.key) } } }

    /// All that is remembered, with its keys.
    var all: [String: (key: UInt64, value: Value)] { known.withLock { $0 } }

    /// The keys of what is remembered, of some of it.
    func keys(where isWanted: (Value) -> Bool) -> [String: UInt64] {
      known.withLock { $0.filter { isWanted($0.value.value) }.mapValues(\.key) }
    }

    /// What was made under a key; made now when the last key was another.
    func value(of path: String, as key: UInt64, _ make: () throws -> Value) rethrows -> Value {
      if let known = known.withLock({ $0[path] }), known.key == key { return known.value }
      let value = try make()
      known.withLock { $0[path] = (key, value) }
      return value
    }
  }
}
