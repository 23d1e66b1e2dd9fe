/// Names with texts that are known when templates are loaded, such as a language's words or the addresses of style
/// sheets. Templates write `{{strings.home}}` or `{{assets.site.css}}`; the text is put in, escaped, when the template is
/// compiled, so a template is compiled once for each language.
package struct TextTable: Sendable {
  private let texts: [String: String]

  package init(_ texts: [String: String]) {
    self.texts = texts
  }

  package subscript(name: String) -> String? { texts[name] }

  /// In alphabetical order.
  package var names: [String] { texts.keys.sorted() }
}
