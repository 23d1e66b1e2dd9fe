import Examples
import Foundation
import Glibc
import Publishing
import Testing

@Suite struct KilledPrintingTests {
  @Test("Killed at any moment, the sheets in public/ are all old or all new, and the next build finishes the work")
  func killed() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await Self.publish(version: 1, of: site.path)
      let new = try files(in: site.appending(path: "public"))
      try await Self.publish(version: 0, of: site.path)
      let old = try files(in: site.appending(path: "public"))
      let isChanged = old != new
      try #require(isChanged)
      var random = SystemRandomNumberGenerator()
      var killed = (printing: 0, publishing: 0)
      for round in 1...30 {
        let (path, version) = (site.path, round % 2)
        let delay = Int.random(in: 0..<120, using: &random)
        await #expect(processExitsWith: .signal(SIGKILL)) { [path, version, delay] in
          let site = URL(filePath: path)
          Thread.detachNewThread {
            // From the moment at which the first sheet is finished.
            while true {
              let waiting = (try? FileManager.default.contentsOfDirectory(atPath: path + "/.microclass/public/finished")) ?? []
              if !waiting.isEmpty { break }
              usleep(200)
            }
            usleep(UInt32(delay) * 1000)
            kill(getpid(), SIGKILL)
          }
          try await Self.publish(version: version, of: site.path)
          // The work was done sooner.
          kill(getpid(), SIGKILL)
        }
        if access(path + "/.public.next", F_OK) == 0 { killed.publishing += 1 }
        if FileManager.default.fileExists(atPath: path + "/.microclass/public/finished/x") { killed.printing += 1 }
        let isWhole = try [old, new].contains(files(in: site.appending(path: "public")))
        try #require(isWhole, "a mixture after round \(round)")
      }
      Issue.record("\(killed)")
      try await Self.publish(version: 1, of: site.path)
      #expect(try files(in: site.appending(path: "public")) == new)
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/.microclass/public/finished") == [])
    }
  }

  /// Publishes one of two versions of sixty sheets.
  private static func publish(version: Int, of site: String) async throws {
    let sheets = (0..<60).map { TrialShop.Sheets(dictionaryLiteral: ("print/\($0).pdf", "version \(version) of \($0)")) }
    try await TrialShop(isSlow: true).publish(URL(filePath: site), sheets)
  }
}
