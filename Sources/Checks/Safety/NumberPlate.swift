import Diagnostics

/// The number plate of a vehicle (GA 36—2018): a province, a letter, and five or six letters and digits.
enum NumberPlate {
  private static let provinces = ScalarSet("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)

  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.han), passage.kinds.contains(.digit) else { return }
    let provinces = Self.provinces
    for index in passage.glyphs.indices where provinces.contains(passage.glyphs[index].scalar) {
      guard isCapital(index + 1, passage) else { continue }
      var start = index + 2
      if let gap = passage[start], "·•・ -.".unicodeScalars.contains(gap.scalar) { start += 1 }
      var end = start
      while isCapital(end, passage) || passage.kind(end) == .digit { end += 1 }
      if let last = passage[end], "挂学警港澳".unicodeScalars.contains(last.scalar), end - start == 4 { end += 1 }
      let digits = passage.glyphs[start..<end].count { $0.kind == .digit }
      guard end - start == 5 || end - start == 6, digits >= 2, passage.kind(end) != .letter else { continue }
      remarks.append(.numberPlate(at: passage.range(index..<end)))
    }
  }

  private static func isCapital(_ index: Int, _ passage: Passage) -> Bool {
    // Plates have no I and no O.
    passage[index].map { (0x41...0x5A).contains($0.scalar.value) && $0.scalar != "I" && $0.scalar != "O" } ?? false
  }
}

extension Remark {
  fileprivate static func numberPlate(at range: Range<Int>) -> Remark {
    Remark(
      .error, .numberPlate, at: range,
      Wording(zh: "这是一个车牌号", en: "this is a number plate"),
      hint: Wording(
        zh: "删掉它，或者写成“浙B·*****”。法律依据：《个人信息保护法》第六条（L-39），《民法典》第一千零三十二条（L-40）。",
        en:
          "delete it, or hide all but its beginning. The law: Personal Information Protection Law, Art. 6 (L-39); Civil Code, Art. 1032 (L-40)."
      ))
  }
}
