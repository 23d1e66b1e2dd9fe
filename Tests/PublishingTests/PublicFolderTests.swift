import Content
import Diagnostics
import Examples
import Foundation
import Glibc
import Publishing
import Testing

@Suite struct PublicFolderTests {
  @Test("A second build writes nothing")
  func secondBuild() async throws {
    try await withSite { site, published in
      let before = try stamps(in: published)
      let bytes = try files(in: published)
      let report = try await publish(site)
      #expect(report.written == 0 && report.removed == 0 && report.kept == bytes.count - 1)
      #expect(try stamps(in: published) == before)
      #expect(try files(in: published) == bytes)
    }
  }

  @Test("Two builds of the same content make the same bytes, whatever the folder")
  func sameBytes() async throws {
    try await withSite { site, published in
      try await withTemporaryFolder { other in
        try makeBaseSite(in: other)
        try await publish(other, to: other.path + "/elsewhere/deep")
        #expect(try files(in: other.appending(path: "elsewhere/deep")) == files(in: published))
      }
    }
  }

  @Test("After a change only the files that it concerns are written; the others stay the same files")
  func changedPage() async throws {
    try await withSite { site, published in
      let before = try stamps(in: published)
      try edit(site.appending(path: "content/pages/about/zh.md"), "不推荐任何产品", with: "不推荐产品")
      let report = try await publish(site)
      let after = try stamps(in: published)
      // The index of a language has a name of its own for every text, and the page for searching names it.
      let changed = Set(after.keys.filter { after[$0] != before[$0] })
      #expect(
        Set(changed.filter { !$0.hasPrefix("assets/search/zh-") }) == [
          ".microclass", "zh/pages/about.html", "zh/search.html",
        ])
      #expect(report.written == changed.count - 1)
    }
  }

  @Test("What is no longer in the content goes from the site")
  func removedCase() async throws {
    try await withSite { site, published in
      let before = try files(in: published)
      try FileManager.default.removeItem(at: site.appending(path: "content/cases/counter-call"))
      let report = try await publish(site)
      let gone = Set(before.keys).subtracting(try files(in: published).keys)
      #expect(
        Set(gone.filter { !$0.hasPrefix("assets/search/") })
          == ["zh/cases/counter-call.html", "en/cases/counter-call.html", "zh-en/cases/counter-call.html"])
      #expect(report.removed == gone.count)
      #expect(!FileManager.default.fileExists(atPath: published.path + "/zh/cases"))
    }
  }

  @Test("A published file that was lost or spoilt is made again")
  func repair() async throws {
    try await withSite { site, published in
      let before = try files(in: published)
      try FileManager.default.removeItem(at: published.appending(path: "index.html"))
      try Data("spoilt".utf8).write(to: published.appending(path: "en/index.html"))
      #expect(try await publish(site).written == 2)
      #expect(try files(in: published) == before)
    }
  }

  @Test("An operator's own files and links stay")
  func operatorsFiles() async throws {
    try await withSite { site, published in
      let own = ["CNAME": "example.org\n", ".well-known/security.txt": "Contact: mailto:a@example.org\n"]
      try write(own.mapValues { Data($0.utf8) }, to: published)
      try FileManager.default.createSymbolicLink(
        atPath: published.path + "/start.html", withDestinationPath: "zh/index.html")
      try edit(site.appending(path: "content/pages/about/zh.md"), "不推荐任何产品", with: "不推荐产品")
      #expect(try await publish(site).written > 0)
      let after = try files(in: published)
      for (path, text) in own { #expect(after[path] == Data(text.utf8)) }
      #expect(after["start.html"] == Data("-> zh/index.html".utf8))
    }
  }

  @Test("An operator's file in the place of a new page is not overwritten")
  func operatorsFileInTheWay() async throws {
    try await withSite { site, published in
      try write(["zh/pages/help.html": Data("mine".utf8)], to: published)
      let before = try files(in: published)
      for language in ["zh", "en"] {
        let page = try Data(contentsOf: site.appending(path: "content/pages/about/\(language).md"))
        try write(["content/pages/help/\(language).md": page], to: site)
      }
      let message = try await refusal { try await publish(site) }
      #expect(
        message
          == "“\(published.path)/zh/pages/help.html” was not made by microclass and would be overwritten, so nothing was published. Move it away first."
      )
      #expect(try files(in: published) == before)
    }
  }

  @Test("A folder with other people's files is refused and left alone")
  func foreignFolder() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try write(["public/holiday.jpg": Data("beach".utf8)], to: site)
      let message = try await refusal { try await publish(site) }
      #expect(
        message
          == "“\(site.path)/public” holds files that microclass did not make, such as “holiday.jpg”, so it was left alone. Choose an empty folder, or empty this one."
      )
      #expect(try files(in: site.appending(path: "public")) == ["holiday.jpg": Data("beach".utf8)])
    }
  }

  @Test("The folder keeps its rights when it is replaced")
  func rights() async throws {
    try await withSite { site, published in
      try #require(chmod(published.path, 0o2775) == 0)
      try edit(site.appending(path: "content/pages/about/zh.md"), "不推荐任何产品", with: "不推荐产品")
      #expect(try await publish(site).written > 0)
      var status = stat()
      try #require(stat(published.path, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o2775)
    }
  }

  @Test("A folder with nothing but a .gitkeep is taken, and the .gitkeep stays")
  func gitkeep() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try write(["public/.gitkeep": Data()], to: site)
      let report = try await publish(site)
      #expect(try files(in: site.appending(path: "public")).count == report.written + 2)
      #expect(FileManager.default.fileExists(atPath: site.path + "/public/.gitkeep"))
    }
  }

  @Test(
    "An output folder that would mix with the sources is refused, by whatever way it is named",
    arguments: [
      "content", "content/public", "templates/out", ".", "content/../content/x", "link/x", "link",
      "public/../content/x",
      "missing/../content/x", ".git/hooks",
    ])
  func mixing(output: String) async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try write([".git/HEAD": Data("ref: x".utf8)], to: site)
      try FileManager.default.createSymbolicLink(atPath: site.path + "/link", withDestinationPath: "content/lessons")
      let before = try files(in: site)
      let message = try await refusal { try await publish(site, to: site.path + "/" + output) }
      #expect(message.contains("Choose"))
      #expect(try files(in: site) == before)
    }
  }

  @Test("A folder that holds the project is refused")
  func swallowing() async throws {
    try await withTemporaryFolder { folder in
      let site = folder.appending(path: "project")
      try makeBaseSite(in: site)
      let before = try files(in: folder)
      let message = try await refusal { try await publish(site, to: folder.path) }
      #expect(message.contains("contains the sources"))
      #expect(try files(in: folder) == before)
    }
  }

  @Test("A public/ that is a link to a folder elsewhere is published there, and the link stays")
  func linkedFolder() async throws {
    try await withTemporaryFolder { folder in
      let site = folder.appending(path: "project")
      try makeBaseSite(in: site)
      try FileManager.default.createDirectory(at: folder.appending(path: "www"), withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(atPath: site.path + "/public", withDestinationPath: "../www")
      try await publish(site)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.path + "/public") == "../www")
      #expect(FileManager.default.fileExists(atPath: folder.path + "/www/index.html"))
    }
  }

  @Test("A file in the place of the folder is refused")
  func fileInPlace() async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try write(["public": Data("a file".utf8)], to: site)
      let message = try await refusal { try await publish(site) }
      #expect(message.hasPrefix("“\(site.path)/public” could not be written: it is not a folder."))
      #expect(try files(in: site)["public"] == Data("a file".utf8))
    }
  }

  @Test("A second build at the same time is refused, and works when the first has ended")
  func lock() async throws {
    try await withSite { site, published in
      try edit(site.appending(path: "content/pages/about/zh.md"), "不推荐任何产品", with: "不推荐产品")
      let before = try files(in: published)
      let handle = open(site.path, O_RDONLY | O_DIRECTORY)
      try #require(handle >= 0 && flock(handle, LOCK_EX | LOCK_NB) == 0)
      let message = try await refusal { try await publish(site) }
      #expect(
        message == "Another microclass is building “\(published.path)”. Wait until it has finished, then try again.")
      #expect(try files(in: published) == before)
      close(handle)
      #expect(try await publish(site).written > 0)
    }
  }

  @Test("What an interrupted build left beside the folder is cleared away, whichever way it was interrupted")
  func leftovers() async throws {
    try await withSite { site, published in
      let before = try files(in: published)
      let old = site.appending(path: ".public.old")
      // The one moment without public/, on file systems that cannot exchange two folders.
      try FileManager.default.moveItem(at: published, to: old)
      try write(["index.html": Data("half".utf8)], to: site.appending(path: ".public.next"))
      #expect(try await publish(site).written == 0)
      #expect(try files(in: published) == before)
      #expect(!FileManager.default.fileExists(atPath: old.path))
      #expect(!FileManager.default.fileExists(atPath: site.path + "/.public.next"))
    }
  }

  // MARK: Helpers

  /// Does something with a copy of the good site that has been published.
  private func withSite(_ work: (_ site: URL, _ published: URL) async throws -> Void) async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await publish(site)
      try await work(site, site.appending(path: "public"))
    }
  }

  private func edit(_ file: URL, _ text: String, with other: String) throws {
    let before = try String(contentsOf: file, encoding: .utf8)
    try #require(before.contains(text))
    try before.replacing(text, with: other).write(to: file, atomically: true, encoding: .utf8)
  }

  /// What the operator is told when something is refused.
  private func refusal(_ work: () async throws -> Void) async throws -> String {
    do {
      try await work()
    } catch let error as PublishingError {
      return error.message.en
    } catch let error as FileSystemError {
      return error.message.en
    }
    Issue.record("not refused")
    return ""
  }

  /// What changes of a file when it is written anew: its number on the disk, and the time of the last change.
  private struct Stamp: Equatable {
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
  }

  private func stamps(in folder: URL) throws -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for path in try files(in: folder).keys {
      var status = stat()
      try #require(lstat(folder.path + "/" + path, &status) == 0)
      stamps[path] = Stamp(
        inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
    return stamps
  }
}
