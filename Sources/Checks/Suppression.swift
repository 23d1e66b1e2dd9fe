package import Content
package import Diagnostics
import Markdown

/// A comment with which an editor silences a rule for one block: `<!-- allow rule-name: reason -->` at the end of the block,
/// or on a line of its own above it.
struct Suppression {
  let rules: [String]
  let reason: String
  /// The comment's place.
  let place: Place
  /// The block that it is about; nil when none follows.
  let block: Range<Position>?

  /// Whether a finding lies in the block and is of one of the rules.
  func silences(_ finding: Diagnostic) -> Bool {
    guard let block, finding.place.path == place.path, let start = finding.place.range?.lowerBound else { return false }
    return block.contains(start) && rules.contains(finding.rule)
  }
}

/// A finding that an editor has silenced.
package struct SilencedFinding: Sendable {
  package let finding: Diagnostic
  package let reason: String
  /// Where the comment stands.
  package let place: Place
}

/// What rules found in a library, after suppressions.
package struct Audit: Sendable {
  package private(set) var findings: [Diagnostic] = []
  package private(set) var silenced: [SilencedFinding] = []

  /// - Parameters:
  ///   - selection: the rules that are asked for.
  ///   - recall: what is known, for these rules.
  package init(
    of library: Library, _ selection: RuleSelection, recall: AuditRecall? = nil
  ) {
    let all = library.suppressions
    let suppressions = Dictionary(grouping: all, by: \.place.path)
    var used: Set<Place> = []
    let checks = selection.checks.filter { !$0.isAboutSuppressions }
    for finding in Check.diagnostics(of: checks, for: library, recall: recall) {
      let silencing = suppressions[finding.place.path]?.first { $0.silences(finding) && !$0.reason.isEmpty }
      if let silencing {
        used.insert(silencing.place)
        silenced.append(SilencedFinding(finding: finding, reason: silencing.reason, place: silencing.place))
      } else {
        findings.append(finding)
      }
    }
    if !all.isEmpty {
      for check in selection.checks where check.isAboutSuppressions {
        findings +=
          check == .idleSuppression
          ? IdleSuppression.diagnostics(among: all, selection, used: used) : check.diagnostics(for: library)
      }
    }
    silenced.sort { $0.finding < $1.finding }
  }
}

extension Check {
  /// Whether it judges suppressions, and so cannot be silenced by one.
  var isAboutSuppressions: Bool {
    self == .bareSuppression || self == .unknownSuppression || self == .idleSuppression
  }
}

extension Library {
  /// All suppressions, in the order of files and places.
  var suppressions: [Suppression] {
    bundles.reduce(into: []) { all, bundle in
      for page in bundle.translations where !page.document.comments.isEmpty { all += page.suppressions }
    }
  }
}

extension Page {
  fileprivate var suppressions: [Suppression] {
    document.comments.compactMap { range in
      let source = document.source
      let words = source.text(range).trimming(["<", "!", "-", ">", " ", "\t", "\n", "\r"])
      guard words.hasPrefix("allow"), words.dropFirst(5).first.map({ " :：".contains($0) }) ?? true else { return nil }
      let parts = words.dropFirst(5).split(maxSplits: 1, omittingEmptySubsequences: false) { ":：".contains($0) }
      let rules = parts[0].split { " ,，、".contains($0) }.map(String.init)
      let reason = parts.count > 1 ? String(parts[1]).trimming([" ", "\n", "\r", "\t"]) : ""
      return Suppression(
        rules: rules, reason: reason, place: source.place(range),
        block: document.block(of: range).flatMap { source.place(document.nodes[$0].range).range })
    }
  }
}

extension Document {
  /// The block that a comment is about: the paragraph, heading or cell in which it stands, or else the next block.
  fileprivate func block(of comment: Range<Int>) -> Int? {
    let around = nodes.indices.last { index in
      switch nodes[index].kind {
      case .paragraph, .heading, .tableCell:
        // A comment at the very end may lie outside of the text.
        nodes[index].range.lowerBound <= comment.lowerBound
          && source.line(at: comment.lowerBound) <= source.line(at: max(0, nodes[index].range.upperBound - 1))
          && nodes[index].range.lowerBound < comment.lowerBound
      case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .table, .tableRow,
        .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
        false
      }
    }
    return around ?? nodes.indices.first { $0 > 0 && nodes[$0].range.lowerBound >= comment.upperBound }
  }
}

extension String {
  /// Without some characters at both ends.
  fileprivate func trimming(_ characters: Set<Character>) -> String {
    var text = self[...]
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
