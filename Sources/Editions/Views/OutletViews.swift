import Content
import Templates

/// The page of all outlets.
struct OutletsView: TemplateModel {
  let outlets: [OutletView]
  let deskURL: String

  static let fields: [Field<OutletsView>] = [.list("outlets", \.outlets), .text("desk_url", \.deskURL)]
}

/// The page of one outlet, with what was printed for it alone.
struct OutletPageView: TemplateModel {
  let outlet: OutletView
  let kits: [KitView]
  let lessons: [OutletLessonView]
  let handlings: [HandlingView]
  let deskURL: String
  let outletsURL: String

  static let fields: [Field<OutletPageView>] = [
    .record("outlet", \.outlet), .list("kits", \.kits), .flag("has_kits", \.hasKits), .list("lessons", \.lessons),
    .flag("has_lessons", \.hasLessons), .list("handlings", \.handlings), .text("desk_url", \.deskURL),
    .text("outlets_url", \.outletsURL),
  ]

  private var hasKits: Bool { !kits.isEmpty }
  private var hasLessons: Bool { !lessons.isEmpty }
}

/// All lessons in one format, or one lesson in it.
struct KitView: TemplateModel {
  let format: FormatView
  let files: [SheetFileView]

  static let fields: [Field<KitView>] = [
    .text("format", \.format.id), .text("name", \.format.name), .text("note", \.format.note), .list("files", \.files),
  ]
}

/// What was printed of one lesson for an outlet.
struct OutletLessonView: TemplateModel {
  let title: String
  let sheets: [KitView]

  static let fields: [Field<OutletLessonView>] = [.text("title", \.title), .list("sheets", \.sheets)]
}

/// A place where material is handed out.
struct OutletView: TemplateModel {
  let id: String
  let name: String
  let address: String
  let phone: String
  let hours: String
  /// Its own page, when there is material of its own.
  let url: String?

  static let fields: [Field<OutletView>] = [
    .text("id", \.id), .text("name", \.name), .text("address", \.address), .text("phone", \.phone),
    .text("hours", \.hours), .optionalText("url", \.url),
  ]

  init(_ outlet: Outlet, in setting: Setting) {
    let language = setting.language
    id = outlet.id
    name = outlet.name[language]
    address = outlet.address[language]
    phone = outlet.phone
    hours = outlet.hours[language]
    url = setting.rack.sheets(for: outlet).isEmpty ? nil : setting.link(to: .outlet(outlet, language))
  }
}

/// An outlet's name and page.
struct OutletLinkView: TemplateModel {
  let name: String
  let url: String

  static let fields: [Field<OutletLinkView>] = [.text("name", \.name), .text("url", \.url)]
}
