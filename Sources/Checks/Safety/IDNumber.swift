import Diagnostics

/// The number of a Chinese ID card: 18 digits with their check digit (GB 11643—1999), or the 15 digits of old cards.
enum IDNumber {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    for string in DigitString.all(in: passage) where isIDNumber(string) {
      let end = string.glyphs.upperBound + (string.digits.count == 17 ? 1 : 0)
      remarks.append(.idNumber(at: passage.range(string.glyphs.lowerBound..<end)))
    }
  }

  /// Whether digits are an ID-card number: a province, a date, and where there is one the check digit.
  static func isIDNumber(_ string: DigitString) -> Bool {
    let count = string.digits.count
    guard count == 18 || (count == 17 && string.hasX) || (count == 15 && !string.hasX) else { return false }
    guard provinces.contains(string.number(0..<2)) else { return false }
    if count == 15 {
      return isDate(1900 + string.number(6..<8), string.number(8..<10), string.number(10..<12))
    }
    return isDate(string.number(6..<10), string.number(10..<12), string.number(12..<14))
      && checkDigit(string) == last(string)
  }

  /// The first two digits (GB/T 2260).
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
  ]

  private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1880...2060).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }

  private static func last(_ string: DigitString) -> Int { string.digits.count == 17 ? 10 : Int(string.digits[17]) }

  /// ISO 7064, MOD 11-2; ten stands for X.
  private static func checkDigit(_ string: DigitString) -> Int {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(string.digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return (12 - sum % 11) % 11
  }
}

extension Remark {
  fileprivate static func idNumber(at range: Range<Int>) -> Remark {
    Remark(
      .error, .idNumber, at: range,
      Wording(zh: "这是一个身份证号码", en: "this is the number of an ID card"),
      hint: Wording(
        zh: "删掉它，或者只留头尾几位，中间用星号。法律依据：《个人信息保护法》第六条、第二十八条（L-39），《民法典》第一千零三十二条（L-40）。",
        en:
          "delete it, or leave only a few digits at the ends. The law: Personal Information Protection Law, Arts. 6 and 28 (L-39); Civil Code, Art. 1032 (L-40)."
      ))
  }
}
