import Content
import Diagnostics
import Markdown

/// A mobile number: eleven digits from 13 to 19, perhaps behind +86. It may be a victim's, or somebody's who has nothing
/// to do with the case.
enum MobileNumber {
  static func read(_ passage: Passage, _ style: HouseStyle, _ remarks: inout [Remark]) {
    var reported: [Range<Int>] = []
    for string in DigitString.all(in: passage) where isMobile(string) && !style.registeredDigits.contains(string.text) {
      if reported.contains(where: { $0.overlaps(string.glyphs) }) { continue }
      reported.append(string.glyphs)
      remarks.append(.mobileNumber(at: passage.range(string.glyphs)))
    }
    guard let node = passage.node else { return }
    let document = passage.page.document
    for index in node..<document.nodes[node].end {
      guard case .link(let destination, _, _) = document.nodes[index].kind else { continue }
      let address = document.string(destination)
      guard address.hasPrefix("tel:") else { continue }
      let digits = address.unicodeScalars.compactMap {
        $0.properties.numericType == .decimal ? UInt8($0.value & 0xF) : nil
      }
      if isMobile(DigitString(digits: digits, glyphs: 0..<0, hasX: false)) {
        remarks.append(.mobileNumber(at: document.nodes[index].range))
      }
    }
  }

  private static func isMobile(_ string: DigitString) -> Bool {
    var digits = string.digits[...]
    if digits.starts(with: [0, 0, 8, 6]) { digits = digits.dropFirst(4) }
    if digits.count == 13, digits.starts(with: [8, 6]) { digits = digits.dropFirst(2) }
    guard digits.count == 11, !string.hasX, digits.first == 1, let second = digits.dropFirst().first else {
      return false
    }
    return second >= 3
  }
}

extension Remark {
  fileprivate static func mobileNumber(at range: Range<Int>) -> Remark {
    Remark(
      .error, .mobileNumber, at: range,
      Wording(zh: "这是一个手机号码", en: "this is a mobile number"),
      hint: Wording(
        zh:
          "删掉它，或者写成“138****0000”的样子。公开的求助电话先登记到facts.yaml。法律依据：《个人信息保护法》第六条（L-39），《民法典》第一千零三十二条（L-40）。",
        en:
          "delete it, or write it like “138****0000”. Public numbers are registered in facts.yaml. The law: Personal Information Protection Law, Art. 6 (L-39); Civil Code, Art. 1032 (L-40)."
      ))
  }
}
