import Content
import Diagnostics
import Markdown

/// A slogan section that is not exactly one paragraph: leaflets, posters and walls have room for one line.
enum OddSlogan {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.pagesWithText.compactMap { page in
      guard let section = page.section(.slogan) else { return nil }
      let document = page.document
      let blocks = Array(document.siblings(in: section.blocks))
      if blocks.count == 1, document.nodes[blocks[0]].kind == .paragraph { return nil }
      let odd = blocks.first { document.nodes[$0].kind != .paragraph } ?? blocks.dropFirst().first
      return .oddSlogan(at: document.place(of: odd ?? section.heading))
    }
  }
}

extension Diagnostic {
  fileprivate static func oddSlogan(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "odd-slogan", at: place,
      Wording(
        zh: "这一节要正好一段话，宣传单上只放得下一句", en: "this section must be exactly one paragraph: a leaflet has room for one line"),
      hint: Wording(zh: "只留一句口号，其余的移到别的小节。", en: "leave one line here and move the rest to another section."))
  }
}
