/// How long an English sentence and its words are.
struct EnglishMeasure {
  private(set) var words = 0
  private(set) var syllables = 0

  init() {}

  /// A word is a run of letters with apostrophes in it; a number counts as one word of two syllables, however it is written.
  /// - Parameter isSpoken: whether syllables are counted, too, which takes most of the time.
  init(_ scalars: ArraySlice<Unicode.Scalar>, isSpoken: Bool = true) {
    var word: [UInt8] = []
    var isNumber = false
    func close() {
      if isNumber {
        words += 1
        syllables += 2
      } else if word.contains(where: { $0 != UInt8(ascii: "'") }) {
        words += 1
        if isSpoken { syllables += Syllables.count(in: word) }
      }
      word.removeAll(keepingCapacity: true)
      isNumber = false
    }
    for scalar in scalars {
      switch scalar {
      case "0"..."9":
        if !word.isEmpty, !isNumber { close() }
        isNumber = true
      case "a"..."z", "A"..."Z":
        if isNumber { close() }
        word.append(UInt8(scalar.value))
      case "\u{C0}"..."\u{24F}":
        if isNumber { close() }
        // Letters with accents are vowels more often than not.
        word.append(UInt8(ascii: "e"))
      case "'", "’":
        if !word.isEmpty { word.append(UInt8(ascii: "'")) }
      case ",", ".":
        if !isNumber { close() }
      default: close()
      }
    }
    close()
  }

  static func += (left: inout EnglishMeasure, right: EnglishMeasure) {
    left.words += right.words
    left.syllables += right.syllables
  }

  /// The school year that a text asks for (Kincaid, Fishburne, Rogers and Chissom, 1975).
  func grade(sentences: Int) -> Double {
    guard sentences > 0, words > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }
}
