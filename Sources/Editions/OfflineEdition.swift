package import Content

/// What a reader's device needs to keep the site for times without a line: the worker, the digests of all pages, the list
/// of each topic, the page that shows what is kept, and what makes the site an app. Nothing for a theme without a worker
/// (`templates/assets/sw.js`).
///
/// It is made last, because it names everything else.
package struct OfflineEdition: Sendable {
  private let theme: Theme

  package init(theme: Theme) { self.theme = theme }

  /// The words of the notice on a page that could not be checked.
  static let words = ["offline_title", "offline_lead", "saved_notice", "saved_notice_title", "saved_notice_again"]

  /// - Parameter outputs: everything else that is published.
  package func outputs(accompanying outputs: [Output], of library: Library) -> [Output] {
    guard let worker = theme.assets.worker else { return [] }
    let languages = library.site.languages
    var made = languages.map { savedPages(library, $0).made } + languages.map { manifest(library.site, $0) }
    let imprints = Dictionary(outputs.map { ($0.path, imprint(of: $0)) }) { first, _ in first }
    for language in languages {
      made += library.site.topics.map { list(of: $0, language, library, among: imprints) }
    }
    let lists = digests(of: outputs + made, library.site)
    return made + lists.map(\.list) + [self.worker(worker, lists, library.site)]
  }

  /// What has to be known of an output, so that its bytes can be given up.
  package func imprint(of output: Output) -> Output.Imprint {
    if case .placed(let imprint) = output.content { return imprint }
    let (bytes, isKept) = (output.bytes, Self.isKept(output))
    guard output.path.hasSuffix(".html") else {
      return Output.Imprint(size: bytes.count, digest: isKept ? Fingerprint.of(bytes) : 0, assets: [])
    }
    let page = PageBytes(bytes)
    return Output.Imprint(
      size: bytes.count, digest: isKept ? page.digest : 0, assets: page.assets(among: theme.assets.paths))
  }

  private func savedPages(_ library: Library, _ language: Language) -> Output {
    let setting = Setting(library: library, address: .saved(language), language: language, theme: theme)
    let languages = library.site.languages
    let identity = PageIdentity(
      title: setting.words["offline_title"], description: setting.words["offline_lead"],
      versions: languages.map { ($0, .saved($0)) }, written: languages, canonical: setting.address)
    return theme.saved(identity, setting)
  }

  /// Web application manifest (W3C).
  private func manifest(_ site: Site, _ language: Language) -> Output {
    let address = Address.manifest(language)
    let icons = theme.assets.icons.map { icon in
      JSON.object([
        ("src", .text(address.link(to: icon.address))), ("sizes", .text(icon.sizes)), ("type", .text(icon.type)),
        ("purpose", .text("any")),
      ])
    }
    let manifest = JSON.object([
      ("name", .text(site.title[language])), ("short_name", .text(site.title[language])),
      ("description", .text(site.description[language])), ("lang", .text(language.tag)),
      ("id", .text("./")), ("start_url", .text(address.link(to: .home(language)))),
      ("scope", .text(address.root)), ("display", .text("standalone")), ("icons", .list(icons)),
    ])
    return Output(path: address.path, bytes: Array((manifest.encoded + "\n").utf8))
  }

  /// A topic's pages in one language: its own, its lessons and cases with their quizzes. The size is that of the pages and
  /// of all assets that they name.
  private func list(
    of topic: Topic, _ language: Language, _ library: Library, among files: [String: Output.Imprint]
  ) -> Output {
    var pages = [Address.home(language), .topic(topic, language)]
    for bundle in library.bundles(about: topic) {
      pages.append(.page(bundle.kind, bundle.slug, language))
      pages.append(.quiz(bundle, language, in: library))
    }
    let paths = pages.map(\.path).filter { files[$0] != nil }
    let assets = Set(paths.flatMap { files[$0]?.assets ?? [] })
    let size = (paths + assets).reduce(0) { $0 + (files[$1]?.size ?? 0) }
    let list = JSON.object([("files", .list(paths.map { .text($0) })), ("bytes", .number(size))])
    return Output(path: Address.savedTopic(topic, language).path, bytes: Array((list.encoded + "\n").utf8))
  }

  /// The digests of the pages, a list for each folder at the top, so that a reader of one language loads only that.
  private func digests(of outputs: [Output], _ site: Site) -> [(folder: String, list: Output)] {
    var folders: [Substring: [(path: String, digest: UInt64)]] = [:]
    for output in outputs where Self.isKept(output) {
      let folder = output.path.utf8.firstIndex(of: UInt8(ascii: "/")).map { output.path[..<$0] } ?? ""
      folders[folder, default: []].append((output.path, imprint(of: output).digest))
    }
    var entries: [String: [(path: String, digest: UInt64)]] = ["": []]
    for (folder, files) in folders {
      entries[frameLanguage(of: String(folder), site) == nil ? "" : String(folder), default: []] += files
    }
    return entries.sorted { $0.key < $1.key }.map { folder, files in
      let notice = notice(in: frameLanguage(of: folder, site) ?? site.source)
      let files = files.sorted { $0.path < $1.path }.map { ($0.path, JSON?.some(.text(Fingerprint.digits($0.digest)))) }
      let bytes = Array((JSON.object([("notice", notice), ("files", .object(files))]).encoded + "\n").utf8)
      let name = "offline/\(folder.isEmpty ? "all" : folder).\(Fingerprint.digits(of: bytes)).json"
      return (folder, Output(path: name, bytes: bytes))
    }
  }

  /// The worker with the line that says what belongs to this version of the site. Whatever changes in the site changes it.
  private func worker(_ script: [UInt8], _ lists: [(folder: String, list: Output)], _ site: Site) -> Output {
    let away = lists.map { ($0.folder, Address.saved(frameLanguage(of: $0.folder, site) ?? site.source).path) }
    let lists = JSON.object(lists.map { ($0.folder, .text($0.list.path)) }).encoded
    let version = Fingerprint.digits(of: Array(lists.utf8) + script)
    let line = """
      self.site = {"version":"\(version)","lists":\(lists),"away":\(JSON.object(away.map { ($0, .text($1)) }).encoded)};

      """
    return Output(path: Address.worker.path, bytes: Array(line.utf8) + script)
  }

  /// What stands on a page that comes from the device and could not be checked. `{date}` is left for the worker.
  private func notice(in language: Language) -> JSON {
    let words = theme.words(language)
    let html = """
      <section class="saved-notice" lang="\(language.tag)" aria-label="\(HTML.escaped(words["saved_notice_title"]))">\
      <p><strong>\(HTML.escaped(words["saved_notice_title"]))</strong> \(HTML.escaped(words["saved_notice"])) \
      <a href="">\(HTML.escaped(words["saved_notice_again"]))</a></p></section>

      """
    return .object([("lang", .text(language.tag)), ("html", .text(html))])
  }

  /// The language of the frame of the pages in a folder; nil for a folder of other things.
  private func frameLanguage(of folder: String, _ site: Site) -> Language? {
    if let language = site.language(folder) { return language }
    let codes = folder.split(separator: "-").map(String.init)
    return codes.count == 2 && site.language(codes[0]) != nil ? site.language(codes[1]) : nil
  }

  /// What a worker keeps and has to be told the digest of: pages, and what scripts load. Assets have theirs in their names.
  private static func isKept(_ output: Output) -> Bool {
    switch output.content {
    case .bytes, .placed: if output.path == Address.notFound.path { return false }
    case .unmade, .file, .published: return false
    }
    if output.path.hasPrefix("assets/") || output.path.hasPrefix("print/") { return false }
    return [".html", ".json", ".js"].contains { output.path.hasSuffix($0) }
  }
}

/// A page read once, both for its digest and for what it names: while a multiplication of the digest takes its time, a byte
/// can be compared for nothing.
private struct PageBytes {
  let digest: UInt64
  private let bytes: [UInt8]
  /// The places after each slash that ends the name of a folder like that of assets.
  private let ends: [Int]

  init(_ bytes: [UInt8]) {
    var fingerprint = Fingerprint()
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count {
        fingerprint.add(bytes[index])
        if bytes[index] == UInt8(ascii: "/"), index > 0, bytes[index - 1] == UInt8(ascii: "s") {
          ends.append(index + 1)
        }
      }
    }
    (digest, self.bytes, self.ends) = (fingerprint.value, bytes, ends)
  }

  private static let folder = Array("assets/".utf8)

  /// Those of the known paths that stand in it, each once.
  func assets(among known: Set<String>) -> [String] {
    var names: [String] = []
    for begin in ends where bytes[..<begin].suffix(Self.folder.count).elementsEqual(Self.folder) {
      let end = bytes[begin...].firstIndex(where: Self.isEnd) ?? bytes.endIndex
      let name = String(decoding: bytes[begin - Self.folder.count..<end], as: UTF8.self)
      // What is kept is the set's own text, not one for every page.
      if let place = known.firstIndex(of: name), !names.contains(name) { names.append(known[place]) }
    }
    return names
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " "), UInt8(ascii: ")"), UInt8(ascii: "#"),
      UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}
