import Examples
import Foundation
import Testing
import Typesetting

/// The paragraphs of all that is in `content/`, without their Markdown.
enum Lessons {
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let language: String
    let paragraphs: [StyledText]
    var testDescription: String { path }
  }

  static let files: [File] = {
    let content = testsFolder.deletingLastPathComponent().appending(path: "content")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: content.path)) ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: content.appending(path: path), encoding: .utf8) else { return nil }
      return File(path: path, language: path.hasSuffix("en.md") ? "en" : "zh", paragraphs: paragraphs(of: text))
    }
  }()

  private static func paragraphs(of markdown: String) -> [StyledText] {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") { lines = lines[(end + 1)...] }
    return lines.flatMap { $0.split(separator: "|") }.compactMap { line in
      let words =
        line
        .replacing(#/!?\[([^\]]*)\]\([^)]*\)/#) { $0.output.1 }
        .replacing(#/\{+[^}]*\}+/#, with: "12378")
        .replacing(#/^[\s>#*|-]*(\d+\. )?(\[[ x!A-Z]*\])?\s*/#, with: "")
        .replacing("`", with: "")
      let spans = words.components(separatedBy: "**").enumerated().filter { !$1.isEmpty }
        .map { StyledText.Span($1, $0 % 2 == 1 ? .strong : .none) }
      return spans.isEmpty ? nil : StyledText(spans)
    }
  }
}
