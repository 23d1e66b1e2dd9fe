import Content
import Diagnostics

/// What programs read: a feed for each language (Atom, RFC 4287), the site map (sitemaps.org 0.9) and robots.txt (RFC 9309).
struct FeedEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var outputs = library.site.languages.map { feed(library, $0) }
    outputs.append(siteMap(library))
    let robots = "User-agent: *\nAllow: /\n\nSitemap: \(Address.sitemap.absolute(on: library.site))\n"
    outputs.append(Output(path: Address.robots.path, bytes: Array(robots.utf8)))
    return Diagnosed(outputs)
  }

  private func feed(_ library: Library, _ language: Language) -> Output {
    Output(path: Address.feed(language).path) { Array(feedText(library, language).utf8) }.about(.listing)
  }

  private func feedText(_ library: Library, _ language: Language) -> String {
    let site = library.site
    let address = Address.feed(language)
    let home = Address.home(language).absolute(on: site)
    let bundles = (library.lessons + library.cases).filter { $0.page(in: language) != nil }
      .sorted { ($1.checked, $0.order, $0.slug) < ($0.checked, $1.order, $1.slug) }
    var text = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.tag)">
      <title>\(HTML.escaped(site.title[language]))</title>
      <subtitle>\(HTML.escaped(site.description[language]))</subtitle>
      <id>\(HTML.escaped(home))</id>
      <link rel="self" type="application/atom+xml" href="\(HTML.escaped(address.absolute(on: site)))"/>
      <link rel="alternate" type="text/html" hreflang="\(language.tag)" href="\(HTML.escaped(home))"/>
      <author><name>\(HTML.escaped(site.organiser[language]))</name></author>
      <updated>\(Self.instant(bundles.map(\.checked).max()))</updated>

      """
    for bundle in bundles.prefix(50) {
      guard let page = bundle.page(in: language) else { continue }
      let link = HTML.escaped(Address.page(bundle.kind, bundle.slug, language).absolute(on: site))
      text += """
        <entry>
        <title>\(HTML.escaped(page.frontMatter.title))</title>
        <id>\(link)</id>
        <link rel="alternate" type="text/html" href="\(link)"/>
        <published>\(Self.instant(bundle.date))</published>
        <updated>\(Self.instant(bundle.checked))</updated>
        <summary>\(HTML.escaped(page.frontMatter.summary))</summary>

        """
      if let topic = bundle.topic {
        text += "<category term=\"\(topic.id)\" label=\"\(HTML.escaped(topic.name[language]))\"/>\n"
      }
      text += "</entry>\n"
    }
    return text + "</feed>\n"
  }

  /// Midnight of a day in China; feeds want an instant, and there is no clock in any output.
  private static func instant(_ date: CalendarDate?) -> String { (date?.iso ?? "2000-01-01") + "T00:00:00+08:00" }

  private func siteMap(_ library: Library) -> Output {
    Output(path: Address.sitemap.path) { Array(siteMapText(library).utf8) }.about(.listing)
  }

  private func siteMapText(_ library: Library) -> String {
    let site = library.site
    var text = """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    func add(_ versions: [(language: Language, address: Address)], _ date: CalendarDate?) {
      let links = versions.map {
        "<xhtml:link rel=\"alternate\" hreflang=\"\($0.language.tag)\" href=\"\(HTML.escaped($0.address.absolute(on: site)))\"/>\n"
      }.joined()
      for version in versions {
        text += "<url>\n<loc>\(HTML.escaped(version.address.absolute(on: site)))</loc>\n"
        if let date { text += "<lastmod>\(date.iso)</lastmod>\n" }
        text += (versions.count > 1 ? links : "") + "</url>\n"
      }
    }
    let languages = site.languages
    add(languages.map { ($0, .home($0)) }, nil)
    for topic in site.topics { add(languages.map { ($0, .topic(topic, $0)) }, nil) }
    for audience in site.audiences { add(languages.map { ($0, .audience(audience, $0)) }, nil) }
    add(languages.map { ($0, .desk($0)) }, nil)
    if !library.outlets.isEmpty { add(languages.map { ($0, .outlets($0)) }, nil) }
    for outlet in OutletEdition.withPages(library, rack) { add(languages.map { ($0, .outlet(outlet, $0)) }, nil) }
    for bundle in library.bundles {
      let written = bundle.translations.map(\.language)
      add(written.map { ($0, .page(bundle.kind, bundle.slug, $0)) }, bundle.checked)
      let withQuiz = bundle.translations.filter { $0.quiz != nil && bundle.kind.isTaught }.map(\.language)
      add(withQuiz.map { ($0, .quiz(bundle, $0, in: library)) }, bundle.checked)
      if bundle.kind == .contest { add(written.map { ($0, .certificate(bundle.slug, $0)) }, bundle.checked) }
      if bundle.kind == .selfcheck {
        add(written.map { ($0, .chart(bundle.slug, $0)) }, bundle.checked)
        add(written.map { ($0, .clerkList(bundle.slug, $0)) }, bundle.checked)
      }
      if bundle.kind == .lesson { add(written.map { ($0, .leaflet(bundle.slug, $0)) }, bundle.checked) }
      if bundle.kind.isTaught {
        for other in bundle.translations.dropFirst() {
          let address = Address.sideBySide(bundle.kind, bundle.slug, bundle.source.language, other.language)
          add([(other.language, address)], bundle.checked)
        }
      }
    }
    return text + "</urlset>\n"
  }
}
