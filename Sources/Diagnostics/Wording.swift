/// A sentence in every language in which microclass speaks to editors.
package struct Wording: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// A language of messages. It has nothing to do with the languages of the content.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case zh
  case en
}
