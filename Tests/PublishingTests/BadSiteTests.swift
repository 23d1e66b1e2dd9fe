import Content
import Diagnostics
import Examples
import Foundation
import Glibc
import Publishing
import Testing

/// Each folder in `Tests/Sites/bad/` makes the good site bad in one way. Beside its files stands what an editor is told,
/// `diagnostics.txt`; `delete.txt` lists files of the good site that are left out. What cannot lie in a repository is
/// made below.
@Suite struct BadSiteTests {
  @Test("What is wrong with a site is told, and with an error nothing changes in public/", arguments: kinds())
  func bad(kind: String) async throws {
    try await withTemporaryFolder { site in
      try write(await Self.publishedSite.value, to: site)
      // Only publishing puts this file right again.
      let published = site.appending(path: "public")
      try Data("spoilt".utf8).write(to: published.appending(path: "robots.txt"))
      let before = try files(in: published)

      let folder = Self.folder.appending(path: kind)
      let bad = try files(in: folder).filter { !["diagnostics.txt", "delete.txt"].contains($0.key) }
      try write(bad, to: site)
      for path in Self.lines(of: folder.appending(path: "delete.txt")) {
        try FileManager.default.removeItem(at: site.appending(path: path))
      }
      try Self.made[kind]?(site)
      let report = try await publish(site, on: Self.days[kind] ?? today)

      let told =
        "== 中文\n" + DiagnosticText(language: .zh).text(of: report.diagnostics)
        + "== English\n" + DiagnosticText(language: .en).text(of: report.diagnostics)
      #expect(!report.diagnostics.isEmpty)
      let difference = try difference(of: told, from: folder.appending(path: "diagnostics.txt"))
      #expect(difference == nil, "\(difference ?? "")")
      let after = try files(in: published)
      if report.diagnostics.contains(where: { $0.severity == .error }) {
        #expect(report.isRefused)
        #expect(after == before)
      } else {
        #expect(!report.isRefused)
        let good = try await Self.publishedSite.value
        #expect(after["robots.txt"] == good["public/robots.txt"])
      }
    }
  }

  /// All files of the good site, which was published once.
  private static let publishedSite = Task {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await publish(site)
      return try files(in: site)
    }
  }

  static let folder = sitesFolder.appending(path: "bad")

  static func kinds() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private static func lines(of file: URL) -> [String] {
    ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }

  /// The day on which a site is built, where it matters.
  private static let days = ["expired-lesson": CalendarDate(year: 2027, month: 6, day: 30)]

  /// Files that are made: links, and files too large to keep.
  private static let made: [String: @Sendable (URL) throws -> Void] = [
    "symbolic-link": { site in
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/content/pages/about/passwd.svg", withDestinationPath: "/etc/passwd")
    },
    "not-a-file": { site in try #require(mkfifo(site.path + "/content/pages/about/pipe.svg", 0o644) == 0) },
    "huge-file": { try makeSparseFile(at: $0.path + "/content/pages/about/zh.md", size: 50_000_000) },
    "huge-picture": { try makeSparseFile(at: $0.path + "/content/lessons/fake-police/phone.png", size: 6_000_000) },
    "megabyte-line": { site in
      let file = site.appending(path: "content/pages/about/zh.md")
      let text = try String(contentsOf: file, encoding: .utf8)
      let long = String(repeating: "钱", count: 320_000)
      try (text + "\n" + long + "[链接](nowhere.md)" + "\n").write(to: file, atomically: true, encoding: .utf8)
    },
    "deep-nesting": { site in
      let file = site.appending(path: "content/pages/about/zh.md")
      let text = try String(contentsOf: file, encoding: .utf8)
      let deep = String(repeating: ">", count: 10_000) + " [链接](nowhere.md)\n"
      try (text + "\n" + deep).write(to: file, atomically: true, encoding: .utf8)
    },
  ]

  private static func makeSparseFile(at path: String, size: UInt64) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: size)
    try file.close()
  }
}
