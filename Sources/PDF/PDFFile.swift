package import Typesetting

/// A layout as a PDF file (ISO 32000-1, version 1.7) that follows PDF/UA-1 where its content does. Everything that no
/// overlay changes is made once and stands first in the file, the same in every edition: fonts, pictures, the content of
/// pages, the structure. Then comes a small tail.
///
/// There is no output intent, because no colour profile comes with the formats: a print shop's file names its inks and
/// leaves the press to the shop.
package struct PDFFile: Sendable {
  /// The file as far as it is the same in every edition.
  private let prefix: ObjectFile
  private let profile: Layout.Profile
  private let book: FontBook
  private let texts: GlyphTexts
  private let forms: Forms
  private let fonts: [Resources.FontName: Reference]
  private let sheets: [Sheet]
  private let structure: StructureObjects
  private let catalogue: Catalogue
  private let metadata: Metadata

  /// Does all heavy work.
  /// - Parameter slot: the element of the layout's structure that overlays add to.
  package init(_ layout: Layout, fonts book: FontBook, slot: StructureTree.ID = StructureTree.root) {
    let deflater = Deflater()
    var file = ObjectFile()
    catalogue = Catalogue(in: &file)
    var sheets = layout.pages.enumerated().map { Sheet($1, index: $0, reference: file.reserve()) }
    texts = GlyphTexts(layout.pages.lazy.flatMap(\.items))
    let setting = Press.Setting(profile: layout.profile, book: book, texts: texts, isLocal: false)
    var press = Press(setting, file: file, forms: Forms(), tagging: Tagging(layout.structure), deflater: deflater)
    for (index, frame) in layout.pages.enumerated() {
      press.print(frame.items, on: &sheets[index])
      press.take(frame.links, on: &sheets[index])
    }
    var fonts: [Resources.FontName: Reference] = [:]
    for face in Face.allCases {
      guard let font = EmbeddedFont(face, of: book, texts: texts, with: deflater) else { continue }
      let reference = press.file.reserve()
      font.write(as: reference, into: &press.file)
      fonts[Resources.FontName(isLocal: false, face: face)] = reference
    }
    structure = StructureObjects(press.tagging, slot: slot, sheets: sheets, into: &press.file)
    let outline = Outline(layout.bookmarks, pages: sheets.count, in: &press.file)?
      .write(into: &press.file, pages: sheets.map(\.reference), heights: sheets.map(\.size.height))
    catalogue.write(layout, sheets: sheets, structure: structure.root, outline: outline, into: &press.file)
    press.file.pack(with: deflater)
    press.file.seal()
    (prefix, forms, self.fonts, self.sheets) = (press.file, press.forms, fonts, sheets)
    (profile, self.book, metadata) = (layout.profile, book, Metadata(layout))
  }

  /// The file without an overlay.
  package var bytes: [UInt8] { bytes(adding: nil) }

  /// The file of a local edition.
  package func bytes(adding overlay: Overlay) -> [UInt8] { bytes(adding: .some(overlay)) }

  private func bytes(adding overlay: Overlay?) -> [UInt8] {
    let deflater = Deflater()
    let setting = Press.Setting(
      profile: profile, book: book, texts: overlay?.fonts.texts ?? GlyphTexts([]), isLocal: true)
    var press = Press(
      setting, file: prefix, forms: forms, tagging: Tagging(overlay?.structure ?? StructureTree()),
      deflater: deflater)
    press.file.reserveCapacity(adding: 50_000)
    var (sheets, fonts, metadata) = (sheets, fonts, metadata)
    if let overlay {
      for (index, page) in overlay.pages.sorted(by: { $0.key < $1.key }) where sheets.indices.contains(index) {
        press.print(page.items, on: &sheets[index])
        press.take(page.links, on: &sheets[index])
      }
      fonts.merge(overlay.fonts.write(into: &press.file, for: sheets)) { $1 }
      if let title = overlay.title { metadata.title = title }
    }
    let addition = StructureObjects.Addition(press.tagging)
    structure.finish(with: addition, sheets: sheets, into: &press.file)
    for sheet in sheets {
      press.file.add(sheet.reference) {
        sheet.write(into: &$0, parent: catalogue.pages, profile: profile, fonts: fonts)
      }
    }
    // 7.21.4.1 of PDF/UA-1: every font is embedded.
    let areFontsEmbedded = sheets.allSatisfy { $0.resources.fonts.allSatisfy { fonts[$0] != nil } }
    metadata.isAccessible =
      areFontsEmbedded
      && Accessibility.holds(
        metadata, elements: structure.elements(with: addition), slot: structure.slot, local: addition?.elements,
        texts: [texts, setting.texts])
    press.file.add(catalogue.metadata, metadata.xmp, entries: Array("/Type/Metadata/Subtype/XML".utf8))
    press.file.add(catalogue.info) { metadata.writeInfo(into: &$0) }
    press.file.finish(root: catalogue.reference, info: catalogue.info, with: deflater)
    return press.file.bytes
  }
}

extension OverlayFonts {
  /// Writes those fonts that the pages use.
  fileprivate func write(into file: inout ObjectFile, for sheets: [Sheet]) -> [Resources.FontName: Reference] {
    var references: [Resources.FontName: Reference] = [:]
    for face in Face.allCases {
      let name = Resources.FontName(isLocal: true, face: face)
      guard let font = fonts[face], sheets.contains(where: { $0.resources.fonts.contains(name) }) else { continue }
      let reference = file.reserve()
      font.write(as: reference, into: &file)
      references[name] = reference
    }
    return references
  }
}
