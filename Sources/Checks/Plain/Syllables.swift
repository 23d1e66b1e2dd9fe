/// How many syllables an English word has, by its spelling, with a list of words that are not spoken as they are spelt.
package enum Syllables {
  /// The number for a word of ASCII letters and apostrophes, at least 1. Capitals alone are spelt out: `ATM` has three.
  package static func count(in word: [UInt8]) -> Int {
    if word.allSatisfy({ ($0 >= 0x41 && $0 <= 0x5A) || $0 == apostrophe }) {
      let letters = word.filter { $0 != apostrophe }
      if letters.count > 1, letters.count < 6 { return letters.reduce(0) { $0 + ($1 == UInt8(ascii: "W") ? 3 : 1) } }
    }
    var lower = word
    for index in word.indices where word[index] >= 0x41 && word[index] <= 0x5A { lower[index] += 0x20 }
    while lower.last == apostrophe { lower.removeLast() }
    var extra = 0
    if let mark = lower.lastIndex(of: apostrophe) {
      let tail = String(decoding: lower[(mark + 1)...], as: UTF8.self)
      lower.removeSubrange(mark...)
      if tail == "t" {
        // isn't, didn't, couldn't; but don't, can't, aren't.
        if lower.last == UInt8(ascii: "n"), let before = lower.dropLast().last, !isVowel(before) || before == r,
          before != r
        {
          extra = 1
        }
        if lower.last == UInt8(ascii: "n") { lower.removeLast() }
      } else if tail == "ll" || tail == "d" || tail == "ve" {
        if let last = lower.last, !isVowel(last), last != UInt8(ascii: "w") { extra = 1 }
      } else if tail == "s", let last = lower.last,
        [UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z")].contains(last)
      {
        extra = 1
      }
    }
    return spoken(lower) + extra
  }

  private static func spoken(_ word: [UInt8]) -> Int {
    if let count = exception(word[...]) { return count }
    if word.last == UInt8(ascii: "s"), let count = exception(word.dropLast()) { return count }
    if word.count <= 3 { return max(1, groups(word[...])) }
    var stem = word[...]
    var count = 0
    for (ending, syllables) in endings where word[...].ends(with: ending) && word.count > ending.utf8CodeUnitCount + 2 {
      stem = stem.dropLast(ending.utf8CodeUnitCount)
      count += syllables
      break
    }
    return max(1, count + groups(stem) - silent(stem) + hiatus(stem, wasCut: count > 0))
  }

  /// Endings before which an e may be silent: safe-ly, pay-ment, care-ful.
  private static let endings: [(StaticString, Int)] = [
    ("lessly", 2), ("fully", 2), ("ments", 1), ("ment", 1), ("ness", 1), ("less", 1), ("ful", 1), ("ly", 1),
    ("ship", 1),
    ("some", 1),
  ]

  /// Runs of vowels; a y at the beginning is a consonant, and so is the u of qu.
  private static func groups(_ word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var wasVowel = false
    for (index, letter) in zip(word.indices, word) {
      var isVowel = isVowel(letter)
      if letter == UInt8(ascii: "y"), index == word.startIndex { isVowel = false }
      if letter == UInt8(ascii: "u"), index > word.startIndex, word[index - 1] == UInt8(ascii: "q") { isVowel = false }
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }

  /// 1 for a last e that is not spoken, also in -es and -ed.
  private static func silent(_ word: ArraySlice<UInt8>) -> Int {
    func before(_ count: Int) -> UInt8 { word.dropLast(count).last ?? 0 }
    if word.ends(with: "ed"), word.count > 3 {
      let letter = before(2)
      return isVowel(letter) || letter == UInt8(ascii: "t") || letter == UInt8(ascii: "d") ? 0 : 1
    }
    if word.ends(with: "es"), word.count > 3 {
      if sibilants.contains(where: word.ends) { return 0 }
      if word.ends(with: "les"), !isVowel(before(3)) { return 0 }
      return isVowel(before(2)) ? 0 : 1
    }
    if word.ends(with: "e"), word.count > 2 {
      if word.ends(with: "le"), !isVowel(before(2)) { return 0 }
      return isVowel(before(1)) ? 0 : 1
    }
    return 0
  }

  /// Vowels beside each other that are two syllables: pay-ing, var-i-ous, me-di-a, sit-u-a-tion.
  private static func hiatus(_ word: ArraySlice<UInt8>, wasCut: Bool) -> Int {
    let (start, end) = (word.startIndex, word.endIndex)
    var count = 0
    if !wasCut, word.ends(with: "ing"), word.count > 4, isVowel(word[end - 4]),
      word[end - 4] != UInt8(ascii: "u") || word[end - 5] != UInt8(ascii: "q")
    {
      count += 1
    }
    for index in word.indices.dropLast() where isVowel(word[index]) {
      let pair = (word[index], word[index + 1])
      let before = index > start ? word[index - 1] : 0
      switch pair {
      case (i, UInt8(ascii: "a")), (i, UInt8(ascii: "u")):
        // cial, tial, cian, cious
        if ![UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s")].contains(before) {
          count += 1
        }
      case (i, UInt8(ascii: "o")):
        // tion, sion, cious, gion
        if ![UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "x")].contains(
          before)
        {
          count += 1
        }
      case (UInt8(ascii: "u"), UInt8(ascii: "a")), (UInt8(ascii: "u"), UInt8(ascii: "o")):
        if before != UInt8(ascii: "q"), before != UInt8(ascii: "g") { count += 1 }
      case (UInt8(ascii: "e"), UInt8(ascii: "o")): if index > start, before != UInt8(ascii: "p") { count += 1 }
      default: break
      }
    }
    if word.ends(with: "ier") || word.ends(with: "iest") || word.ends(with: "ism") || word.ends(with: "sms") {
      count += 1
    }
    if word.ends(with: "ient") || word.ends(with: "ience") {
      if !soft.contains(where: word.ends) { count += 1 }
    }
    return count
  }

  private static let sibilants: [StaticString] = ["ses", "ces", "ges", "xes", "zes", "ches", "shes"]
  private static let soft: [StaticString] = ["cient", "tient", "cience", "tience"]

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), i, UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
    default: false
    }
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let i = UInt8(ascii: "i")
  private static let r = UInt8(ascii: "r")

  /// The number of a word that is not spoken as it is spelt. Few words are as long as the longest of these, and what fits
  /// into a `String` without storage of its own is quickly looked up.
  private static func exception(_ word: ArraySlice<UInt8>) -> Int? {
    word.count > 15 || !sieve.mayHold(word) ? nil : exceptions[String(decoding: word, as: UTF8.self)]
  }

  private static let sieve = Sieve(words: exceptions.keys)

  private static let exceptions: [String: Int] = [
    "every": 2, "everyone": 3, "everything": 3, "everybody": 4, "everyday": 3, "everywhere": 3, "business": 2,
    "businesses": 3, "real": 2, "really": 3, "area": 3, "idea": 3, "create": 2, "created": 3, "creates": 2, "being": 2,
    "quiet": 2, "quietly": 3, "science": 2, "client": 2, "diet": 2, "trial": 2, "dial": 2, "dialled": 2, "poem": 2,
    "people": 2, "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "somebody": 3, "anyone": 3, "whole": 1,
    "once": 1, "here": 1, "where": 1, "there": 1, "were": 1, "are": 1, "one": 1, "done": 1, "gone": 1, "come": 1,
    "some": 1, "fire": 2, "hour": 2, "our": 2, "ours": 2, "flower": 2, "power": 2, "tower": 2, "vehicle": 3,
    "family": 3,
    "families": 3, "different": 3, "interest": 3, "interested": 4, "several": 3, "evening": 2, "evenings": 2,
    "vegetable": 4, "comfortable": 4, "chocolate": 3, "wednesday": 2, "colonel": 2, "recipe": 3, "maybe": 2, "cafe": 2,
    "forehead": 2, "therefore": 2, "homework": 2, "household": 2, "likely": 2, "goes": 1, "does": 1, "shoes": 1,
    "toes": 1, "makes": 1, "names": 1, "deleted": 3, "renminbi": 3, "yuan": 2, "app": 1, "apps": 1, "wechat": 2,
    "alipay": 3, "id": 2, "ids": 2, "ok": 2, "atm": 3, "doing": 2, "going": 2, "seeing": 2, "rely": 2, "reply": 2,
    "apply": 2, "supply": 2, "only": 2, "early": 2, "july": 2, "italy": 3, "lately": 2, "ugly": 2, "fly": 1, "fully": 2,
    "rule": 1, "moment": 2, "cement": 2, "comment": 2, "element": 3, "document": 3, "documents": 3, "supplement": 3,
    "instrument": 3, "implement": 3, "piece": 1, "video": 3, "videos": 3, "radio": 3, "period": 3, "lion": 2, "ruin": 2,
    "fluid": 2, "doer": 2, "lower": 2, "usual": 3, "usually": 4, "actual": 3, "actually": 4, "annual": 3, "annually": 4,
    "gradually": 4, "manual": 3, "society": 4, "variety": 4, "anxiety": 4, "safety": 2, "ninety": 2, "lonely": 2,
    "surely": 2, "sincerely": 3, "entirely": 4, "guaranteed": 3, "agreed": 2, "freed": 1, "need": 1, "speed": 1,
    "indeed": 2, "exceed": 2, "proceed": 2, "succeed": 2, "feed": 1, "seed": 1, "weed": 1, "bleed": 1, "breed": 1,
    "greed": 1, "deed": 1, "sacred": 2, "wicked": 2, "naked": 2, "hundred": 2, "kindred": 2, "biggest": 2, "minutes": 2,
    "clothes": 1, "themselves": 2, "ourselves": 3, "yourselves": 2, "machine": 2, "machines": 2, "police": 2,
    "fundraising": 3, "online": 2, "policeman": 3, "policemen": 3, "lifeline": 2, "baseline": 2, "nowhere": 2,
    "outside": 2, "inside": 2, "beside": 2, "sidewalk": 2, "careless": 2, "medium": 3, "giant": 2, "reality": 4,
    "theatre": 3, "museum": 3, "cruel": 2, "fuel": 2, "duel": 2, "jewel": 2, "lawyer": 2, "employer": 3,
    "employee": 3, "prayer": 2, "layer": 2, "player": 2, "buyer": 2, "payer": 2, "flyer": 2, "heard": 1, "learned": 1,
  ]
}

extension ArraySlice<UInt8> {
  /// Whether the last bytes are these.
  fileprivate func ends(with ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard self.count >= count else { return false }
    return (0..<count).allSatisfy { self[endIndex - count + $0] == ending.utf8Start[$0] }
  }
}
