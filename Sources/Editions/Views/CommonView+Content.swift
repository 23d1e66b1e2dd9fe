import Content
import Templates

/// What a page says of itself to its frame.
struct PageIdentity {
  let title: String
  let description: String
  /// The same page in every language of the site.
  let versions: [(language: Language, address: Address)]
  /// The languages in which it really is written, for search engines; empty when it is shown in place of a missing
  /// translation.
  var written: [Language] = []
  /// The address that search engines should know it by.
  let canonical: Address
  /// Where a reader of no language of the site is sent; the original, unless something better is known.
  var anyLanguage: Address?
  var sideBySide: Address?
  var type = "website"
  var structuredData: JSON?
  /// What other sites and apps show of a link to it.
  var picture: PrintedSheet?
}

extension CommonView {
  init(_ identity: PageIdentity, in setting: Setting) {
    let library = setting.library
    let site = library.site
    let alternates = identity.versions.filter { identity.written.contains($0.language) }.map {
      AlternateView(tag: $0.language.tag, url: $0.address.absolute(on: site))
    }
    let original = identity.versions.first { $0.language == site.source && identity.written.contains($0.language) }
    let anyLanguage = identity.anyLanguage ?? original?.address
    let canonical = identity.canonical.absolute(on: site)
    self.init(
      tag: setting.language.tag, language: setting.language.code, title: identity.title,
      description: identity.description,
      site: SiteView(
        title: site.title[setting.language], description: site.description[setting.language],
        organiser: site.organiser[setting.language]),
      homeURL: setting.link(to: .home(setting.language)), root: setting.address.root, canonical: canonical,
      alternates: alternates
        + (anyLanguage.map { [AlternateView(tag: "x-default", url: $0.absolute(on: site))] } ?? []),
      languages: identity.versions.map {
        LanguageView(
          name: $0.language.name, tag: $0.language.tag, url: setting.link(to: $0.address),
          isCurrent: $0.address == setting.address)
      }, bilingualURL: identity.sideBySide.map { setting.link(to: $0) }, menu: MenuItemView.menu(in: setting),
      pages: MenuItemView.pages(in: setting), hotlines: HotlineView.all(in: setting),
      feedURL: setting.link(to: .feed(setting.language)), editionsURL: setting.link(to: .editions(setting.language)),
      searchURL: setting.link(to: .search(setting.language)),
      openGraph: OpenGraphView(
        type: identity.type, title: identity.title, description: identity.description, url: canonical,
        locale: setting.language.locale,
        image: identity.picture.map {
          LinkPictureView(url: Address(path: $0.path).absolute(on: site), alt: identity.title)
        }), structuredData: Self.script(identity.structuredData), policy: setting.assets.policy,
      savedURL: setting.assets.worker.map { _ in setting.link(to: .saved(setting.language)) },
      manifestURL: setting.assets.worker.map { _ in setting.link(to: .manifest(setting.language)) })
  }

  /// A data block (HTML, section 4.12.1): the content security policy does not concern it, since nothing runs.
  private static func script(_ data: JSON?) -> Markup {
    guard let data else { return Markup() }
    return Markup(html: "<script type=\"application/ld+json\">\(data.encoded)</script>")
  }
}

extension MenuItemView {
  /// The site's main entries: home, cases, the desk, and the pages that `site.yaml` names.
  static func menu(in setting: Setting) -> [MenuItemView] {
    let words = setting.words
    let home = Address.home(setting.language)
    let desk = Address.desk(setting.language)
    var items = [MenuItemView(name: words["nav_home"], url: setting.link(to: home), isCurrent: setting.address == home)]
    if !setting.library.selfchecks.isEmpty {
      items.append(
        MenuItemView(
          name: words["nav_selfchecks"], url: setting.link(to: home, fragment: "selfchecks"), isCurrent: false))
    }
    if !setting.library.cases.isEmpty {
      items.append(
        MenuItemView(name: words["nav_cases"], url: setting.link(to: home, fragment: "cases"), isCurrent: false))
    }
    items.append(MenuItemView(name: words["nav_desk"], url: setting.link(to: desk), isCurrent: setting.address == desk))
    return items
      + setting.library.site.menu.compactMap { setting.library.bundle(.page, $0) }.map { bundle in
        // A page's title may be too long for a menu; the theme may have a shorter word for it.
        item(bundle, name: words.table["nav_" + bundle.slug], in: setting)
      }
  }

  /// All pages that are neither lessons nor cases, contests first.
  static func pages(in setting: Setting) -> [MenuItemView] {
    (setting.library.contests + setting.library.pages).map { item($0, name: nil, in: setting) }
  }

  private static func item(_ bundle: Bundle, name: String?, in setting: Setting) -> MenuItemView {
    let address = Address.page(bundle.kind, bundle.slug, setting.language)
    return MenuItemView(
      name: name ?? setting.page(of: bundle).page.frontMatter.title, url: setting.link(to: address),
      isCurrent: address == setting.address)
  }
}

extension HotlineView {
  /// The hotlines of the site, in its order.
  static func all(in setting: Setting) -> [HotlineView] {
    setting.library.site.hotlines.compactMap { setting.library.facts[$0] }.map { fact in
      let number = fact.value[setting.language]
      return HotlineView(
        number: number, name: fact.name?[setting.language] ?? "", purpose: fact.purpose?[setting.language] ?? "",
        dial: "tel:" + number.digits)
    }
  }
}

extension String {
  /// The digits of a number, as a telephone dials them.
  var digits: String {
    String(decoding: utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self)
  }
}
