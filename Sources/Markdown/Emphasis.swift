import Diagnostics

/// A run of asterisks or underscores.
struct DelimiterRun {
  let range: Range<Int>
  var isAsterisk = true
  var canOpen = false
  var canClose = false
  /// Whether the amendment for Chinese text reads it otherwise than CommonMark does.
  var isAmended = false
  /// Whether it stands beside a CJK character.
  var isBesideCJK = false
  /// Whether it belongs to something else, such as an address.
  var isLiteral = false
  /// The neighbours in the same link text that can still open or close; -1 for none.
  var previous: Int
  var next = -1
  /// How many delimiters are used as closing ones, from the left, and as opening ones, from the right.
  var closing = 0
  var opening = 0

  init(range: Range<Int>, previous: Int) {
    self.range = range
    self.previous = previous
  }

  var unused: Int { range.count - closing - opening }
}

/// Emphasis by CommonMark's rules, with the amendment that makes them work beside Chinese text
/// (github.com/tats-u/markdown-cjk-friendly). Where no run stands beside a CJK character cmark's result is kept.
extension InlineReader {
  /// Works out emphasis anew if the amendment changes how a run is read.
  mutating func amendEmphasis(of content: InlineContent, force: Bool) {
    if runs.isEmpty { return }
    var isAmended = force
    var isBesideCJK = false
    for index in runs.indices {
      let run = flanked(runs[index], in: content.bytes)
      runs[index] = run
      if run.isAmended { isAmended = true }
      if run.isBesideCJK { isBesideCJK = true }
    }
    if isAmended {
      var marks: [Mark] = []
      for first in firstRuns { matchRuns(from: first, into: &marks) }
      marks.sort { $0.position < $1.position }
      replaceEmphasis(by: marks)
    }
    if isBesideCJK { noteStrayRuns(in: content) }
  }

  /// Where emphasis starts or ends.
  private struct Mark {
    let position: Int
    let length: Int
    let isOpening: Bool
  }

  // MARK: Flanking

  /// A run with what it can do.
  private func flanked(_ run: DelimiterRun, in content: Range<Int>) -> DelimiterRun {
    var run = run
    let bytes = self.content
    let after = bytes.scalar(at: run.range.upperBound, before: content.upperBound)?.scalar ?? "\n"
    let last = bytes.scalar(endingAt: run.range.lowerBound, from: content.lowerBound)
    let before = last?.scalar ?? "\n"
    if before.isASCII, after.isASCII {
      let flanking = Flanking(before: before, after: after, symbols: false)
      (run.canOpen, run.canClose) = flanking.roles(isAsterisk: run.isAsterisk)
      return run
    }
    let plain = Flanking(before: before, after: after, symbols: false)
    (run.canOpen, run.canClose) = plain.roles(isAsterisk: run.isAsterisk)
    // The character that a selector belongs to stands one further back.
    var base = before
    if CJK.isFormSelector(before), let last {
      base = bytes.scalar(endingAt: run.range.lowerBound - last.length, from: content.lowerBound)?.scalar ?? before
    }
    let isFullWidthQuote = before == "\u{FE01}" && ["\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"].contains(base)
    let isCJKBefore = CJK.contains(base) || isFullWidthQuote || CJK.isIdeographSelector(before)
    let isCJKAfter = CJK.contains(after)
    guard isCJKBefore || isCJKAfter else { return run }
    var amended = Flanking(before: base, after: after, symbols: true)
    amended.isCJKBefore = isCJKBefore
    amended.isCJKAfter = isCJKAfter
    run.isBesideCJK = true
    let roles = amended.roles(isAsterisk: run.isAsterisk)
    run.isAmended = roles != (run.canOpen, run.canClose)
    (run.canOpen, run.canClose) = roles
    return run
  }

  /// What stands before and after a run.
  private struct Flanking {
    let isSpaceBefore, isSpaceAfter, isPunctuationBefore, isPunctuationAfter: Bool
    var isCJKBefore = false
    var isCJKAfter = false

    init(before: Unicode.Scalar, after: Unicode.Scalar, symbols: Bool) {
      isSpaceBefore = CJK.isSpace(before)
      isSpaceAfter = CJK.isSpace(after)
      isPunctuationBefore = CJK.isPunctuation(before, symbols: symbols)
      isPunctuationAfter = CJK.isPunctuation(after, symbols: symbols)
    }

    /// Whether the run can open and close emphasis.
    func roles(isAsterisk: Bool) -> (Bool, Bool) {
      let isBesideCJK = isCJKBefore || isCJKAfter
      let isLeft = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore || isBesideCJK)
      let isRight = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter || isBesideCJK)
      if isAsterisk { return (isLeft, isRight) }
      return (isLeft && (!isRight || isPunctuationBefore), isRight && (!isLeft || isPunctuationAfter))
    }
  }

  // MARK: Matching

  /// Matches the runs of one link text, or of the paragraph outside links. Linear: `bottoms` remembers, for each kind
  /// of closing run, below which run nothing is left to be found.
  private mutating func matchRuns(from first: Int, into marks: inout [Mark]) {
    var bottoms = [Int](repeating: first, count: 12)
    var closer = first
    while closer >= 0 {
      guard runs[closer].canClose, !runs[closer].isLiteral else {
        closer = runs[closer].next
        continue
      }
      let run = runs[closer]
      let kind = (run.isAsterisk ? 6 : 0) + (run.canOpen ? 3 : 0) + run.range.count % 3
      var opener = run.previous
      while opener >= bottoms[kind], !opens(opener, closer) { opener = runs[opener].previous }
      if opener >= bottoms[kind] {
        match(opener, closer, into: &marks)
        if runs[closer].unused == 0 { closer = remove(closer) }
      } else {
        bottoms[kind] = closer
        closer = run.canOpen ? run.next : remove(closer)
      }
    }
  }

  private func opens(_ opener: Int, _ closer: Int) -> Bool {
    let left = runs[opener]
    let right = runs[closer]
    guard left.canOpen, left.isAsterisk == right.isAsterisk, !left.isLiteral else { return false }
    if !(right.canOpen || left.canClose) { return true }
    return right.range.count % 3 == 0 || (left.range.count + right.range.count) % 3 != 0
  }

  private mutating func match(_ opener: Int, _ closer: Int, into marks: inout [Mark]) {
    let length = runs[opener].unused >= 2 && runs[closer].unused >= 2 ? 2 : 1
    let right = runs[opener].range.upperBound - runs[opener].opening - length
    let left = runs[closer].range.lowerBound + runs[closer].closing
    marks.append(Mark(position: right, length: length, isOpening: true))
    marks.append(Mark(position: left, length: length, isOpening: false))
    runs[opener].opening += length
    runs[closer].closing += length
    // What stands between the two can no longer match.
    runs[opener].next = closer
    runs[closer].previous = opener
    if runs[opener].unused == 0 { _ = remove(opener) }
  }

  /// Takes a run out of the list.
  /// - Returns: the next one.
  private mutating func remove(_ index: Int) -> Int {
    let run = runs[index]
    if run.previous >= 0 { runs[run.previous].next = run.next }
    if run.next >= 0 { runs[run.next].previous = run.previous }
    return run.next
  }

  // MARK: Result

  /// Puts our emphasis in the place of cmark's.
  private mutating func replaceEmphasis(by marks: [Mark]) {
    let old = tokens
    tokens.removeAll(keepingCapacity: true)
    var run = 0
    var mark = 0
    for token in old {
      switch token.kind {
      case .openEmphasis, .openStrong, .closeEmphasis, .closeStrong, .delimiters: break
      default:
        tokens.append(token)
        continue
      }
      guard run < runs.count, token.range.lowerBound == runs[run].range.lowerBound else { continue }
      var position = runs[run].range.lowerBound
      let upper = runs[run].range.upperBound
      while position < upper {
        if mark < marks.count, marks[mark].position == position {
          let length = marks[mark].length
          let kinds: (InlineToken.Kind, InlineToken.Kind) =
            marks[mark].isOpening ? (.openEmphasis, .openStrong) : (.closeEmphasis, .closeStrong)
          tokens.append(InlineToken(length == 1 ? kinds.0 : kinds.1, position..<position + length))
          position += length
          mark += 1
        } else {
          let next = mark < marks.count ? min(marks[mark].position, upper) : upper
          tokens.append(InlineToken(.delimiters, position..<next))
          position = next
        }
      }
      run += 1
    }
  }

  /// Reports asterisks beside Chinese text that are text.
  private mutating func noteStrayRuns(in content: InlineContent) {
    var run = 0
    for token in tokens where token.kind == .delimiters {
      while run < runs.count, runs[run].range.upperBound <= token.range.lowerBound { run += 1 }
      guard run < runs.count else { return }
      let stray = runs[run]
      guard stray.isAsterisk, stray.isBesideCJK, !stray.isLiteral, stray.range.count <= 3 else { continue }
      findings.add(.strayEmphasis(stray.range.count), at: blocks.contents.sourceRange(token.range, in: content))
    }
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static func strayEmphasis(_ count: Int) -> Finding {
    let signs = String(repeating: "*", count: count)
    return Finding(
      .warning, "stray-emphasis",
      Wording(
        zh: "“\(signs)”没有配成对，会原样显示成星号", en: "“\(signs)” has no partner and will be shown as it is"),
      hint: Wording(
        zh: "强调要前后各写一个“\(signs)”，里侧不留空格；如果就是要显示星号，请写成“\\*”",
        en: "Emphasis has “\(signs)” before and after it, without spaces inside; for an asterisk itself write “\\*”"))
  }
}
