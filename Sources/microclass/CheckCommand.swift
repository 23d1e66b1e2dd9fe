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

  @Flag(help: "First put right what is certain, and show the changes. 先改好有把握的，并显示改动。")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: show the changes, and change nothing. 只显示，不改动。")
  var dryRun = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run: only with --fix. 要和--fix一起用。") }
  }

  mutating func run() async throws {
    let start = Summary.now()
    let (common, voice) = (common, common.voice)
    let run = run
    if fix { try await repair(common, run) }
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

  /// Makes the certain repairs and shows them: as a difference of texts on the standard output, or, when that is for
  /// programs, on the standard error.
  private func repair(_ common: CommonOptions, _ run: RunOptions) async throws {
    let (voice, isTrial) = (common.voice, dryRun)
    let repair = try await voice.orExplain {
      try await Build(ProjectFolder(common.root), run.build).repair(isTrial: isTrial)
    }
    let console = format == .text ? Console.output : Console.errors
    for file in repair.files { console.write(file.diff) }
    let language = voice.messageLanguage(nil)
    Console.errors.write(DiagnosticText(language: language).text(of: repair.remarks))
    guard !voice.isQuiet else { return }
    let (files, count) = (repair.files.count, repair.count)
    let places = "\(count) place\(count == 1 ? "" : "s") in \(files) file\(files == 1 ? "" : "s")"
    let verdict =
      files == 0
      ? Wording(zh: "没有可以自动改的地方。", en: "There is nothing that can be put right automatically.")
      : isTrial
        ? Wording(zh: "\(files)个文件里有\(count)处可以改，没有改动。", en: "\(places) can be put right; nothing was changed.")
        : Wording(zh: "改了\(files)个文件里的\(count)处。", en: "\(places) put right.")
    Console.errors.write(verdict[language] + "\n")
  }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}
