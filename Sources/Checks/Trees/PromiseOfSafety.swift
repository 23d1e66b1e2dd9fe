import Content
import Diagnostics
import Markdown

/// An end of a self-check that sounds like an all-clear. A few questions cannot tell that something is no scam, and a
/// swindler would be glad to quote us. A swindler's own words, and what stands between quotation marks, are left alone.
enum PromiseOfSafety {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.selfchecks.flatMap(\.translations).flatMap { page -> [Diagnostic] in
      let script = Passage.Script(page.language)
      guard script.isChinese || script.isEnglish else { return [] }
      let phrases = script.isChinese ? chinese : english
      let negations = script.isChinese ? chineseNegations : englishNegations
      let index = script.isChinese ? chineseIndex : englishIndex
      return page.ends.flatMap { end in
        ([end.heading] + end.text).flatMap { texts(in: $0, of: page.document) }
      }.compactMap { node in
        let plain = page.document.plainText(of: node)
        // Most ends say nothing of the kind.
        let folded = plain.unicodeScalars.map(\.folded)
        if index.hits(in: folded, folded.indices).isEmpty { return nil }
        let text = unquoted(plain).lowercased().replacing("'", with: "’")
        return promise(in: text, phrases, negations).map { .promise($0, at: page.document.place(of: node)) }
      }
    }
  }

  /// The blocks with words of ours in a block.
  private static func texts(in block: Int, of document: Document) -> [Int] {
    var texts: [Int] = []
    var index = block
    while index < document.nodes[block].end {
      switch document.nodes[index].kind {
      case .callout(.bait): index = document.nodes[index].end
      case .paragraph, .heading, .tableCell:
        texts.append(index)
        index = document.nodes[index].end
      case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .table, .tableRow,
        .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
        index += 1
      }
    }
    return texts
  }

  /// The text without quotations, and without words that only look like a promise or like a “not”.
  private static func unquoted(_ text: String) -> String {
    text.replacing(/“[^”]*”|‘[^’ ]*’|「[^」]*」|安全账户|[Ss]afe account|特别|分别|有没有/, with: "“”")
  }

  /// The first phrase that stands in a clause without a “not” before it.
  private static func promise(in text: String, _ phrases: [String], _ negations: [String]) -> String? {
    for clause in text.split(whereSeparator: { "。！？；，,.!?;:：\n".contains($0) }) {
      for phrase in phrases {
        guard let found = clause.firstRange(of: phrase) else { continue }
        let before = " " + clause[..<found.lowerBound] + " "
        if !negations.contains(where: { before.contains($0) }) { return phrase }
      }
    }
    return nil
  }

  private static let chinese = [
    "没问题", "没有问题", "没事", "没有风险", "没风险", "零风险", "不是骗", "不是诈骗", "不用担心", "不必担心", "安全", "可以放心", "请放心",
    "放心吧", "尽管放心", "放心转", "放心付", "放心买", "放心投", "靠得住", "靠谱", "可靠", "可信",
  ]
  private static let chineseIndex = WordIndex(chinese)
  private static let chineseNegations = ["不", "没", "未", "别", "无法", "难", "莫", "请勿"]

  private static let english = [
    "safe", "not a scam", "isn’t a scam", "no scam", "no risk", "risk-free", "no danger", "nothing to worry",
    "don’t worry", "no need to worry", "all clear", "no problem", "you can trust", "trustworthy", "reliable", "genuine",
    "legitimate", "you can relax",
  ]
  private static let englishIndex = WordIndex(english.map(\.folded))
  private static let englishNegations = [
    " not ", "n’t ", "cannot ", " never ", " no ", " nothing ", " nobody ", " none ",
  ]
}

extension Diagnostic {
  fileprivate static func promise(_ phrase: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "promise-of-safety", at: place,
      Wording(
        zh: "结尾里的“\(phrase)”听着像打包票，几个问题证明不了它不是骗局",
        en: "“\(phrase)” at an end sounds like an all-clear, and a few questions cannot tell that it is no scam"),
      hint: Wording(
        zh: "只写现在该做什么：先停一停，换个渠道核实，拿不准就打电话。",
        en: "say only what to do now: stop, check by another way, and call if in doubt."))
  }
}
