import Content

/// Where an output stands: what is shown on it depends on the page's address, its language and the theme.
///
/// A class, though nothing in it changes, because every piece of a page holds it, and a copy would count some thirty
/// references of the library and the theme up and down.
final class Setting: Sendable {
  let library: Library
  let address: Address
  let language: Language
  let theme: Theme
  /// What can be printed.
  let rack: PrintRack
  /// The words of the page's language.
  let words: Words

  init(library: Library, address: Address, language: Language, theme: Theme, rack: PrintRack = .empty) {
    self.library = library
    self.address = address
    self.language = language
    self.theme = theme
    self.rack = rack
    words = theme.words(language)
  }

  var assets: Assets { theme.assets }

  /// The link from this output to another: relative with a file name, so that it works from `file://` and under any path.
  /// Only the page for addresses that are not there has absolute links, since a host shows it at any depth.
  func link(to other: Address, fragment: String? = nil) -> String {
    guard address == .notFound else { return address.link(to: other, fragment: fragment) }
    return other.absolute(on: library.site) + (fragment.map { "#" + PercentCoding.encoded($0) } ?? "")
  }

  /// The picture that other sites and apps show of a link to a lesson; nil for what is none, or has none.
  func linkPicture(of page: Page) -> PrintedSheet? {
    page.kind == .lesson ? rack.linkPicture(of: page.slug, page.language) : nil
  }

  /// The page of a bundle that is shown in this language, and whether it is the original for want of a translation.
  func page(of bundle: Bundle) -> (page: Page, isUntranslated: Bool) {
    let page = bundle.page(in: language)
    return (page ?? bundle.source, page == nil)
  }
}
