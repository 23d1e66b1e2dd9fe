package import Content

/// A finished file for printing or sharing, as the desk offers it.
package struct PrintedSheet: Sendable {
  /// What all sheets of a format have in common.
  package struct Format: Hashable, Sendable {
    /// The name of its file in `templates/print/`, part of addresses.
    package let id: String
    package let name: Translated
    /// What it is for and what paper it needs, in a few words.
    package let note: Translated
    package let duplex: Duplex
    /// Whether it is folded after printing.
    package let isFolded: Bool
    /// Whether it is cut apart after printing.
    package let isCut: Bool

    package init(id: String, name: Translated, note: Translated, duplex: Duplex, isFolded: Bool, isCut: Bool) {
      (self.id, self.name, self.note, self.duplex) = (id, name, note, duplex)
      (self.isFolded, self.isCut) = (isFolded, isCut)
    }
  }

  /// How the back of a sheet is printed.
  package enum Duplex: String, Hashable, Sendable {
    case oneSided = "one-sided"
    case flipOnShortEdge = "short-edge"
    case flipOnLongEdge = "long-edge"
  }

  /// The size of small pictures, in pixels.
  package struct PictureSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) { (self.width, self.height) = (width, height) }
  }

  /// The lesson's slug; nil for a kit of all lessons.
  package let slug: String?
  package let format: Format
  /// One, or both of a bilingual sheet.
  package let languages: [Language]
  /// Whether it is made for a print shop (bleed, marks, inks).
  package let isForShop: Bool
  /// The outlet whose own edition it is; nil for the edition for public places.
  package let outlet: Outlet?
  /// The file below `public/`: a PDF, or a PNG for a picture to share.
  package let path: String
  /// Small pictures of its sides below `public/`; empty for kits.
  package let thumbnails: [String]
  /// The size of each of them; pages keep as much room free while they load.
  package let thumbnailSize: PictureSize

  package init(
    slug: String?, format: Format, languages: [Language], isForShop: Bool, outlet: Outlet?, path: String,
    thumbnails: [String], thumbnailSize: PictureSize = PictureSize(width: 297, height: 210)
  ) {
    (self.slug, self.format, self.languages, self.isForShop) = (slug, format, languages, isForShop)
    (self.outlet, self.path, self.thumbnails, self.thumbnailSize) = (outlet, path, thumbnails, thumbnailSize)
  }
}
