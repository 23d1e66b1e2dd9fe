import Content
import Diagnostics
import Examples
import Foundation
import Publishing
import Testing

/// `microclass check --fix` puts right what is certain, and nothing else.
@Suite struct RepairTests {
  private static let path = "content/pages/about/zh.md"
  private static let head = "---\ntitle: call\nsummary: now\ndate: 2026-03-01\nchecked: 2026-11-21\n---\n\n"

  @Test("What is certain is put right, the rest is left for a person, and a second run changes nothing")
  func certain() async throws {
    let before = Self.head + "咨询电话:0574,请记好.他说的“安全账户“。。见（上文)。\n\n他说：“没有说完。\n"
    let after = Self.head + "咨询电话：0574，请记好。他说的“安全账户”。见（上文）。\n\n他说：“没有说完。\n"
    try await withPage(Data(before.utf8)) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(try text(in: site) == after)
      #expect(repair.count == 6)
      #expect(repair.files.map(\.after.path) == [Self.path])
      let again = try await build.repair(isTrial: false)
      #expect(again.files.isEmpty && again.count == 0)
      #expect(try text(in: site) == after)
    }
  }

  @Test("A trial shows the change, line by line, and makes none")
  func trial() async throws {
    let before = Self.head + "第一行。\n第二行,改。\n第三行。\n"
    try await withPage(Data(before.utf8)) { site, build in
      let repair = try await build.repair(isTrial: true)
      #expect(
        repair.files.map(\.diff).joined() == """
          --- content/pages/about/zh.md
          +++ content/pages/about/zh.md
          @@ -8,3 +8,3 @@
           第一行。
          -第二行,改。
          +第二行，改。
           第三行。

          """)
      #expect(try text(in: site) == before)
    }
  }

  @Test(
    "Facts, code, addresses, escapes, the words of a law and a swindler’s words stay as they are",
    arguments: [
      "打{{police}}报警。", "写成`a,b,中文.`。", "```\n中文,代码.\n```", "看https://example.org/a,b:c.d。", "第一\\,第二。",
      "> 《广告法》第九条:广告不得有下列情形.", "《广告法》第九条规定：“广告不得使用,最佳等用语.”", "> [!BAIT]\n> “賬戶凍結！！！加ＱＱ。”",
      "[看这里](../../lessons/fake-police/zh.md#signs)。",
    ])
  func untouched(text body: String) async throws {
    try await withPage(Data((Self.head + body + "\n").utf8)) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(repair.files.isEmpty)
      #expect(try text(in: site) == Self.head + body + "\n")
    }
  }

  @Test("A repair that would make something else of a paragraph is left out, the others are made")
  func structure() async throws {
    // Without its wide blanks the paragraph would be a list.
    let before = Self.head + "　　- 先挂断,再核实。\n"
    try await withPage(Data(before.utf8)) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(repair.count == 1)
      #expect(try text(in: site) == Self.head + "　　- 先挂断，再核实。\n")
    }
  }

  @Test("A byte order mark and the line ends stay as they are")
  func form() async throws {
    let head = Self.head.replacing("\n", with: "\r\n")
    try await withPage(Data("\u{FEFF}\(head)高息,保本。\r\n".utf8)) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(repair.count == 1)
      #expect(try bytes(in: site) == Data("\u{FEFF}\(head)高息，保本。\r\n".utf8))
    }
  }

  @Test("A file in GBK or UTF-16 keeps its encoding")
  func encodings() async throws {
    // 高息,保本 and 高息，保本 in GBK.
    let (high, safe): ([UInt8], [UInt8]) = ([0xB8, 0xDF, 0xCF, 0xA2], [0xB1, 0xA3, 0xB1, 0xBE, 0x0A])
    try await withPage(Data(Self.head.utf8) + Data(high + [0x2C] + safe)) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(repair.count == 1)
      #expect(try bytes(in: site) == Data(Self.head.utf8) + Data(high + [0xA3, 0xAC] + safe))
    }
    let wide = { (text: String) in Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data()) }
    try await withPage(wide(Self.head + "高息,保本\n")) { site, build in
      let repair = try await build.repair(isTrial: false)
      #expect(repair.count == 1)
      #expect(try bytes(in: site) == wide(Self.head + "高息，保本\n"))
    }
  }

  private func withPage(_ page: Data, _ work: (URL, Build) async throws -> Void) async throws {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try write([Self.path: page], to: site)
      try? FileManager.default.removeItem(at: site.appending(path: "content/pages/about/en.md"))
      let options = Build.Options(today: CalendarDate(year: 2026, month: 11, day: 21))
      try await work(site, Build(ProjectFolder(site.path), options))
    }
  }

  private func bytes(in site: URL) throws -> Data { try Data(contentsOf: site.appending(path: Self.path)) }

  private func text(in site: URL) throws -> String { String(decoding: try bytes(in: site), as: UTF8.self) }
}
