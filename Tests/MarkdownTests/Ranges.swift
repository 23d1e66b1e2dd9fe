import Diagnostics
import Markdown

/// What must hold of the ranges of every tree.
enum Ranges {
  /// The ways in which a document's ranges are wrong; empty when they are right.
  static func faults(in document: Document) -> [String] {
    var faults: [String] = []
    let nodes = document.nodes
    let bytes = document.source.bytes
    var open: [Int] = []
    /// Where the last child of each open node ends.
    var reached: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let last = open.last, nodes[last].end <= index {
        open.removeLast()
        reached.removeLast()
      }
      func fault(_ what: String) { faults.append("node \(index) \(node.kind) \(node.range): \(what)") }
      if node.end <= index || node.end > nodes.count { fault("bad end \(node.end)") }
      if node.range.upperBound > bytes.count { fault("beyond the file") }
      if let parent = open.last {
        if node.end > nodes[parent].end { fault("ends after its parent") }
        if !nodes[parent].range.contains(node.range) { fault("outside its parent \(nodes[parent].range)") }
        if let before = reached.last, node.range.lowerBound < before { fault("overlaps the node before it") }
        reached[reached.count - 1] = node.range.upperBound
      }
      if case .text(let text) = node.kind, !isWrittenOtherwise(bytes[node.range]),
        !document.bytes(text).elementsEqual(bytes[node.range])
      {
        fault("“\(document.string(text))” is “\(document.source.text(node.range))” in the source")
      }
      if case .text = node.kind, index + 1 < nodes.count, case .text = nodes[index + 1].kind, node.end == index + 1,
        open.last.map({ nodes[$0].end > index + 1 }) ?? false
      {
        fault("is followed by another text")
      }
      open.append(index)
      reached.append(node.range.lowerBound)
    }
    return faults
  }

  /// The number of texts that are compared with the source byte by byte.
  static func comparedTexts(in document: Document) -> Int {
    document.nodes.count { node in
      guard case .text = node.kind else { return false }
      return !isWrittenOtherwise(document.source.bytes[node.range])
    }
  }

  /// Escapes, entities, comments within a text, and tabs that count as spaces.
  private static func isWrittenOtherwise(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains {
      $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") || $0 == 0 || $0 == UInt8(ascii: "<")
        || $0 == UInt8(ascii: "\t")
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
