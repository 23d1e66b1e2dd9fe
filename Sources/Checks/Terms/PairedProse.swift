import Content
import Markdown

/// The smallest parts of two translations that say the same: paragraphs, cells, and what could not be divided further.
struct PairedProse {
  let first: Prose
  let second: Prose
  /// Ranges of characters that belong together.
  private(set) var pairs: [(first: Range<Int>, second: Range<Int>)] = []

  init(_ first: Prose, _ second: Prose) {
    (self.first, self.second) = (first, second)
    let (left, right) = (first.page, second.page)
    pair(
      Array(left.document.siblings(in: left.introduction)), Array(right.document.siblings(in: right.introduction)))
    for sections in BlockAlignment.sections(left.sections, right.sections) {
      guard let own = sections.first, let other = sections.second else { continue }
      pair(Array(left.document.siblings(in: own.blocks)), Array(right.document.siblings(in: other.blocks)))
    }
  }

  private mutating func pair(_ own: [Int], _ other: [Int]) {
    let (left, right) = (first.page.document, second.page.document)
    for blocks in BlockAlignment.blocks(own, of: left, other, of: right) {
      guard let one = blocks.first, let two = blocks.second else { continue }
      pair(one, two)
    }
  }

  private mutating func pair(_ one: Int, _ two: Int) {
    let (left, right) = (first.page.document, second.page.document)
    switch left.nodes[one].kind {
    case .list, .item, .callout, .blockQuote, .table, .tableRow:
      let (own, other) = (Array(left.children(of: one)), Array(right.children(of: two)))
      if own.count == other.count {
        for (one, two) in zip(own, other) { pair(one, two) }
        return
      }
    case .document, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .tableCell, .text, .softBreak,
      .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
      break
    }
    let ranges = (first.range(of: one), second.range(of: two))
    if !ranges.0.isEmpty, !ranges.1.isEmpty { pairs.append((ranges.0, ranges.1)) }
  }
}

extension Prose {
  /// The characters of all blocks within a node.
  fileprivate func range(of node: Int) -> Range<Int> {
    let end = page.document.nodes[node].end
    // Blocks stand in the order of their nodes: the first one within is found by halving.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    var last = low
    while last < blocks.count, blocks[last].node < end { last += 1 }
    return last > low ? blocks[low].range.lowerBound..<blocks[last - 1].range.upperBound : 0..<0
  }
}
