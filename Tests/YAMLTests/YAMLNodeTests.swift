import Diagnostics
import Testing
import YAML

@Suite struct YAMLNodeTests {
  @Test("Scalars stay texts, whatever they look like", arguments: ["yes", "2026-11-21", "110", "1e3", "true", "0x1F"])
  func scalarsAreTexts(text: String) throws {
    #expect(try outline("a: \(text)\n") == "{a: \(text)}")
  }

  @Test("Nothing, ~ and null are null; in quotes they are texts")
  func null() throws {
    #expect(try outline("a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\n") == "{a: -, b: -, c: -, d: “”, e: “null”}")
  }

  @Test("Lists and maps in both ways of writing")
  func collections() throws {
    #expect(try outline("a: [1, {b: 2}]\nc:\n  - d\n  - e: f\n") == "{a: [1, {b: 2}], c: [d, {e: f}]}")
  }

  @Test("Blocks of text keep or fold their lines")
  func blocks() throws {
    #expect(try outline("a: |\n  一\n  二\nb: >-\n  one\n  two\n") == "{a: “一\n二\n”, b: “one two”}")
  }

  @Test("An empty text and one of comments are null")
  func empty() throws {
    #expect(try outline("") == "-")
    #expect(try outline("# 只有注释\n") == "-")
  }

  @Test("Places count bytes of the whole file, after Chinese and emoji alike")
  func rangesInFrontMatter() throws {
    let text = "---\n标题: “高息”😀诱惑\naudience: [老人, 乡亲]\nnote: |\n  一\n  二\n\nlast: 完\n---\n# 正文\n"
    let file = SourceFile(path: "zh.md", text: text)
    let range = file.start(ofLine: 2)..<file.start(ofLine: 9)
    let node = try #require(YAMLNode.reading(file, in: range).value)
    guard case .map(let entries) = node.value else {
      Issue.record("no map")
      return
    }
    #expect(entries.map { file.text($0.keyRange) } == ["标题", "audience", "note", "last"])
    #expect(entries.map { file.text($0.value.range) } == ["“高息”😀诱惑", "[老人, 乡亲]", "|\n  一\n  二", "完"])
    #expect(file.position(at: entries[3].value.range.lowerBound).line == 8)
  }

  @Test("A range ends the text, even when the file goes on")
  func rangeEnds() throws {
    let file = SourceFile(path: "zh.md", text: "---\ntitle: \"没完\n---\n“正文”\"\n")
    let read = YAMLNode.reading(file, in: 4..<file.start(ofLine: 3))
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.rule) == ["unclosed-quote"])
    #expect(read.diagnostics.first?.place.range?.lowerBound == Position(line: 2, column: 8))
  }

  @Test("Of two values for a key the first holds")
  func duplicates() throws {
    #expect(try outline("a: 1\nb: 2\na: 3\n") == "{a: 1, b: 2}")
  }

  @Test("Levels up to the limit are read, one more is refused, and a million do no harm")
  func depth() throws {
    func nested(_ depth: Int) -> SourceFile {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return SourceFile(path: "deep.yaml", text: text)
    }
    #expect(YAMLNode.reading(nested(YAMLNode.depthLimit)).diagnostics.isEmpty)
    #expect(YAMLNode.reading(nested(YAMLNode.depthLimit + 1)).diagnostics.map(\.rule) == ["too-deep"])
    #expect(YAMLNode.reading(nested(400_000)).value == nil)
  }

  @Test("No text makes the reader fail, and every place lies in its file")
  func anyText() {
    var random = SeededGenerator(seed: 315)
    let parts = [
      "title", "标题", ": ", ":", "：", "\n", "  ", "\t", "- ", "-", "[", "]", "{", "}", "，", ", ", "\"", "“", "”", "'",
      "#",
      "&a", "*a", "!", "|", ">", "？", "? ", "😀", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "---", "...", "%", "@", "~",
      "一",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
      let file = SourceFile(path: "a.yaml", text: "头\n" + text)
      let read = YAMLNode.reading(file, in: 4..<file.bytes.count)
      if read.value == nil { #expect(!read.diagnostics.isEmpty, "\(text.debugDescription)") }
      if let node = read.value { check(node, in: 4..<file.bytes.count, text) }
    }
  }

  private func check(_ node: YAMLNode, in range: Range<Int>, _ text: String) {
    #expect(
      node.range.lowerBound >= range.lowerBound && node.range.upperBound <= range.upperBound, "\(text.debugDescription)"
    )
    switch node.value {
    case .scalar, .null: break
    case .list(let items): for item in items { check(item, in: range, text) }
    case .map(let entries): for entry in entries { check(entry.value, in: range, text) }
    }
  }
}

/// The tree in a short form: `-` for nothing, curly quotes where a text was not plain.
private func outline(_ text: String) throws -> String {
  let file = SourceFile(path: "a.yaml", text: text)
  func outline(_ node: YAMLNode) -> String {
    switch node.value {
    case .scalar(let text, let isPlain): isPlain ? text : "“\(text)”"
    case .null: "-"
    case .list(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
  }
  return outline(try #require(YAMLNode.reading(file).value))
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
