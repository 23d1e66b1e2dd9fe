import Diagnostics
import Templates

/// What a page may load and run: only files of the site itself, and the theme's early script, named by its digest. It
/// stands in every page, so that it holds on any host and from a folder; `deploy/` has the same for hosts' headers.
struct SecurityPolicy: Sendable {
  /// The name of a theme's early script in `templates/assets/`. It is written into the head of every page instead of being
  /// published as a file, because it must run before anything is shown; it should be a few lines.
  static let earlyScriptName = "early.js"

  /// The policy as `Content-Security-Policy` has it (W3C, Content Security Policy Level 3). It needs no escaping in an
  /// attribute with double quotes.
  let text: String
  /// The early script in its element; empty for a theme without one.
  let earlyScript: Markup

  /// - Parameter script: the bytes of the early script; a browser counts a line end as one line feed, so they are written so.
  init(earlyScript script: [UInt8]?) {
    guard let script, !script.isEmpty else {
      (text, earlyScript) = (Self.text(), Markup())
      return
    }
    let lines = Self.withLineFeeds(script)
    text = Self.text(scripts: "; script-src 'self' 'sha256-\(SHA256.base64(lines))'")
    earlyScript = Markup(bytes: Array("<script>".utf8) + lines + Array("</script>".utf8))
  }

  /// What keeps a script from standing in a page; nil for one that can.
  static func slip(in script: [UInt8]) -> Diagnostic? {
    guard let text = String(validating: script, as: UTF8.self) else { return .earlyScriptNotText() }
    let lowered = text.lowercased()
    let breaking = ["</script", "<script", "<!--"].first { lowered.contains($0) }
    return breaking.map { .earlyScriptEnds(with: $0) }
  }

  private static func text(scripts: String = "") -> String {
    "default-src 'self'\(scripts); object-src 'none'; base-uri 'none'; form-action 'self'"
  }

  private static func withLineFeeds(_ script: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, byte) in script.enumerated() {
      if byte == UInt8(ascii: "\n"), index > 0, script[index - 1] == UInt8(ascii: "\r") { continue }
      bytes.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
    }
    return bytes
  }
}

extension Diagnostic {
  private static let earlyScript = Place(path: "templates/assets/" + SecurityPolicy.earlyScriptName)

  fileprivate static func earlyScriptNotText() -> Diagnostic {
    Diagnostic(
      .error, "bad-early-script", at: earlyScript,
      Wording(zh: "这个文件不是UTF-8文字", en: "this file is not text in UTF-8"),
      hint: Wording(zh: "存成UTF-8再试。", en: "save it as UTF-8."))
  }

  fileprivate static func earlyScriptEnds(with text: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-early-script", at: earlyScript,
      Wording(
        zh: "这段脚本要直接写进网页，里面不能有“\(text)”", en: "this script is written into pages, where it cannot hold “\(text)”"),
      hint: Wording(zh: "把它拆成两段文字，或者换个写法。", en: "write that text in two parts, or in another way."))
  }
}
