import Foundation

/// The examples of the amendment for emphasis beside Chinese text, github.com/tats-u/markdown-cjk-friendly. They are no
/// part of the project: set `CJK_FRIENDLY_SPEC` to a copy of that repository.
enum AmendmentExamples {
  static let folder = ProcessInfo.processInfo.environment["CJK_FRIENDLY_SPEC"].map { URL(filePath: $0) }

  /// Every paragraph of the lists of test cases, with the HTML that the amendment's own plug-in gives for it.
  static func all() throws -> [SpecificationExample] {
    guard let folder else { return [] }
    let recorded = folder.appending(
      path: "packages/markdown-it-cjk-friendly/test/__snapshots__/markdownIt.spec.ts.snap")
    let results = try String(contentsOf: recorded, encoding: .utf8).components(separatedBy: "\nexports[")
    let lists = [
      ("strong", "Kana/Han"), ("korean", "Korean"), ("pseudo-emoji", "pseudo-emoji"),
      ("underscore-cjk-punct", "underscores"), ("non-bmp", "non-BMP"),
    ]
    return try lists.flatMap { name, title in
      let cases = folder.appending(path: "testcases/\(name).md")
      let texts = try String(contentsOf: cases, encoding: .utf8).components(separatedBy: "\n\n")
        .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
      let result = results.first { $0.prefix { $0 != "\n" }.contains(title) } ?? ""
      let paragraphs = unescaped(result).components(separatedBy: "<p>").dropFirst()
        .map { "<p>" + ($0.components(separatedBy: "</p>").first ?? "") + "</p>\n" }
      guard texts.count == paragraphs.count else { throw CocoaError(.fileReadCorruptFile) }
      return zip(texts, paragraphs).enumerated().map { number, example in
        SpecificationExample(
          number: number + 1, section: name, markdown: example.0 + "\n", html: example.1)
      }
    }
  }

  /// A recorded result stands in a JavaScript template literal.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
