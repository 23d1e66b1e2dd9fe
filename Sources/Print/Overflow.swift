import Diagnostics

/// A text that is too long for its panels.
struct Overflow {
  let work: SheetSetter.Work
  /// The panels through which it runs.
  let panels: [Format.Panel]
  /// How many lines too many, at least 1.
  let lines: Int
  /// Han characters in a line.
  let perLine: Int
  /// The least size of the type, in points.
  let size: Double
  let document: PrintDocument
  /// Where the text begins in the lesson.
  let place: Place
}

extension Diagnostic {
  /// A lesson does not fit its format even in the smallest type.
  static func overflow(_ overflow: Overflow) -> Diagnostic {
    let format = overflow.work.format
    let name = overflow.work.name
    let lines = overflow.lines
    let isChinese = overflow.document.content.tag.hasPrefix("zh")
    let characters = lines * overflow.perLine * (isChinese ? 1 : 2)
    let size = overflow.size.formatted
    func panels(_ code: String, _ separator: String) -> String {
      var names: [String] = []
      for panel in overflow.panels {
        let name = panel.names[code] ?? panel.names.values.min() ?? ""
        if !names.contains(name) { names.append(name) }
      }
      return names.joined(separator: separator)
    }
    return Diagnostic(
      .warning, "print-overflow", at: overflow.place,
      Wording(
        zh: "\(name.zh)的“\(panels("zh", "、"))”放不下：用最小的\(size)磅字还多\(lines)行（约\(characters)个字）",
        en:
          "\(name.en): the text is too long for “\(panels("en", ", "))” by \(lines) line\(lines == 1 ? "" : "s") (about \(characters) characters), even at \(size) points, the least size"
      ),
      hint: Wording(
        zh: "这种宣传品暂时不印，别的照印。删短这一课，或者少写一条；也可以请设计人员改templates/print/\(format.id).yaml。",
        en:
          "this sheet is not printed, all others are. Shorten the lesson or leave out an item, or ask a designer to change templates/print/\(format.id).yaml."
      ))
  }

  /// A short text does not fit its box.
  static func boxOverflow(_ text: Wording, _ panel: Format.Panel, _ work: SheetSetter.Work, at place: Place)
    -> Diagnostic
  {
    let name = work.name
    return Diagnostic(
      .warning, "print-overflow", at: place,
      Wording(
        zh: "\(name.zh)的“\(panel.names["zh"] ?? "")”放不下\(text.zh)",
        en: "\(name.en): the \(text.en) is too long for “\(panel.names["en"] ?? "")”"),
      hint: Wording(
        zh: "这种宣传品暂时不印，别的照印。把它写短些。", en: "this sheet is not printed, all others are. Make it shorter."))
  }
}

extension SheetSetter.Work {
  /// What it is called in messages.
  fileprivate var name: Wording {
    let (zh, en) = (format.names["zh"] ?? format.id, format.names["en"] ?? format.id)
    return isLocal ? Wording(zh: zh + "（网点版）", en: en + " (outlets’ edition)") : Wording(zh: zh, en: en)
  }
}

extension Double {
  /// The number without a zero after the point: 9, 9.25.
  fileprivate var formatted: String {
    self == rounded() ? String(Int(self)) : String(self)
  }
}
