import Diagnostics
import Examples
import Foundation
import Glibc
import Publishing
import Testing

/// Runs in processes of their own, which come to a bad end.
@Suite struct KilledPrintingTests {
  @Test("Killed at any moment, public/ has all old sheets or all new ones, and the next build finishes the work")
  func killed() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await Self.publish(version: 1, of: site.path)
      let new = try files(in: site.appending(path: "public"))
      try await Self.publish(version: 0, of: site.path)
      let old = try files(in: site.appending(path: "public"))
      let isChanged = old != new
      try #require(isChanged)
      var killed = (printing: 0, publishing: 0)
      for round in 1...24 {
        let isPublishing = round % 3 > 0
        try? FileManager.default.removeItem(atPath: site.path + "/.public.next")
        // Every third round while sheets are printed, the others while the new site is put in place.
        let sign = site.path + (isPublishing ? "/.public.next" : "/.microclass/public/finished/")
        let delay = UInt32(isPublishing ? round * 700 % 4_000 : round * 17_000 % 60_000)
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [site = site.path as String, version = round % 2 as Int, sign = sign as String, delay = delay as UInt32] in
          Thread.detachNewThread { Self.killSelf(after: sign, delay) }
          try await Self.publish(version: version, of: site)
          // The work was done sooner.
          kill(getpid(), SIGKILL)
        }
        if access(site.path + "/.public.next", F_OK) == 0 {
          killed.publishing += 1
        } else if try !files(in: site.appending(path: ".microclass/public/finished")).isEmpty {
          killed.printing += 1
        }
        let isWhole = try [old, new].contains(files(in: site.appending(path: "public")))
        try #require(isWhole, "a mixture after round \(round)")
      }
      // Else the rounds above prove nothing.
      #expect(killed.printing > 3 && killed.publishing > 3, "\(killed)")
      try await Self.publish(version: 1, of: site.path)
      #expect(try files(in: site.appending(path: "public")) == new)
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/.microclass/public/finished") == [])
      let beside = try FileManager.default.contentsOfDirectory(atPath: site.path).sorted()
      #expect(beside == [".microclass", "content", "public", "templates"])
    }
  }

  @Test("When the disk takes no more of a sheet, that is told, the old site stays, and nothing half is left behind")
  func fullDisk() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await TrialShop().publish(site, [["print/a.pdf": "one"], ["print/b.pdf": "two"]])
      let before = try files(in: site.appending(path: "public"))
      await #expect(processExitsWith: .exitCode(2)) { [site = site.path as String] in
        // No file may get larger than the pages of the site; the sheet would.
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 60_000, rlim_max: 60_000)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        do {
          let large = String(repeating: "large ", count: 30)
          try await TrialShop(copies: 1_000).publish(
            URL(filePath: site), [["print/a.pdf": "ONE"], ["print/b.pdf": large]])
        } catch let error as FileSystemError where error.message.en.contains(".microclass/public/finished") {
          exit(2)
        }
      }
      #expect(try files(in: site.appending(path: "public")) == before)
      let waiting = try files(in: site.appending(path: ".microclass/public/finished"))
      #expect(waiting.values.allSatisfy { $0.count == 9_000 })
      let report = try await TrialShop().publish(site, [["print/a.pdf": "one"], ["print/b.pdf": "two"]])
      #expect(report.rendered == 0 && report.written == 0)
    }
  }

  /// Publishes one of two versions of sixty sheets, of which each takes a millisecond.
  private static func publish(version: Int, of site: String) async throws {
    let sheets = (0..<60).map { number in
      TrialShop.Sheets(dictionaryLiteral: ("print/\(number).pdf", "version \(version) of \(number)"))
    }
    try await TrialShop(pace: 1_000).publish(URL(filePath: site), sheets)
  }

  /// Ends this process so many microseconds after there is something at a path; with `/` at its end, in a folder.
  private static func killSelf(after sign: String, _ delay: UInt32) {
    func isThere() -> Bool {
      guard sign.hasSuffix("/") else { return access(sign, F_OK) == 0 }
      return (try? FileManager.default.contentsOfDirectory(atPath: sign))?.isEmpty == false
    }
    while !isThere() { usleep(100) }
    usleep(delay)
    kill(getpid(), SIGKILL)
  }
}
