import Diagnostics
import Examples
import Foundation
import Templates
import Testing

/// Each example in `slips/` is a template with a slip; beside it stands what a designer is told.
@Suite struct SlipTests {
  static let folder = testsFolder.appending(path: "TemplatesTests/slips")
  static let parts = [
    "parts/header": "<header>{{name}}</header>\n",
    "parts/layout": "<title>{{$title}}{{title}}{{/title}}</title>\n<main>{{$main}}{{/main}}</main>\n",
    "parts/broken": "<p>{{titel}}</p>\n",
  ]

  @Test("Slips in templates are found when they are loaded", arguments: names())
  func slip(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".html"), encoding: .utf8)
    let sources =
      Self.parts.sorted { $0.key < $1.key }.map { SourceFile(path: "templates/\($0.key).html", text: $0.value) }
      + [SourceFile(path: "templates/slips/\(name).html", text: text)]
    let library = TemplateLibrary.loading(sources, root: "templates")
    let compiled = library.value.compile("slips/\(name)", for: LessonModel.self, tables: tables)
    let found = library.diagnostics + compiled.diagnostics
    #expect(compiled.value == nil)
    let told = DiagnosticText(language: .zh).text(of: found) + DiagnosticText(language: .en).text(of: found)
    let difference = try difference(of: told, from: Self.folder.appending(path: name + ".expected"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  static func names() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }
}
