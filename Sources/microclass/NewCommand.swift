import ArgumentParser
import enum Content.PageKind
import Diagnostics
import Publishing

/// `microclass new`
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a lesson, case, page, self-check or contest, as a draft in every language. 新建课程、案例、页面、自查或竞赛（草稿）。")

  @Argument(help: "lesson, case, page, selfcheck or contest. 种类。")
  var kind: PageKind

  @Argument(help: "The folder's name: lower-case letters, digits and hyphens. 文件夹名。")
  var slug: String

  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let (kind, slug, common, voice) = (kind, slug, common, common.voice)
    let files = try await voice.orExplain {
      try NewBundle(in: ProjectFolder(common.root)).make(kind, slug, today: RunOptions.systemDate)
    }
    guard !voice.isQuiet else { return }
    let language = voice.messageLanguage(files.first.map { $0.hasSuffix("/zh.md") ? "zh" : "en" })
    let line = Wording(
      zh: "新建了\(files.joined(separator: "、"))。写好以后删掉“draft: true”，再运行microclass check。",
      en: "Made \(files.joined(separator: ", ")). When it is written, delete “draft: true” and run microclass check.")
    Console.output.write(line[language] + "\n")
  }
}

extension PageKind: ExpressibleByArgument {}
