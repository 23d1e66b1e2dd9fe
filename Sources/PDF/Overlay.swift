package import Typesetting

/// What a local edition adds to a layout's pages.
package struct Overlay: Sendable {
  /// Drawn above the page's own items.
  package struct Page: Hashable, Sendable {
    package var items: [Frame.Item]
    package var links: [Frame.Link]

    package init(items: [Frame.Item], links: [Frame.Link] = []) { (self.items, self.links) = (items, links) }
  }

  /// By index in `Layout.pages`; other numbers are passed over.
  package var pages: [Int: Page]
  /// The elements of the items and links. Its root stands for the slot, the element of the layout's tree that the file
  /// was made with: what belongs to the root belongs to the slot, after all that is there.
  package var structure: StructureTree
  /// Has the glyphs of all items.
  package var fonts: OverlayFonts
  /// Where it is another than the layout's.
  package var title: String?

  package init(pages: [Int: Page], structure: StructureTree, fonts: OverlayFonts, title: String? = nil) {
    (self.pages, self.structure, self.fonts, self.title) = (pages, structure, fonts, title)
  }
}

/// The glyphs of overlays as fonts of their own, because those of the layouts do not have them. Making them costs far
/// more than a file does: they are made once for an outlet and put into all its files.
package struct OverlayFonts: Sendable {
  let texts: GlyphTexts
  let fonts: [Face: EmbeddedFont]

  /// - Parameter items: everything that overlays with these fonts will draw; a glyph that is not among them stays blank.
  package init(_ items: some Sequence<Frame.Item>, fonts book: FontBook) {
    let deflater = Deflater()
    let texts = GlyphTexts(items)
    self.texts = texts
    fonts = Dictionary(
      uniqueKeysWithValues: Face.allCases.compactMap { face in
        EmbeddedFont(face, of: book, texts: texts, with: deflater).map { (face, $0) }
      })
  }
}
