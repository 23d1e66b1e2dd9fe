import Content
import Diagnostics
import Editions
import PDF
import PNG
import Typesetting

extension PrintShop {
  /// A lesson's sheet in a format, for public places.
  func job(_ slug: String, _ recipe: Recipe, _ languages: [Language], _ profile: Layout.Profile) -> Job {
    let documents = languages.compactMap { self.documents[slug]?[$0.code] }
    let format = recipe.format
    let work = SheetSetter.Work(format: format, profile: profile, documents: documents, isLocal: false)
    let name = "print/\(slug)/\(slug)-\(format.id)-\(languages.map(\.code).joined(separator: "-"))"
    let isFirst = profile == format.profiles.first
    let path = name + (isFirst ? "" : "-\(profile.rawValue)") + (format.product == .pdf ? ".pdf" : ".png")
    // A picture for a page's head is not chosen by anybody.
    let thumbnails = isFirst && format.id != "og" ? format.sides.indices.map { "\(name)-\($0 + 1).png" } : []
    let key = digest(recipe, documents, profile).hex
    let artwork = Artwork(files: ([path] + thumbnails).map { Artwork.File(path: $0, key: key) }) {
      [self] wanted, deliver in
      let setting = self.layout(work)
      guard let layout = setting.value else { return setting.diagnostics }
      for index in wanted {
        if index == 0 {
          switch format.product {
          case .pdf: try deliver(index, PDFFile(layout, fonts: fonts).bytes)
          case .png: try deliver(index, PNGFile(layout.pages[0], fonts: fonts, pixelsPerPoint: 1).bytes)
          }
        } else {
          let page = layout.pages[min(index - 1, layout.pages.count - 1)]
          let scale = Self.thumbnailScale(of: page.trim.size)
          try deliver(index, PNGFile(page, fonts: fonts, pixelsPerPoint: scale).bytes)
        }
      }
      return setting.diagnostics
    }
    let sheet = PrintedSheet(
      slug: slug, format: information(format), languages: languages, isForShop: profile == .shop, outlet: nil,
      path: path, thumbnails: thumbnails,
      thumbnailSize: PrintedSheet.PictureSize(
        width: Int((format.sheet.width * Self.thumbnailScale(of: format.sheet)).rounded(.up)),
        height: Int((format.sheet.height * Self.thumbnailScale(of: format.sheet)).rounded(.up))))
    return Job(sheets: [sheet], artwork: artwork)
  }

  /// Pixels; sharp on a phone, light on a slow line.
  private static let thumbnailWidth = 480.0

  /// Pixels in a point of a thumbnail.
  private static func thumbnailScale(of sheet: Size) -> Double {
    thumbnailWidth / max(sheet.width, sheet.height * 0.8)
  }

  /// Everything that decides a sheet.
  func digest(_ recipe: Recipe, _ documents: [PrintDocument], _ profile: Layout.Profile) -> Digest {
    var digest = materials
    digest.add(recipe.digest)
    digest.add(profile.rawValue)
    for document in documents { digest.add(document.digest) }
    return digest
  }

  /// The finished pages; nil when something does not fit, which is reported. Characters that the fonts lack are reported.
  func layout(_ work: SheetSetter.Work) -> Diagnosed<Layout?> {
    let cache = TextCache(Shaper(fonts))
    let set = SheetSetter(work: work, palette: palette, cache: cache).layout()
    var diagnostics = set.diagnostics
    for document in work.documents {
      let missing = cache.missing(in: document.content.tag)
      if let first = missing.first {
        diagnostics.append(.missingGlyphs(missing, at: document.place(of: first) ?? document.place))
      }
    }
    // A word with a hole in it may say something else.
    guard cache.missing.isEmpty else { return Diagnosed(nil, diagnostics) }
    let layout = set.value.map { SheetAssembly(work: work, set: $0, palette: palette).layout() }
    return Diagnosed(layout, diagnostics)
  }

  /// What the desk says of a format.
  func information(_ format: Format) -> PrintedSheet.Format {
    let source = library.site.source.code
    let duplex: PrintedSheet.Duplex =
      switch format.duplex {
      case .oneSided: .oneSided
      case .flipOnShortEdge: .flipOnShortEdge
      case .flipOnLongEdge: .flipOnLongEdge
      }
    return PrintedSheet.Format(
      id: format.id, name: Translated(texts: format.names, source: source),
      note: Translated(texts: format.notes, source: source),
      duplex: duplex, isFolded: format.sides.contains { !$0.folds.isEmpty },
      isCut: format.columns * format.rows > 1)
  }
}

extension Diagnostic {
  /// Characters that the fonts lack: what has one is not printed.
  static func missingGlyphs(_ missing: [Unicode.Scalar], at place: Place) -> Diagnostic {
    let list = missing.prefix(12).map { "“\($0)”（U+\(String($0.value, radix: 16, uppercase: true))）" }
    let english = missing.prefix(12).map { "“\($0)” (U+\(String($0.value, radix: 16, uppercase: true)))" }
    let more = missing.count - list.count
    let rest = more > 0 ? Wording(zh: "，还有\(more)个", en: " and \(more) more") : Wording(zh: "", en: "")
    return Diagnostic(
      .warning, "missing-glyph", at: place,
      Wording(
        zh: "字体里没有\(list.joined(separator: "、"))\(rest.zh)，纸上会空着",
        en:
          "the fonts for paper have no \(english.joined(separator: ", "))\(rest.en): it would be blank"
      ),
      hint: Wording(
        zh: "有它的宣传品暂时不印，别的照印。换一个常用字或符号；生僻字可以请设计人员用make-fonts加进字体。",
        en:
          "the sheets with it are not printed, all others are. Use another character, or ask a designer to add it to the fonts with make-fonts."
      ))
  }
}
