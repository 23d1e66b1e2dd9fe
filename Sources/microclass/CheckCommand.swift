import ArgumentParser
import Checks
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

  @Flag(help: "Show how hard every page is to read, the hardest first, and check nothing. 只看每页好不好读。")
  var readability = false

  mutating func validate() throws {
    if readability, format == .github {
      throw ValidationError("--readability: --format text or json. --readability只能用text或json。")
    }
  }

  mutating func run() async throws {
    if readability { return try await showReadability() }
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

  /// Prints the table of readability. What keeps pages from being read is told beside it.
  private func showReadability() async throws {
    let (common, voice, options) = (common, common.voice, run.build)
    let (table, report) = try await voice.orExplain {
      let progress = Progress(voice)
      defer { progress.clear() }
      return try await Build(try ProjectFolder(common.root), options) { progress.show($0) }.readability()
    }
    let language = voice.messageLanguage(report.sourceLanguage)
    if let table { Console.output.write(format == .json ? table.json : table.text(language)) }
    let errors = report.diagnostics.filter { $0.severity == .error }
    Console.errors.write(DiagnosticText(language: language, isColored: voice.isColored(.errors)).text(of: errors))
    if table == nil || !errors.isEmpty { throw ExitCode(1) }
  }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}
