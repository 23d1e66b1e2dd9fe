/// The deeds that a word may name, and the things. Two words of two languages may mean the same where they share one.
struct Deeds: Sendable {
  /// One bit for each row of deeds.
  var deeds: UInt128 = 0
  /// One bit for each row of things.
  var things: UInt128 = 0

  /// Whether it is nothing but a thing, of which only `no licence` and `a licence` say something.
  var isThing: Bool { deeds == 0 }

  /// Whether it is negative by meaning: `refuse`.
  var isRefusal: Bool { deeds & Self.refusalRows != 0 }

  /// The deeds that tell what a sentence is about.
  var telling: UInt128 { deeds & ~Self.commonRows }

  func mayBe(_ other: Deeds) -> Bool {
    deeds & other.deeds != 0 || isThing && other.isThing && things & other.things != 0
  }
}

extension Deeds {
  private static let allDeeds = {
    let rows = refusals + commonDeeds + otherDeeds
    precondition(rows.count <= UInt128.bitWidth && objects.count <= UInt128.bitWidth, "a bit for each row")
    return rows
  }()
  private static let refusalRows: UInt128 = (1 << UInt128(refusals.count)) - 1
  private static let commonRows: UInt128 = ((1 << UInt128(commonDeeds.count)) - 1) << UInt128(refusals.count)

  /// The words of Chinese.
  static let chinese: [String: Deeds] = {
    var found: [String: Deeds] = [:]
    for (row, words) in allDeeds.enumerated() {
      for word in words.chinese.split(separator: " ") {
        found[String(word), default: Deeds()].deeds |= 1 << UInt128(row)
      }
    }
    for (row, words) in objects.enumerated() {
      for word in words.chinese.split(separator: " ") {
        found[String(word), default: Deeds()].things |= 1 << UInt128(row)
      }
    }
    return found
  }()

  /// What an English word names, in any of its forms; nil for most words.
  static func english(_ word: String) -> Deeds? { sieve.mayHold(word) ? englishWords[word] : nil }

  private static let englishWords: [String: Deeds] = {
    var found: [String: Deeds] = [:]
    for (row, words) in allDeeds.enumerated() {
      for word in words.english.split(separator: " ").map(String.init) {
        for form in forms(of: word) { found[form, default: Deeds()].deeds |= 1 << UInt128(row) }
      }
    }
    for (row, words) in objects.enumerated() {
      for word in words.english.split(separator: " ").map(String.init) {
        for form in [word, word + "s"] { found[form, default: Deeds()].things |= 1 << UInt128(row) }
      }
    }
    return found
  }()

  private static let sieve = Sieve(words: englishWords.keys)

  /// A word and its regular forms. Those that nobody writes do no harm.
  private static func forms(of word: String) -> [String] {
    if word.hasSuffix("e") { return [word, word + "s", word + "d", word.dropLast() + "ing"] }
    if word.hasSuffix("ry") || word.hasSuffix("ly") || word.hasSuffix("py") {
      return [word, word.dropLast() + "ies", word.dropLast() + "ied", word + "ing"]
    }
    let isHissing = ["s", "ch", "sh", "x"].contains { word.hasSuffix($0) }
    return [word, word + (isHissing ? "es" : "s"), word + "ed", word + "ing"]
  }
}
