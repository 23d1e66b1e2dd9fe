package import Content

/// Where the outputs lie below `public/`.
package struct Address: Hashable, Sendable {
  /// Path with `/` between the parts, without one in front.
  package let path: String

  static let languageChoice = Address(path: "index.html")
  static let notFound = Address(path: "404.html")
  static let sitemap = Address(path: "sitemap.xml")
  /// The register of printed editions, as a table.
  static let register = Address(path: "editions.csv")
  static let robots = Address(path: "robots.txt")
  /// The worker that keeps pages for times without a line; at the top, because it answers for what lies below it.
  static let worker = Address(path: "sw.js")

  static func home(_ language: Language) -> Address { Address(path: "\(language.code)/index.html") }

  package static func page(_ kind: PageKind, _ slug: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/\(kind.folder)/\(slug).html")
  }

  /// The pages that show only what a bundle says, in a language; some of them may not be made.
  package static func pages(of bundle: Bundle, _ language: Language, in library: Library) -> [Address] {
    let own = page(bundle.kind, bundle.slug, language)
    return switch bundle.kind {
    case .lesson: [own, quiz(bundle, language, in: library), leaflet(bundle.slug, language)]
    case .case: [own, quiz(bundle, language, in: library)]
    case .selfcheck: [own, chart(bundle.slug, language), clerkList(bundle.slug, language)]
    case .contest: [own, certificate(bundle.slug, language)]
    case .page: [own]
    }
  }

  static func topic(_ topic: Topic, _ language: Language) -> Address {
    Address(path: "\(language.code)/topics/\(topic.id).html")
  }

  static func audience(_ audience: Audience, _ language: Language) -> Address {
    Address(path: "\(language.code)/audiences/\(audience.id).html")
  }

  /// The quiz of a lesson, alone. A case's quiz has the same form; where a case and a lesson share a slug, the case's
  /// takes a suffix.
  static func quiz(_ bundle: Bundle, _ language: Language, in library: Library) -> Address {
    let taken = bundle.kind == .case && library.bundle(.lesson, bundle.slug) != nil
    return Address(path: "\(language.code)/quizzes/\(bundle.slug)\(taken ? "-case" : "").html")
  }

  /// The flowchart of a self-check.
  static func chart(_ slug: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/selfchecks/\(slug).chart.html")
  }

  /// The questions of a self-check for somebody at a counter.
  static func clerkList(_ slug: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/selfchecks/\(slug).clerk.html")
  }

  /// The certificate of a contest, to be filled in.
  static func certificate(_ slug: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/certificates/\(slug).html")
  }

  static func leaflet(_ slug: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/leaflets/\(slug).html")
  }

  static func desk(_ language: Language) -> Address { Address(path: "\(language.code)/print.html") }

  /// The page of a printed edition, in any language of the site; sheets bear that in their own.
  static func edition(_ code: String, _ language: Language) -> Address {
    Address(path: "\(language.code)/editions/\(code).html")
  }

  /// All editions.
  static func editions(_ language: Language) -> Address { Address(path: "\(language.code)/editions/index.html") }

  static func outlet(_ outlet: Outlet, _ language: Language) -> Address {
    Address(path: "\(language.code)/outlets/\(outlet.id).html")
  }

  /// All outlets.
  static func outlets(_ language: Language) -> Address { Address(path: "\(language.code)/outlets/index.html") }

  /// Where readers search.
  static func search(_ language: Language) -> Address { Address(path: "\(language.code)/search.html") }

  static func feed(_ language: Language) -> Address { Address(path: "\(language.code)/feed.xml") }

  /// What a phone needs to know to put the site among its apps.
  static func manifest(_ language: Language) -> Address { Address(path: "\(language.code)/app.webmanifest") }

  /// What is kept on the reader's device; shown for a page that is not, when there is no line.
  static func saved(_ language: Language) -> Address { Address(path: "\(language.code)/offline.html") }

  /// The list of a topic's pages, for saving them together.
  static func savedTopic(_ topic: Topic, _ language: Language) -> Address {
    Address(path: "offline/\(language.code)-\(topic.id).json")
  }

  /// Two languages side by side.
  static func sideBySide(_ kind: PageKind, _ slug: String, _ first: Language, _ second: Language) -> Address {
    Address(path: "\(first.code)-\(second.code)/\(kind.folder)/\(slug).html")
  }

  /// The relative link from this output to another, always with a file name, so that it works from `file://`.
  func link(to other: Address, fragment: String? = nil) -> String {
    var (here, there) = (path, other.path)
    let link = here.withUTF8 { here in
      there.withUTF8 { there in
        // Where the part begins that is not the same: after the last common slash.
        var common = 0
        var offset = 0
        while offset < min(here.count, there.count), here[offset] == there[offset] {
          offset += 1
          if here[offset - 1] == Self.slash { common = offset }
        }
        let ups = here[common...].count { $0 == Self.slash }
        return PercentCoding.encodedPath(there[common...], up: ups)
      }
    }
    return fragment.map { link + "#" + PercentCoding.encoded($0) } ?? link
  }

  /// Which bundle a page at `<first>/<folder>/<slug>.html` is about, and the first part; nil for a path of another form, and
  /// for a bundle that there is not.
  static func bundle(
    at path: String, below folders: [String: PageKind], in library: Library
  ) -> (first: String, bundle: Bundle)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasSuffix(".html"), let kind = folders[String(parts[1])],
      let bundle = library.bundle(kind, String(parts[2].dropLast(".html".count)))
    else { return nil }
    return (String(parts[0]), bundle)
  }

  private static let slash = UInt8(ascii: "/")

  /// The relative link to the top folder: empty at the top, else `../` as often as needed.
  var root: String { String(repeating: "../", count: path.utf8.count { $0 == Self.slash }) }

  /// The address on the host, for feeds, canonical links and QR codes.
  package func absolute(on site: Site) -> String { site.baseURL + PercentCoding.encodedPath(path) }
}
