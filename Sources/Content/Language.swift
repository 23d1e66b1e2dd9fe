/// A language in which the content is published.
package struct Language: Hashable, Sendable {
  /// The word in file names and addresses: `zh` of `zh.md`.
  package let code: String
  /// Its own name for itself.
  package let name: String
  /// Its tag in published pages (BCP 47): `zh-Hans`.
  package let tag: String
  /// Its name for the Open Graph protocol, language and country: `zh_CN`.
  package let locale: String
}

/// A short text in the languages in which it was given.
package struct Translated: Hashable, Sendable {
  /// Text by language code. It has at least the source language's text.
  let texts: [String: String]
  let source: String

  /// - Parameter source: the code of the language whose text stands in for others; there must be one for it.
  package init(texts: [String: String], source: String) {
    self.texts = texts
    self.source = source
  }

  /// The text in a language, or in the source language where there is none.
  package subscript(language: Language) -> String {
    texts[language.code] ?? texts[source] ?? ""
  }

  /// The text in the language with a code, or in the source language where there is none.
  package subscript(code code: String) -> String { texts[code] ?? texts[source] ?? "" }

  /// Whether there is a text of its own for a language.
  package func has(_ language: Language) -> Bool { texts[language.code] != nil }
}
