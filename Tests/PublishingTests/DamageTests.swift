import Content
import Diagnostics
import Examples
import Foundation
import Publishing
import Testing

/// Files of a good site are damaged at random, with a fixed seed. A crash ends the whole test run, and thereby fails it.
struct DamageTests {
  private static let pieces = [
    "## ", "- [x] ", "- [ ]", "> [!BAIT]\n", "|---|", "| a | b |\n", "{{police}}", "{{", "}}", "**", "[", "](",
    "![](x.png)",
    "\t", "    ", "1. ", "> ", "<b>", "---\n", ": ", "\"", "{{#sections}}", "{{/sections}}", "\n\n", "\r\n", "{#a}",
    "`", "```\n",
    "&amp;", "，", "“", "\u{0}",
  ]

  @Test("Random damage to content and templates is always told, never a crash")
  func damage() async throws {
    var random = SeededNumbers(seed: 2026)
    try await withTemporaryFolder { folder in
      try makeBaseSite(in: folder)
      let originals = try files(in: folder).sorted { $0.key < $1.key }
      var told = 0
      for _ in 0..<150 {
        let damaged = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          originals[Int.random(in: 0..<originals.count, using: &random)]
        }
        for (path, bytes) in damaged {
          try Self.damaged(bytes, &random).write(to: folder.appending(path: path))
        }
        let report = try await Build(
          try ProjectFolder(folder.path), .init(today: CalendarDate(year: 2026, month: 11, day: 22))
        ).check(for: folder.path + "/public")
        if report.isRefused {
          told += 1
          #expect(!report.diagnostics.isEmpty)
        }
        for (path, bytes) in damaged { try bytes.write(to: folder.appending(path: path)) }
      }
      #expect(told > 75, "the damage should mostly be such that nothing can be published")
    }
  }

  private static func damaged(_ bytes: Data, _ random: inout SeededNumbers) -> Data {
    var bytes = Array(bytes)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
      case 1: bytes.append(contentsOf: bytes.prefix(place))
      default: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      }
    }
    return Data(bytes)
  }
}
