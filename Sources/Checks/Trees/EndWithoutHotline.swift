import Content
import Diagnostics
import Markdown

/// An end of a self-check that names no number to call: whoever stands there must never stand there alone.
enum EndWithoutHotline {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.selfchecks.flatMap(\.translations).flatMap { page in
      page.ends.filter { !names($0, in: page, library) }.map {
        Diagnostic.withoutHotline(library.hotlines, at: page.document.place(of: $0.heading))
      }
    }
  }

  private static func names(_ end: DecisionTree.Step, in page: Page, _ library: Library) -> Bool {
    ([end.heading] + end.text).contains { block in
      (block..<page.document.nodes[block].end).contains { node in
        guard case .fact(let name) = page.document.nodes[node].kind else { return false }
        return library.facts[page.document.string(name)]?.canBeDialled == true
      }
    }
  }
}

extension Page {
  /// The ends of a self-check; none of any other page.
  var ends: [DecisionTree.Step] { tree?.steps.filter(\.isEnd) ?? [] }
}

extension Library {
  /// Names of the hotlines that the site shows everywhere, else of all that can be dialled.
  fileprivate var hotlines: [String] {
    site.hotlines.isEmpty ? facts.all.filter(\.canBeDialled).map(\.id) : site.hotlines
  }
}

extension Diagnostic {
  fileprivate static func withoutHotline(_ names: [String], at place: Place) -> Diagnostic {
    let known = names.prefix(3).map { "{{\($0)}}" }
    return Diagnostic(
      .error, "end-without-hotline", at: place,
      Wording(zh: "自查走到这里就结束了，却没有写打哪个电话", en: "the self-check ends here without a number to call"),
      hint: Wording(
        zh: "每个结尾都写上至少一个登记过的电话，例如\(known.joined(separator: "、"))；还要接着问，就写上回答。",
        en:
          "name at least one registered hotline at every end, such as \(known.joined(separator: ", ")); or write answers, if there is more to ask."
      ))
  }
}
