@testable import Content
import Diagnostics
import Examples
import Testing

/// What a text is known by, and what in it is more than wording.
@Suite struct ProofTests {
  @Test(
    "SHA-256 of the examples in FIPS 180-4 and its test vectors",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func sha256(text: String, hash: String) {
    #expect(SHA256.text(Array(text.utf8), digits: 64) == hash)
  }

  @Test(
    "Figures, facts, laws, links, right answers and negations are taken out of a text in their order",
    arguments: [
      ("最高偿付50万元，占三成五。", ["50万元", "三成五"]),
      ("近450家网点，1600余台", ["近450家", "1600余台"]),
      ("百分之三十，第二条，一天，一块儿", ["百分之三十", "第二条"]),
      ("不要转账，别信，特别好，不过", ["不", "不"]),
      ("2023年3月1日起施行，15个工作日内", ["2023年", "3月", "1日起", "15个工作日内"]),
      ("《存款保险条例》第五条", ["《存款保险条例》", "第五条"]),
      ("Don’t send RMB 500,000; never.", ["not", "rmb", "500,000", "not"]),
      ("ten of two thousand, one of many", ["ten", "two", "thousand"]),
      ("A plain sentence without figures", ["not"]),
      ("拨打{{police}}，见[官网](https://example.org/a)", ["110", "https://example.org/a"]),
      ("见[另一课](../fake-police/zh.md)", []),
      ("4.5%和5‰，1—10倍", ["4.5%", "5‰", "1—10倍"]),
    ])
  func particulars(text: String, particulars: [String]) throws {
    let proof = try proof(of: text)
    #expect(proof.particulars(of: proof.passages.count - 1) == particulars)
  }

  @Test(
    "The first words name a passage, in a form that can be written into a table",
    arguments: [
      ("一段话。", "一段话。"), ("- 一条", "- 一条"), ("> [!BAIT]\n> “来吧”", "[!BAIT] “来吧”"), ("### 小标题", "### 小标题"),
      ("a | b; \"c\"\n d", "a b c d"), ("| 甲 |\n|---|\n| 乙 |", "乙"), ("- [x] 挂断", "- [x] 挂断"),
      (String(repeating: "长", count: 30), String(repeating: "长", count: 18) + "…"),
    ])
  func words(text: String, words: String) throws {
    let proof = try proof(of: text)
    #expect(proof.words(of: proof.passages.count - 1) == words)
  }

  @Test(
    "Two texts of which readers get the same are known by the same",
    arguments: [
      ("甲乙\n丙丁", "甲乙丙丁"), ("one\ntwo", "one two"), ("甲<!-- 记 -->乙", "甲乙"), ("## 标题 {#a}\n\n甲", "## 标题\n\n甲"),
      ("- 甲\n- 乙", "* 甲\n* 乙"), ("甲\\*", "甲&#42;"), ("拨打{{police}}", "拨打110"),
    ])
  func same(text: String, other: String) throws {
    #expect(try proof(of: text).hash == proof(of: other).hash)
  }

  @Test(
    "Two texts of which readers get something else are not",
    arguments: [
      ("甲。\n\n乙。", "甲。乙。"), ("- [ ] 甲", "- [x] 甲"), ("1. 甲", "- 甲"), ("3. 甲", "1. 甲"), ("**甲**", "甲"),
      ("> 甲", "> [!BAIT]\n> 甲"), ("[甲](https://a.org)", "[甲](https://b.org)"), ("甲\n\n乙", "乙\n\n甲"),
      ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "| 甲 | 乙 |\n|---|---|\n| 丁 | 丙 |"),
    ])
  func different(text: String, other: String) throws {
    #expect(try proof(of: text).hash != proof(of: other).hash)
  }

  @Test("Numbers that stand out of order are as few as can be")
  func order() {
    #expect(Revision.outOfOrder([]) == [])
    #expect(Revision.outOfOrder([0, 1, 2, 3]) == [])
    #expect(Revision.outOfOrder([3, 0, 1, 2]) == [0])
    #expect(Revision.outOfOrder([0, 2, 1, 3]).count == 1)
    #expect(Revision.outOfOrder([2, 1, 0]).count == 2)
  }

  @Test("Passages are followed through many changes at once, however they stand")
  func revision() throws {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 1...12, using: &random)).map { _ in "第\(Int.random(in: 0...9, using: &random))段话" }
      var new = old
      for _ in 0..<Int.random(in: 0...4, using: &random) where !new.isEmpty {
        let place = Int.random(in: 0..<new.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: new.remove(at: place)
        case 1: new.insert("新\(Int.random(in: 0...99, using: &random))", at: place)
        case 2: new[place] += "改"
        default: new.shuffle(using: &random)
        }
      }
      if new.isEmpty { continue }
      let before = try proof(of: old.joined(separator: "\n\n"))
      let after = try proof(of: new.joined(separator: "\n\n"))
      let entries = before.passages.indices.map {
        Revision.Entry(hash: before.passages[$0].hash, words: before.words(of: $0))
      }
      let revision = Revision(from: entries, to: after)
      // Every passage has at most one origin, and what was kept is what it was.
      let joined = revision.fates.compactMap(\.passage)
      #expect(Set(joined).count == joined.count)
      #expect(joined.count + revision.added.count == after.passages.count)
      for (entry, fate) in revision.fates.enumerated() {
        if case .kept(let passage) = fate { #expect(after.passages[passage].hash == entries[entry].hash) }
        if let passage = fate.passage { #expect(revision.origins[passage] == entry) }
      }
      #expect(Revision(from: entries, to: before).fates == entries.indices.map { .kept($0) })
    }
  }

  /// A page of the base site with a text.
  private func proof(of text: String) throws -> Proof {
    let page = try #require(page(body: text).value)
    let library = try library(["cases/try/zh.md": ""]).value
    return Proof(page, Stock(library))
  }
}
