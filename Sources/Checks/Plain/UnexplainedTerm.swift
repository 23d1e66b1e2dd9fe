import Content
import Diagnostics
import Markdown

/// A word of the trade on a Chinese page that nowhere says what it means. The words are those of the glossary, without those
/// that everybody knows (`no` in its column `explain`).
struct UnexplainedTerm {
  private let terms: [(word: String, definition: Set<Pair>)]
  private let index: WordIndex

  init(_ library: Library) {
    terms = library.glossary.filter(\.needsExplaining).compactMap { term in
      guard let language = library.site.languages.first(where: \.isChinese) else { return nil }
      let word = term.word[language]
      guard word.unicodeScalars.count > 1 else { return nil }
      return (word, Self.pairs(in: Array(term.definition[language].unicodeScalars)[...]))
    }
    // Names of the words that need no explaining stand in the index, too: what is part of one is not found.
    let known = library.glossary.filter { !$0.needsExplaining }.compactMap { term in
      library.site.languages.first(where: \.isChinese).map { term.word[$0] }
    }
    index = WordIndex(terms.map(\.word) + known)
  }

  /// What the rule finds on a page: the first use of each word that is not explained.
  func diagnostics(in reading: PageReading) -> [Diagnostic] {
    let prose = reading.prose
    var uses: [Int: [(range: Range<Int>, block: Prose.Block)]] = [:]
    for block in prose.blocks where !block.isBait && !block.isForTeachers {
      for hit in index.hits(in: prose.scalars, block.range)
      where hit.word < terms.count && !prose.isFact(hit.range) && !isQuoted(hit.range, in: block, of: prose) {
        uses[hit.word, default: []].append((hit.range, block))
      }
    }
    if uses.isEmpty { return [] }
    let title = prose.page.frontMatter.title
    return uses.keys.sorted().compactMap { number in
      let (word, definition) = terms[number]
      guard let first = uses[number]?.first, !title.contains(word), !linksGlossary(first.block, in: prose.page),
        uses[number]?.contains(where: { isExplained($0.range, in: $0.block, of: prose) }) != true,
        !definition.isEmpty,
        Self.count(of: definition, in: prose.scalars) * Self.share.of < definition.count * Self.share.parts
      else { return nil }
      return .unexplainedTerm(word, at: prose.place(first.range))
    }
  }

  /// A page that uses so large a part of a definition's pairs of characters says what the word means in its own way.
  private static let share = (parts: 2, of: 5)

  /// Whether a word stands alone in quotation marks: then it is somebody else's, such as a swindler's “安全账户”.
  private func isQuoted(_ range: Range<Int>, in block: Prose.Block, of prose: Prose) -> Bool {
    range.lowerBound > block.range.lowerBound && range.upperBound < block.range.upperBound
      && prose.scalars[range.lowerBound - 1] == "“" && prose.scalars[range.upperBound] == "”"
  }

  /// Whether the words round a use say what it is: 砍头息，就是…… / 这叫砍头息 / 砍头息（先扣的利息）.
  private func isExplained(_ range: Range<Int>, in block: Prose.Block, of prose: Prose) -> Bool {
    // The first cell of a row is what the row is about, and so is what stands first in a block with a full stop behind it.
    if block.kind == .cell, block.isFirstCell { return true }
    var after = prose.scalars[range.upperBound..<block.range.upperBound]
    if range.lowerBound == block.range.lowerBound, after.first == "。", after.count > 1 { return true }
    // The word may be part of a longer one: 综合融资成本明示表.
    if let mark = after.prefix(Self.longestTail + 1).firstIndex(where: { !$0.isHan }) {
      if after[mark] == "（" || after[mark] == "(" { return true }
      if after[mark].isClosing { after = after[mark...] }
      if mark == after.startIndex + 1, after[after.startIndex] == "了" { after = after[mark...] }
    }
    while let first = after.first, first.isClosing { after.removeFirst() }
    if Self.following.contains(where: { after.starts(with: $0.unicodeScalars) }) { return true }
    var before = prose.scalars[block.range.lowerBound..<range.lowerBound]
    // A short name in brackets behind the long one.
    if before.last == "（" || before.last == "(" { return true }
    while let last = before.last, last.isOpening { before.removeLast() }
    return Self.leading.contains { before.reversed().starts(with: $0.unicodeScalars.reversed()) }
  }

  /// Characters of a longer word behind the glossary's.
  private static let longestTail = 4
  private static let following = [
    "就是", "是指", "指的是", "，就是", "，是指", "，指的是", "，即", "，也就是", "也就是", "（", "(", "是什么", "：", "，意思是", "的意思是",
  ]
  private static let leading = ["叫", "叫做", "叫作", "称为", "所谓", "所谓的", "也就是", "就是", "简称"]

  /// Whether the section of a block, or the text before the first one, links to the glossary.
  private func linksGlossary(_ block: Prose.Block, in page: Page) -> Bool {
    let range = page.sections.first { $0.blocks.contains(block.node) }?.blocks ?? page.introduction
    return range.contains { index in
      guard case .link(let destination, _, _) = page.document.nodes[index].kind else { return false }
      return page.document.string(destination).contains("glossary")
    }
  }

  /// Two characters that stand side by side.
  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  /// How many of some pairs occur.
  private static func count(of pairs: Set<Pair>, in scalars: [Unicode.Scalar]) -> Int {
    let firsts = ScalarSet(pairs.map(\.first))
    var found: Set<Pair> = []
    for (first, second) in zip(scalars, scalars.dropFirst()) where firsts.contains(first) {
      let pair = Pair(first: first, second: second)
      if pairs.contains(pair) { found.insert(pair) }
    }
    return found.count
  }

  private static func pairs(in scalars: ArraySlice<Unicode.Scalar>) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for (first, second) in zip(scalars, scalars.dropFirst()) where first.isHan && second.isHan {
      pairs.insert(Pair(first: first, second: second))
    }
    return pairs
  }
}

extension Diagnostic {
  fileprivate static func unexplainedTerm(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unexplained-term", at: place,
      Wording(
        zh: "“\(word)”是行话，这一页没有说它是什么意思",
        en: "“\(word)” is a word of the trade, and this page does not say what it means"),
      hint: Wording(
        zh: "用一句大白话解释，例如“\(word)，就是……”，或者链接到词语表；人人都懂的词，在glossary.csv的explain一栏写no。",
        en:
          "explain it in plain words, as in “\(word)，就是……”, or link to the glossary; for a word that everybody knows, write `no` in the column `explain` of glossary.csv."
      ))
  }
}
