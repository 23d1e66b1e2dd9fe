/// Something that a text states and that somebody must have looked up: what the register of facts is for.
enum Figure: Hashable {
  /// A number to dial, without hyphens and blanks.
  case hotline(String)
  /// A sum of money.
  case amount(Quantity.Currency, ExactNumber)
  /// A share or a rate of interest, in per cent.
  case rate(ExactNumber)
  /// A month, or a day, of a year.
  case date(year: Int, month: Int, day: Int?)
  /// A law by its title, without title marks.
  case law(String)
  /// An article of a law. The law is nil where the text around it does not name one.
  case article(Int, of: String?)
  /// The number of a decree or an order.
  case decree(Int)

  /// Which rule a figure that nobody registered falls under.
  var rule: Check {
    switch self {
    case .hotline: .unregisteredHotline
    case .amount: .unregisteredAmount
    case .rate: .unregisteredRate
    case .date: .unregisteredDate
    case .law, .article, .decree: .unregisteredLaw
    }
  }
}

/// A figure and which characters of its statement it is.
struct FoundFigure {
  let figure: Figure
  let range: Range<Int>
}

extension Statement {
  /// Everything in the statement that must be registered, in the order of kinds, then of places.
  var figures: [FoundFigure] {
    let counted = counted
    return counted + laws
      + hotlines.filter { hotline in
        !counted.contains { $0.figure.rule == .unregisteredDate && $0.range.overlaps(hotline.range) }
      }
  }

  /// Whether letters begin at an index.
  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for scalar in word.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// The first of some words that begins at an index.
  func first(of words: [String], at index: Int) -> String? { words.first { has($0, at: index) } }

  /// The scalar at an index, nil outside of the text.
  func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// The Latin letters from an index; nil where none stands.
  func word(at start: Int) -> String? {
    var end = start
    while let scalar = scalar(end), scalar.isLatin { end += 1 }
    return end > start ? text(start..<end) : nil
  }

  /// The index after blanks.
  func afterBlanks(_ index: Int) -> Int {
    var index = index
    while let scalar = scalar(index), scalar == " " || scalar == "\u{A0}" { index += 1 }
    return index
  }

  /// The index of the first of the blanks before an index.
  func beforeBlanks(_ index: Int) -> Int {
    var index = index
    while let scalar = scalar(index - 1), scalar == " " || scalar == "\u{A0}" { index -= 1 }
    return index
  }
}
