import Content
import Diagnostics
import Examples
import Foundation
import Typesetting

@testable import Editions
@testable import Print

/// The real lessons, formats and fonts.
enum RealShop {
  static let shop: PrintShop? = try? made()

  private static let project = testsFolder.deletingLastPathComponent()

  private static func source(_ path: String) throws -> SourceFile {
    SourceFile(path: path, text: try String(contentsOf: project.appending(path: path), encoding: .utf8))
  }

  /// The files below a folder of the project with one of several endings, in alphabetical order.
  private static func paths(_ folder: String, _ endings: [String]) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: project.appending(path: folder).path)
      .filter { path in endings.contains { path.hasSuffix($0) } }.sorted().map { folder + "/" + $0 }
  }

  private static func made() throws -> PrintShop? {
    guard let site = Site.reading(try source("content/site.yaml")).value else { return nil }
    let facts = FactRegister.reading(try source("content/facts.yaml"), languages: site.languages)
    let pages = try paths("content", [".md"]).compactMap { path -> Page? in
      guard let address = PageAddress(path: path) else { return nil }
      return Page.reading(try source(path), at: address, of: site).value
    }
    let pictures = try paths("content", [".svg", ".png", ".jpg"]).compactMap { path in
      Picture.reading(path: path, bytes: [UInt8](try Data(contentsOf: project.appending(path: path)))).value
    }
    let tables = Tables.reading(
      glossary: nil, outlets: try source("content/outlets.csv"), languages: site.languages)
    let library = Library.linking(
      Manuscript(
        site: site, facts: facts.value, tables: tables.value, pages: pages, pictures: pictures,
        unreadable: (pages: [], pictures: [])),
      today: CalendarDate(year: 2026, month: 11, day: 21), holding: .signable
    ).value
    var words: [String: SourceFile] = [:]
    for language in site.languages {
      words[language.code] = try source("templates/strings/\(language.code).yaml")
    }
    let assets = try paths("templates/assets", [""]).map {
      Assets.File(name: String($0.dropFirst("templates/assets/".count)), bytes: [])
    }
    let theme = Theme.loading(
      Theme.Sources(
        templates: try paths("templates", [".html"]).map(source), words: words,
        leafletFit: try source("templates/leaflet/fit.yaml")),
      assets: Assets(theme: assets, pictures: library.pictures.values), for: site)
    guard let theme = theme.value else { return nil }
    var sources = PrintShop.Sources()
    sources.formats = try paths("templates/print", [".yaml"]).map(source)
    for weight in ["Regular", "Bold"] {
      sources.fonts["NotoSansCJKsc-\(weight).otf"] = try PinnedFonts.bytes(weight)
    }
    return PrintShop.stock(sources, for: library.site, in: theme).value.map {
      PrintShop.opening($0, for: library, in: theme).value
    }
  }
}
