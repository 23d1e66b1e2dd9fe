import Diagnostics

/// Full-width letters and digits, `９６１１０`: they look wrong, and nobody can search for them or dial them.
enum FullWidthLetter {
  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard passage.kinds.contains(.wideLetter), !passage.isBait, !passage.isLaw else { return }
    var index = 0
    while index < passage.glyphs.count {
      guard passage.glyphs[index].kind == .wideLetter else {
        index += 1
        continue
      }
      var end = index
      var narrow = ""
      while passage.kind(end) == .wideLetter {
        if let scalar = Unicode.Scalar(passage.glyphs[end].scalar.value - 0xFEE0) {
          narrow.unicodeScalars.append(scalar)
        }
        end += 1
      }
      let isUnbroken = passage.isUnbroken(index..<end)
      remarks.append(
        .wideLetters(passage.text(index..<end), narrow, at: passage.range(index..<end), isCertain: isUnbroken))
      index = end
    }
  }
}

extension Remark {
  fileprivate static func wideLetters(_ wide: String, _ narrow: String, at range: Range<Int>, isCertain: Bool) -> Remark
  {
    Remark(
      .warning, .fullWidthLetter, at: range,
      Wording(zh: "“\(wide)”是全角的字母或数字", en: "“\(wide)” is in full-width characters"),
      hint: Wording(zh: "改成“\(narrow)”。", en: "write “\(narrow)”."), replacement: isCertain ? narrow : nil)
  }
}
