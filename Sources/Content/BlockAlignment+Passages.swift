import Markdown

extension BlockAlignment {
  /// Pairs the passages of an original and a translation: title and summary, then section by section and block by block.
  static func passages(_ first: Proof, _ second: Proof) -> [(first: Int?, second: Int?)] {
    let (left, right) = (Side(first), Side(second))
    var pairs: [(first: Int?, second: Int?)] = left.matter.map { key, passage in (passage, right.matter[key]) }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    pairs += blocks(left.blocks(in: first.page.introduction), right.blocks(in: second.page.introduction), left, right)
    for pair in sections(first.page.sections, second.page.sections) {
      pairs.append(
        (pair.first.flatMap { left.passages[$0.heading] }, pair.second.flatMap { right.passages[$0.heading] }))
      pairs += blocks(
        pair.first.map { left.blocks(in: $0.blocks) } ?? [], pair.second.map { right.blocks(in: $0.blocks) } ?? [],
        left, right)
    }
    return pairs
  }

  private static func blocks(
    _ first: [Int], _ second: [Int], _ left: Side, _ right: Side
  ) -> [(first: Int?, second: Int?)] {
    blocks(first, of: left.proof.page.document, second, of: right.proof.page.document).flatMap { pair in
      let ours = pair.first.map(left.passages(below:)) ?? []
      let theirs = pair.second.map(right.passages(below:)) ?? []
      return aligned(ours.map(left.form), theirs.map(right.form)).map { one, other in
        (one.map { ours[$0] }, other.map { theirs[$0] })
      }
    }
  }

  /// The passages of one language.
  private struct Side {
    let proof: Proof
    /// Passages by their nodes.
    let passages: [Int: Int]
    /// Passages that are no nodes, by their names.
    let matter: [String: Int]

    init(_ proof: Proof) {
      self.proof = proof
      var nodes: [Int: Int] = [:]
      var matter: [String: Int] = [:]
      for (number, passage) in proof.passages.enumerated() {
        switch passage.origin {
        case .node(let node): nodes[node] = number
        case .title: matter["title"] = number
        case .summary: matter["summary"] = number
        case .matter(let key, text: _): matter[key] = number
        }
      }
      self.passages = nodes
      self.matter = matter
    }

    /// The blocks in which there is something to read: comments need no counterpart.
    func blocks(in range: Range<Int>) -> [Int] {
      proof.page.document.siblings(in: range).filter { !passages(below: $0).isEmpty }
    }

    func passages(below block: Int) -> [Int] {
      (block..<proof.page.document.nodes[block].end).compactMap { passages[$0] }
    }

    /// What sort of passage it is; whether an answer is right may differ, and is then found.
    func form(of passage: Int) -> String { proof.passages[passage].shape.replacing("[x]", with: "[ ]") }
  }
}
