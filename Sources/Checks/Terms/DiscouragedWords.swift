import Content
import Diagnostics

/// A word that the site does not use (`terms.csv`). What swindlers say and what is quoted is left as it is, and so is a word that is part
/// of the preferred one.
struct DiscouragedWords {
  private let lists: [(language: Language, list: List)]

  init(_ library: Library) {
    lists = library.site.languages.map { ($0, List(library.discouraged, in: $0)) }.filter { !$0.1.words.isEmpty }
  }

  /// What the rule finds on a page.
  func diagnostics(in prose: Prose) -> [Diagnostic] {
    guard let list = lists.first(where: { $0.language == prose.page.language })?.list else { return [] }
    let text = list.isFolded ? prose.scalars.map(\.folded) : prose.scalars
    return prose.blocks.flatMap { block -> [Diagnostic] in
      if block.isBait { return [] }
      return list.hits(in: text, block.range).filter { !prose.isQuoted($0.range.lowerBound, in: block) }.map {
        .discouraged($0.word, at: prose.place($0.range))
      }
    }
  }

  /// The words of one language.
  private struct List {
    let words: [DiscouragedWord]
    /// Whether capital letters do not matter and a word ends at its last letter, as in languages with spaces.
    let isFolded: Bool
    private let index: WordIndex

    init(_ all: [DiscouragedWord], in language: Language) {
      words = all.filter { $0.language == language }
      isFolded = !language.isChinese
      let isFolded = isFolded
      // The preferred words are looked for, too: what is part of one is in order.
      index = WordIndex((words.map(\.word) + words.map(\.preferred)).map { isFolded ? $0.folded : $0 })
    }

    func hits(in text: [Unicode.Scalar], _ range: Range<Int>) -> [(word: DiscouragedWord, range: Range<Int>)] {
      index.hits(in: text, range).compactMap { hit in
        guard hit.word < words.count else { return nil }
        if isFolded {
          let before = hit.range.lowerBound - 1
          if before >= range.lowerBound, text[before].isLatinLetter { return nil }
          var after = hit.range.upperBound
          // A plural is the same word.
          if after < range.upperBound, text[after] == "s" { after += 1 }
          if after < range.upperBound, text[after].isLatinLetter { return nil }
        }
        return (words[hit.word], hit.range)
      }
    }
  }
}

extension Prose {
  /// Whether a quotation is open at a character: what stands there is somebody else's word.
  fileprivate func isQuoted(_ index: Int, in block: Block) -> Bool {
    scalars[block.range.lowerBound..<index].reduce(0) { $1 == "“" ? $0 + 1 : $1 == "”" ? $0 - 1 : $0 } > 0
  }
}

extension Diagnostic {
  fileprivate static func discouraged(_ word: DiscouragedWord, at place: Place) -> Diagnostic {
    let reason =
      word.reason.isEmpty ? Wording(zh: "", en: "") : Wording(zh: "（\(word.reason)）", en: " (\(word.reason))")
    return Diagnostic(
      .warning, "discouraged-word", at: place,
      Wording(zh: "不用“\(word.word)”\(reason.zh)", en: "“\(word.word)” is a discouraged word\(reason.en)"),
      hint: Wording(zh: "改成“\(word.preferred)”。", en: "write “\(word.preferred)”."))
  }
}
