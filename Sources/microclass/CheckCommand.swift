import ArgumentParser
import Diagnostics
import Publishing

/// `microclass check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for mistakes and publish nothing. 只检查，不发布。")

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(help: "How to print what was found: text, json or github. 输出格式。")
  var format = ReportFormat.text

  mutating func run() async throws {
    let start = Summary.now()
    let (common, voice) = (common, common.voice)
    let run = run
    let report = try await voice.orExplain {
      let progress = Progress(voice)
      defer { progress.clear() }
      let build = Build(try ProjectFolder(common.root), run.build) { progress.show($0) }
      return try await build.check(for: common.root + "/public")
    }
    let language = voice.messageLanguage(report.sourceLanguage)
    let shown = run.shown(report.diagnostics, quietly: voice.isQuiet)
    switch format {
    case .text:
      Console.output.write(DiagnosticText(language: language, isColored: voice.isColored(.output)).text(of: shown))
    case .json: Console.output.write(DiagnosticJSON(language: language).text(of: shown))
    case .github: Console.output.write(DiagnosticGitHub(language: language).text(of: shown))
    }
    if !voice.isQuiet {
      let verdict = Wording(zh: "检查了\(report.pages)个网页", en: "\(report.pages) pages checked")
      Console.errors.write(Summary(report, verdict, since: start).line(language) + "\n")
    }
    if report.isRefused { throw ExitCode(1) }
  }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}
