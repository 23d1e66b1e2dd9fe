import ArgumentParser
import Diagnostics
import Publishing

/// `microclass facts`
struct FactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "List the registered facts, where they are used, and which fall due. 列出登记的事实。")

  @OptionGroup var common: CommonOptions

  @Option(help: "Days ahead within which a fact falls due. 几天之内到期的先列出来。")
  var due = 60

  @Option(help: "The day as of which things expire, YYYY-MM-DD (default: today). 按哪一天判断过期。")
  var today: Day?

  @Option(help: "How to print the list: text or json. 输出格式。")
  var format = ListFormat.text

  mutating func run() async throws {
    let (common, voice) = (common, common.voice)
    let options = Build.Options(today: today?.date ?? RunOptions.systemDate)
    let (uses, report) = try await voice.orExplain {
      try await Build(ProjectFolder(common.root), options).facts()
    }
    let language = voice.messageLanguage(report.sourceLanguage)
    guard let uses else {
      Console.errors.write(DiagnosticText(language: language).text(of: report.diagnostics))
      throw ExitCode(1)
    }
    let table = FactTable(uses: uses, due: due, language: language)
    switch format {
    case .text: Console.output.write(table.text)
    case .json: Console.output.write(table.json)
    }
  }
}
