import Diagnostics
import Dispatch
import Editions
import Publishing
import Synchronization

/// What browsers are shown: the last good site, and over it what keeps a newer one from taking its place.
final class Screen: Sendable {
  private struct State {
    /// The last site without errors; before there is one, the best there is.
    var site: LiveSite?
    /// What was said last about the content.
    var remarks: [Diagnostic] = []
    var isRefused = false
    var language = MessageLanguage.zh
    /// Counts what was shown.
    var number = 0
    /// Those who wait for something new.
    var waiting: [DispatchSemaphore] = []
  }

  private let state = Mutex(State())
  /// Tells this run of the program from others, for a browser that stayed open.
  private let run: String

  /// Seconds after which somebody who waits is told that nothing is new, so that no connection is taken for dead.
  private static let patience = 20

  init(run: String) { self.run = run }

  /// Shows a site, or what is wrong with it.
  func show(_ site: LiveSite, _ language: MessageLanguage) {
    change { state in
      if !site.report.isRefused || state.site?.report.isRefused ?? true, site.isThere { state.site = site }
      state.remarks = site.report.diagnostics
      state.isRefused = site.report.isRefused
      state.language = language
    }
  }

  /// Shows that nothing could be read at all; what was shown before stays.
  func show(_ problem: Diagnostic, _ language: MessageLanguage) {
    change { state in
      (state.remarks, state.isRefused, state.language) = ([problem], true, language)
    }
  }

  private func change(_ change: (inout State) -> Void) {
    // A large site takes a while to forget: that comes last.
    let old = state.withLock { state in
      let old = state
      change(&state)
      state.number += 1
      state.waiting = []
      return old
    }
    for one in old.waiting { one.signal() }
  }

  /// What a browser is told. It may have to wait.
  func answer(_ request: Request) -> Answer {
    guard Self.isOwn(request.host) else {
      return Answer(status: 421, headers: [("Content-Type", "text/plain")], body: Array("Wrong host.\n".utf8))
    }
    let path = String(request.path.drop { $0 == "/" })
    switch path {
    case ".microclass/news": return news(request)
    case ".microclass/preview.js": return Self.answer(PreviewScript.script, path)
    case ".microclass/preview.css": return Self.answer(PreviewScript.style, path)
    // A worker that kept pages would show old ones.
    case "sw.js": return Self.answer(PreviewScript.worker, path)
    default: return file(path)
    }
  }

  /// Whether a browser knows this machine by its number or as the local one. A stranger's web page that has given this machine
  /// another name must not read drafts.
  private static func isOwn(_ host: String) -> Bool {
    let name = host.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
    return name == "localhost" || (!name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E })
  }

  private func file(_ path: String) -> Answer {
    let site = state.withLock { $0.site }
    for place in [path, path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path] {
      if let bytes = site?.bytes(at: place) { return Self.answer(bytes, place) }
    }
    if site?.has(path + "/index.html") == true {
      return Answer(status: 302, headers: [("Location", "/" + path + "/")], body: [])
    }
    var missing = Self.answer(site?.bytes(at: "404.html") ?? PreviewScript.emptyPage, "404.html")
    missing.status = 404
    return missing
  }

  private static func answer(_ bytes: [UInt8], _ path: String) -> Answer {
    let type = MediaType.of(path)
    let body = type.hasPrefix("text/html") ? PreviewScript.inserted(into: bytes) : bytes
    // The names of assets change with their bytes: a page that is loaded anew does not wait for them again.
    let life = path.hasPrefix("assets/") ? "max-age=31536000, immutable" : "no-store"
    return Answer(
      headers: [("Content-Type", type), ("Cache-Control", life), ("X-Content-Type-Options", "nosniff")], body: body)
  }

  // MARK: News

  /// Tells what is new since a browser was last told; it waits for that.
  private func news(_ request: Request) -> Answer {
    let page = request.query["page"].map { String($0.drop { $0 == "/" }) } ?? ""
    let semaphore = DispatchSemaphore(value: 0)
    let isNew = state.withLock { state in
      if request.query["seen"] != "\(run)-\(state.number)" { return true }
      state.waiting.append(semaphore)
      return false
    }
    if !isNew, semaphore.wait(timeout: .now() + .seconds(Self.patience)) == .timedOut {
      state.withLock { $0.waiting.removeAll { $0 === semaphore } }
    }
    let state = state.withLock { $0 }
    let place = page.isEmpty || page.hasSuffix("/") ? page + "index.html" : page
    let bytes = state.site?.bytes(at: place)
    let shown = PageTrace(bytes ?? state.site?.bytes(at: "404.html") ?? PreviewScript.emptyPage)
    let remarks = state.remarks.filter { $0.severity == .error } + state.remarks.filter { $0.severity != .error }
    let texts = remarks.prefix(Self.limit).map { DiagnosticText(language: state.language).text(of: [$0]) }
    let errors = state.remarks.count { $0.severity == .error }
    let words = PreviewWords(state.language)
    let title = words.title(
      errors: errors, warnings: remarks.count - errors, isRefused: state.isRefused,
      isEarlier: state.site?.report.isRefused == false)
    let json = JSON.object([
      ("seen", .text("\(run)-\(state.number)")), ("digest", .text(shown.digest)),
      ("styles", .list(shown.styles.map { .text($0) })), ("isRefused", .flag(state.isRefused)),
      ("title", .text(title)),
      ("remarks", .list(texts.map { .text($0) })), ("lang", .text(state.language == .zh ? "zh-Hans" : "en")),
      ("more", .text(remarks.count > Self.limit ? words.more(remarks.count - Self.limit) : "")),
      ("marks", .list((state.site?.marks(of: place) ?? []).map { .text(words.mark($0)) })),
    ])
    return Answer(
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")], body: json.bytes)
  }

  /// Remarks that are shown over a page; the terminal has them all.
  private static let limit = 30
}
