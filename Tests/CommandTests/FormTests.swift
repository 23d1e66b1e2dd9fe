import Examples
import Foundation
import Testing

@Suite struct FormTests {
  /// What programs rely on in `--format json`.
  private struct Finding: Decodable, Equatable {
    let rule: String
    let severity: String
    let path: String
    let line: Int?
    let column: Int?
    let message: String
  }

  @Test("The JSON form decodes, and nothing but JSON goes to standard output")
  func json() async throws {
    try await withTemporaryFolder { site in
      try makeSite("broken-link", in: site)
      let run = try await run(
        microclass, ["check", "--format", "json", "--language", "en", "--today", "2026-11-21"], in: site)
      let findings = try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8))
      #expect(findings.count == 2)
      #expect(
        findings.first
          == Finding(
            rule: "broken-link", severity: "error", path: "content/pages/about/zh.md", line: 8, column: 3,
            message: "“../../lessons/fake-polise/zh.md” is not there"))
      #expect(run.status == 1)
    }
  }

  @Test("JSON of a site without a fault is an empty array")
  func emptyJSON() async throws {
    try await withTemporaryFolder { site in
      try makeSite("base", in: site)
      let run = try await run(microclass, ["check", "--format", "json", "--today", "2026-11-21"], in: site)
      #expect(try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8)) == [])
      #expect(run.status == 0)
    }
  }

  @Test(
    "A reader who has gone away changes neither the work nor the exit code",
    arguments: [
      ("build", "base", 0), ("check", "broken-link", 1),
    ])
  func closedPipe(command: String, kind: String, status: Int) async throws {
    try await withTemporaryFolder { site in
      try makeSite(kind, in: site)
      // The reader is gone before the command begins to write.
      let script = "(sleep 0.2; exec \"$0\" \(command) --today 2026-11-21; ) | exec 0<&-; echo ${PIPESTATUS[0]}"
      let shell = "set -o pipefail; \(script)"
      let run = try await run(URL(filePath: "/bin/bash"), ["-c", shell, microclass.path], in: site)
      #expect(run.output == "\(status)\n")
    }
  }
}
