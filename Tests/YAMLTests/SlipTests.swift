import Diagnostics
import Examples
import Foundation
import Testing
import YAML

/// Each example in `slips/` is a text with one slip; beside it stands what an editor is told.
@Suite struct SlipTests {
  @Test("Common slips are named as what they are", arguments: examples(in: "YAMLTests/slips"))
  func slip(example: URL) throws {
    let file = SourceFile(path: example.lastPathComponent, text: try String(contentsOf: example, encoding: .utf8))
    let found = YAMLNode.reading(file).diagnostics
    let expected = example.deletingPathExtension().appendingPathExtension("expected")
    let difference = try difference(of: told(found), from: expected)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("A name of a file says whether its text is refused")
  func namesAgree() throws {
    for example in examples(in: "YAMLTests/slips") {
      let file = SourceFile(path: "a.yaml", text: try String(contentsOf: example, encoding: .utf8))
      let isFine = example.lastPathComponent.contains("are-fine")
      #expect(YAMLNode.reading(file).diagnostics.isEmpty == isFine, "\(example.lastPathComponent)")
    }
  }
}

/// The texts in a folder of the tests, in alphabetical order.
func examples(in folder: String) -> [URL] {
  let folder = testsFolder.appending(path: folder)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
}

/// What an editor reads, first in Chinese, then in English.
func told(_ diagnostics: [Diagnostic]) -> String {
  DiagnosticText(language: .zh).text(of: diagnostics) + DiagnosticText(language: .en).text(of: diagnostics)
}
