import Content

/// The languages whose quantities can be read.
enum QuantityReader {
  case chinese, english

  /// Nil for a language whose numbers nobody can read here.
  init?(_ language: Language) {
    if language.isChinese {
      self = .chinese
    } else if language.isEnglish {
      self = .english
    } else {
      return nil
    }
  }

  /// The quantities of a text, in order.
  func quantities(in text: QuantityText) -> [Quantity] {
    switch self {
    case .chinese: ChineseQuantities.quantities(in: text)
    case .english: EnglishQuantities.quantities(in: text)
    }
  }

  /// What is said about how exact the things are that stand in the text as objects, in their order.
  func qualifiersOfObjects(in text: QuantityText) -> [Quantity.Qualifier] {
    switch self {
    case .chinese: ChineseQuantities.qualifiersOfObjects(in: text)
    case .english: EnglishQuantities.qualifiersOfObjects(in: text)
    }
  }

  /// Whether a text demands, forbids, affirms or denies.
  func polarity(of text: ArraySlice<Unicode.Scalar>) -> Polarity {
    switch self {
    case .chinese: Polarity(chinese: text)
    case .english: Polarity(english: text)
    }
  }

  /// What the sentences of a text say is done and not done.
  func claims(in text: ArraySlice<Unicode.Scalar>) -> Claims {
    switch self {
    case .chinese: Claims(chinese: Array(text))
    case .english: Claims(english: Array(text))
    }
  }
}
