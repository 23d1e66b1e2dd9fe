package import Markdown

/// Pairs the blocks of two languages: sections by their roles, then blocks in order. What has no counterpart stands alone.
package enum BlockAlignment {
  /// Two sections that say the same, or one that only one language has.
  package struct SectionPair {
    package let first: Section?
    package let second: Section?
  }

  /// Sections with a role are paired by it, the others in order among themselves; the first language gives the order, and
  /// what only the second has follows the section after which it stands there.
  package static func sections(_ first: [Section], _ second: [Section]) -> [SectionPair] {
    let keys = (key(of: first), key(of: second))
    return aligned(keys.0, keys.1).map { left, right in
      SectionPair(first: left.map { first[$0] }, second: right.map { second[$0] })
    }
  }

  private static func key(of sections: [Section]) -> [String] {
    sections.map { $0.role?.id ?? "" }
  }

  /// Pairs of blocks of the same kind, in order.
  package static func blocks(
    _ first: [Int], of document: Document, _ second: [Int], of other: Document
  ) -> [(first: Int?, second: Int?)] {
    let kinds = (first.map { kind(document.nodes[$0]) }, second.map { kind(other.nodes[$0]) })
    return aligned(kinds.0, kinds.1).map { left, right in (left.map { first[$0] }, right.map { second[$0] }) }
  }

  private static func kind(_ node: Node) -> String {
    switch node.kind {
    case .paragraph, .htmlBlock: "text"
    case .list(let list): list.start == nil ? "bullets" : "numbers"
    case .callout(let callout): callout.rawValue
    case .blockQuote: "quote"
    case .codeBlock: "code"
    case .table: "table"
    case .heading(let level, _): "heading\(level)"
    case .thematicBreak: "rule"
    case .document, .item, .tableRow, .tableCell, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis,
      .strong, .link, .image, .fact:
      "other"
    }
  }

  /// The pairs of the longest common subsequence, and everything else alone, in order. Both are short: a page has some
  /// dozens of blocks at most in a section; longer ones are paired by number, so that the work stays linear.
  static func aligned(_ first: [String], _ second: [String]) -> [(Int?, Int?)] {
    guard first != second, first.count * second.count <= 250_000 else {
      return (0..<max(first.count, second.count)).map { ($0 < first.count ? $0 : nil, $0 < second.count ? $0 : nil) }
    }
    // lengths[i][j]: how many pairs the rest of `first` from i and of `second` from j allow.
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
    for i in first.indices.reversed() {
      for j in second.indices.reversed() {
        lengths[i][j] =
          first[i] == second[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int?, Int?)] = []
    var i = 0
    var j = 0
    while i < first.count || j < second.count {
      if i < first.count, j < second.count, first[i] == second[j], lengths[i][j] == lengths[i + 1][j + 1] + 1 {
        pairs.append((i, j))
        i += 1
        j += 1
      } else if j == second.count || (i < first.count && lengths[i + 1][j] >= lengths[i][j + 1]) {
        pairs.append((i, nil))
        i += 1
      } else {
        pairs.append((nil, j))
        j += 1
      }
    }
    return pairs
  }
}
