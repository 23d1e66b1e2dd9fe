import Examples
import Foundation
import Testing
import Typesetting

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

  @Test("A character without width stands anywhere on a line", arguments: [17.7, 18.3, 19.1, 21.9, 23.3])
  func withoutWidth(measure: Double) {
    // Copied from web pages, and never seen by who pastes it.
    let text = String(repeating: "他说：把钱a转进安全账户，\u{2060}查清\u{FEFF}就退\u{2060}还给您。", count: 40)
    var shaped = GridShaper().shaped(StyledText(text), language: "zh-Hans")
    shaped = ShapedText(
      text: shaped.text, spans: shaped.spans, glyphs: shaped.glyphs,
      clusters: shaped.clusters.map { cluster in
        var cluster = cluster
        let character = String(decoding: shaped.text[cluster.text], as: UTF8.self)
        if ["\u{2060}", "\u{FEFF}"].contains(character) { cluster.advance = 0 }
        // Advances of a real font are no sums of halves.
        if character == "a" { cluster.advance = 0.563 }
        return cluster
      })
    let lines = Composer(.justified).lines(shaped, measure: measure)
    #expect(lines.flatMap(\.pieces).allSatisfy { $0.start <= $0.end })
    #expect(lines.last?.clusters.upperBound == shaped.clusters.count)
  }
}
