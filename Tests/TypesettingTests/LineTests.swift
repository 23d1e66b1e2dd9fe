import Examples
import Foundation
import Testing

/// `Lines/name.md` shows one rule of line breaking each, on a grid.
@Suite("The rules of line breaking")
struct LineTests {
  static let folder = testsFolder.appending(path: "TypesettingTests/Lines")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test("Lines end as the example says", arguments: names)
  func example(name: String) throws {
    let file = Self.folder.appending(path: name)
    let example = try LineExample(String(contentsOf: file, encoding: .utf8))
    let found = try difference(of: example.actual, from: file)
    #expect(found == nil, "\(found ?? "")")
  }

  @Test("There is an example for every rule") func isComplete() { #expect(Self.names.count >= 15) }
}
