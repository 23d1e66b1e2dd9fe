import Examples
import Foundation
import Testing

/// An example of a specification: Markdown, and the HTML it stands for.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  let number: Int
  let section: String
  let markdown: String
  let html: String

  var testDescription: String { "\(number) \(section)" }

  /// The examples in a specification's source text, which `make test-data` puts into `.testdata/`; a tab is written
  /// there as “→”. None when the file is missing.
  static func all(in file: String, kind: String = "example") -> [SpecificationExample] {
    let url = testsFolder.deletingLastPathComponent().appending(path: ".testdata/\(file)")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var parts: [[String]]?
    for line in text.components(separatedBy: "\n") {
      if line == "\(fence) \(kind)" {
        parts = [[]]
      } else if line == fence, let found = parts {
        let texts = found.map { $0.map { "\($0)\n" }.joined().replacingOccurrences(of: "→", with: "\t") }
        examples.append(
          SpecificationExample(
            number: examples.count + 1, section: section, markdown: texts[0], html: texts.count > 1 ? texts[1] : ""))
        parts = nil
      } else if let found = parts {
        if line == ".", found.count == 1 { parts?.append([]) } else { parts?[found.count - 1].append(line) }
      } else if line.hasPrefix("#") {
        section = line.trimmingCharacters(in: CharacterSet(charactersIn: "# "))
      }
    }
    return examples
  }
}
