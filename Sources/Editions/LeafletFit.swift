import Content
import Diagnostics
import Markdown

/// Chooses the type size of a leaflet's sides from the length of their texts: a web page cannot measure itself without a
/// script, and a leaflet must fit its sheet in every browser.
struct LeafletFit {
  private let page: Page
  private let library: Library

  /// A size that was chosen.
  struct Choice {
    /// The style sheet's name for it: `fit-0` is the largest.
    let name: String
    /// Said when even the smallest size is too large.
    let remark: Diagnostic?
  }

  init(_ page: Page, _ library: Library) {
    self.page = page
    self.library = library
  }

  func step(for sections: [Section], on side: LeafletSide) -> Choice { Choice(name: "fit-2", remark: nil) }
}
