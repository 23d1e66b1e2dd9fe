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
        var word = ""
        while position < text.count {
          let letter = text[position]
          if letter.isLatin {
            word.unicodeScalars.append(letter.value < 0x61 ? Unicode.Scalar(UInt8(letter.value + 32)) : letter)
          } else if letter == "’" || letter == "'", position + 1 < text.count, text[position + 1].isLatin {
            word += "'"
          } else {
            break
          }
          position += 1
        }
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
}
