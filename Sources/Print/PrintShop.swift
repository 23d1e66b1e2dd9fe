package import Content
package import Diagnostics
package import Editions

/// Everything that can be printed, ready to be made: the formats, the fonts, and the lessons as text for paper.
package struct PrintShop: Sendable {
  /// What it is made of.
  package struct Sources: Sendable {
    /// The files `templates/print/*.yaml`, one for each format.
    package var formats: [SourceFile] = []
    /// The fonts in `templates/print/fonts/`, by file name.
    package var fonts: [String: [UInt8]] = [:]

    package init() {}
  }

  /// What is wanted of all that could be made; empty sets and nil want everything.
  package struct Selection: Sendable {
    package var slugs: Set<String> = []
    package var formats: Set<String> = []
    package var languages: Set<String> = []
    /// Outlets for which local editions are made; nil for those that the site asks for.
    package var outlets: Set<String>?

    package init() {}
  }

  /// Something to print: what the desk says of it, and how it is made.
  package struct Job: Sendable {
    /// What it offers when it could be made; one for each file that is no thumbnail.
    package let sheets: [PrintedSheet]
    package let artwork: Artwork

    package init(sheets: [PrintedSheet], artwork: Artwork) {
      self.sheets = sheets
      self.artwork = artwork
    }
  }

  /// Reads formats and fonts. What is wrong with them is reported; a format that is wrong is left out.
  package static func opening(_ sources: Sources, for library: Library, in theme: Theme) -> Diagnosed<PrintShop> {
    Diagnosed(PrintShop())
  }

  /// The editions of all lessons as they are now, in the order of lessons and languages.
  package var editions: [EditionIdentity] { [] }

  /// What is to be made, in the order of lessons, formats and languages.
  package func jobs(_ selection: Selection = Selection()) -> [Job] { [] }
}
