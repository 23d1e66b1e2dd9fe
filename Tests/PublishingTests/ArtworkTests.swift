import Content
import Diagnostics
import Examples
import Foundation
import Glibc
import Publishing
import Testing

/// Sheets for printing take long to make. These are the stories of when they are made, and when not.
@Suite struct ArtworkTests {
  @Test("Sheets are published with the site, and a second build prints nothing and writes nothing")
  func secondBuild() async throws {
    try await withSite { site, shop in
      let first = try await shop.publish(
        site, [["print/a.pdf": "one", "print/b.pdf": "two"], ["print/c.pdf": "three"]])
      #expect(first.sheets == 3 && first.rendered == 3)
      #expect(shop.printed == ["print/a.pdf", "print/b.pdf", "print/c.pdf"])
      #expect(try text("print/b.pdf", in: site) == "%PDF two\n")
      let before = try stamps(in: site)
      let second = try await shop.publish(
        site, [["print/a.pdf": "one", "print/b.pdf": "two"], ["print/c.pdf": "three"]])
      #expect(second.sheets == 3 && second.rendered == 0 && second.written == 0 && second.kept == first.written)
      #expect(shop.printed == [])
      #expect(try stamps(in: site) == before)
    }
  }

  @Test("Only the sheet that changed is printed again; the others stay the same files")
  func changedSheet() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one", "print/b.pdf": "two"]])
      let before = try stamps(in: site.appending(path: "public"))
      _ = shop.printed
      let report = try await shop.publish(site, [["print/a.pdf": "one", "print/b.pdf": "TWO"]])
      let after = try stamps(in: site.appending(path: "public"))
      #expect(shop.printed == ["print/b.pdf"])
      #expect(report.written == 1 && report.removed == 0)
      #expect(try text("print/b.pdf", in: site) == "%PDF TWO\n")
      #expect(Set(after.keys.filter { after[$0] != before[$0] }) == [".microclass", "print/b.pdf"])
    }
  }

  @Test("A sheet whose lesson is gone goes from the site")
  func removedSheet() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"], ["print/b.pdf": "two"]])
      let report = try await shop.publish(site, [["print/a.pdf": "one"]])
      #expect(report.removed == 1 && report.rendered == 0)
      #expect(try files(in: site)["public/print/b.pdf"] == nil)
      #expect(try files(in: site).keys.filter { $0.hasPrefix(".microclass/public/finished/") } == [])
    }
  }

  @Test("A published sheet that was lost or spoilt is printed again", arguments: ["lost", "spoilt", "replaced"])
  func repair(kind: String) async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one", "print/b.pdf": "two"]])
      let before = try files(in: site.appending(path: "public"))
      _ = shop.printed
      let sheet = site.appending(path: "public/print/a.pdf")
      switch kind {
      case "lost": try FileManager.default.removeItem(at: sheet)
      case "spoilt": try Data("%PDF 0ne\n".utf8).write(to: sheet)
      default:
        try FileManager.default.removeItem(at: sheet)
        try FileManager.default.createDirectory(at: sheet, withIntermediateDirectories: false)
      }
      let report = try await shop.publish(site, [["print/a.pdf": "one", "print/b.pdf": "two"]])
      #expect(shop.printed == ["print/a.pdf"])
      #expect(report.written == 1)
      #expect(try files(in: site.appending(path: "public")) == before)
    }
  }

  @Test("A sheet that cannot be printed is not offered; the others are, and the build is not refused")
  func unprintable() async throws {
    try await withSite { site, shop in
      let report = try await shop.publish(site, [["print/a.pdf": "too long"], ["print/b.pdf": "two"]])
      #expect(!report.isRefused && report.sheets == 1)
      #expect(report.diagnostics.map(\.rule) == ["overflow"])
      #expect(try files(in: site).keys.filter { $0.hasPrefix("public/print/") } == ["public/print/b.pdf"])
    }
  }

  @Test("What was said of a sheet is said again, word for word, when it is not printed again")
  func remarks() async throws {
    try await withSite { site, shop in
      let first = try await shop.publish(site, [["print/a.pdf": "too long"], ["print/b.pdf": "tight"]])
      #expect(first.diagnostics.count == 2)
      _ = shop.printed
      let second = try await shop.publish(site, [["print/a.pdf": "too long"], ["print/b.pdf": "tight"]])
      #expect(shop.printed == [])
      #expect(second.diagnostics == first.diagnostics)
      #expect(second.written == 0)
      let check = try await shop.check(site, [["print/a.pdf": "too long"], ["print/b.pdf": "tight"]])
      #expect(shop.printed == [])
      #expect(check.diagnostics == first.diagnostics)
    }
  }

  @Test("What was said of a sheet is not said again once it is right, nor of a sheet that is no more")
  func staleRemarks() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "too long", "print/b.pdf": "tight", "print/c.pdf": "three"]])
      let shorter = try await shop.publish(
        site, [["print/a.pdf": "short", "print/b.pdf": "tight", "print/c.pdf": "three"]])
      #expect(shorter.diagnostics.map(\.message.en) == ["“print/b.pdf” does not fit:\ttight"])
      let fewer = try await shop.publish(site, [["print/a.pdf": "short", "print/c.pdf": "three"]])
      #expect(fewer.diagnostics == [])
    }
  }

  @Test("What was said of a sheet points to the right line when the lines above it have changed")
  func movedRemark() async throws {
    try await withSite { site, shop in
      let first = try await shop.publish(site, [["print/a.pdf": "tight"]])
      let lesson = site.appending(path: "content/lessons/fake-police/zh.md")
      let text = try String(contentsOf: lesson, encoding: .utf8)
      try text.replacing("---\ntitle:", with: "---\n# A note.\ntitle:").write(
        to: lesson, atomically: true, encoding: .utf8)
      let second = try await shop.publish(site, [["print/a.pdf": "tight"]])
      let lines = [first, second].map { $0.diagnostics.first?.place.range?.lowerBound.line }
      #expect(lines == [2, 3])
      #expect(second.written == 0)
    }
  }

  @Test("A strict build with a sheet that does not fit is refused")
  func strict() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"]])
      let before = try files(in: site.appending(path: "public"))
      let report = try await shop.publish(site, [["print/a.pdf": "tight"]], strict: true)
      #expect(report.isRefused)
      #expect(try files(in: site.appending(path: "public")) == before)
    }
  }

  @Test("When a change that was refused is taken back, what is published is still known and not printed again")
  func refused() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"]])
      let lesson = site.appending(path: "content/lessons/fake-police/zh.md")
      let good = try Data(contentsOf: lesson)
      try Data("no lesson".utf8).write(to: lesson)
      _ = shop.printed
      #expect(try await shop.publish(site, [["print/a.pdf": "ONE", "print/b.pdf": "tight"]]).isRefused)
      #expect(shop.printed == ["print/a.pdf", "print/b.pdf"])
      try good.write(to: lesson)
      let report = try await shop.publish(site, [["print/a.pdf": "one"]])
      #expect(shop.printed == [])
      #expect(report.written == 0 && report.diagnostics == [])
    }
  }

  @Test("What a refused build or a check printed is published by the next build without printing again")
  func waiting() async throws {
    try await withSite { site, shop in
      let sheets: [TrialShop.Sheets] = [["print/a.pdf": "ONE", "print/b.pdf": "too long"], ["print/c.pdf": "three"]]
      let check = try await shop.check(site, sheets)
      #expect(shop.printed == ["print/a.pdf", "print/b.pdf", "print/c.pdf"])
      #expect(try files(in: site.appending(path: "public")).isEmpty)
      #expect(try await shop.publish(site, sheets, strict: true).isRefused)
      let report = try await shop.publish(site, sheets)
      #expect(shop.printed == [])
      #expect(report.diagnostics == check.diagnostics && report.sheets == 2)
      #expect(try text("print/a.pdf", in: site) == "%PDF ONE\n")
    }
  }

  @Test("Checking again and again does not fill the disk")
  func boundedRack() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"], ["print/b.pdf": "two"]])
      var sizes: Set<Int> = []
      for round in 0..<5 {
        _ = try await shop.check(site, [["print/a.pdf": "draft \(round)"], ["print/b.pdf": "two"]])
        sizes.insert(try Data(contentsOf: site.appending(path: ".microclass/public/printings.txt")).count)
      }
      let waiting = try files(in: site.appending(path: ".microclass/public/finished"))
      #expect(waiting.values.map { String(decoding: $0, as: UTF8.self) } == ["%PDF draft 4\n"])
      #expect(sizes.count == 1)
    }
  }

  @Test(
    "A table of what was printed that is lost, damaged or from another program costs time and nothing else",
    arguments: ["lost", "folder lost", "empty", "cut", "garbage", "another program", "a folder", "no folder", "zeros"])
  func damagedTable(kind: String) async throws {
    try await withSite { site, shop in
      let sheets: [TrialShop.Sheets] = [["print/a.pdf": "one", "print/b.pdf": "tight"], ["print/c.pdf": "three"]]
      let before = try await shop.publish(site, sheets)
      let published = try files(in: site.appending(path: "public"))
      let remembered = try files(in: site.appending(path: ".microclass"))
      _ = shop.printed
      let rack = site.appending(path: ".microclass/public")
      try damage(rack.appending(path: "printings.txt"), in: rack, kind)
      let report = try await shop.publish(site, sheets)
      #expect(shop.printed.count >= 2)
      #expect(report.written == 0 && report.removed == 0)
      #expect(report.diagnostics == before.diagnostics)
      #expect(try files(in: site.appending(path: "public")) == published)
      #expect(try files(in: site.appending(path: ".microclass")).keys.sorted() == remembered.keys.sorted())
      #expect(try await shop.publish(site, sheets).rendered == 0)
    }
  }

  private func damage(_ table: URL, in rack: URL, _ kind: String) throws {
    let bytes = try Data(contentsOf: table)
    switch kind {
    case "lost": try FileManager.default.removeItem(at: table)
    case "folder lost": try FileManager.default.removeItem(at: rack.deletingLastPathComponent())
    case "empty": try Data().write(to: table)
    case "cut": try bytes.prefix(bytes.count / 2).write(to: table)
    case "garbage": try Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }).write(to: table)
    case "zeros": try (bytes.prefix(150) + Data(count: 500)).write(to: table)
    case "another program":
      let text = String(decoding: bytes, as: UTF8.self).replacing(/# program [0-9a-f]+/, with: "# program 0123")
      try Data(text.utf8).write(to: table)
    case "a folder":
      try FileManager.default.removeItem(at: table)
      try write(["x": Data()], to: table)
    default:
      try FileManager.default.removeItem(at: rack)
      try Data("in the way".utf8).write(to: rack)
    }
  }

  @Test("A finished sheet that lost its end while it waited is printed again")
  func tornSheet() async throws {
    try await withSite { site, shop in
      _ = try await shop.check(site, [["print/a.pdf": "one"]])
      let folder = site.appending(path: ".microclass/public/finished")
      let sheet = try #require(try files(in: folder).keys.first)
      try Data().write(to: folder.appending(path: sheet))
      _ = shop.printed
      try await shop.publish(site, [["print/a.pdf": "one"]])
      #expect(shop.printed == ["print/a.pdf"])
      #expect(try text("print/a.pdf", in: site) == "%PDF one\n")
    }
  }

  @Test("Where nothing can be written a check works all the same, and a build says what is in its way")
  func noRack() async throws {
    try await withSite { site, shop in
      try Data("in the way".utf8).write(to: site.appending(path: ".microclass"))
      let check = try await shop.check(site, [["print/a.pdf": "tight"]])
      #expect(check.diagnostics.map(\.rule) == ["overflow"] && check.sheets == 1)
      let error = await #expect(throws: FileSystemError.self) {
        try await shop.publish(site, [["print/a.pdf": "tight"]])
      }
      #expect(error?.message.en.hasPrefix("“\(site.path)/.microclass/public” could not be written") == true)
      #expect(!FileManager.default.fileExists(atPath: site.path + "/public"))
    }
  }

  @Test("While another run prints for the same folder a build is refused, and a check works")
  func busy() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"]])
      let handle = open(site.path + "/.microclass/public", O_RDONLY | O_DIRECTORY)
      try #require(handle >= 0 && flock(handle, LOCK_EX | LOCK_NB) == 0)
      defer { close(handle) }
      let error = await #expect(throws: PublishingError.self) {
        try await shop.publish(site, [["print/a.pdf": "one"]])
      }
      #expect(error?.message.en.hasPrefix("Another microclass is building “\(site.path)/public”.") == true)
      #expect(try await shop.check(site, [["print/a.pdf": "tight"]]).diagnostics.map(\.rule) == ["overflow"])
    }
  }

  @Test("Two sites that are published side by side do not get in each other's way")
  func sideBySide() async throws {
    try await withSite { site, shop in
      for _ in 0..<2 {
        try await shop.publish(site, [["print/a.pdf": "one"]], to: site.path + "/www/first")
        try await shop.publish(site, [["print/a.pdf": "two"]], to: site.path + "/www/second")
      }
      #expect(shop.printed == ["print/a.pdf", "print/a.pdf"])
      #expect(try text("print/a.pdf", in: site, "www/first") == "%PDF one\n")
      #expect(try text("print/a.pdf", in: site, "www/second") == "%PDF two\n")
    }
  }

  @Test("A site that prints nothing leaves nothing of sheets beside its folder, even if it once printed")
  func nothingToPrint() async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [["print/a.pdf": "one"]])
      try await shop.publish(site, [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/.microclass/public") == ["pages.txt"])
      #expect(try files(in: site)["public/print/a.pdf"] == nil)
    }
  }

  @Test("Two sheets with one address are refused")
  func sharedAddress() async throws {
    try await withSite { site, shop in
      let report = try await shop.publish(site, [["print/a.pdf": "one"], ["print/a.pdf": "two"]])
      #expect(report.isRefused && report.diagnostics.map(\.rule) == ["shared-address"])
    }
  }

  private func withSite(_ work: (_ site: URL, _ shop: TrialShop) async throws -> Void) async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await work(site, TrialShop())
    }
  }

  private func text(_ path: String, in site: URL, _ output: String = "public") throws -> String {
    try String(contentsOf: site.appending(path: "\(output)/\(path)"), encoding: .utf8)
  }

  private func stamps(in folder: URL) throws -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for path in try files(in: folder).keys {
      var status = stat()
      try #require(lstat(folder.path + "/" + path, &status) == 0)
      stamps[path] = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
    return stamps
  }
}
