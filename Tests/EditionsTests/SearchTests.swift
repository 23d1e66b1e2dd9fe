import Content
@testable import Editions
import Examples
import Foundation
import Testing

@Suite("Searching: texts, the tree, files")
struct SearchTests {
  /// An example of `search-pieces.txt`: its three columns.
  private static let examples: [[String]] = {
    let file = testsFolder.appending(path: "EditionsTests/search-pieces.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.filter { $0.contains("|") && !$0.hasPrefix("#") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }()

  @Test("Texts are cut into runs and words, and words have stems, as search-pieces.txt shows", arguments: examples)
  func pieces(example: [String]) throws {
    try #require(example.count == 3)
    if example[0] == "stem" {
      #expect(String(decoding: Stem.of(Array(example[1].utf16)[...]), as: UTF16.self) == example[2])
      return
    }
    let cut = SearchText(example[1].utf16, example[0] == "words" ? .words(inflected: true) : .anywhere)
    let found = cut.pieces.map { piece in
      let text = String(decoding: cut.units[piece.range], as: UTF16.self)
      return piece.isRun ? "[\(text)]" : text
    }
    #expect(found.joined(separator: " ") == example[2])
  }

  @Test("There are examples")
  func thereAreExamples() { #expect(Self.examples.count > 40) }

  /// What the tree says about a text: the pages of which it is sure, or the few that have to be read.
  private enum Answer: Equatable {
    case pages([Int])
    case someOf([Int])
  }

  private func nodes(_ texts: [String], _ manner: SearchManner) -> [(text: String, finds: [SearchTree.Find])] {
    var tree = SearchTree(manner)
    for (page, text) in texts.enumerated() { tree.add(text, of: page, in: .text) }
    var nodes: [(String, [SearchTree.Find])] = []
    tree.forEachNode { nodes.append((String(decoding: $0.text, as: UTF16.self), $0.finds)) }
    return nodes
  }

  private func answer(_ text: String, _ nodes: [(text: String, finds: [SearchTree.Find])]) -> Answer {
    if let node = nodes.first(where: { $0.text.hasPrefix(text) }) { return .pages(node.finds.map(\.page)) }
    let end = nodes.last { text.hasPrefix($0.text) && $0.finds.count <= SearchTree.few }
    return end.map { .someOf($0.finds.map(\.page)) } ?? .pages([])
  }

  @Test("A text stands in exactly the pages that the tree says, whatever the texts", arguments: 1...12)
  func exact(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    // Few characters, so that they meet in every way; commas cut runs.
    let characters = Array("甲乙丙，")
    let texts = (0..<60).map { _ in
      String((0..<Int.random(in: 0...60, using: &random)).map { _ in characters.randomElement(using: &random)! })
    }
    let nodes = nodes(texts, .anywhere)
    #expect(nodes.map { Array($0.text.utf16) }.isAscending, "in the order of their code units")
    for _ in 0..<400 {
      let wanted = String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in characters.prefix(3).randomElement(using: &random)! })
      let truth = texts.indices.filter { texts[$0].contains(wanted) }
      switch answer(wanted, nodes) {
      case .pages(let pages): #expect(pages == truth, "\(wanted)")
      case .someOf(let pages):
        #expect(Set(pages).isSuperset(of: truth), "\(wanted)")
        #expect(pages.count <= SearchTree.few)
      }
    }
  }

  @Test("Copies of a page cost no more nodes than the page has pieces, and are all found")
  func copies() {
    let text = "转进安全账户查清就退给您，这是骗子说的话。"
    let nodes = nodes(Array(repeating: text, count: 500), .anywhere)
    #expect(nodes.count <= text.count)
    #expect(answer("安全账户", nodes) == .pages(Array(0..<500)))
    #expect(answer("安全账号", nodes) == .pages([]))
  }

  @Test("Runs longer than the longest piece are found by their beginnings")
  func longRuns() {
    let run = String(repeating: "一二三四五六七八九十", count: 20)
    let nodes = nodes(Array(repeating: run, count: 20), .anywhere)
    #expect(answer(String(run.prefix(SearchTree.longest)), nodes) == .pages(Array(0..<20)))
  }

  @Test("English words are found by their forms and by their beginnings, not inside other words")
  func words() {
    let texts = ["Deposits pay.", "He deposited it.", "A post", "Lose money", "losing"]
    // Many of each, so that the tree goes on below every beginning.
    let nodes = nodes((0..<50).map { texts[$0 % 5] }, .words(inflected: true))
    func pages(_ kinds: [Int]) -> Answer { .pages((0..<50).filter { kinds.contains($0 % 5) }) }
    #expect(answer("=deposit=", nodes) == pages([0, 1]))
    #expect(answer("=los=", nodes) == pages([3, 4]))
    #expect(answer("dep", nodes) == pages([0, 1]))
    #expect(answer("p", nodes) == pages([0, 2]))
    #expect(answer("osit", nodes) == .pages([]))
  }

  @Test("A page counts once, with the best place at which a piece stands")
  func fields() {
    var tree = SearchTree(.anywhere)
    tree.add("高息", of: 0, in: .text)
    tree.add("高息", of: 1, in: .text)
    tree.add("高息", of: 1, in: .heading)
    tree.add("高息", of: 2, in: .summary)
    tree.add("高息，高息", of: 2, in: .title)
    var finds: [SearchTree.Find] = []
    tree.forEachNode { if $0.text.elementsEqual("高".utf16) { finds = $0.finds } }
    #expect(finds.map(\.field) == [.text, .heading, .title])
    #expect(finds.map(\.page) == [0, 1, 2])
  }

  @Test(
    "Lists of pages are read back as they were written",
    arguments: [
      [], [0], [5], [0, 1, 2], [0, 1, 2, 3, 4], [69, 70, 71, 72, 73, 74, 1300, 1301, 30_000], Array(0..<5000),
      [1_000_000, 9_000_000],
    ])
  func codes(pages: [Int]) {
    var bytes: [UInt8] = []
    SearchCode.append(pages, to: &bytes)
    #expect(read(bytes) == pages)
    #expect(bytes.allSatisfy { (0x23...0x7E).contains($0) && !"&<>\\".utf8.contains($0) })
    if pages.count == 5000 { #expect(bytes.count < 5) }
  }

  /// Reads a list of pages; written apart from the script's reading, by the description of `SearchCode`.
  private func read(_ bytes: [UInt8]) -> [Int] {
    let signs = (0x23...0x7E).map(UInt8.init).filter { !"&<>\\".utf8.contains($0) }
    var rest = bytes.map { byte in signs.firstIndex(of: byte) ?? -1 }[...]
    func number() -> Int {
      let first = rest.removeFirst()
      func more(_ count: Int, from start: Int) -> Int {
        var value = start
        for _ in 0..<count { value = value * 88 + rest.removeFirst() }
        return value
      }
      return switch first {
      case ..<70: first
      case ..<83: 70 + more(1, from: first - 70)
      case ..<86: 70 + 13 * 88 + more(2, from: first - 83)
      default: 70 + 13 * 88 + 3 * 88 * 88 + more(4, from: 0)
      }
    }
    var pages: [Int] = []
    while let first = rest.first {
      if first == 87 {
        rest.removeFirst()
        for _ in 0..<number() + 4 { pages.append((pages.last ?? -1) + 1) }
      } else {
        pages.append((pages.last ?? -1) + 1 + number())
      }
    }
    return pages
  }

  @Test("A page's text is what a reader sees: facts in words, no teacher's notes, each heading a part of its own")
  func pageText() throws {
    let body = """
      先读这句。

      ## 怎么办

      拨打{{police}}，**别**怕。

      > [!TEACHER]
      > 只给老师看。

      ### 之后

      | 甲 | 乙 |
      |---|---|
      | 一 | 二 |
      """
    let site = try TestSite(["lessons/calls/zh.md": TestSite.lesson(body, title: "来电")])
    let bundle = try #require(site.library.lessons.first)
    let page = SearchPage(bundle, in: site.setting(bundle, site.library.site.source))
    #expect(page.title == "来电" && page.summary == "一句话。" && page.topic == "电话")
    #expect(page.parts.map(\.heading) == ["", "怎么办", "之后"])
    #expect(page.parts.map(\.text) == ["先读这句。", "拨打110，别怕。", "甲\n乙\n一\n二"])
    #expect(page.parts.map(\.id) == ["", "act", "之后"])
  }

  @Test("The files lie in a folder whose name changes with the text, and call one function with their names")
  func files() throws {
    func files(_ text: String) throws -> [String: String] {
      try TestSite(["lessons/calls/zh.md": TestSite.lesson("## 怎么办\n\n" + text + "\n")]).pages(.search)
    }
    let first = try files("先挂断。</script>")
    let second = try files("再挂断。</script>")
    #expect(try files("先挂断。</script>") == first)
    let scripts = first.filter { $0.key.hasPrefix("assets/search/zh-") }
    #expect(scripts.count == 3)
    #expect(second.keys.allSatisfy { scripts[$0] == nil })
    for (path, text) in scripts {
      let name = try #require(path.split(separator: "/").last).dropLast(".js".count)
      #expect(text.hasPrefix("microclassSearch.put(\"\(name)\",") && text.hasSuffix(");\n"))
      #expect(!text.contains("<"))
    }
    let page = try #require(first["zh/search.html"])
    #expect(page.contains("data-index=\"../assets/search/zh-"))
  }
}

extension [[UInt16]] {
  fileprivate var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) } }
}
