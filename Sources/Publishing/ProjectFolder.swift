import Content
import Diagnostics
import Editions
import Print

/// The folder of a site: `content/`, `templates/`, and mostly `public/`.
package struct ProjectFolder: Sendable {
  /// Absolute path, links followed.
  package let path: String
  /// Texts that take the place of files on the disk, by their paths: for trying what is not yet written.
  var drafts: [String: SourceFile] = [:]
  /// What is known from an earlier run.
  var memory: Memory?

  /// Everything that was read.
  struct Files: Sendable {
    var site: SourceFile?
    var facts: SourceFile?
    var glossary: SourceFile?
    var terms: SourceFile?
    var outlets: SourceFile?
    var editions: SourceFile?
    var pages: [(address: PageAddress, path: String)] = []
    var pictures: [Picture] = []
    /// Nil for one that is no text.
    var confirmations: [(address: PageAddress, file: SourceFile?)] = []
    /// By the folder of their bundle below `content/`.
    var signatures: [(folder: String, file: SourceFile)] = []
  }

  /// Finds the project.
  /// - Parameter memory: what is known from earlier runs of the same program.
  /// - Throws: `PublishingError.notAProject` when the folder holds no `content/`.
  package init(_ path: String, memory: Memory? = nil) throws {
    guard let resolved = FileSystem.resolved(path), FileSystem.isFolder(resolved + "/content") else {
      throw PublishingError.notAProject(path)
    }
    self.path = resolved
    self.memory = memory
  }

  /// The largest picture that is published, in bytes; a larger one would take a minute on a slow line.
  private static let pictureLimit = 5_000_000

  /// Reads everything below `content/` but the pages, which are only listed. What cannot be used is reported.
  func content() throws -> Diagnosed<Files> {
    var files = Files()
    var diagnostics: [Diagnostic] = []
    for file in try listing(of: "content").value(reportingTo: &diagnostics) {
      let known = memory?.places.value(of: file, as: 0) { ContentPlace.of(file) } ?? ContentPlace.of(file)
      guard let place = known.value(reportingTo: &diagnostics) else { continue }
      switch place {
      case .site: files.site = try source(file, &diagnostics)
      case .facts: files.facts = try source(file, &diagnostics)
      case .glossary: files.glossary = try source(file, &diagnostics)
      case .terms: files.terms = try source(file, &diagnostics)
      case .outlets: files.outlets = try source(file, &diagnostics)
      case .editions: files.editions = try source(file, &diagnostics)
      case .page(let address): files.pages.append((address, file))
      case .confirmation(let address): files.confirmations.append((address, try source(file, &diagnostics)))
      case .signatures(let folder):
        if let source = try source(file, &diagnostics) { files.signatures.append((folder, source)) }
      case .picture:
        if let picture = try picture(file).value(reportingTo: &diagnostics) { files.pictures.append(picture) }
      case .litter: break
      }
    }
    return Diagnosed(files, diagnostics)
  }

  /// Everything below `templates/`.
  struct ThemeFiles: Sendable {
    let sources: Theme.Sources
    let assets: [Assets.File]
    /// No formats for a project that prints nothing.
    let print: PrintShop.Sources
    /// The paths of all files, below the project.
    let names: [String]
  }

  /// Reads everything below `templates/`.
  func theme() throws -> Diagnosed<ThemeFiles> {
    var diagnostics: [Diagnostic] = []
    var templates: [SourceFile] = []
    var words: [String: SourceFile] = [:]
    var assets: [Assets.File] = []
    var leafletFit: SourceFile?
    var icons: SourceFile?
    var print = PrintShop.Sources()
    let names = try listing(of: "templates").value(reportingTo: &diagnostics)
    for file in names {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      if name.hasPrefix(".") || name.hasSuffix("~") { continue }
      if file.hasPrefix("templates/assets/") {
        assets.append(
          Assets.File(
            name: String(file.dropFirst("templates/assets/".count)), bytes: try bytes(of: file)))
      } else if file.hasPrefix("templates/strings/"), file.hasSuffix(".yaml") {
        if let source = try source(file, &diagnostics) { words[String(name.dropLast(5))] = source }
      } else if file == "templates/leaflet/fit.yaml" {
        leafletFit = try source(file, &diagnostics)
      } else if file == "templates/icons.yaml" {
        icons = try source(file, &diagnostics)
      } else if file.hasPrefix("templates/print/fonts/") {
        if file.hasSuffix(".otf") { print.fonts[name] = try bytes(of: file) }
      } else if file.hasPrefix("templates/print/"), file.hasSuffix(".yaml") {
        if let source = try source(file, &diagnostics) { print.formats.append(source) }
      } else if file.hasSuffix(".html") {
        if let source = try source(file, &diagnostics) { templates.append(source) }
      }
    }
    let sources = Theme.Sources(templates: templates, words: words, leafletFit: leafletFit, icons: icons)
    return Diagnosed(ThemeFiles(sources: sources, assets: assets, print: print, names: names), diagnostics)
  }

  /// The theme of a site; nil when something is missing or wrong, which is reported.
  func theme(of files: ThemeFiles, for library: Library) -> Diagnosed<Theme?> {
    func load() -> Diagnosed<Theme?> {
      let assets = Assets(theme: files.assets, pictures: library.pictures.values)
      return Theme.loading(files.sources, assets: assets, for: library.site)
    }
    guard let memory else { return load() }
    let names = files.names.filter { !$0.hasPrefix("templates/print/") }
    let key = memory.fingerprint(of: names + library.pictures.keys.sorted() + ["content/site.yaml"])
    return memory.themes.value(of: "templates", as: key, load)
  }

  /// The print shop of a library; nil when there is nothing to print with, which is reported.
  func shop(_ files: ThemeFiles, for library: Library, in theme: Theme) -> Diagnosed<PrintShop?> {
    guard let memory else {
      let stock = PrintShop.stock(files.print, for: library.site, in: theme)
      let shop = stock.value.map { PrintShop.opening($0, for: library, in: theme) }
      return Diagnosed(shop?.value, stock.diagnostics + (shop?.diagnostics ?? []))
    }
    let key = memory.fingerprint(of: files.names + ["content/site.yaml"])
    let stock = memory.printStocks.value(of: "templates/print", as: key) {
      PrintShop.stock(files.print, for: library.site, in: theme)
    }
    let words = files.names.filter { $0.hasPrefix("templates/strings/") }
    let frame = Fingerprint.of([
      memory.outline(of: library), memory.fingerprint(of: words),
    ])
    let address = Fingerprint.of(Array(library.site.baseURL.utf8))
    let recall = PrintShop.Recall(
      drawing: { memory.drawings.value(of: $0, as: memory.fingerprint(of: $0), $1) },
      document: { page, bundle, make in
        let own = [page, bundle.source].map { memory.fingerprint(of: $0.path) }
        return memory.documents.value(of: page.path, as: Fingerprint.of([frame, address] + own), make)
      })
    let shop = stock.value.map { PrintShop.opening($0, for: library, in: theme, recall: recall) }
    return Diagnosed(shop?.value, stock.diagnostics + (shop?.diagnostics ?? []))
  }

  /// The text of a file; nil when it is none, which is reported.
  func source(_ file: String, _ diagnostics: inout [Diagnostic]) throws -> SourceFile? {
    if let draft = drafts[file] { return draft }
    guard let memory else {
      let size = try FileSystem.size(of: path + "/" + file)
      guard size <= SourceFile.sizeLimit else {
        diagnostics.append(SourceFile.tooLarge(path: file, size: size))
        return nil
      }
      return SourceFile.decoding(path: file, bytes: try FileSystem.read(path + "/" + file))
        .value(reportingTo: &diagnostics)
    }
    let read = try memory.file(file, in: path)
    return memory.sources.value(of: file, as: read.fingerprint) {
      read.bytes.count <= SourceFile.sizeLimit
        ? SourceFile.decoding(path: file, bytes: read.bytes)
        : Diagnosed(nil, [SourceFile.tooLarge(path: file, size: read.bytes.count)])
    }.value(reportingTo: &diagnostics)
  }

  private func bytes(of file: String) throws -> [UInt8] {
    try memory?.file(file, in: path).bytes ?? FileSystem.read(path + "/" + file)
  }

  private func picture(_ file: String) throws -> Diagnosed<Picture?> {
    let size = try FileSystem.size(of: path + "/" + file)
    if size > Self.pictureLimit { return Diagnosed(nil, [.pictureTooLarge(size, at: Place(path: file))]) }
    guard let memory else { return Picture.reading(path: file, bytes: try FileSystem.read(path + "/" + file)) }
    let read = try memory.file(file, in: path)
    return memory.pictures.value(of: file, as: read.fingerprint) { Picture.reading(path: file, bytes: read.bytes) }
  }

  /// What only the organisers know, for the seals of completion codes: the file `contest-secret.txt` beside `content/`, so
  /// that it is never published. Empty where there is none.
  func contestSecret(_ diagnostics: inout [Diagnostic]) throws -> String {
    let name = "contest-secret.txt"
    guard FileSystem.kind(of: path + "/" + name) == .file, let file = try source(name, &diagnostics) else { return "" }
    let text = file.bytes.filter { $0 > UInt8(ascii: " ") }
    if text.count < 16 { diagnostics.append(.weakSecret(at: file.place)) }
    return String(decoding: text, as: UTF8.self)
  }

  private func listing(of folder: String) throws -> Diagnosed<[String]> {
    func list() throws -> Diagnosed<[String]> {
      var diagnostics: [Diagnostic] = []
      return Diagnosed(try files(in: folder, &diagnostics), diagnostics)
    }
    return try memory?.listing(of: folder, list) ?? list()
  }

  /// All files below a folder, as paths below the project, in the order of their names. A link that leads out of the
  /// folder is reported and not followed.
  private func files(in folder: String, _ diagnostics: inout [Diagnostic]) throws -> [String] {
    guard FileSystem.kind(of: path + "/" + folder) != nil else { return [] }
    var files: [String] = []
    for (name, kind) in try FileSystem.entries(in: path + "/" + folder) {
      let file = folder + "/" + name
      switch kind {
      case .folder: files += try self.files(in: file, &diagnostics)
      case .file: files.append(file)
      case .link:
        let top = path + "/" + folder.prefix { $0 != "/" } + "/"
        if let target = FileSystem.resolved(path + "/" + file), target.hasPrefix(top), !FileSystem.isFolder(target) {
          files.append(file)
        } else {
          diagnostics.append(.linkOut(at: Place(path: file)))
        }
      case .other: diagnostics.append(.notAFile(at: Place(path: file)))
      }
    }
    return files
  }
}

extension Diagnostic {
  fileprivate static func weakSecret(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "weak-secret", at: place,
      Wording(zh: "这串暗码太短，容易被猜出来", en: "this secret is so short that it can be guessed"),
      hint: Wording(
        zh: "随便写一行，至少16个字母和数字；竞赛开始以后不要再改。",
        en: "write a line of at least 16 letters and digits, whatever comes; do not change it once the contest runs."))
  }

  fileprivate static func linkOut(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "symbolic-link", at: place,
      Wording(
        zh: "这是一个指到外面（或指向文件夹）的符号链接，不能发布",
        en: "this symbolic link leads elsewhere, or to a folder, and cannot be published"),
      hint: Wording(zh: "把真正的文件复制到这里。", en: "copy the file itself to this place."))
  }

  fileprivate static func notAFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "not-a-file", at: place, Wording(zh: "这不是普通文件", en: "this is not an ordinary file"),
      hint: Wording(zh: "删掉它。", en: "delete it."))
  }

  fileprivate static func pictureTooLarge(_ size: Int, at place: Place) -> Diagnostic {
    let megabytes = (size + 500_000) / 1_000_000
    return Diagnostic(
      .error, "file-too-large", at: place,
      Wording(zh: "图片有\(megabytes)MB，太大了，手机打不开", en: "this picture has \(megabytes) MB, too much for a phone"),
      hint: Wording(zh: "把它缩小到5MB以内，最好不超过300KB。", en: "make it smaller than 5 MB, better 300 KB."))
  }
}
