import Diagnostics

/// A word twice: `the the`, `的的`.
enum DoubledWord {
  /// English words that are never right twice.
  private static let words: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "he", "if", "in", "into",
    "it",
    "its", "my", "not", "of", "on", "or", "our", "she", "so", "than", "the", "their", "them", "then", "they", "this",
    "to", "was", "we", "were", "what", "when", "which", "who", "will", "with", "you", "your",
  ]

  static func read(_ passage: Passage, _ remarks: inout [Remark]) {
    guard !passage.isBait, !passage.isLaw else { return }
    if passage.script.isChinese, passage.kinds.contains(.han) { chinese(passage, &remarks) }
    if passage.script.isEnglish, passage.kinds.contains(.letter) { english(passage, &remarks) }
  }

  private static func chinese(_ passage: Passage, _ remarks: inout [Remark]) {
    for index in passage.glyphs.indices.dropFirst() where passage.kind(index) == .han {
      let scalar = passage.glyphs[index].scalar
      guard passage.glyphs[index - 1].scalar == scalar, scalar == "的" || scalar == "您" || scalar == "吗" else {
        continue
      }
      // `目的的`, `的的确确`.
      if passage.has("目", at: index - 2) || passage.has("确", at: index + 1) { continue }
      report(index - 1..<index, index..<index + 1, passage, &remarks)
    }
  }

  private static func english(_ passage: Passage, _ remarks: inout [Remark]) {
    var last: Range<Int>?
    var index = 0
    while index < passage.glyphs.count {
      guard passage.kind(index) == .letter else {
        // Anything but spaces sets words apart.
        if !passage.isOne(of: [.space, .lineEnd], at: index) { last = nil }
        index += 1
        continue
      }
      var end = index
      while passage.kind(end) == .letter || passage.has("’", at: end) || passage.has("-", at: end) { end += 1 }
      let word = index..<end
      if let last, last.count == word.count,
        zip(last, word).allSatisfy({ passage.glyphs[$0].scalar.small == passage.glyphs[$1].scalar.small }),
        words.contains(passage.text(word).lowercased())
      {
        report(last, word, passage, &remarks)
      }
      last = word
      index = end
    }
  }

  private static func report(
    _ first: Range<Int>, _ second: Range<Int>, _ passage: Passage, _ remarks: inout [Remark]
  ) {
    let gap = first.upperBound..<second.upperBound
    let isCertain =
      passage.isUnbroken(first.lowerBound..<second.upperBound) && !passage.glyphs[gap].contains { $0.kind == .lineEnd }
    // The first stays: it may begin a sentence.
    remarks.append(
      .doubledWord(passage.text(second), at: passage.range(gap), replacement: isCertain ? "" : nil))
  }
}

extension Remark {
  fileprivate static func doubledWord(_ word: String, at range: Range<Int>, replacement: String?) -> Remark {
    Remark(
      .warning, .doubledWord, at: range,
      Wording(zh: "“\(word)”写了两遍", en: "“\(word)” twice in a row"),
      hint: Wording(zh: "删掉一个。", en: "delete one of them."), replacement: replacement)
  }
}
