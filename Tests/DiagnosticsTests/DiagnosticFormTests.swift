import Diagnostics
import Testing

/// A lesson with a broken link in line 12.
private let lesson = SourceFile(
  path: "content/lessons/high-yield/zh.md",
  text: String(repeating: "\n", count: 11) + "参见[安全账户](../safe-acount/zh.md)一节。\n")

private let brokenLink = Diagnostic(
  .error, "broken-link", at: lesson.place(lesson.start(ofLine: 12) + 6..<lesson.start(ofLine: 12) + 20),
  Wording(zh: "找不到“../safe-acount/zh.md”", en: "no such file: `../safe-acount/zh.md`"),
  hint: Wording(zh: "是不是“../safe-account/zh.md”？", en: "did you mean `../safe-account/zh.md`?"))

private let duplicate = Diagnostic(
  .warning, "duplicate-key", at: Place(path: "content/site.yaml"), Wording(zh: "写了两次", en: "given twice: 100%, \"a\""),
  notes: [Diagnostic.Note(Wording(zh: "第一次写在这里", en: "first given here"), at: lesson.place(ofLine: 12))])

private func text(of line: String, column: Int, number: Int = 1) -> String {
  let file = SourceFile(path: "a.md", text: String(repeating: "\n", count: number - 1) + line)
  let start = Position(line: number, column: column)
  let place = Place(path: "a.md", range: start..<start, line: file.place(ofLine: number).line)
  let diagnostic = Diagnostic(.error, "rule", at: place, Wording(zh: "错", en: "wrong"))
  return DiagnosticText(language: .en).text(of: diagnostic)
}

@Suite struct DiagnosticFormTests {
  @Test("The long form in Chinese")
  func chinese() {
    #expect(
      DiagnosticText(language: .zh).text(of: brokenLink) == """
        content/lessons/high-yield/zh.md:12:3: 错误：找不到“../safe-acount/zh.md” [broken-link]
          12 | 参见[安全账户](../safe-acount/zh.md)一节。
             |     ^
          提示：是不是“../safe-account/zh.md”？

        """)
  }

  @Test("The long form in English")
  func english() {
    #expect(
      DiagnosticText(language: .en).text(of: brokenLink) == """
        content/lessons/high-yield/zh.md:12:3: error: no such file: `../safe-acount/zh.md` [broken-link]
          12 | 参见[安全账户](../safe-acount/zh.md)一节。
             |     ^
          hint: did you mean `../safe-account/zh.md`?

        """)
  }

  @Test("A whole file has no line; a note shows its own")
  func notes() {
    #expect(
      DiagnosticText(language: .en).text(of: duplicate) == """
        content/site.yaml: warning: given twice: 100%, "a" [duplicate-key]
          note: first given here: content/lessons/high-yield/zh.md:12:1
          12 | 参见[安全账户](../safe-acount/zh.md)一节。
             | ^

        """)
  }

  @Test("The concise form is the first line alone")
  func concise() {
    #expect(
      DiagnosticText(language: .zh, isConcise: true).text(of: [brokenLink, duplicate]) == """
        content/lessons/high-yield/zh.md:12:3: 错误：找不到“../safe-acount/zh.md” [broken-link]
        content/site.yaml: 警告：写了两次 [duplicate-key]

        """)
  }

  @Test("Tabs stay tabs, so the caret stays under its character")
  func tabs() {
    #expect(text(of: "\ta：\tb", column: 5) == "a.md:1:5: error: wrong [rule]\n  1 | \ta：\tb\n    | \t   \t^\n")
  }

  @Test("Emoji and full-width marks take two columns, accents none")
  func widths() {
    #expect(text(of: "😀é！👨‍👩‍👧x", column: 5).hasSuffix("\n    |        ^\n"))
  }

  @Test("A place after the end of the line is shown there")
  func endOfLine() {
    #expect(text(of: "高息", column: 3).hasSuffix("  1 | 高息\n    |     ^\n"))
  }

  @Test("Of a long line a window of 100 columns round the place is shown")
  func longLines() {
    for column in [1, 20, 60, 100, 180, 199, 201] {
      let lines = text(
        of: String(repeating: "高", count: 100) + String(repeating: "a", count: 100), column: column, number: 7
      )
      .split(separator: "\n")
      let shown = lines[1].dropFirst("  7 | ".count)
      #expect(shown.reduce(0) { $0 + $1.displayWidth } <= 102, "column \(column)")
      let caret = lines[2].dropFirst("  7 | ".count).count - 1
      // The character above the caret is the one in that column.
      var width = 0
      let above = shown.first { character in
        width += character.displayWidth
        return width > caret
      }
      #expect(above == (column <= 100 ? "高" : column <= 200 ? "a" : nil), "column \(column)")
    }
  }

  @Test("Control characters in a file cannot command the terminal")
  func controls() {
    #expect(!text(of: "a\u{1B}[31mb", column: 1).contains("\u{1B}"))
  }

  @Test("Colours, when wanted")
  func colors() {
    let text = DiagnosticText(language: .en, isColored: true).text(of: brokenLink)
    #expect(text.contains("\u{1B}[1;31merror: \u{1B}[0m"))
  }

  @Test("JSON has the same keys every time")
  func json() {
    #expect(DiagnosticJSON(language: .en).text(of: []) == "[]\n")
    #expect(
      DiagnosticJSON(language: .en).text(of: [brokenLink, duplicate]) == #"""
        [
          {"rule":"broken-link","severity":"error","path":"content/lessons/high-yield/zh.md","line":12,"column":3,"endLine":12,"endColumn":9,"message":"no such file: `../safe-acount/zh.md`","hint":"did you mean `../safe-account/zh.md`?","fix":null,"notes":[]},
          {"rule":"duplicate-key","severity":"warning","path":"content/site.yaml","line":null,"column":null,"endLine":null,"endColumn":null,"message":"given twice: 100%, \"a\"","hint":null,"fix":null,"notes":[{"path":"content/lessons/high-yield/zh.md","line":12,"column":1,"endLine":12,"endColumn":34,"message":"first given here"}]}
        ]

        """#)
  }

  @Test("JSON escapes what JSON must")
  func jsonEscapes() {
    let odd = Diagnostic(.error, "rule", at: Place(path: "a\\b"), Wording(zh: "\"\n\t\u{1}高", en: ""))
    #expect(DiagnosticJSON(language: .zh).text(of: [odd]).contains(#""message":"\"\n\t\u0001高""#))
  }

  @Test("GitHub's form is one line with its escapes")
  func gitHub() {
    #expect(
      DiagnosticGitHub(language: .en).text(of: [brokenLink, duplicate]) == """
        ::error file=content/lessons/high-yield/zh.md,line=12,col=3,endColumn=9,title=broken-link::no such file: `../safe-acount/zh.md`%0Adid you mean `../safe-account/zh.md`?
        ::warning file=content/site.yaml,title=duplicate-key::given twice: 100%25, "a"

        """)
  }
}
