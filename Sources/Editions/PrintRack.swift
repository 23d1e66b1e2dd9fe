import Content

/// What was printed, sorted the way people ask for it.
struct PrintRack: Sendable {
  /// The format of the pictures that other sites and apps show of a link. They are no sheets to print.
  static let linkPicture = "og"

  private let lessons: [String: [PrintedSheet]]
  private let outlets: [String: [PrintedSheet]]
  private let linkPictures: [String: PrintedSheet]
  /// The formats of lessons, in the order in which they are offered.
  let formats: [PrintedSheet.Format]
  private let pictureFormats: Set<String>
  /// Whether anything is for a print shop.
  let hasShopSheets: Bool

  /// A rack on which nothing lies.
  static let empty = PrintRack([])

  init(_ sheets: [PrintedSheet]) {
    var lessons: [String: [PrintedSheet]] = [:]
    var outlets: [String: [PrintedSheet]] = [:]
    var linkPictures: [String: PrintedSheet] = [:]
    var formats: [PrintedSheet.Format] = []
    var seen: Set<String> = []
    for sheet in sheets {
      if let outlet = sheet.outlet {
        outlets[outlet.id, default: []].append(sheet)
      } else if let slug = sheet.slug, sheet.format.id == Self.linkPicture {
        if let language = sheet.languages.first { linkPictures[Self.key(slug, language)] = sheet }
      } else if let slug = sheet.slug {
        lessons[slug, default: []].append(sheet)
        if seen.insert(sheet.format.id).inserted { formats.append(sheet.format) }
      }
    }
    let pictures = Set(lessons.values.joined().filter(\.isPicture).map(\.format.id))
    self.formats = Self.foldedFirst(
      formats.filter { !pictures.contains($0.id) } + formats.filter { pictures.contains($0.id) })
    pictureFormats = pictures
    hasShopSheets = sheets.contains(where: \.isForShop)
    self.lessons = lessons
    self.outlets = outlets
    self.linkPictures = linkPictures
  }

  /// The sheets of a lesson in a format, those for public places only.
  func sheets(of slug: String, in format: PrintedSheet.Format) -> [PrintedSheet] {
    (lessons[slug] ?? []).filter { $0.format.id == format.id }
  }

  /// Formats in the order in which they are offered: what is folded is what most people come for.
  static func foldedFirst(_ formats: [PrintedSheet.Format]) -> [PrintedSheet.Format] {
    formats.filter(\.isFolded) + formats.filter { !$0.isFolded }
  }

  /// Whether a format is one of pictures to share.
  func isPicture(_ format: PrintedSheet.Format) -> Bool { pictureFormats.contains(format.id) }

  /// The sheets of an outlet's own editions: kits of all lessons, and single lessons.
  func sheets(for outlet: Outlet) -> [PrintedSheet] { outlets[outlet.id] ?? [] }

  /// The picture that other sites and apps show of a link to a lesson's pages in a language.
  func linkPicture(of slug: String, _ language: Language) -> PrintedSheet? { linkPictures[Self.key(slug, language)] }

  private static func key(_ slug: String, _ language: Language) -> String { "\(language.code)/\(slug)" }
}

extension PrintedSheet {
  /// Whether it is a picture to share, and nothing to print.
  var isPicture: Bool { path.hasSuffix(".png") }
}
