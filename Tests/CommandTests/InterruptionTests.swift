import Examples
import Foundation
import Glibc
import Testing

@Suite struct InterruptionTests {
  @Test("Killed at any moment, public/ is wholly the old site or wholly the new one, and the next build cleans up")
  func killed() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      // Enough files that writing takes a good part of the time.
      let stones = (0..<400).map { ("templates/assets/stone-\($0).txt", Data("stone \($0)".utf8)) }
      try write(Dictionary(uniqueKeysWithValues: stones), to: site)
      let versions = try await [publish(site, version: 0), publish(site, version: 1)]
      let isChanged = versions[0] != versions[1]
      try #require(isChanged)
      let published = site.appending(path: "public")
      let next = site.path + "/.public.next"
      var random = SplitMix(state: 20_261_121)
      var killedWhileWriting = 0
      for round in 0..<60 {
        try setVersion(round % 2, of: site)
        _ = try await run(microclass, ["build", "--today", "2026-11-21"], in: site) { process in
          if round % 3 == 0 {
            usleep(UInt32.random(in: 0..<150_000, using: &random))
          } else {
            let deadline = ContinuousClock.now + .seconds(10)
            while process.isRunning, access(next, F_OK) != 0, ContinuousClock.now < deadline { usleep(100) }
            usleep(UInt32.random(in: 0..<30_000, using: &random))
          }
          kill(process.processIdentifier, SIGKILL)
        }
        if access(next, F_OK) == 0 { killedWhileWriting += 1 }
        let isWhole = try versions.contains(files(in: published))
        try #require(isWhole, "a mixture after round \(round)")
      }
      // Else the rounds above prove nothing.
      #expect(killedWhileWriting > 5)
      #expect(try await publish(site, version: 0) == versions[0])
      let beside = try FileManager.default.contentsOfDirectory(atPath: site.path).sorted()
      #expect(beside == [".microclass", "content", "public", "templates"])
    }
  }

  /// Publishes one of two versions of the site, of which every page differs.
  private func publish(_ site: URL, version: Int) async throws -> [String: Data] {
    try setVersion(version, of: site)
    let run = try await run(microclass, ["build", "--today", "2026-11-21"], in: site)
    try #require(run.status == 0, "\(run.errors)")
    return try files(in: site.appending(path: "public"))
  }

  private func setVersion(_ version: Int, of site: URL) throws {
    let frame = try String(contentsOf: sitesFolder.appending(path: "base/templates/parts/frame.html"), encoding: .utf8)
    try write(
      [
        "templates/parts/frame.html": Data(frame.replacing("</html>", with: "<!-- \(version) --></html>").utf8),
        "templates/assets/site.css": Data("body { order: \(version) }\n".utf8),
      ], to: site)
  }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
