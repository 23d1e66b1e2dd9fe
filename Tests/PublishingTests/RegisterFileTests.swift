import Content
import Diagnostics
import Examples
import Foundation
import Publishing
import Testing

/// `microclass print --record` adds lines to a table that an editor keeps.
@Suite struct RegisterFileTests {
  @Test("Where there is no register it is made, with its heading")
  func new() async throws {
    try await withRegister(nil) { site, register in
      let added = try register.add([edition("AB12"), edition("CD34", "en")], languages: Self.languages).value
      #expect(added == 2)
      #expect(
        try text(in: site) == """
          code,lesson,language,date,withdrawn,reason_zh,reason_en
          AB12,fake-police,zh,2026-11-21,,,
          CD34,fake-police,en,2026-11-21,,,

          """)
    }
  }

  @Test("An edition that is in the register is not added again, and then the file is not touched")
  func known() async throws {
    let before = "code,lesson,language,date\nAB12,fake-police,zh,2025-01-01\n"
    try await withRegister(before) { site, register in
      let added = try register.add([edition("AB12")], languages: Self.languages).value
      #expect(added == 0)
      #expect(try text(in: site) == before)
      #expect(
        try register.add([edition("AB12"), edition("CD34"), edition("CD34")], languages: Self.languages).value == 1)
      #expect(try text(in: site) == before + "CD34,fake-police,zh,2026-11-21\n")
    }
  }

  @Test(
    "What the editor wrote stays byte for byte, and new lines are in the same form",
    arguments: [
      // Columns in another order and of the editor's own, quotes that need not be, blanks, an empty line.
      (
        "\u{FEFF}date,note,\"code\",language,lesson\r\n 2025-01-01 ,\"a, \"\"b\"\"\",XY,zh,x\r\n\r\n",
        "2026-11-21,,AB12,zh,fake-police\r\n"
      ),
      ("code,lesson,language,date\nXY,x,zh,2025-01-01", "\nAB12,fake-police,zh,2026-11-21\n"),
      ("code,lesson,language,date\rXY,x,zh,2025-01-01\r", "AB12,fake-police,zh,2026-11-21\r"),
      ("code,lesson,language,date", "\nAB12,fake-police,zh,2026-11-21\n"),
      ("\n", "code,lesson,language,date,withdrawn,reason_zh,reason_en\nAB12,fake-police,zh,2026-11-21,,,\n"),
    ])
  func form(before: String, added: String) async throws {
    try await withRegister(before) { site, register in
      let result = try register.add([edition("AB12")], languages: Self.languages)
      #expect(result.value == 1 && result.diagnostics == [])
      #expect(try text(in: site) == before + added)
    }
  }

  @Test("A register in GBK, as some spreadsheets save it, keeps its encoding")
  func otherEncoding() async throws {
    // 换 in GBK is BB BB.
    let bytes = Data("code,lesson,language,date,reason\nXY,x,zh,2025-01-01,".utf8) + Data([0xBB, 0xBB, 0x0A])
    try await withRegister(nil) { site, register in
      try write(["content/editions.csv": bytes], to: site)
      #expect(try register.add([edition("AB12")], languages: Self.languages).value == 1)
      #expect(
        try Data(contentsOf: site.appending(path: "content/editions.csv"))
          == bytes + Data("AB12,fake-police,zh,2026-11-21,\n".utf8))
    }
  }

  @Test(
    "A register that is not understood is reported and left alone, for the edition could be in it",
    arguments: [
      ("code;lesson;language;date\nAB12;x;zh;2025-01-01\n", "other-separator"),
      ("codes,lesson,language,date\nAB12,x,zh,2025-01-01\n", "missing-column"),
      ("code,lesson,language,date\nAB12,x,zh\n", "ragged-row"),
      ("code,lesson,language,date\n\"AB12,x,zh,2025-01-01\n", "open-quote"),
    ])
  func faulty(before: String, rule: String) async throws {
    try await withRegister(before) { site, register in
      let result = try register.add([edition("AB12")], languages: Self.languages)
      #expect(result.value == 0 && result.diagnostics.map(\.rule) == [rule])
      #expect(try text(in: site) == before)
    }
  }

  @Test("A register in UTF-16 is refused and left alone")
  func wideCharacters() async throws {
    try await withRegister(nil) { site, register in
      let bytes = Data([0xFF, 0xFE]) + ("code,lesson\n".data(using: .utf16LittleEndian) ?? Data())
      try write(["content/editions.csv": bytes], to: site)
      let error = try #require(throws: PublishingError.self) {
        try register.add([edition("AB12")], languages: Self.languages)
      }
      #expect(error.message.en.contains("is in UTF-16 and was left alone"))
      #expect(try Data(contentsOf: site.appending(path: "content/editions.csv")) == bytes)
    }
  }

  @Test("The file keeps its rights, and a link to another place in content/ stays a link")
  func rights() async throws {
    try await withRegister(nil) { site, register in
      try write(["content/tables/printed.csv": Data("code,lesson,language,date\n".utf8)], to: site)
      let target = site.path + "/content/tables/printed.csv"
      try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: target)
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/content/editions.csv", withDestinationPath: "tables/printed.csv")
      #expect(try register.add([edition("AB12")], languages: Self.languages).value == 1)
      #expect(try files(in: site)["content/editions.csv"] == Data("-> tables/printed.csv".utf8))
      #expect(try String(contentsOfFile: target, encoding: .utf8).hasSuffix("AB12,fake-police,zh,2026-11-21\n"))
      let attributes = try FileManager.default.attributesOfItem(atPath: target)
      #expect(attributes[.posixPermissions] as? Int == 0o664)
    }
  }

  /// The languages of the good site.
  private static let languages: [Language] = {
    let file = sitesFolder.appending(path: "base/content/site.yaml")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return Site.reading(SourceFile(path: "content/site.yaml", text: text)).value?.languages ?? []
  }()

  private func edition(_ code: String, _ language: String = "zh") -> RegisterFile.Line {
    RegisterFile.Line(code: code, lesson: "fake-police", language: language, date: today)
  }

  private func withRegister(_ text: String?, _ work: (_ site: URL, _ register: RegisterFile) throws -> Void)
    async throws
  {
    try await withTemporaryFolder { site in
      try makeBaseSite(in: site)
      try FileManager.default.removeItem(at: site.appending(path: "content/editions.csv"))
      if let text { try write(["content/editions.csv": Data(text.utf8)], to: site) }
      try work(site, RegisterFile(of: ProjectFolder(site.path)))
    }
  }

  private func text(in site: URL) throws -> String {
    String(decoding: try Data(contentsOf: site.appending(path: "content/editions.csv")), as: UTF8.self)
  }
}
