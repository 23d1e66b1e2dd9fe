import Content
import Diagnostics
import Markdown

/// A quote that was meant as a callout but is not written as one, or a callout with nothing in it. The label is lost, and a
/// swindler's words would stand there as if they were ours.
enum UnmarkedCallout {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.pagesWithText.flatMap { page -> [Diagnostic] in
      let document = page.document
      return document.nodes.indices.compactMap { index in
        switch document.nodes[index].kind {
        case .blockQuote:
          guard let name = name(in: document.plainText(of: index)) else { return nil }
          return .unmarkedCallout(name, at: document.place(of: index))
        case .callout(let callout):
          guard document.nodes[index].end == index + 1 else { return nil }
          return .emptyCallout(callout, at: document.place(of: index))
        default: return nil
        }
      }
    }
  }

  /// The callout that a quote's first words look like: `[BAIT]`, `[! BAIT]`, `【!BAIT】`, `[!诱饵]`.
  private static func name(in text: String) -> Node.Callout? {
    guard let first = text.first, "[［【".contains(first),
      let end = text.prefix(16).firstIndex(where: { "]］】".contains($0) })
    else { return nil }
    let word = text[text.index(after: text.startIndex)..<end].uppercased().filter { $0.isLetter }
    let chinese: [String: Node.Callout] = [
      "诱饵": .bait, "骗子的话": .bait, "提示": .tip, "警告": .warning, "注意": .warning, "说明": .note,
    ]
    return Node.Callout(rawValue: word) ?? chinese[word]
  }
}

extension Library {
  /// All pages in all languages.
  var pagesWithText: [Page] { bundles.flatMap(\.translations) }
}

extension Diagnostic {
  fileprivate static func unmarkedCallout(_ callout: Node.Callout, at place: Place) -> Diagnostic {
    let mark = "> [!\(callout.rawValue)]"
    return Diagnostic(
      .error, "unmarked-callout", at: place,
      Wording(zh: "这一框没有写对，读者看不到“骗子的话”之类的标签", en: "this box is not written right, so readers see no label on it"),
      hint: Wording(
        zh: "第一行只写“\(mark)”，方括号和感叹号用英文半角，下一行接着写“> ”和内容。",
        en: "write only “\(mark)” on the first line, and the text on the next, behind “> ”."))
  }

  fileprivate static func emptyCallout(_ callout: Node.Callout, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unmarked-callout", at: place,
      Wording(zh: "这一框是空的，内容掉到了框外面", en: "this box is empty; its text has fallen out of it"),
      hint: Wording(
        zh: "“[!\(callout.rawValue)]”下面不要空行，每一行内容前面都写“> ”。",
        en: "leave no blank line below “[!\(callout.rawValue)]”, and begin every line of the text with “> ”."))
  }
}
