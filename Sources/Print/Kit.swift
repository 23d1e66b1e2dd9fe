import Content
import Diagnostics
import Editions
import PDF
import Typesetting

extension PrintShop {
  /// Outlets' own editions: for each format and language one file with all lessons. Their pages and fonts are made once; an
  /// outlet's file adds only its own lines.
  func kits(_ slugs: [String], _ recipes: [Recipe], _ selection: Selection) -> [Job] {
    let outlets = library.outlets.filter { selection.outlets?.contains($0.id) ?? true }
    guard !outlets.isEmpty else { return [] }
    var jobs: [Job] = []
    for recipe in recipes where LocalBoxes.isPossible(in: recipe.format) {
      guard selection.outlets != nil || recipe.format.isLocal else { continue }
      for language in library.site.languages {
        guard selection.languages.isEmpty || selection.languages.contains(language.code) else { continue }
        let documents = slugs.compactMap { self.documents[$0]?[language.code] }
        if !documents.isEmpty { jobs.append(kit(recipe, language, documents, outlets)) }
      }
    }
    return jobs
  }

  private func kit(
    _ recipe: Recipe, _ language: Language, _ documents: [PrintDocument], _ outlets: [Outlet]
  ) -> Job {
    let common = digest(recipe, documents, .office)
    let files = outlets.map { outlet -> Artwork.File in
      var digest = common
      for text in [
        outlet.id, outlet.name[language], outlet.address[language], outlet.phone, outlet.hours[language],
      ] {
        digest.add(text)
      }
      return Artwork.File(
        path: "print/outlets/\(outlet.id)/\(outlet.id)-\(recipe.format.id)-\(language.code).pdf", key: digest.hex)
    }
    let artwork = Artwork(files: files) { [self] wanted, deliver in
      let cache = TextCache(Shaper(fonts))
      var diagnostics: [Diagnostic] = []
      guard let kit = Kit(documents, recipe.format, self, &diagnostics) else { return diagnostics }
      for index in wanted {
        let outlet = outlets[index]
        let local = LocalBoxes(
          outlet: outlet, format: recipe.format, language: language, words: documents[0].words, palette: palette,
          cache: cache)
        if let missing = local.missing {
          diagnostics.append(.missingGlyphs(missing.characters, at: missing.place))
          continue
        }
        guard let overlay = kit.overlay(local, fonts) else {
          diagnostics.append(.outletOverflow(outlet, language, recipe.format))
          continue
        }
        try deliver(index, kit.file.bytes(adding: overlay))
      }
      return diagnostics
    }
    let sheets = zip(outlets, files).map { outlet, file in
      PrintedSheet(
        slug: nil, format: information(recipe.format), languages: [language], isForShop: false, outlet: outlet,
        path: file.path, thumbnails: [])
    }
    return Job(sheets: sheets, artwork: artwork)
  }
}

/// All lessons' sheets of a format in one file, with room for an outlet's lines.
struct Kit {
  let file: PDFFile
  private let format: Format
  /// The lessons that are in it, and the pages of their sides.
  private let lessons: [(document: PrintDocument, sides: [Int])]

  /// Nil when no lesson fits the format. Which lessons do not fit is reported: an outlet's sheet has less room than the
  /// lesson's own, which is not made at all when only kits are asked for.
  init?(_ documents: [PrintDocument], _ format: Format, _ shop: PrintShop, _ diagnostics: inout [Diagnostic]) {
    var whole: Layout?
    var lessons: [(document: PrintDocument, sides: [Int])] = []
    for document in documents {
      let work = SheetSetter.Work(format: format, profile: .office, documents: [document], isLocal: true)
      guard let layout = shop.layout(work).value(reportingTo: &diagnostics) else { continue }
      let first = whole?.pages.count ?? 0
      lessons.append((document, format.sides.indices.map { first + $0 }))
      whole = whole.map { $0.appending(layout) } ?? Layout.collecting(layout, of: document, in: format)
    }
    guard var whole else { return nil }
    let slot = whole.structure.add(.section, to: StructureTree.root)
    file = PDFFile(whole, fonts: shop.fonts, slot: slot)
    self.format = format
    self.lessons = lessons
  }

  /// What an outlet adds; nil when its lines are too long.
  func overlay(_ local: LocalBoxes, _ fonts: FontBook) -> Overlay? {
    var structure = StructureTree()
    var pages: [Int: Overlay.Page] = [:]
    var lines: [Format.Box: LocalBoxes.Lines] = [:]
    for lesson in lessons {
      for (panel, box) in LocalBoxes.boxes(of: format) {
        var items: [Frame.Item]
        if box.content == .outlet {
          guard let set = lines[box] ?? local.lines(in: box) else { return nil }
          lines[box] = set
          let ids = structure.append(set.structure, to: StructureTree.root)
          items = set.items.map { Frame.Item($0.shape, element: $0.element.map { ids[$0] }) }
        } else {
          let address = lesson.document.content.pageAddress + "?outlet=" + local.outlet.id
          guard
            let code = CodeSetter.items(
              address, alt: local.words["print_scan_lesson"], in: box.area, &structure, StructureTree.root)
          else { return nil }
          items = code
        }
        let page = lesson.sides[panel.side]
        for (index, copy) in format.copies.enumerated() {
          let moved = items.map { item in
            var item = item.moved(by: copy.x, copy.y)
            if index > 0 { item.element = nil }
            return item
          }
          pages[page, default: Overlay.Page(items: [])].items += moved
        }
      }
    }
    let drawn = pages.sorted { $0.key < $1.key }.flatMap(\.value.items)
    return Overlay(
      pages: pages, structure: structure, fonts: OverlayFonts(drawn, fonts: fonts),
      title: local.outlet.name[local.language] + " · " + local.words["print_kit_title"])
  }
}

extension Layout {
  /// The first lesson of a collection.
  fileprivate static func collecting(_ layout: Layout, of document: PrintDocument, in format: Format) -> Layout {
    var whole = Layout(
      title: document.words["print_kit_title"] + " · " + (format.names[document.content.language] ?? format.id),
      subject: document.content.site, author: layout.author, language: layout.language, date: layout.date)
    whole.profile = layout.profile
    whole.duplex = layout.duplex
    return whole.appending(layout)
  }

  /// This document with another one's pages after its own.
  fileprivate func appending(_ other: Layout) -> Layout {
    var whole = self
    let section = whole.structure.add(.section, to: StructureTree.root)
    let ids = whole.structure.append(other.structure, to: section)
    whole.date = max(date, other.date)
    whole.bookmarks += other.bookmarks.map { bookmark in
      var bookmark = bookmark
      bookmark.page += pages.count
      return bookmark
    }
    whole.pages += other.pages.map { page in
      var page = page
      for index in page.items.indices { page.items[index].element = page.items[index].element.map { ids[$0] } }
      for index in page.links.indices { page.links[index].element = ids[page.links[index].element] }
      return page
    }
    return whole
  }
}

extension Diagnostic {
  fileprivate static func outletOverflow(_ outlet: Outlet, _ language: Language, _ format: Format) -> Diagnostic {
    Diagnostic(
      .warning, "outlet-overflow", at: outlet.places["name_" + language.code] ?? outlet.place,
      Wording(
        zh: "\(format.names["zh"] ?? format.id)上放不下网点“\(outlet.name[language])”的名称、地址、电话和时间",
        en:
          "\(format.names["en"] ?? format.id): no room for the name, address, phone and hours of “\(outlet.name[language])”"
      ),
      hint: Wording(
        zh: "这个网点的这种宣传品暂时不印，别的照印。把名称或地址写短些。",
        en: "this outlet’s sheets of this kind are not printed, all others are. Shorten its name or address."))
  }
}
