import Examples
import Foundation
import Testing

@Suite struct TerminalTests {
  private static let script = URL(filePath: "/usr/bin/script")

  @Test(
    "A terminal sees each step on one line, in colour, and then the summary alone",
    .enabled(if: FileManager.default.isExecutableFile(atPath: script.path), "needs script(1)"))
  func progress() async throws {
    try await withTemporaryFolder { site in
      try makeSite("missing-section", in: site)
      let command = "'\(microclass.path)' build --today 2026-11-21 --language en"
      let run = try await run(Self.script, ["-qec", command, "/dev/null"], in: site)
      let text = run.output.replacing("\r\n", with: "\n")
      #expect(
        text.hasPrefix(
          "\r\u{1B}[Kreading …\r\u{1B}[Kmaking pages …\r\u{1B}[Kwriting …\r\u{1B}[K\u{1B}[1mcontent/lessons/"))
      #expect(text.contains("\u{1B}[1;33mwarning: \u{1B}[0m"))
      #expect(text.hasSuffix(" s.\n"))
    }
  }
}
