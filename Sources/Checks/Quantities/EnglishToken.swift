/// A word, a number or a sign of an English text.
struct EnglishToken {
  enum Kind { case word, number, sign }

  let kind: Kind
  /// In small letters, with straight apostrophes; a number without its commas.
  let text: String
  /// Positions in the text.
  let range: Range<Int>
  var isCapital = false
  /// Whether commas group the digits.
  var isGrouped = false
  /// Whether it follows the one before without a space.
  var isJoined = false

  /// All tokens of a text, without its spaces.
  static func tokens(of text: [Unicode.Scalar]) -> [EnglishToken] {
    var tokens: [EnglishToken] = []
    tokens.reserveCapacity(text.count / 4)
    var position = 0
    var isJoined = false
    while position < text.count {
      let start = position
      let scalar = text[position]
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        position += 1
        isJoined = false
        continue
      }
      if scalar.isDigit {
        let run = DigitRun(in: text, at: position)
        position = run.end
        tokens.append(
          EnglishToken(
            kind: .number, text: run.digits, range: start..<position, isGrouped: run.isGrouped, isJoined: isJoined))
      } else if scalar.isLatin {
        while position < text.count {
          let letter = text[position]
          let isApostrophe = (letter == "’" || letter == "'") && position + 1 < text.count && text[position + 1].isLatin
          guard letter.isLatin || isApostrophe else { break }
          position += 1
        }
        let word = Self.small(text[start..<position])
        tokens.append(
          EnglishToken(
            kind: .word, text: word, range: start..<position, isCapital: scalar.value < 0x61, isJoined: isJoined))
      } else {
        position += 1
        tokens.append(EnglishToken(kind: .sign, text: String(scalar), range: start..<position, isJoined: isJoined))
      }
      isJoined = true
    }
    return tokens
  }

  /// Letters in small ones, with straight apostrophes.
  private static func small(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: letters.count) { buffer in
      for (index, letter) in letters.enumerated() {
        buffer[index] =
          switch letter.value {
          case 0x41...0x5A: UInt8(letter.value + 32)
          case 0x61...0x7A: UInt8(letter.value)
          default: UInt8(ascii: "'")
          }
      }
      return letters.count
    }
  }
}
