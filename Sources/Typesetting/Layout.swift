/// A finished document: pages with everything at its place, and what it is to a reader.
package struct Layout: Hashable, Sendable {
  /// What a printer is asked to do with the back of a sheet.
  package enum Duplex: Hashable, Sendable {
    case oneSided, flipOnShortEdge, flipOnLongEdge
  }

  /// How colours are given.
  package enum Profile: String, Hashable, Sendable, Codable, CaseIterable {
    /// For an office printer: red, green and blue.
    case office
    /// For a print shop: cyan, magenta, yellow and black, with black text in black ink alone and printed over what is below.
    case shop
  }

  package struct Bookmark: Hashable, Sendable {
    package var title: String
    /// Index in `pages`.
    package var page: Int
    /// Points from the top of the page.
    package var y: Double
    /// 1 for the outermost.
    package var level: Int

    package init(title: String, page: Int, y: Double, level: Int) {
      (self.title, self.page, self.y, self.level) = (title, page, y, level)
    }
  }

  package var title: String
  /// One sentence.
  package var subject: String
  package var author: String
  /// A language tag (BCP 47).
  package var language: String
  /// The day as of which it was made, as 2026-11-21.
  package var date: String
  package var profile: Profile
  package var duplex: Duplex
  package var pages: [Frame]
  package var structure: StructureTree
  package var bookmarks: [Bookmark]

  package init(title: String, subject: String, author: String, language: String, date: String) {
    (self.title, self.subject, self.author, self.language, self.date) = (title, subject, author, language, date)
    profile = .office
    duplex = .oneSided
    pages = []
    structure = StructureTree()
    bookmarks = []
  }
}
