import Checks
import Content
import Diagnostics
import Examples
import Foundation
import Testing

/// Changes one thing in one language of each lesson and case, and counts how many of the changes are found. It takes a
/// minute, so it runs only with `MUTATIONS=1` in the environment, and prints a table and what escaped.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MUTATIONS"] == "1")) struct MutationTests {
  /// One change in a file.
  private struct Mutation {
    let kind: String
    let path: String
    let text: String
    /// The words that were changed, with some around them.
    let shown: String
  }

  /// The share that must be found, in per cent, where it is not nine in ten: negatives are told only where both languages
  /// leave no doubt, and small numbers in words may stand in only one of them.
  private static let floors = ["negation": 58, "added negation": 72, "number in words": 80]

  /// How many changes of a kind are made in a file, spread over it.
  private static let limit = 6

  @Test("Most changes in one language are found")
  func mutations() throws {
    let folder = testsFolder.deletingLastPathComponent().appending(path: "content")
    let all = try files(in: folder).mapValues { String(decoding: $0, as: UTF8.self) }
    let common = all.filter { $0.key.hasSuffix(".yaml") }
    var table: [String: (made: Int, found: Int)] = [:]
    for path in all.keys.filter({ $0.hasSuffix("/zh.md") && !$0.hasPrefix("pages/glossary") }).sorted() {
      let translation = path.dropLast("zh.md".count) + "en.md"
      for file in [path, String(translation)] {
        guard let text = all[file], let zh = all[path], let en = all[String(translation)] else { continue }
        let unchanged = try Self.words(
          of: ContentFolder.library(of: common.merging([path: zh, String(translation): en]) { first, _ in first })
            .diagnostics)
        for mutation in Self.mutations(of: text, at: file) {
          var texts = common.merging([path: zh, String(translation): en]) { first, _ in first }
          texts[file] = mutation.text
          let library = try ContentFolder.library(of: texts)
          let rules = Check.allCases.filter { $0.rawValue.hasSuffix("-mismatch") || $0 == .untranslatedSection }
          let isFound =
            Self.words(of: library.diagnostics) != unchanged
            || !Check.diagnostics(of: rules, for: library.value).isEmpty
          table[mutation.kind, default: (0, 0)].made += 1
          if isFound {
            table[mutation.kind, default: (0, 0)].found += 1
          } else {
            print("escaped", mutation.kind, file, mutation.shown)
          }
        }
      }
    }
    for (kind, counts) in table.sorted(by: { $0.key < $1.key }) {
      print("\(kind): \(counts.found) of \(counts.made), \(counts.found * 1000 / counts.made / 10) %")
      let floor = Self.floors[kind] ?? 90
      #expect(counts.found * 100 >= counts.made * floor, "\(kind)")
    }
    print("all:", table.values.map(\.found).reduce(0, +), "of", table.values.map(\.made).reduce(0, +))
  }

  /// What diagnostics say, wherever they are.
  private static func words(of diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.rule + $0.message.en }.sorted()
  }

  private static let zh: [(kind: String, from: String, to: String)] = [
    ("unit", "万元", "元"), ("unit", "美元", "元"), ("unit", "工作日", "天"), ("unit", "分钟", "小时"), ("unit", "%", "‰"),
    ("unit", "日以下", "个月以下"), ("unit", "倍", "成"), ("unit", "周岁", "个月"), ("unit", "5年", "5个月"), ("unit", "年有期", "个月有期"),
    ("negation", "不要", "要"), ("negation", "别给", "给"), ("negation", "别点", "点"), ("negation", "别删", "删"),
    ("negation", "别告诉", "告诉"), ("negation", "别再", "再"), ("negation", "别让", "让"), ("negation", "不能", "能"),
    ("negation", "不得", "可以"),
    ("negation", "切勿", ""), ("negation", "不会", "会"), ("negation", "不可", "可"), ("negation", "不领", "领"),
    ("negation", "不签", "签"), ("negation", "不借", "借"), ("negation", "不转", "转"), ("negation", "不共享", "共享"),
    ("negation", "不点", "点"), ("negation", "不给", "给"), ("negation", "不念", "念"), ("negation", "不属于", "属于"),
    ("qualifier", "万余元", "万元"), ("qualifier", "余元", "元"), ("qualifier", "约十", "超过十"), ("qualifier", "以下罚款", "以上罚款"),
    ("qualifier", "不足", "超过"), ("qualifier", "不超过", "超过"), ("qualifier", "最高", "最低"), ("qualifier", "不满14", "超过14"),
    ("law", "第十六条", "第十七条"), ("hotline", "{{police}}", "{{nfra-line}}"), ("hotline", "{{antifraud-line}}", "96101"),
    ("hotline", "{{nfra-line}}", "12387"), ("hotline", "{{pboc-line}}", "12366"), ("hotline", "{{police}}", "警方"),
    ("hotline", "。\n", "，打13800138000。\n"), ("fact", "{{deposit-limit}}", "5万元"),
    ("fact", "{{private-loan-ceiling}}", "合同成立时一年期贷款市场报价利率的14倍"),
    ("fact", "{{credit-record-years}}", "3年"), ("fact", "{{credit-dispute-days}}", "20个工作日"),
    ("fact", "{{mobile-single-limit}}", "{{mobile-annual-limit}}"),
    ("right answer", "- [x]", "- [ ]"), ("right answer", "- [ ]", "- [x]"), ("link", "](../", "](../x"),
    ("link", "](../../", "](../../x"),
    ("added negation", "拨打{{", "不要拨打{{"), ("added negation", "马上", "不要"), ("added negation", ". **", ". **不要"),
  ]
  private static let en: [(kind: String, from: String, to: String)] = [
    ("unit", "RMB ", "USD "), ("unit", "USD ", "RMB "), ("unit", "million", "billion"), ("unit", "minutes", "hours"),
    ("unit", "%", " percentage points"), ("unit", "days’", "weeks’"), ("unit", " a month", " a year"),
    ("unit", "2 or 3 years", "2 or 3 months"),
    ("unit", "3 years", "3 months"), ("unit", "7 years", "7 weeks"), ("unit", "twelve months", "twelve weeks"),
    ("unit", "times", "per cent"),
    ("negation", "Don’t ", ""), ("negation", "Do not ", ""), ("negation", "don’t ", ""),
    ("negation", "never ", "always "),
    ("negation", "may not", "may"), ("negation", "cannot", "can"), ("negation", "can’t", "can"),
    ("negation", " not ", " "),
    ("negation", "Never ", "Always "), ("negation", "isn’t", "is"), ("negation", " no ", " a "),
    ("qualifier", "more than RMB", "nearly RMB"), ("qualifier", "under RMB", "over RMB"),
    ("qualifier", "up to RMB", "at least RMB"),
    ("qualifier", "up to {{", "{{"), ("qualifier", "about ten", "over ten"), ("qualifier", "no more than", "more than"),
    ("qualifier", "under 14", "over 14"),
    ("law", "Article 16", "Article 61"), ("hotline", "{{police}}", "119"), ("hotline", "{{antifraud-line}}", "96,110"),
    ("hotline", "{{nfra-line}}", "{{pboc-line}}"), ("hotline", "{{pboc-line}}", "12636"),
    ("hotline", "{{police}}", "the police"),
    ("hotline", ".\n", ", on 010-88889999.\n"), ("fact", "{{deposit-limit}}", "RMB 5 million"),
    ("fact", "{{deposit-days}}", "7 days"),
    ("fact", "{{cash-crossing-limit}}", "USD 20,000"), ("fact", "{{microloan-cap}}", "2.4%"),
    ("fact", "{{credit-free-reports}}", "three"),
    ("right answer", "- [x]", "- [ ]"), ("right answer", "- [ ]", "- [x]"), ("link", "](../", "](../x"),
    ("link", "/en.md#", "/en.md#x"),
    ("added negation", ". Keep ", ". Do not keep "), ("added negation", "- [x] Call", "- [x] Do not call"),
    ("added negation", " call {{", " never call {{"), ("added negation", ". **", ". **Do not "),
    ("date", "April", "August"),
    ("date", "March", "May"), ("date", " 20 ", " 21 "),
  ]

  private static func mutations(of text: String, at path: String) -> [Mutation] {
    let body =
      (text.range(of: "\n---\n", range: text.index(after: text.startIndex)..<text.endIndex)?.upperBound)
      ?? text.startIndex
    var mutations: [String: [Mutation]] = [:]
    func change(_ kind: String, _ range: Range<String.Index>, _ replacement: String) {
      var changed = text
      changed.replaceSubrange(range, with: replacement)
      let from = text.index(range.lowerBound, offsetBy: -16, limitedBy: text.startIndex) ?? text.startIndex
      let to = text.index(range.upperBound, offsetBy: 24, limitedBy: text.endIndex) ?? text.endIndex
      let shown = "\(text[from..<range.lowerBound])⟦\(text[range])→\(replacement)⟧\(text[range.upperBound..<to])"
      mutations[kind, default: []].append(
        Mutation(kind: kind, path: path, text: changed, shown: shown.replacing("\n", with: "⏎")))
    }
    let isChinese = path.hasSuffix("zh.md")
    for (kind, from, to) in isChinese ? zh : en {
      var start = body
      while let range = text.range(of: from, range: start..<text.endIndex) {
        change(kind, range, to)
        start = range.upperBound
      }
    }
    // Digits in running text: not in names of facts, links, and the numbers of lists.
    for match in text[body...].matches(of: /[0-9]/) {
      let before = text[body..<match.range.lowerBound].suffix(14)
      let line = text[..<match.range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      if line.allSatisfy({ $0.isWhitespace || $0.isNumber || $0 == ">" })
        || before.contains("{{") && !before.contains("}}")
      {
        continue
      }
      guard let digit = Int(match.output) else { continue }
      let after = text[match.range.upperBound...].prefix(6)
      let isDate =
        isChinese ? after.contains("年") || after.contains("月") : line.hasSuffix("in ") || line.hasSuffix("202")
      change(isDate ? "date" : "digit", match.range, digit == 9 ? "8" : String(digit + 1))
    }
    let words = isChinese ? "三四五六七八" : "three four five six seven eight"
    let numerals = isChinese ? words.map(String.init) : words.split(separator: " ").map(String.init)
    for (index, word) in numerals.enumerated() {
      var start = body
      while let range = text.range(of: word, range: start..<text.endIndex) {
        start = range.upperBound
        let next = text[range.upperBound...].prefix(1)
        guard isChinese || next == " " || next == "\n", !isChinese || "个项步样类把条句张件次年部".contains(next) else { continue }
        change("number in words", range, numerals[(index + 1) % numerals.count])
      }
    }
    // A whole bullet, a whole option, a whole paragraph.
    for match in text[body...].matches(of: /\n(- |   - \[ \] )[^\n]*/) { change("dropped item", match.range, "") }
    return mutations.sorted { $0.key < $1.key }.flatMap { _, made in
      made.count <= limit ? made : (0..<limit).map { made[$0 * made.count / limit] }
    }
  }
}
