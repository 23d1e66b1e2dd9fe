import Diagnostics

/// The number of a bank card: 13 to 19 digits with their check digit (Luhn; ISO/IEC 7812-1, Annex B).
enum BankCard {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    for string in DigitString.all(in: passage) where isCardNumber(string) {
      remarks.append(.bankCard(at: passage.range(string.glyphs)))
    }
  }

  private static func isCardNumber(_ string: DigitString) -> Bool {
    let digits = string.digits
    guard (13...19).contains(digits.count), !string.hasX, !IDNumber.isIDNumber(string) else { return false }
    // The first digits of payment cards; 95 is on older Chinese ones.
    let isPayment = (3...6).contains(digits[0]) || (digits[0] == 9 && digits[1] == 5 && digits.count >= 16)
    return isPayment && Set(digits).count > 1 && luhn(digits)
  }

  private static func luhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let doubled = item.offset.isMultiple(of: 2) ? Int(item.element) : Int(item.element) * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }
}

extension Remark {
  fileprivate static func bankCard(at range: Range<Int>) -> Remark {
    Remark(
      .error, .bankCard, at: range,
      Wording(zh: "这像是一个银行卡号", en: "this looks like the number of a bank card"),
      hint: Wording(
        zh: "删掉它，或者只留后四位。金融账户是敏感个人信息：《个人信息保护法》第二十八条（L-39）。",
        en:
          "delete it, or leave only the last four digits. Accounts are sensitive personal information: Personal Information Protection Law, Art. 28 (L-39)."
      ))
  }
}
