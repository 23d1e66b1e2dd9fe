/// Nasty nested Markdown, made from a seed; the same seed makes the same text on every machine.
struct GeneratedMarkdown {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A document of some blocks.
  mutating func document() -> String {
    let lineEnd = pick(["\n", "\n", "\r\n", "\r"])
    var lines: [String] = []
    for _ in 0..<(1 + number(below: 5)) { lines += block(depth: 0) + [String](repeating: "", count: number(below: 3)) }
    return lines.joined(separator: lineEnd) + (number(below: 4) == 0 ? "" : lineEnd)
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[number(below: choices.count)] }

  // MARK: Blocks

  private mutating func block(depth: Int) -> [String] {
    switch number(below: depth > 4 ? 4 : 16) {
    case 0, 1, 2: return paragraph()
    case 3: return [pick(["# ", "##\t", "### ", "#"]) + inline(depth: 0) + pick(["", " #", " {#id}", "##", " ## "])]
    case 4, 5: return quote(depth: depth)
    case 6, 7, 8: return list(depth: depth)
    case 9:
      let fence = pick(["```", "~~~~", "``"])
      return [fence + pick(["", "swift", " c++ x"])] + paragraph() + (number(below: 4) == 0 ? [] : [fence])
    case 10: return paragraph().map { "    " + $0 }
    case 11: return [pick(["---", "***", "* * *", "___ ", "<!-- 注 -->", "<div>", "<br/>"])]
    case 12: return table()
    case 13: return paragraph() + [pick(["===", "---", "  ==", "-", "=== ="])]
    case 14: return ["[链接]: /url '标题'", "[b]:", "  <x y>"] + (number(below: 2) == 0 ? paragraph() : [])
    default: return ["\t" + inline(depth: 0), "  \t" + inline(depth: 0)]
    }
  }

  private mutating func paragraph() -> [String] {
    (0..<(1 + number(below: 4))).map { _ in
      pick(["", "", "", " ", "    ", "\t", "  > ", "      > "]) + inline(depth: 0)
        + pick(["", "", "", " ", "  ", "\\", "\t"])
    }
  }

  private mutating func quote(depth: Int) -> [String] {
    var lines = [pick(["", "", "[!NOTE]", "[!bait]", "[!ODD] x"])].filter { !$0.isEmpty }
    for _ in 0...number(below: 3) { lines += block(depth: depth + 1) + (number(below: 2) == 0 ? [""] : []) }
    return lines.enumerated().map { index, line in
      // Now and then a lazy continuation.
      index > 0 && number(below: 8) == 0 ? line : pick(["> ", "> ", "> ", ">", " > ", "   >\t", ">\t"]) + line
    }
  }

  private mutating func list(depth: Int) -> [String] {
    var lines: [String] = []
    let bullet = pick(["- ", "* ", "+ ", "1. ", "7) ", "-\t", "-   ", "10.\t", "-     "])
    for _ in 0...number(below: 3) {
      var content = block(depth: depth + 1)
      if number(below: 3) == 0 { content += [""] + block(depth: depth + 1) }
      let mark = pick(["", "", "", "[ ] ", "[x] ", "【x】", "\t"])
      let indent = pick([String(repeating: " ", count: bullet.count), "  ", "    ", "\t", " "])
      for (index, line) in content.enumerated() {
        lines.append(index == 0 ? bullet + mark + line : line.isEmpty || number(below: 10) == 0 ? line : indent + line)
      }
      if number(below: 4) == 0 { lines.append("") }
    }
    return lines
  }

  private mutating func table() -> [String] {
    let columns = 1 + number(below: 3)
    var lines = number(below: 3) == 0 ? paragraph() : []
    for row in 0..<(2 + number(below: 3)) {
      let cells = (0..<(row > 1 ? columns + number(below: 2) : columns)).map { _ in
        row == 1 ? pick(["---", ":-", "-:", ":--:"]) : pick(["", "\\|", "`\\|`", ""]) + inline(depth: 1)
      }
      lines.append(pick(["| ", "|", ""]) + cells.joined(separator: " | ") + pick([" |", "|", ""]))
    }
    return lines
  }

  // MARK: Inlines

  private mutating func inline(depth: Int) -> String {
    var text = ""
    for _ in 0..<(1 + number(below: 5)) { text += piece(depth: depth) + pick(["", "", " ", "，", "。"]) }
    return text
  }

  private mutating func piece(depth: Int) -> String {
    if depth > 3 { return pick(["字", "a", "。"]) }
    switch number(below: 20) {
    case 0, 1, 2: return pick(["高收益", "反诈中心", "年化“保本”", "《手册》", "（见附录）", "１２", "한글", "かな"])
    case 3, 4: return pick(["word", "two words", "x_y_z", "5*3", "a", "é", "👨‍👩‍👧", "😀", "𠮷", "字\u{FE00}", "\u{3000}"])
    case 5: return "**" + inline(depth: depth + 1) + "**"
    case 6: return "*" + inline(depth: depth + 1) + pick(["*", "**", ""])
    case 7: return pick(["_", "__", "***"]) + inline(depth: depth + 1) + pick(["_", "__", "***"])
    case 8: return pick(["`co de`", "``a ` b``", "`", "` x\ny `", "```"])
    case 9:
      return "[" + inline(depth: depth + 1) + "](" + pick(["/u", "<a b>", "a\\)b", "x\n  \"t\n t\"", "", "u 't'"]) + ")"
    case 10: return "![" + inline(depth: depth + 1) + "](p.png)"
    case 11: return "[" + pick(["链接", "b", "B", "没有"]) + "]" + pick(["", "[]", "[b]", "[链\n接]"])
    case 12: return pick(["&amp;", "&#35;", "&#x6C49;", "&nbsp;", "&hearts;", "&bogus;", "&", "&#0;", "&ngE;"])
    case 13: return pick(["\\*", "\\_", "\\\\", "\\a", "\\|", "\\&amp;", "\\[", "\\`", "\\"])
    case 14:
      return pick(["<b>", "</b>", "<!-- x -->", "<a\nhref='x'>", "<http://a.b/c*d_e>", "<me@x.org>", "<", "<a*b>"])
    case 15: return pick(["http://a.com/x_y*z", "https://例子.com。", "www.a.org/(b)", "www.x", "http://a.b\\_c&amp;d!"])
    case 16: return pick(["{{fact-1}}", "{{ police }}", "{{Bad_name}}", "{{open", "｛｛a｝｝", "[^1]", "！[a](b.png)"])
    case 17: return pick(["\n", "\n", "  \n", "\\\n", "\n\t", "\n    "])
    case 18: return pick(["> ", ">", "- ", "1. ", "# ", "|", "＃ 标题", "#标题", "===", "]", "[", "(", "]("])
    default: return pick(["[ ]", "［文字］（/a）", "*", "**", "_", "***", "!", "“**", "**”"])
    }
  }
}
