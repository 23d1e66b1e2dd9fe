/// The codes by which printed editions are known: `M7QK32`. They stand on every sheet in small type and in the address of
/// the page that says whether the edition is still current, so people read them aloud, type them and keep them in
/// spreadsheets.
///
/// The signs are those of Crockford's base 32 without its vowels: none is mistaken for another, no code spells a word or
/// the name of a month. The first is a letter, so that a spreadsheet takes no code for a number.
package enum EditionCode {
  /// How many signs a code has.
  package static let length = 6

  private static let letters = Array("BCDFGHJKMNPQRSTVWXYZ".utf8)
  private static let signs = Array("0123456789".utf8) + letters

  /// The code for a number; the same for numbers that differ by a multiple of 486 million (20 × 30⁵).
  package static func code(of number: UInt64) -> String {
    var code = [letters[Int(number % UInt64(letters.count))]]
    var rest = number / UInt64(letters.count)
    for _ in 1..<length {
      code.append(signs[Int(rest % UInt64(signs.count))])
      rest /= UInt64(signs.count)
    }
    return String(decoding: code, as: UTF8.self)
  }

  /// Whether a text is a code as it is printed, in capital letters.
  package static func isValid(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return text.count == length && text.allSatisfy(signs.contains) && text.first.map(letters.contains) == true
  }

  /// The code that somebody meant who wrote small letters, `O` for a nought, `I` or `L` for a one, or spaces or hyphens in
  /// between; nil when that makes no code.
  package static func meant(by text: String) -> String? {
    let code = String(
      text.uppercased().filter { $0 != " " && $0 != "-" }.map { sign -> Character in
        switch sign {
        case "O": "0"
        case "I", "L": "1"
        default: sign
        }
      })
    return isValid(code) ? code : nil
  }
}
