/// Diagnostics as a person reads them in a terminal:
///
///     content/lessons/high-yield/zh.md:12:3: error: no such file: `../safe-acount/zh.md` [broken-link]
///       12 | 参见[安全账户](../safe-acount/zh.md)一节。
///          |     ^
///       hint: did you mean `../safe-account/zh.md`?
package struct DiagnosticText: Sendable {
  package let language: MessageLanguage
  /// Whether to colour for a terminal (ANSI sequences).
  package let isColored: Bool
  /// Whether to give only the first line of each.
  package let isConcise: Bool
  /// Source lines are shown in a window of so many columns round the place.
  static let window = 100

  package init(language: MessageLanguage, isColored: Bool = false, isConcise: Bool = false) {
    self.language = language
    self.isColored = isColored
    self.isConcise = isConcise
  }

  /// All of them, each with a line end, in the order given.
  package func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.reduce(into: "") { $0 += text(of: $1) }
  }

  /// One diagnostic, with a line end.
  package func text(of diagnostic: Diagnostic) -> String {
    var text = paint(location(of: diagnostic.place) + ": ", .bold)
    text += paint(diagnostic.severity.word[language], diagnostic.severity.paint)
    text += diagnostic.message[language].onOneLine + " [\(diagnostic.rule)]\n"
    if isConcise { return text }
    text += excerpt(of: diagnostic.place)
    if let hint = diagnostic.hint {
      text += "  " + paint(Wording.hint[language], .cyan) + hint[language].onOneLine + "\n"
    }
    if let fix = diagnostic.fix {
      text += "  " + paint(Wording.fix[language], .cyan) + Wording.fixing(fix)[language].onOneLine + "\n"
    }
    for note in diagnostic.notes {
      text += "  " + paint(Wording.note[language], .cyan) + note.message[language].onOneLine
      text += Wording.noteAt[language] + location(of: note.place) + "\n" + excerpt(of: note.place)
    }
    return text
  }

  private func location(of place: Place) -> String {
    guard let start = place.range?.lowerBound else { return place.path }
    return "\(place.path):\(start.line):\(start.column)"
  }

  /// The source line with its number, and the caret under the first character meant.
  private func excerpt(of place: Place) -> String {
    guard let start = place.range?.lowerBound, let line = place.line else { return "" }
    let characters = Array(line)
    let caret = start.column - 1
    guard caret <= characters.count, !characters.isEmpty else { return "" }
    let shown = Self.window(on: characters, round: caret)
    let before = characters[shown.lowerBound..<caret]
    let ellipsis = shown.lowerBound > 0 ? "…" : ""
    let number = String(start.line)
    let blank = String(repeating: " ", count: number.count)
    let indent = ellipsis.isEmpty ? "" : " "
    let pad = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    let text = ellipsis + String(characters[shown].map(\.visible)) + (shown.upperBound < characters.count ? "…" : "")
    return paint("  \(number) | ", .blue) + text + "\n"
      + paint("  \(blank) | ", .blue) + indent + pad + paint("^", .bold) + "\n"
  }

  /// The characters of a long line that are shown: as many as fit, with the place at two fifths.
  private static func window(on characters: [Character], round caret: Int) -> Range<Int> {
    if characters.reduce(0, { $0 + $1.displayWidth }) <= window { return 0..<characters.count }
    var lower = caret
    var width = 0
    while lower > 0, width + characters[lower - 1].displayWidth <= window * 2 / 5 {
      lower -= 1
      width += characters[lower].displayWidth
    }
    var upper = caret
    while upper < characters.count, width + characters[upper].displayWidth <= window - 2 {
      width += characters[upper].displayWidth
      upper += 1
    }
    while upper == characters.count, lower > 0, width + characters[lower - 1].displayWidth <= window - 2 {
      lower -= 1
      width += characters[lower].displayWidth
    }
    return lower..<upper
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    isColored ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Codes of ANSI terminals.
private enum Paint: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case blue = "34"
  case cyan = "36"
}

extension Character {
  /// The character itself, or a sign in place of a control that would disturb the terminal.
  fileprivate var visible: Character {
    guard let scalar = unicodeScalars.first, self != "\t" else { return self }
    return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : self
  }
}

extension String {
  /// Without line ends and escapes, whatever an editor wrote into a value that a message quotes.
  fileprivate var onOneLine: String { String(map { $0.isNewline ? " " : $0.visible }) }
}

extension Diagnostic.Severity {
  fileprivate var paint: Paint {
    switch self {
    case .error: .red
    case .warning: .yellow
    }
  }

  fileprivate var word: Wording {
    switch self {
    case .error: Wording(zh: "错误：", en: "error: ")
    case .warning: Wording(zh: "警告：", en: "warning: ")
    }
  }
}

extension Wording {
  fileprivate static let hint = Wording(zh: "提示：", en: "hint: ")
  fileprivate static let note = Wording(zh: "注：", en: "note: ")
  fileprivate static let fix = Wording(zh: "可改：", en: "fix: ")
  fileprivate static func fixing(_ fix: Diagnostic.Fix) -> Wording {
    let text = fix.replacement
    if text.isEmpty { return Wording(zh: "用--fix删掉", en: "--fix deletes it") }
    if fix.range.isEmpty { return Wording(zh: "用--fix补上`\(text)`", en: "--fix adds `\(text)`") }
    return Wording(zh: "用--fix改成`\(text)`", en: "--fix makes it `\(text)`")
  }
  fileprivate static let noteAt = Wording(zh: "：", en: ": ")
}
