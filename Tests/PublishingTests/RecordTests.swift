import Content
import Diagnostics
import Examples
import Foundation
import Glibc
import Publishing
import Testing

/// The good site with translations that somebody has confirmed, and with content that somebody has signed.
struct RecordedSite {
  let folder: URL
  let keeper: RecordKeeper

  /// Does something with a site whose lesson about fake police is confirmed.
  static func confirmed(_ work: (RecordedSite) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try makeBaseSite(in: folder)
      let site = RecordedSite(folder: folder, keeper: RecordKeeper(of: try ProjectFolder(folder.path)))
      _ = try await site.keeper.confirm(["fake-police"], languages: ["en"])
      try await work(site)
    }
  }

  /// Does something with a site whose lessons need two signatures, and have them.
  static func signed(_ work: (RecordedSite) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try makeBaseSite(in: folder)
      let site = RecordedSite(folder: folder, keeper: RecordKeeper(of: try ProjectFolder(folder.path)))
      try site.edit("content/site.yaml", "checks:\n", "checks:\n  signatures: {lesson: [editor, compliance]}\n")
      for (role, name) in [("editor", "编辑部"), ("compliance", "消保办公室")] {
        try await site.sign(["fake-police", "deposit-insurance"], role, name)
      }
      try await work(site)
    }
  }

  @discardableResult
  func sign(_ names: [String], _ role: String, _ name: String, _ languages: [String] = []) async throws
    -> [RecordKeeper.Signed]
  {
    let signer = RecordKeeper.Signer(role: role, name: name, date: today)
    return try await keeper.sign(names, by: signer, languages: languages).signed
  }

  /// A file's text.
  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Changes a text that must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path) has no “\(old)”")
    try text.replacing(old, with: new).write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
  }

  func write(_ path: String, _ bytes: Data) throws { try bytes.write(to: folder.appending(path: path)) }

  /// What a check says of the rules about records, in English, one line each without the folder and the hints.
  func findings() async throws -> [String] {
    let build = Build(try ProjectFolder(folder.path), Build.Options(today: today))
    let rules: Set = [
      "stale-translation", "unconfirmed-translation", "damaged-confirmation", "unused-confirmation", "unsigned-content",
      "void-signature", "damaged-signature",
    ]
    let found = try await build.check(for: folder.path + "/public").diagnostics.filter { rules.contains($0.rule) }
    return DiagnosticText(language: .en, isConcise: true).text(of: found).split(separator: "\n").map {
      String($0.dropFirst("content/lessons/".count))
    }
  }
}

/// A text in the encoding of old Chinese programs.
func gbk(_ text: String) throws -> Data {
  let converter = iconv_open("GBK", "UTF-8")
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count)
  var left = output.count
  let isConverted = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var (from, fromLeft, to) = (source.baseAddress, source.count, target.baseAddress)
      return iconv(converter, &from, &fromLeft, &to, &left) == 0
    }
  }
  try #require(isConverted)
  return Data(output.dropLast(left).map { UInt8(bitPattern: $0) })
}

/// The original's file and its translation's.
private let zh = "content/lessons/fake-police/zh.md"
private let en = "content/lessons/fake-police/en.md"
private let confirmation = "content/lessons/fake-police/en.confirmed"

/// An editor changes a lesson whose translation was confirmed.
@Suite struct ConfirmationTests {
  @Test("What was confirmed agrees, and confirming it again changes nothing")
  func agrees() async throws {
    try await RecordedSite.confirmed { site in
      #expect(try await site.findings() == [])
      let again = try await site.keeper.confirm(["lessons/fake-police"], languages: [])
      #expect(again.confirmed.map(\.isChanged) == [false])
    }
  }

  @Test("Other words in the original are a warning at the passage of the translation")
  func wording() async throws {
    try await RecordedSite.confirmed { site in
      try site.edit(zh, "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      #expect(
        try await site.findings() == [
          "fake-police/en.md:8:1: warning: the wording of the original has changed here, and the translation has not been confirmed since [stale-translation]"
        ])
      // Brought up to date, it still has to be confirmed; then all is well.
      try site.edit(en, "Granny Chen’s telephone rings.", "Granny Chen hears the telephone.")
      #expect(try await site.findings().count == 1)
      let confirmed = try await site.keeper.confirm(["fake-police"], languages: ["en"]).confirmed
      #expect(confirmed.map(\.before.discrepancies.count) == [1])
      #expect(try await site.findings() == [])
    }
  }

  @Test(
    "A figure, a negation, a law, a link or a right answer in the original is an error",
    arguments: [
      ("骗子不露面", "骗子露面", "without “不”"),
      ("冒充警察是常见的", "2024年，冒充警察是常见的", "with “2024年”"),
      ("请学员演一遍", "请三成学员演一遍", "with “三成”"),
      ("请学员演一遍", "请学员照《反电信网络诈骗法》演一遍", "with “《反电信网络诈骗法》”"),
      ("请学员演一遍", "请学员照[这里](https://example.org/)演一遍", "with “https://example.org/”"),
      ("打{{police}}。", "打{{antifraud-line}}。", "“110” became “96110”"),
      ("- [ ] 和家人商量", "- [x] 和家人商量", "with “[x]”"),
    ])
  func fact(old: String, new: String, told: String) async throws {
    try await RecordedSite.confirmed { site in
      try site.edit(zh, old, new)
      let found = try await site.findings()
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.contains(": error: the facts of the original have changed here (\(told))") })
    }
  }

  @Test("The value of a registered fact is part of every passage in which it stands")
  func registeredFact() async throws {
    try await RecordedSite.confirmed { site in
      try site.edit("content/facts.yaml", "  zh: \"110\"", "  zh: \"119\"")
      let found = try await site.findings()
      #expect(found.count == 2)
      #expect(
        found.allSatisfy { $0.contains("error: the facts of the original have changed here (“110” became “119”)") })
      // A registered fact that is written out with the same value is the same to readers.
      try site.edit("content/facts.yaml", "  zh: \"119\"", "  zh: \"110\"")
      try site.edit(en, "dial {{police}}", "dial 110")
      #expect(try await site.findings() == [])
    }
  }

  @Test("What is changed in the translation alone has to be confirmed, too")
  func translationOnly() async throws {
    try await RecordedSite.confirmed { site in
      try site.edit(en, "Granny Chen’s telephone rings.", "The telephone rings.")
      try site.edit(en, "dial {{police}}", "dial 119")
      #expect(
        try await site.findings() == [
          "fake-police/en.md:8:1: warning: the wording of this passage has changed, and has not been confirmed since [unconfirmed-translation]",
          "fake-police/en.md:35:1: error: the facts of this passage have changed (“110” became “119”), and have not been confirmed since [unconfirmed-translation]",
        ])
    }
  }

  @Test("A passage that is new, or gone, in one language is told; in both, only that it is new")
  func additions() async throws {
    try await RecordedSite.confirmed { site in
      try site.edit(zh, "- 要您*共享屏幕*\n", "- 要您*共享屏幕*\n- 要您保密\n")
      try site.edit(zh, "陈奶奶接到一个电话。\n", "")
      #expect(
        try await site.findings() == [
          "fake-police/en.md:8:1: warning: the original no longer has “陈奶奶接到一个电话。”, but the translation still does [stale-translation]",
          "fake-police/en.md:23:3: warning: the original has a new passage after this one, and the translation lacks it [stale-translation]",
        ])
      try site.edit(
        en, "- You are to *share your screen*.\n", "- You are to *share your screen*.\n- You are to keep it secret.\n")
      try site.edit(en, "Granny Chen’s telephone rings.\n", "")
      #expect(
        try await site.findings() == [
          "fake-police/en.md:23:3: warning: this passage and its original are new, and have not been confirmed [unconfirmed-translation]"
        ])
      try site.edit(en, "- You are to **transfer money** to a “safe account”.\n", "")
      #expect(
        try await site.findings().first
          == "fake-police/en.md:19:1: warning: since it was confirmed, the translation has lost a passage after this one (“- 要您转账，去“安全账户””) [unconfirmed-translation]"
      )
    }
  }

  @Test("Passages that change places are told, unless they do so in both languages")
  func order() async throws {
    try await RecordedSite.confirmed { site in
      try site.edit(zh, "- 要您**转账，**去“安全账户”\n- 要您*共享屏幕*\n", "- 要您*共享屏幕*\n- 要您**转账，**去“安全账户”\n")
      let found = try await site.findings()
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.contains("warning: this passage does not stand where its original does any more") })
      try site.edit(
        en, "- You are to **transfer money** to a “safe account”.\n- You are to *share your screen*.\n",
        "- You are to *share your screen*.\n- You are to **transfer money** to a “safe account”.\n")
      #expect(try await site.findings() == [])
    }
  }

  @Test("A lesson may be renamed")
  func rename() async throws {
    try await RecordedSite.confirmed { site in
      try FileManager.default.moveItem(
        at: site.folder.appending(path: "content/lessons/fake-police"),
        to: site.folder.appending(path: "content/lessons/false-police"))
      #expect(try await site.findings() == [])
    }
  }

  @Test(
    "The same text in another layout or another encoding is the same, and findings stand at the same places",
    arguments: ["CRLF", "BOM", "GBK", "comment", "lines"])
  func layout(form: String) async throws {
    try await RecordedSite.confirmed { site in
      let text = try site.text(zh)
      try site.write(zh, try Self.bytes(text, form))
      #expect(try await site.findings() == [])
      let changed = text.replacing("陈奶奶接到一个电话。", with: "陈奶奶接到2个电话。")
      try site.write(zh, Data(changed.utf8))
      let plain = try await site.findings()
      try site.write(zh, try Self.bytes(changed, form))
      #expect(try await site.findings() == plain)
      #expect(plain.count == 1)
    }
  }

  /// A text in another form, in which readers get the same.
  private static func bytes(_ text: String, _ form: String) throws -> Data {
    switch form {
    case "CRLF": return Data(text.replacing("\n", with: "\r\n").utf8)
    case "BOM": return Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
    case "GBK": return try gbk(text)
    case "comment": return Data(text.replacing("## 怎么回事\n", with: "## 怎么回事\n\n<!-- 下周再看一遍 -->\n").utf8)
    default: return Data(text.replacing("骗子不露面，用电话", with: "骗子不露面，\n用电话").utf8)
    }
  }

  @Test("Whatever is wrong with the file is told at its place, and then nothing is taken for confirmed")
  func damaged() async throws {
    try await RecordedSite.confirmed { site in
      let good = try site.text(confirmation)
      let lines = good.split(separator: "\n").map(String.init)
      let hash = try #require(lines[5].split(separator: " ").first)
      for (bad, told) in [
        (
          good.replacing(lines[5] + "\n", with: "<<<<<<< HEAD\n\(lines[5])\n"),
          "6:1: error: marks of a merge were left here"
        ),
        (good.replacing(hash, with: "B" + hash.dropFirst()), "6:1: error: this line was damaged"),
        (
          good.replacing(lines[5], with: "  " + lines[5].replacing(" | ", with: " | x", maxReplacements: 1)),
          "6:18: error:"
        ),
        (good.replacing(lines[5], with: String(hash)), "6:1: error: this line was damaged"),
        ("# nothing\n", " error: this file is empty"),
      ] {
        try site.write(confirmation, Data(bad.utf8))
        let found = try await site.findings()
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("fake-police/en.confirmed:\(told)") == true, "\(found)")
      }
      _ = try await site.keeper.confirm(["fake-police"], languages: [])
      #expect(try site.text(confirmation) == good)
    }
  }

  @Test("What cannot be confirmed is refused, and then nothing is written")
  func refused() async throws {
    try await RecordedSite.confirmed { site in
      try FileManager.default.removeItem(at: site.folder.appending(path: "content/pages/about/en.md"))
      for (names, languages, told) in [
        (["fake-polise"], [], "There is no “fake-polise”. Did you mean “fake-police”?"),
        (["deposit-insurance"], ["zh"], "“zh” is the language of the originals; translations are confirmed."),
        (["deposit-insurance"], ["fr"], "There is no language “fr”. You can choose from zh, en."),
        (
          ["deposit-insurance", "about"], ["en"],
          "“pages/about” has no text in that language (en.md), so nothing was written down."
        ),
      ] {
        let error = await #expect(throws: PublishingError.self) {
          _ = try await site.keeper.confirm(names, languages: languages)
        }
        #expect(error?.message.en == told)
      }
      let made = try files(in: site.folder).keys.filter { $0.hasSuffix(".confirmed") }
      #expect(made == [confirmation])
    }
  }

  @Test("A confirmation of nothing is told")
  func unused() async throws {
    try await RecordedSite.confirmed { site in
      try FileManager.default.removeItem(at: site.folder.appending(path: en))
      #expect(
        try await site.findings() == [
          "fake-police/en.confirmed: warning: there is no “content/lessons/fake-police/en.md”, so nothing was confirmed here [unused-confirmation]"
        ])
    }
  }

  @Test("Readers of a translation that has gone stale are told, when the site wants it")
  func notice() async throws {
    try await RecordedSite.confirmed { site in
      let pages = ["lessons", "quizzes", "leaflets"].map { "public/en/\($0)/fake-police.html" }
      func told() throws -> Int { try pages.count { try site.text($0).contains("The original has changed since.") } }
      try site.edit("content/site.yaml", "checks:\n", "checks:\n  showStale: yes\n")
      try site.edit(en, "Granny Chen’s telephone rings.", "The telephone rings.")
      try await publish(site.folder)
      #expect(try told() == 0)
      try site.edit(zh, "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      try await publish(site.folder)
      #expect(try told() == 3)
      #expect(try !site.text("public/zh/lessons/fake-police.html").contains("原文已有修改"))
      try site.edit("content/site.yaml", "showStale: yes", "showStale: no")
      try await publish(site.folder)
      #expect(try told() == 0)
    }
  }

  @Test("The table has the worst first")
  func table() async throws {
    try await RecordedSite.confirmed { site in
      _ = try await site.keeper.confirm(["deposit-insurance", "counter-call"], languages: [])
      try site.edit(zh, "陈奶奶接到一个电话。", "陈奶奶听见电话响。")
      try site.edit("content/lessons/deposit-insurance/zh.md", "{{deposit-limit}}", "20万元")
      let rows = try await site.keeper.translations().translations
      #expect(rows.map(\.state) == [.wrong, .stale, .neverConfirmed, .neverConfirmed, .confirmed])
      #expect(
        rows.map(\.folder) == [
          "lessons/deposit-insurance", "lessons/fake-police", "pages/about", "selfchecks/call", "cases/counter-call",
        ])
    }
  }
}
