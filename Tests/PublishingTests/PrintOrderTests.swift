import Content
import Diagnostics
import Examples
import Foundation
import Print
import Publishing
import Testing

/// `microclass print`: a volunteer orders sheets, and they are put into a folder.
@Suite struct PrintOrderTests {
  @Test("Sheets are put into the folder under the names that they have in the site; thumbnails stay away")
  func names() async throws {
    try await withSite { site, shop in
      let report = try await shop.print(
        site,
        [["print/fake-police/fake-police-a5-zh.pdf": "one", "print/fake-police/1.png": "two"], ["kit.pdf": "three"]])
      #expect(report.files == 2 && report.bytes == 20 && report.recorded == nil)
      #expect(
        try texts(in: site) == ["fake-police/fake-police-a5-zh.pdf": "%PDF one\n", "kit.pdf": "%PDF three\n"])
    }
  }

  @Test("Printing again replaces the sheets; other files in the folder stay")
  func again() async throws {
    try await withSite { site, shop in
      _ = try await shop.print(site, [["print/a.pdf": "one"], ["print/b.pdf": "two"]])
      try write(["print/letter.txt": Data("Dear printer".utf8)], to: site)
      _ = try await shop.print(site, [["print/a.pdf": "ONE"]])
      #expect(try texts(in: site) == ["a.pdf": "%PDF ONE\n", "b.pdf": "%PDF two\n", "letter.txt": "Dear printer"])
    }
  }

  @Test("A sheet that does not fit is told, and the others are printed")
  func overflow() async throws {
    try await withSite { site, shop in
      let report = try await shop.print(site, [["print/a.pdf": "too long", "print/b.pdf": "two"]])
      #expect(report.files == 1 && !report.found.isRefused)
      #expect(report.found.diagnostics.map(\.rule) == ["overflow"])
      #expect(try texts(in: site) == ["b.pdf": "%PDF two\n"])
    }
  }

  @Test("With an error in the content, or a warning in a strict run, nothing is printed and the old sheets stay")
  func refused() async throws {
    try await withSite { site, shop in
      _ = try await shop.print(site, [["print/a.pdf": "one"]])
      let strict = try await shop.print(site, [["print/a.pdf": "tight"]], strict: true)
      #expect(strict.found.isRefused && strict.files == 0)
      #expect(try texts(in: site) == ["a.pdf": "%PDF one\n"])
      try Data("no lesson".utf8).write(to: site.appending(path: "content/lessons/fake-police/zh.md"))
      _ = shop.printed
      let faulty = try await shop.print(site, [["print/a.pdf": "ONE"]])
      #expect(faulty.found.isRefused && shop.printed == [])
      #expect(try texts(in: site) == ["a.pdf": "%PDF one\n"])
    }
  }

  @Test("The order is passed on to the print shop")
  func selection() async throws {
    try await withSite { site, shop in
      try write(["templates/print/a5.yaml": Data()], to: site)
      var order = Build.PrintOrder()
      order.slugs = ["fake-police", "deposit-insurance"]
      order.formats = ["a5"]
      order.languages = ["en"]
      order.outlets = ["o01-east-gate"]
      _ = try await shop.print(site, [["a.pdf": "one"]], order)
      let selection = try #require(shop.selection)
      #expect(selection.slugs == ["fake-police", "deposit-insurance"])
      #expect(selection.formats == ["a5"] && selection.languages == ["en"])
      #expect(selection.outlets == ["o01-east-gate"])
      order.outlets = ["all"]
      _ = try await shop.print(site, [["a.pdf": "one"]], order)
      #expect(shop.selection?.outlets == ["o01-east-gate", "o02-old-street"])
      _ = try await shop.print(site, [["a.pdf": "one"]])
      // No kits unless they are ordered.
      #expect(shop.selection?.slugs == [] && shop.selection?.outlets == [])
    }
  }

  @Test("Without formats there is nothing to print, which is told")
  func nothing() async throws {
    try await withSite { site, shop in
      let error = await #expect(throws: PublishingError.self) { try await shop.print(site, []) }
      #expect(error?.message.en.hasPrefix("There is no format to print") == true)
      #expect(!FileManager.default.fileExists(atPath: site.path + "/print"))
    }
  }

  @Test(
    "A published site and the sources are no place for printing", arguments: ["public", "public/x/y", "content/x", "."])
  func otherFolders(output: String) async throws {
    try await withSite { site, shop in
      try await shop.publish(site, [])
      let before = try files(in: site)
      let error = await #expect(throws: PublishingError.self) {
        try await shop.print(site, [["a.pdf": "one"]], to: site.path + "/" + output)
      }
      #expect(error?.message.en.contains("Choose an") == true)
      #expect(try files(in: site) == before)
    }
  }

  @Test("What an interrupted run left in the folder is cleared away")
  func leftovers() async throws {
    try await withSite { site, shop in
      try write(["print/.microclass.next/a.pdf": Data("half".utf8)], to: site)
      _ = try await shop.print(site, [["print/a.pdf": "one"]])
      #expect(try texts(in: site) == ["a.pdf": "%PDF one\n"])
    }
  }

  private func withSite(_ work: (_ site: URL, _ shop: TrialShop) async throws -> Void) async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try await work(site, TrialShop())
    }
  }

  private func texts(in site: URL) throws -> [String: String] {
    try files(in: site.appending(path: "print")).mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
