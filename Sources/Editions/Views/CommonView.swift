import Templates

/// What every page shows round its own content.
struct CommonView: TemplateModel {
  let tag: String
  let language: String
  let title: String
  let description: String
  let site: SiteView
  let homeURL: String
  let root: String
  let canonical: String
  let alternates: [AlternateView]
  let languages: [LanguageView]
  let bilingualURL: String?
  let menu: [MenuItemView]
  let pages: [MenuItemView]
  let hotlines: [HotlineView]
  let feedURL: String
  let editionsURL: String
  let searchURL: String
  let openGraph: OpenGraphView
  let structuredData: Markup
  let policy: SecurityPolicy
  /// For a theme that keeps pages for times without a line.
  let savedURL: String?
  let manifestURL: String?

  static let fields: [Field<CommonView>] = [
    .text("lang", \.tag), .text("language", \.language), .text("title", \.title), .text("description", \.description),
    .record("site", \.site), .text("home_url", \.homeURL), .text("root", \.root), .text("canonical", \.canonical),
    .list("alternates", \.alternates), .list("languages", \.languages), .optionalText("bilingual_url", \.bilingualURL),
    .list("nav", \.menu), .list("pages", \.pages), .list("hotlines", \.hotlines), .text("feed_url", \.feedURL),
    .text("editions_url", \.editionsURL),
    .text("search_url", \.searchURL),
    .record("og", \.openGraph), .markup("json_ld", \.structuredData),
    .markup("security_policy", \.policyMarkup), .markup("early_script", \.policy.earlyScript),
    .optionalText("saved_url", \.savedURL), .optionalText("manifest_url", \.manifestURL),
  ]

  private var policyMarkup: Markup { Markup(html: policy.text) }
}

/// The site's own texts.
struct SiteView: TemplateModel {
  let title: String
  let description: String
  let organiser: String

  static let fields: [Field<SiteView>] = [
    .text("title", \.title), .text("description", \.description), .text("organiser", \.organiser),
  ]
}

/// The same page in another language, for search engines.
struct AlternateView: TemplateModel {
  let tag: String
  let url: String

  static let fields: [Field<AlternateView>] = [.text("tag", \.tag), .text("url", \.url)]
}

/// One of the site's languages, for the switcher.
struct LanguageView: TemplateModel {
  let name: String
  let tag: String
  let url: String
  let isCurrent: Bool

  static let fields: [Field<LanguageView>] = [
    .text("name", \.name), .text("tag", \.tag), .text("url", \.url), .flag("current", \.isCurrent),
  ]
}

/// An entry of the menu.
struct MenuItemView: TemplateModel {
  let name: String
  let url: String
  let isCurrent: Bool

  static let fields: [Field<MenuItemView>] = [
    .text("name", \.name), .text("url", \.url), .flag("current", \.isCurrent),
  ]
}

/// A number to call.
struct HotlineView: TemplateModel {
  let number: String
  let name: String
  let purpose: String
  let dial: String

  static let fields: [Field<HotlineView>] = [
    .text("number", \.number), .text("name", \.name), .text("purpose", \.purpose), .text("tel", \.dial),
  ]
}

/// What other sites and apps show of a link to this page (the Open Graph protocol).
struct OpenGraphView: TemplateModel {
  let type: String
  let title: String
  let description: String
  let url: String
  let locale: String
  let image: LinkPictureView?

  static let fields: [Field<OpenGraphView>] = [
    .text("type", \.type), .text("title", \.title), .text("description", \.description), .text("url", \.url),
    .text("locale", \.locale), .optional("image", \.image),
  ]
}

/// The picture that other sites and apps show of a link: 1200 × 630 pixels, at its absolute address.
struct LinkPictureView: TemplateModel {
  let url: String
  let alt: String

  static let fields: [Field<LinkPictureView>] = [.text("url", \.url), .text("alt", \.alt)]
}
