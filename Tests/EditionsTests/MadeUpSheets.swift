import Content
import Editions

/// Sheets as the print shop hands them over; the files themselves do not matter here.
struct MadeUpSheets {
  let site: TestSite

  /// Formats by their ids: how the back is printed, whether they are folded, cut, for a print shop, and their sides.
  static let formats:
    [(id: String, duplex: PrintedSheet.Duplex, isFolded: Bool, isCut: Bool, isForShop: Bool, sides: Int)] = [
      ("a5", .flipOnLongEdge, false, true, false, 2), ("card", .oneSided, false, true, false, 1),
      ("large-print", .flipOnLongEdge, false, false, false, 2), ("og", .oneSided, false, false, false, 1),
      ("poster", .oneSided, false, false, false, 1), ("quiz", .oneSided, false, false, false, 3),
      ("share", .oneSided, false, false, false, 1), ("sheet", .flipOnLongEdge, false, false, false, 2),
      ("trifold", .flipOnShortEdge, true, false, false, 2), ("trifold-16k", .flipOnShortEdge, true, true, true, 2),
      ("trifold-bilingual", .flipOnShortEdge, true, false, false, 2),
    ]

  func format(_ id: String) throws -> PrintedSheet.Format {
    // The names of a topic serve as names; what they say does not matter.
    let name = site.library.site.topics[0].name
    let format = Self.formats.first { $0.id == id } ?? Self.formats[0]
    return PrintedSheet.Format(
      id: id, name: name, note: name, duplex: format.duplex, isFolded: format.isFolded, isCut: format.isCut)
  }

  /// Every lesson in every format and language, both languages together where the format is for both.
  func lessons() throws -> [PrintedSheet] {
    try site.library.lessons.flatMap { lesson in
      try Self.formats.flatMap { format in
        let languages = lesson.translations.map(\.language)
        let sets = format.id == "trifold-bilingual" ? [languages] : languages.map { [$0] }
        return try sets.map { try sheet(lesson.slug, format.id, $0, isForShop: format.isForShop, sides: format.sides) }
      }
    }
  }

  func sheet(
    _ slug: String, _ format: String, _ languages: [Language], isForShop: Bool = false, sides: Int = 2
  ) throws -> PrintedSheet {
    let stem = "print/\(slug)/\(slug)-\(format)-\(languages.map(\.code).joined(separator: "-"))"
    return PrintedSheet(
      slug: slug, format: try self.format(format), languages: languages, isForShop: isForShop, outlet: nil,
      path: stem + (["og", "share"].contains(format) ? ".png" : ".pdf"),
      thumbnails: (1...sides).map { "\(stem)-\($0).png" }, thumbnailSize: .init(width: 300, height: 212))
  }

  /// A kit in every format that outlets have, for each outlet and language.
  func kits() throws -> [PrintedSheet] {
    try site.library.outlets.flatMap { outlet in
      try ["trifold", "a5", "sheet", "large-print", "poster", "card", "quiz"].flatMap { id in
        try site.library.site.languages.map { language in
          PrintedSheet(
            slug: nil, format: try format(id), languages: [language], isForShop: false, outlet: outlet,
            path: "print/outlets/\(outlet.id)/\(id)-\(language.code).pdf", thumbnails: [])
        }
      }
    }
  }
}
