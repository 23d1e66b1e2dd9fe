import Content
import Diagnostics

/// Where material is handed out: a list of all outlets, and a page for each that has editions of its own.
struct OutletEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    guard !library.outlets.isEmpty else { return Diagnosed([]) }
    return Diagnosed(
      library.site.languages.flatMap { language in
        [list(library, language)] + Self.withPages(library, rack).map { page($0, library, language) }
      })
  }

  /// The outlets that have a page of their own.
  static func withPages(_ library: Library, _ rack: PrintRack) -> [Outlet] {
    library.outlets.filter { !rack.sheets(for: $0).isEmpty }
  }

  private func list(_ library: Library, _ language: Language) -> Output {
    let setting = Setting(library: library, address: .outlets(language), language: language, theme: theme, rack: rack)
    let identity = PageIdentity(
      title: setting.words["outlets_title"], description: setting.words["outlets_lead"],
      versions: library.site.languages.map { ($0, .outlets($0)) }, written: library.site.languages,
      canonical: setting.address)
    return theme.output(\.outlets, identity, setting) {
      OutletsView(
        outlets: library.outlets.map { OutletView($0, in: setting) }, deskURL: setting.link(to: .desk(language)))
    }.about(.listing)
  }

  private func page(_ outlet: Outlet, _ library: Library, _ language: Language) -> Output {
    let setting = Setting(
      library: library, address: .outlet(outlet, language), language: language, theme: theme, rack: rack)
    let sheets = rack.sheets(for: outlet)
    let kits = sheets.filter { $0.slug == nil }
    let formats = PrintRack.foldedFirst(
      kits.reduce(into: []) { formats, sheet in
        if !formats.contains(sheet.format) { formats.append(sheet.format) }
      })
    let identity = PageIdentity(
      title: outlet.name[language], description: setting.words["outlet_lead"],
      versions: library.site.languages.map { ($0, .outlet(outlet, $0)) }, written: library.site.languages,
      canonical: setting.address)
    return theme.output(\.outlet, identity, setting) {
      OutletPageView(
        outlet: OutletView(outlet, in: setting),
        kits: formats.map { format in
          KitView(
            format: FormatView(format, in: setting),
            files: kits.filter { $0.format.id == format.id }.map { SheetFileView($0, in: setting) })
        },
        lessons: library.lessons.compactMap { bundle in
          let own = sheets.filter { $0.slug == bundle.slug }
          guard !own.isEmpty else { return nil }
          return OutletLessonView(
            title: setting.page(of: bundle).page.frontMatter.title,
            sheets: own.map { sheet in
              KitView(format: FormatView(sheet.format, in: setting), files: [SheetFileView(sheet, in: setting)])
            })
        }, handlings: HandlingView.all(formats, in: setting), deskURL: setting.link(to: .desk(language)),
        outletsURL: setting.link(to: .outlets(language)))
    }.about(.listing)
  }
}
