import Content
import Diagnostics
import Markdown

/// A paragraph that begins with four blanks or a tab, as pasted from a word processor: Markdown takes it for program code
/// and sets it in another type, without line breaks.
enum IndentedCode {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.pagesWithText.flatMap { page -> [Diagnostic] in
      let document = page.document
      return document.nodes.indices.compactMap { index in
        guard case .codeBlock = document.nodes[index].kind,
          let first = document.source.bytes[document.nodes[index].range].first(where: { $0 != 0x20 && $0 != 0x09 }),
          first != UInt8(ascii: "`"), first != UInt8(ascii: "~")
        else { return nil }
        return .indentedCode(at: document.place(of: index))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func indentedCode(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "indented-code", at: place,
      Wording(
        zh: "这一段前面有四个空格或制表符，会被当成程序代码", en: "this begins with four blanks or a tab, and is taken for program code"),
      hint: Wording(
        zh: "删掉段落前面的空白；属于列表的，和列表文字对齐。",
        en: "delete the blanks in front of it; if it belongs to a list, align it with the list's text."))
  }
}
