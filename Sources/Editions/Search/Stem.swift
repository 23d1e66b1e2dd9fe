/// What is common to the forms of an English word: plural, past, and the form in “-ing”. It is no word itself, and is only
/// compared. `search.js` does the same.
enum Stem {
  /// The stem of a word in lower case. What holds anything but the letters a to z is its own stem.
  static func of(_ word: ArraySlice<UInt16>) -> [UInt16] {
    var word = Word(letters: Array(word))
    guard word.letters.count > 3, word.letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word.letters }
    word.dropPlural()
    word.dropTense()
    word.dropEnd()
    return word.letters
  }

  private struct Word {
    var letters: [UInt16]

    private func ends(_ end: StaticString) -> Bool {
      let count = end.utf8CodeUnitCount
      guard letters.count >= count else { return false }
      return letters.suffix(count).elementsEqual(
        UnsafeBufferPointer(start: end.utf8Start, count: count).lazy.map(UInt16.init))
    }

    private func hasVowel(before count: Int) -> Bool { letters.dropLast(count).contains(where: Self.isVowel) }

    private static func isVowel(_ letter: UInt16) -> Bool {
      switch letter {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
      default: false
      }
    }

    private mutating func replaceEnd(_ count: Int) {
      letters.removeLast(count)
      letters.append(0x79)
    }

    mutating func dropPlural() {
      if ends("ies"), letters.count > 4 {
        replaceEnd(3)
      } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") {
        letters.removeLast(2)
      } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
        letters.removeLast()
      }
    }

    mutating func dropTense() {
      if ends("ied"), letters.count > 4 {
        replaceEnd(3)
      } else if ends("ing"), letters.count > 5, hasVowel(before: 3) {
        letters.removeLast(3)
      } else if ends("eed") {
        if letters.count > 5 { letters.removeLast() }
      } else if ends("ed"), letters.count > 4, hasVowel(before: 2) {
        letters.removeLast(2)
      }
    }

    mutating func dropEnd() {
      if letters.count > 3, let last = letters.last, letters[letters.count - 2] == last, !Self.isVowel(last) {
        letters.removeLast()
      }
      if letters.count > 3, ends("e") { letters.removeLast() }
    }
  }
}
