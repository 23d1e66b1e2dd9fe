import ArgumentParser
import struct Content.UnsignedPage
import Diagnostics
import Publishing

/// `microclass sign`
struct SignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign content as it is now. 看过内容，签字负责。",
    discussion: """
      Read it first, in every language. Any change of what readers see makes the signature void: then microclass check says \
      what has changed. 先逐种语言看过；签字以后内容一改，签字就作废，microclass check会说改了哪里。
      """)

  @Argument(help: "Lessons, cases or pages, by the names of their folders. 课程、案例或页面的文件夹名。")
  var names: [String]

  @Option(help: "In which capacity, one of the roles in site.yaml. 签字身份。")
  var role: String

  @Option(help: "The name of the person or the office that signs. 签字的人或部门。")
  var name: String

  @Option(
    name: .customLong("language"), parsing: .upToNextOption,
    help: "Languages that were read (default: all). 看过的语言。")
  var languages: [String] = []

  @Option(help: "The day of signing, YYYY-MM-DD (default: today). 签字的日子。")
  var today: Day?

  @OptionGroup var options: ContentOptions

  mutating func run() async throws {
    let (names, languages, root, voice) = (names, languages, options.root, options.voice)
    let signer = RecordKeeper.Signer(role: role, name: name, date: today?.date ?? RunOptions.systemDate)
    let (signed, source) = try await voice.orExplain {
      try await RecordKeeper(of: ProjectFolder(root)).sign(names, by: signer, languages: languages)
    }
    guard !voice.isQuiet else { return }
    let language = voice.messageLanguage(source)
    for page in signed { Console.output.write(Self.text(page, signer, language)) }
  }

  private static func text(
    _ page: RecordKeeper.Signed, _ signer: RecordKeeper.Signer, _ language: MessageLanguage
  ) -> String {
    let what = "\(page.folder) \(page.language.code)"
    guard page.isNew else {
      return Wording(
        zh: "\(what)：\(signer.name)签过字，没有变化。\n", en: "\(what): was signed by \(signer.name) as it is.\n")[language]
    }
    let line = Wording(
      zh: "\(what)：\(signer.name)以“\(signer.role)”签字（\(signer.date.iso)）。\n",
      en: "\(what): signed by \(signer.name) as \(signer.role) (\(signer.date.iso)).\n")
    guard let last = page.last, !page.changes.isEmpty else { return line[language] }
    let changes = Wording(
      zh: "  \(last.date.iso)签字以后变了\(page.changes.count)段：\n",
      en: "  passages changed since \(last.date.iso): \(page.changes.count)\n")
    return page.changes.reduce(into: line[language] + changes[language]) { $0 += "  \(text($1)[language])\n" }
  }

  private static func text(_ change: UnsignedPage.Change) -> Wording {
    let (was, now) = (change.was ?? "", change.now?.words ?? "")
    switch change.kind {
    case .changed: return Wording(zh: "改了：\(was) → \(now)", en: "changed: \(was) → \(now)")
    case .added: return Wording(zh: "加了：\(now)", en: "new: \(now)")
    case .removed: return Wording(zh: "删了：\(was)", en: "gone: \(was)")
    case .moved: return Wording(zh: "换了位置：\(now)", en: "moved: \(now)")
    }
  }
}
