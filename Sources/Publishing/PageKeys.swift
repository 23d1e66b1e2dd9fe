import Content
import Diagnostics
import Editions
import Markdown

/// Of each bundle a number that changes with everything that its own pages show: its files and records, its neighbours, the
/// headings to which they lead, what can be printed of it, and what all pages share. Of each language one that changes with all
/// that its pages say; and one that changes with what lists show.
struct PageKeys: Sendable {
  /// By bundles as `Output.Subject` names them.
  private let keys: [String: UInt64]
  /// By the codes of languages.
  private let indexKeys: [String: UInt64]
  private let listingKey: UInt64

  /// - Parameters:
  ///   - files: the paths of all files of the theme.
  ///   - sheets: what can be printed.
  init(
    of library: Library, _ files: [String], _ sheets: [PrintedSheet], _ options: Build.Options, _ memory: Memory
  ) async {
    var frame = Self.frame(of: library, files, options, memory)
    var printed: [String: Fingerprint] = [:]
    var formats: Set<String> = []
    for sheet in sheets {
      // A page offers formats in the order in which all lessons have them.
      if formats.insert("\(sheet.format.id) \(sheet.isForShop)").inserted { frame.add("\(sheet.format.id)\n") }
      // Kits of all lessons are of none.
      let slug = sheet.slug ?? ""
      for path in [sheet.path] + sheet.thumbnails { printed[slug, default: Fingerprint()].add("\(path)\n") }
    }
    var listing = Fingerprint()
    listing.add(word: frame.value)
    listing.add(word: printed[""]?.value ?? 0)
    for bundle in library.bundles {
      listing.add(word: printed[bundle.slug]?.value ?? 0)
      for page in bundle.translations { listing.add(word: memory.entry(of: page)) }
    }
    listingKey = listing.value
    let (common, prints) = (frame.value, printed)
    let made = await inParallel(library.bundles, by: 64) { bundle in
      var key = Fingerprint()
      key.add(word: common)
      for one in [bundle] + library.neighbours(of: bundle) {
        for page in one.translations { key.add(word: memory.fingerprint(of: page.path)) }
      }
      for page in bundle.translations { Self.add(headingsNamed: page, library, to: &key) }
      for language in library.site.languages {
        key.add(word: memory.fingerprint(of: "content/\(Output.name(of: bundle))/\(language.code).confirmed"))
      }
      if bundle.kind == .lesson { key.add(word: prints[bundle.slug]?.value ?? 0) }
      return (Output.name(of: bundle), key.value)
    }
    keys = Dictionary(made) { first, _ in first }
    indexKeys = Dictionary(
      uniqueKeysWithValues: library.site.languages.map { language in
        let pages = library.bundles.map { $0.page(in: language) ?? $0.source }
        return (language.code, Fingerprint.of([frame.value] + pages.map { memory.fingerprint(of: $0.path) }))
      })
  }

  /// Adds where the links of a page lead that name a heading of another one: there it may have come or gone.
  private static func add(headingsNamed page: Page, _ library: Library, to key: inout Fingerprint) {
    for node in page.document.nodes {
      guard case .link(let destination, _, _) = node.kind, page.document.bytes(destination).contains(UInt8(ascii: "#"))
      else { continue }
      if case .page(let target, let fragment?)? = library.target(of: page.document.string(destination), in: page) {
        key.add("\(target.path)#\(fragment)\n")
      } else {
        key.add("\n")
      }
    }
  }

  /// The key of an output for which it is known what decides it; nil for all others.
  func key(of output: Output) -> UInt64? {
    switch output.subject {
    case .bundle(let name): keys[name]
    case .listing: listingKey
    case .index(let language, let files): indexKey(language, files: files)
    case nil: nil
    }
  }

  /// The key of a language's index. So many files it has, so that one that lacks some is not taken for whole.
  private func indexKey(_ language: Language, files: Int) -> UInt64? {
    indexKeys[language.code].map { Fingerprint.of([$0, UInt64(files)]) }
  }

  /// The indexes that are right as they stand published, by the codes of their languages.
  func indexes(in ledger: PageLedger, of site: Site) -> [String: [Output]] {
    var indexes: [String: [Output]] = [:]
    for language in site.languages {
      let beginning = SearchShards.beginning(language)
      let paths = ledger.entries.keys.filter { $0.hasPrefix(beginning) }.sorted()
      guard let key = indexKey(language, files: paths.count) else { continue }
      let files = paths.compactMap { path in
        ledger.imprint(at: path, as: key).map { Output(path: path, content: .placed($0)) }
      }
      guard files.count == paths.count else { continue }
      indexes[language.code] = files.map { $0.about(.index(language, files: files.count)) }
    }
    return indexes
  }

  /// What all pages share.
  private static func frame(
    of library: Library, _ files: [String], _ options: Build.Options, _ memory: Memory
  ) -> Fingerprint {
    var frame = Fingerprint()
    frame.add(word: memory.inventory(of: library))
    frame.add(word: memory.fingerprint(of: files.sorted()))
    let tables = ["glossary.csv", "terms.csv", "outlets.csv", "editions.csv"]
    frame.add(word: memory.fingerprint(of: tables.map { "content/" + $0 }))
    frame.add("\(library.today.iso) \(library.site.baseURL) \(options.includesDrafts)\n")
    for bundle in library.bundles {
      let audiences = bundle.audiences.map(\.id).joined(separator: " ")
      frame.add("\(Output.name(of: bundle)) \(bundle.topic?.id ?? "") \(audiences)\n")
    }
    // Their titles stand in every menu.
    for page in (library.pages + library.contests).flatMap(\.translations) {
      if let range = page.document.frontMatter { frame.add(word: Fingerprint.quick(page.document.source.bytes[range])) }
    }
    return frame
  }
}
