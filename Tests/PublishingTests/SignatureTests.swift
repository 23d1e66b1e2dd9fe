import Content
import Diagnostics
import Examples
import Foundation
import Print
import Publishing
import Testing

private let lesson = "content/lessons/fake-police/"

/// Those who answer for a lesson sign it; then somebody changes it.
@Suite struct SignatureTests {
  @Test("What everybody signed is published without a word, and what somebody did not sign is not")
  func signed() async throws {
    try await RecordedSite.signed { site in
      #expect(try await publish(site.folder).diagnostics == [])
      #expect(try files(in: site.folder.appending(path: "public"))["zh/lessons/fake-police.html"] != nil)

      try FileManager.default.removeItem(at: site.folder.appending(path: "content/lessons/fake-police/signatures.csv"))
      let report = try await publish(site.folder)
      #expect(!report.isRefused)
      #expect(
        try await site.findings() == [
          "fake-police/en.md: warning: “compliance” has not signed this, so it is not published [unsigned-content]",
          "fake-police/en.md: warning: “editor” has not signed this, so it is not published [unsigned-content]",
          "fake-police/zh.md: warning: “compliance” has not signed this, so it is not published [unsigned-content]",
          "fake-police/zh.md: warning: “editor” has not signed this, so it is not published [unsigned-content]",
        ])
      let published = try files(in: site.folder.appending(path: "public")).keys
      #expect(published.contains("zh/lessons/deposit-insurance.html"))
      #expect(!published.contains { $0.hasSuffix("/fake-police.html") })
      // Links to it are as those to drafts.
      #expect(report.diagnostics.contains { $0.rule == "unpublished-link" })
    }
  }

  @Test("With --drafts everything is published, and nothing is said of signatures")
  func drafts() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      var options = Build.Options(today: today)
      options.includesDrafts = true
      let report = try await Build(ProjectFolder(site.folder.path), options).publish(to: site.folder.path + "/public")
      #expect(report.diagnostics == [])
      #expect(try files(in: site.folder.appending(path: "public"))["zh/lessons/fake-police.html"] != nil)
    }
  }

  @Test("A translation that is not signed is shown in the original's language")
  func translation() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "en.md", "Granny Chen’s telephone rings.", "The telephone rings.")
      try await publish(site.folder)
      let page = try site.text("public/en/lessons/fake-police.html")
      #expect(page.contains("陈奶奶接到一个电话。") && page.contains("Not translated yet"))
    }
  }

  @Test(
    "Whatever readers get is part of what was signed",
    arguments: [
      ("zh.md", "summary: 电话里", "summary: 在电话里", ["zh"]),
      ("zh.md", "checked: 2026-11-21", "checked: 2026-11-20", ["en", "zh"]),
      ("zh.md", "expires: 2027-06-30", "expires: 2027-07-30", ["en", "zh"]),
      ("zh.md", "- [ ] 和家人商量", "- [ ] 和家里人商量", ["zh"]),
      ("zh.md", "> 骗子最怕您和家人商量。", "> 骗子最怕您跟家人商量。", ["zh"]),
      ("zh.md", "*共享屏幕*", "共享屏幕", ["zh"]),
      ("zh.md", "> [!TEACHER]", "> [!NOTE]", ["zh"]),
      ("zh.md", "zh.md#signs", "zh.md#act", ["zh"]),
      ("zh.md", "sources: [L-11]", "sources: [L-11, L-23]", ["en", "zh"]),
      ("en.md", "Granny Chen’s", "Mrs Chen’s", ["en"]),
      ("../../facts.yaml", "en: Telecom and online", "en: Telecom", ["en"]),
      ("../../facts.yaml", "第二条", "第一条", ["zh"]),
    ])
  func changed(file: String, old: String, new: String, languages: [String]) async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + file, old, new)
      let found = try await site.findings()
      #expect(
        found
          == languages.flatMap { code in
            ["compliance", "editor"].map { role in
              "fake-police/\(code).md: warning: this has changed since “\(role)” signed it on 2026-11-21 (passages: 1) and is not published [unsigned-content]"
            }
          })
    }
  }

  @Test("A picture with other bytes is another picture")
  func picture() async throws {
    try await RecordedSite.signed { site in
      let path = site.folder.appending(path: lesson + "phone.png")
      try (Data(contentsOf: path) + Data([0])).write(to: path)
      #expect(try await site.findings().count == 4)
    }
  }

  @Test(
    "What readers do not get is no part of it",
    arguments: [
      ("zh.md", "order: 10", "order: 20"),
      ("zh.md", "<!-- 编辑看的话，不发布 -->", ""),
      ("zh.md", "骗子不露面，用电话", "骗子不露面，\n用电话"),
      ("zh.md", "## 识别要点", "## 识别要点 {#signs}"),
      ("../../facts.yaml", "checked: 2026-11-21", "checked: 2026-11-22"),
    ])
  func unchanged(file: String, old: String, new: String) async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + file, old, new)
      #expect(try await site.findings() == [])
    }
  }

  @Test("The same text in another encoding is signed all the same")
  func encodings() async throws {
    try await RecordedSite.signed { site in
      for name in ["zh.md", "en.md"] {
        let text = try site.text(lesson + name)
        try site.write(lesson + name, Data([0xEF, 0xBB, 0xBF]) + Data(text.replacing("\n", with: "\r\n").utf8))
        #expect(try await site.findings() == [])
        try site.write(lesson + name, Data(text.utf8))
      }
      try site.write(lesson + "zh.md", try gbk(try site.text(lesson + "zh.md")))
      #expect(try await site.findings() == [])
    }
  }

  @Test("A draft may be signed before it is published, and renaming it changes nothing")
  func draft() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "order: 10", "order: 10\ndraft: true")
      try site.edit(lesson + "zh.md", "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      for role in ["editor", "compliance"] { try await site.sign(["fake-police"], role, "消保办公室") }
      try site.edit(lesson + "zh.md", "order: 10\ndraft: true", "order: 10")
      try FileManager.default.moveItem(
        at: site.folder.appending(path: lesson), to: site.folder.appending(path: "content/lessons/false-police"))
      #expect(try await site.findings() == [])
    }
  }

  @Test("Signing again says what has changed, adds one line for each language, and makes it good")
  func again() async throws {
    try await RecordedSite.signed { site in
      let before = try site.text(lesson + "signatures.csv")
      try site.edit(lesson + "zh.md", "- 要您*共享屏幕*\n", "")
      try site.edit(lesson + "en.md", "- You are to *share your screen*.\n", "")
      try site.edit(lesson + "zh.md", "挂断，打{{police}}。", "先挂断，再打{{police}}。")
      let signed = try await site.sign(["fake-police"], "compliance", "消保办公室")
      #expect(signed.map(\.isNew) == [true, true])
      #expect(signed[0].changes.map(\.kind) == [.removed, .changed])
      #expect(signed[0].changes.map(\.was) == ["- 要您共享屏幕", "1. 挂断，打110。"])
      let after = try site.text(lesson + "signatures.csv")
      #expect(after.hasPrefix(before))
      #expect(after.split(separator: "\n").count == before.split(separator: "\n").count + 2)
      #expect(
        try await site.findings() == [
          "fake-police/en.md: warning: this has changed since “editor” signed it on 2026-11-21 (passages: 1) and is not published [unsigned-content]",
          "fake-police/zh.md: warning: this has changed since “editor” signed it on 2026-11-21 (passages: 2) and is not published [unsigned-content]",
        ])
      try await site.sign(["fake-police"], "editor", "编辑部")
      #expect(try await site.findings() == [])
    }
  }

  @Test("What was signed once is signed when the text is that again")
  func reverted() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      try await site.sign(["fake-police"], "editor", "编辑部")
      try site.edit(lesson + "zh.md", "陈奶奶听见电话响。", "陈奶奶接到一个电话。")
      #expect(try await site.findings() == [])
    }
  }

  @Test(
    "A line that signing did not write is an error",
    arguments: [
      ("compliance,消保办公室", "compliance,张主任"), ("editor,", "compliance,"), ("2026-11-21,zh", "2026-11-20,zh"),
      ("title: 冒充警察的电话", "title: 冒充警察"), ("sha256:", "sha256:0"),
    ])
  func forged(old: String, new: String) async throws {
    try await RecordedSite.signed { site in
      let table = try site.text(lesson + "signatures.csv")
      let place = try #require(table.firstRange(of: old))
      try site.write(lesson + "signatures.csv", Data(table.replacingCharacters(in: place, with: new).utf8))
      let found = try await site.findings()
      #expect(found.contains { $0.contains("error: this signature of") && $0.hasSuffix("[void-signature]") })
      #expect(found.contains { $0.hasSuffix("[unsigned-content]") })
    }
  }

  @Test("A damaged table is told at its place, and nobody can sign in it")
  func damaged() async throws {
    try await RecordedSite.signed { site in
      let table = try site.text(lesson + "signatures.csv")
      for (old, new, told) in [
        ("2026-11-21,zh", "2026/11/21,zh", "signatures.csv:2:12: error: “2026/11/21” is not a date"),
        ("2026-11-21,zh", "2026-11-21,fr", "signatures.csv:2:23: error: “fr” is no language of site.yaml"),
      ] {
        let place = try #require(table.firstRange(of: old))
        try site.write(lesson + "signatures.csv", Data(table.replacingCharacters(in: place, with: new).utf8))
        #expect(try await site.findings().contains { $0.hasPrefix("fake-police/\(told)") })
        await #expect(throws: PublishingError.self) { try await site.sign(["fake-police"], "editor", "编辑部") }
      }
    }
  }

  @Test("Random damage to records is never a crash, and never makes anything signed")
  func damage() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      _ = try await site.keeper.confirm(["deposit-insurance"], languages: [])
      var random = SeededNumbers(seed: 11)
      let names = [lesson + "signatures.csv", "content/lessons/deposit-insurance/en.confirmed"]
      for round in 0..<40 {
        let name = names[round % 2]
        let good = try Data(contentsOf: site.folder.appending(path: name))
        var bytes = Array(good)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0...bytes.count, using: &random)
          let pieces = ["\n", "|", ",", "\"", ";", "-", "#", "sha256:", "\r", "a", "，"]
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
          case 1: bytes.append(contentsOf: bytes.prefix(place))
          default: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
          }
        }
        try site.write(name, Data(bytes))
        #expect(try await site.findings().contains { $0.hasPrefix("fake-police/zh.md") || $0.contains("error") })
        try site.write(name, good)
      }
    }
  }

  @Test("A table in GBK becomes UTF-8 when a line is added, and keeps its signatures")
  func otherEncoding() async throws {
    try await RecordedSite.signed { site in
      let table = try site.text(lesson + "signatures.csv")
      try site.write(lesson + "signatures.csv", try gbk(table))
      #expect(try await site.findings() == [])
      try await site.sign(["fake-police"], "editor", "另一位编辑")
      #expect(try site.text(lesson + "signatures.csv").hasPrefix(table))
      #expect(try await site.findings() == [])
    }
  }

  @Test("Nobody signs as somebody who is not known, without a name, or what has errors")
  func refused() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "{{police}}。", "{{polise}}。")
      for (name, role, signer, told) in [
        (
          "deposit-insurance", "complience", "消保办公室", "site.yaml knows no role “complience”. Did you mean “compliance”?"
        ),
        ("deposit-insurance", "editor", "=1+1", "“=1+1” is no name of a person or an office"),
        ("deposit-insurance", "editor", "  ", "“  ” is no name of a person or an office"),
        (
          "fake-police", "editor", "编辑部", "“content/lessons/fake-police/zh.md” has errors, so nothing was written down."
        ),
      ] {
        let error = await #expect(throws: PublishingError.self) { try await site.sign([name], role, signer) }
        #expect(error?.message.en.hasPrefix(told) == true, "\(error?.message.en ?? "")")
      }
    }
  }

  @Test("Mistakes in what is not signed are told all the same")
  func mistakes() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "{{police}}。", "{{polise}}。")
      #expect(try await publish(site.folder).diagnostics.contains { $0.rule == "unknown-fact" })
    }
  }

  @Test("What is not signed is not printed")
  func printing() async throws {
    try await RecordedSite.signed { site in
      try site.edit(lesson + "zh.md", "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      var order = Build.PrintOrder()
      order.slugs = ["fake-police"]
      let report = try await TrialShop().print(site.folder, [["zh/fake-police.pdf": "text"]], order)
      #expect(report.found.isRefused && report.files == 0)
      let told = report.found.diagnostics.first { $0.rule == "not-published" }
      #expect(told?.message.en == "this lesson is not signed and is not printed")
    }
  }
}
