/// A glossary's English word in all its forms: `verification code / one-time code`, `loan prime rate (LPR)`.
struct EnglishTerm {
  /// The forms as they stand in the glossary, for messages.
  let shown: String
  /// The stems of each form's words.
  private let forms: [[String]]

  init(_ text: String) {
    shown = text
    forms = text.split(separator: "/").flatMap { form -> [[String]] in
      let parts = form.split(whereSeparator: { $0 == "(" || $0 == ")" }).filter { !$0.allSatisfy { $0 == " " } }
      let whole = Self.stems(in: form)
      let outside = stride(from: 0, to: parts.count, by: 2).flatMap { Self.stems(in: parts[$0]) }
      let inside = parts.count > 1 ? Self.stems(in: parts[1]) : []
      // What stands in brackets is another name when nothing follows it: LPR, not “pig-butchering”.
      return [whole, outside] + (parts.count == 2 && inside.count == 1 ? [inside] : [])
    }.filter { !$0.isEmpty }
  }

  /// Whether all words of one of the forms stand in a text, in whatever order and number.
  func stands(in words: Set<String>) -> Bool {
    forms.contains { $0.allSatisfy { words.contains($0) || Self.small.contains($0) } }
  }

  /// Where the last word of one of the forms stands directly behind a word that the form does not have: “savings insurance”
  /// where the glossary has “deposit insurance”. Only for texts in which the term does not stand.
  func rival(in words: [EnglishWord]) -> Range<Int>? {
    for form in forms where form.count > 1 && form.count < 5 && form.allSatisfy({ !Self.small.contains($0) }) {
      guard let head = form.last else { continue }
      for (before, word) in zip(words, words.dropFirst())
      where word.stem == head && word.followsDirectly && !form.contains(before.stem)
        && !Self.neutral.contains(before.stem)
        && !before.stem.hasSuffix("ing") && !before.stem.hasSuffix("ed")
      {
        return before.range.lowerBound..<word.range.upperBound
      }
    }
    return nil
  }

  private static func stems(in text: Substring) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return EnglishWord.words(in: scalars, scalars.indices).map(\.stem)
  }

  /// Words that hold others together.
  private static let small: Set<String> = [
    "a", "an", "the", "of", "to", "on", "for", "in", "by", "with", "at", "or", "and",
  ]

  /// Words before a noun that do not make another term of it.
  private static let neutral: Set<String> = small.union([
    "this", "that", "these", "those", "my", "your", "his", "her", "it", "our", "their", "whose", "which", "what", "no",
    "any", "every", "each", "some", "all", "both", "either", "neither", "another", "other", "such", "same", "own",
    "one",
    "two", "three", "four", "first", "second", "last", "next", "new", "old", "small", "little", "large", "big", "whole",
    "full", "real", "true", "good", "bad", "fake", "false", "free", "extra", "more", "most", "less", "few", "many",
    "much", "only", "just", "even", "also", "not", "is", "are", "was", "were", "be", "been", "am", "has", "have", "had",
    "do", "does", "did", "can", "could", "may", "might", "must", "will", "would", "shall", "should", "if", "when",
    "while", "than", "then", "as", "from", "into", "onto", "over", "under", "about", "after", "before", "through",
    "without", "within", "but", "so", "because", "who", "give", "get", "take", "use", "ask", "send", "say", "call",
    "see",
    "know", "need", "want", "give", "open", "keep", "make", "let", "tell", "pay", "buy", "put", "you", "we", "they",
    "he",
    "she", "i", "them", "him", "u", "me", "s", "t", "common", "usual", "ordinary", "normal", "local", "nearest",
    "proper",
    "so-called", "called", "chinese", "chin", "different", "separate", "genuine", "area", "post", "postal",
    "zip", "bar", "dress", "show",
  ])
}

/// A word in an English text.
struct EnglishWord {
  /// In small letters, without the endings of plurals and adverbs.
  let stem: String
  let range: Range<Int>
  /// Whether only a blank or a hyphen stands between it and the word before it.
  let followsDirectly: Bool

  /// The words in a range of characters, in order.
  static func words(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [EnglishWord] {
    var words: [EnglishWord] = []
    var index = range.lowerBound
    var previous = range.lowerBound
    while index < range.upperBound {
      guard scalars[index].isLatinLetter else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, scalars[index].isLatinLetter { index += 1 }
      let word = String(folding: scalars[start..<index])
      let gap = scalars[previous..<start]
      words.append(
        EnglishWord(
          stem: stem(of: word), range: start..<index,
          followsDirectly: gap.count == 1 && (gap.first == " " || gap.first == "-"))
      )
      previous = index
    }
    return words
  }

  private static func stem(of word: String) -> String {
    var word = word.utf8[...]
    if word.count > 4, word.ends(with: "ly") { word = word.dropLast(2) }
    guard word.count > 3, word.ends(with: "s") else { return String(Substring(word)) }
    if word.ends(with: "ies") { return String(Substring(word.dropLast(3))) + "y" }
    if !word.ends(with: "ss"), !word.ends(with: "us"), !word.ends(with: "is") { word = word.dropLast() }
    return String(Substring(word))
  }
}

extension Substring.UTF8View {
  /// Whether the last bytes are these.
  fileprivate func ends(with ending: StaticString) -> Bool {
    ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
