import Content
import Diagnostics
import Markdown

/// The blocks of a translation beside those of the original, down to list items and table cells.
struct AlignedBlocks {
  /// Two blocks that ought to say the same.
  struct Pair {
    var original: BlockText
    var translation: BlockText
  }

  /// A block, an item or a row that only one language has, or a list of another length.
  struct Gap {
    /// What it is: `items`, `rows`, `paragraph`.
    enum Kind { case items, rows, cells, paragraph, list, table, callout, other }

    let kind: Kind
    let original: (range: Range<Int>, count: Int)
    let translation: (range: Range<Int>, count: Int)
  }

  private let original: Document
  private let translation: Document
  /// The nodes of the original that ask a question of the quiz.
  private let questions: Set<Int>
  private(set) var pairs: [Pair] = []
  private(set) var gaps: [Gap] = []

  init(_ original: Page, _ translation: Page) {
    (self.original, self.translation) = (original.document, translation.document)
    questions = Set(original.quiz?.questions.flatMap(\.prompt) ?? [])
    for (key, left, right) in [
      ("title", original.frontMatter.title, translation.frontMatter.title),
      ("summary", original.frontMatter.summary, translation.frontMatter.summary),
    ] {
      pairs.append(
        Pair(
          original: BlockText(left, key: key, of: original.document),
          translation: BlockText(right, key: key, of: translation.document)))
    }
    align(
      blocks(of: original.introduction, in: original.document),
      blocks(of: translation.introduction, in: translation.document))
    for pair in BlockAlignment.sections(original.sections, translation.sections) {
      // A section that only one language has is reported by `UntranslatedSection`.
      guard let left = pair.first, let right = pair.second else { continue }
      add(left.heading, right.heading, .heading)
      let count = gaps.count
      align(blocks(of: left.blocks, in: original.document), blocks(of: right.blocks, in: translation.document))
      // Questions and options are `QuizMismatch`'s.
      if left.role == .quiz { gaps.removeSubrange(count...) }
    }
  }

  private func blocks(of range: Range<Int>, in document: Document) -> [Int] { Array(document.siblings(in: range)) }

  private mutating func add(_ left: Int, _ right: Int, _ kind: BlockText.Kind) {
    pairs.append(
      Pair(original: BlockText(original, left, kind: kind), translation: BlockText(translation, right, kind: kind)))
  }

  /// Pairs blocks that stand in a row, each with its counterpart.
  private mutating func align(_ lefts: [Int], _ rights: [Int], kind: BlockText.Kind = .prose) {
    var last: Int?
    for (left, right) in BlockAlignment.blocks(lefts, of: original, rights, of: translation) {
      if let left, let right {
        let count = pairs.count
        align(left, right, kind: kind)
        last = pairs.count == count + 1 && original.nodes[left].kind == .paragraph ? count : nil
      } else if let alone = left ?? right {
        reportAlone(alone, isOriginal: left != nil, lefts, rights)
        // A paragraph that was divided still says the same.
        let document = left != nil ? original : translation
        guard let last, document.nodes[alone].kind == .paragraph else { continue }
        let rest = BlockText(document, alone, kind: kind)
        if left != nil { pairs[last].original.append(rest) } else { pairs[last].translation.append(rest) }
      }
    }
  }

  private mutating func reportAlone(_ alone: Int, isOriginal: Bool, _ lefts: [Int], _ rights: [Int]) {
    let document = isOriginal ? original : translation
    let others = isOriginal ? rights : lefts
    let other = isOriginal ? translation : original
    // The other side is shown where the block would have followed.
    let neighbour = others.last.map { other.nodes[$0].range } ?? 0..<0
    let own = document.nodes[alone].range
    let kind: Gap.Kind =
      switch document.nodes[alone].kind {
      case .paragraph: .paragraph
      case .list: .list
      case .table: .table
      case .callout, .blockQuote: .callout
      default: .other
      }
    gaps.append(
      isOriginal
        ? Gap(kind: kind, original: (own, 1), translation: (neighbour, 0))
        : Gap(kind: kind, original: (neighbour, 0), translation: (own, 1)))
  }

  private mutating func align(_ left: Int, _ right: Int, kind: BlockText.Kind) {
    switch original.nodes[left].kind {
    case .paragraph, .codeBlock: add(left, right, questions.contains(left) ? .question : kind)
    case .heading: add(left, right, .heading)
    case .list: alignChildren(left, right, .items) { blocks, item in blocks.alignChildren(of: item, kind: .item) }
    case .table:
      alignChildren(left, right, .rows) { blocks, row in
        blocks.alignChildren(row.0, row.1, .cells) { $0.add($1.0, $1.1, .cell) }
      }
    case .blockQuote, .callout: alignChildren(of: (left, right), kind: .prose)
    case .document, .thematicBreak, .item, .htmlBlock, .tableRow, .tableCell, .text, .softBreak, .joinedLine,
      .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
      break
    }
  }

  private mutating func alignChildren(of pair: (Int, Int), kind: BlockText.Kind) {
    align(Array(original.children(of: pair.0)), Array(translation.children(of: pair.1)), kind: kind)
  }

  /// Pairs items, rows or cells by their numbers; another number of them is a gap.
  private mutating func alignChildren(
    _ left: Int, _ right: Int, _ kind: Gap.Kind, _ align: (inout AlignedBlocks, (Int, Int)) -> Void
  ) {
    let (lefts, rights) = (Array(original.children(of: left)), Array(translation.children(of: right)))
    guard lefts.count == rights.count else {
      gaps.append(
        Gap(
          kind: kind, original: (original.nodes[left].range, lefts.count),
          translation: (translation.nodes[right].range, rights.count)))
      return
    }
    for pair in zip(lefts, rights) { align(&self, pair) }
  }
}
