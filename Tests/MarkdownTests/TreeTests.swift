import Diagnostics
import Examples
import Foundation
import Markdown
import Testing

/// Examples that can be read side by side: `name.md`, its tree in `name.tree`, and what is to be said about it in
/// `name.diagnostics`.
@Suite("Trees")
struct TreeTests {
  private static let folder = testsFolder.appending(path: "MarkdownTests/Trees")
  private static let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  @Test("there are examples")
  func count() { #expect((Self.names ?? []).count >= 25) }

  @Test("each example has the tree and the diagnostics beside it", arguments: names ?? [])
  func example(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).md"), encoding: .utf8)
    let parsed = Document.parsing(SourceFile(path: "\(name).md", text: text))
    #expect(Ranges.faults(in: parsed.value) == [])
    let tree = try difference(of: parsed.value.treeDescription, from: Self.folder.appending(path: "\(name).tree"))
    #expect(tree == nil)
    let url = Self.folder.appending(path: "\(name).diagnostics")
    if parsed.diagnostics.isEmpty {
      #expect(!FileManager.default.fileExists(atPath: url.path))
    } else {
      let lines = parsed.diagnostics.map { $0.exampleText + "\n" }.joined()
      #expect(try difference(of: lines, from: url) == nil)
    }
  }
}

extension Diagnostic {
  /// `line:column severity [rule] message / message in English`, and the hint below.
  fileprivate var exampleText: String {
    let position = place.range.map { "\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
    let hint = hint.map { "\n  \($0.zh) / \($0.en)" } ?? ""
    return "\(position) \(severity.rawValue) [\(rule)] \(message.zh) / \(message.en)\(hint)"
  }
}
