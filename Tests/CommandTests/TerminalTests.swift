import Examples
import Foundation
import Testing

@Suite struct TerminalTests {
  private static let script = URL(filePath: "/usr/bin/script")

  @Test(
    "What takes less than a second shows no steps at a terminal, but colours and the summary",
    .enabled(if: FileManager.default.isExecutableFile(atPath: script.path), "needs script(1)"))
  func progress() async throws {
    try await withTemporaryFolder { site in
      try makeSite("missing-section", in: site)
      let command = "'\(microclass.path)' build --today 2026-11-21 --language en"
      let run = try await run(Self.script, ["-qec", command, "/dev/null"], in: site)
      let text = run.output.replacing("\r\n", with: "\n")
      #expect(text.hasPrefix("\u{1B}[1mcontent/lessons/"))
      #expect(text.contains("\u{1B}[1;33mwarning: \u{1B}[0m"))
      #expect(text.hasSuffix(" s.\n"))
    }
  }
}
