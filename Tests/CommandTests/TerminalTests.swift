import Examples
import Foundation
import Testing

@Suite struct TerminalTests {
  private static let script = URL(filePath: "/usr/bin/script")

  @Test(
    "A terminal is left with messages in colour and the summary; of the steps of the work nothing stays",
    .enabled(if: FileManager.default.isExecutableFile(atPath: script.path), "needs script(1)"))
  func progress() async throws {
    try await withTemporaryFolder { site in
      try makeSite("missing-section", in: site)
      let command = "'\(microclass.path)' build --today 2026-11-21 --language en"
      let run = try await run(Self.script, ["-qec", command, "/dev/null"], in: site)
      let text = Self.screen(after: run.output.replacing("\r\n", with: "\n"))
      #expect(text.hasPrefix("\u{1B}[1mcontent/lessons/"))
      #expect(text.contains("\u{1B}[1;33mwarning: \u{1B}[0m"))
      #expect(text.hasSuffix(" s.\n"))
    }
  }

  /// What stands on a terminal after all this was written: a line that is taken away is gone.
  private static func screen(after output: String) -> String {
    output.components(separatedBy: "\n")
      .map { $0.components(separatedBy: "\r\u{1B}[K").last ?? "" }
      .joined(separator: "\n")
  }
}
