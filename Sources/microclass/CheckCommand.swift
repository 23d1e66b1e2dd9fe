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

  @Option(help: "How to print what was found: text, json, github or sarif. 输出格式。")
  var format = ReportFormat.text

  @Flag(help: "First put right what is certain, and show the changes. 先改好有把握的，并显示改动。")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: show the changes, and change nothing. 只显示，不改动。")
  var dryRun = false

  @Flag(help: "Show how hard every page is to read, the hardest first, and check nothing. 只看每页好不好读。")
  var readability = false

  @Option(
    name: .customLong("only"), parsing: .upToNextOption,
    help: "Rules to ask for, by their names (default: all). 只用哪些规则。")
  var only: [String] = []

  @Option(name: .customLong("except"), parsing: .upToNextOption, help: "Rules to leave out. 不用哪些规则。")
  var except: [String] = []

  @Flag(help: "List what was silenced, with the reasons. 列出已放行的提示和理由。")
  var suppressed = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run: only with --fix. 要和--fix一起用。") }
    if readability, format == .github || format == .sarif {
      throw ValidationError("--readability: --format text or json. --readability只能用text或json。")
    }
    _ = try rules
  }

  /// The rules that were asked for. Names may also be parted by commas.
  private var rules: RuleSelection {
    get throws {
      func names(_ options: [String]) -> [String] { options.flatMap { $0.split(separator: ",").map(String.init) } }
      do {
        return try RuleSelection(only: names(only), except: names(except))
      } catch {
        let nearest = error.nearest.map { Wording.didYouMean($0) }
        throw ValidationError(
          "there is no rule “\(error.name)”. 没有这条规则。" + (nearest.map { "\n\($0.en) \($0.zh)" } ?? ""))
      }
    }
  }

  private var buildOptions: Build.Options {
    get throws {
      var options = run.build
      options.rules = try rules
      return options
    }
  }

  mutating func run() async throws {
    if readability { return try await showReadability() }
    let start = Summary.now()
    let (common, voice) = (common, common.voice)
    let options = try buildOptions
    if fix { try await repair(common, options) }
    let progress = Progress(voice)
    let report = try await voice.orExplain {
      defer { progress.clear() }
      let build = Build(try ProjectFolder(common.root), options) { progress.show($0) }
      return try await build.check(for: common.root + "/public")
    }
    let language = voice.messageLanguage(report.sourceLanguage)
    let shown = run.shown(report.diagnostics, quietly: voice.isQuiet)
    switch format {
    case .text:
      Console.output.write(DiagnosticText(language: language, isColored: voice.isColored(.output)).text(of: shown))
    case .json: Console.output.write(DiagnosticJSON(language: language).text(of: shown))
    case .sarif:
      let silenced = report.silenced.map { (finding: $0.finding, reason: $0.reason) }
      Console.output.write(DiagnosticSARIF(language: language).text(of: shown, silenced: silenced))
    case .github: Console.output.write(DiagnosticGitHub(language: language).text(of: shown))
    }
    if !voice.isQuiet {
      let verdict = Wording(zh: "检查了\(report.pages)个网页", en: "\(report.pages) pages checked")
      Console.errors.write(Summary(report, verdict, since: start).line(language) + "\n")
      tellSilenced(report.silenced, language)
    }
    if run.timings { Console.errors.write(progress.timings(language)) }
    if report.isRefused { throw ExitCode(1) }
  }

  /// Makes the certain repairs and shows them: as a difference of texts on the standard output, or, when that is for
  /// programs, on the standard error.
  private func repair(_ common: CommonOptions, _ options: Build.Options) async throws {
    let (voice, isTrial) = (common.voice, dryRun)
    let repair = try await voice.orExplain {
      try await Build(ProjectFolder(common.root), options).repair(isTrial: isTrial)
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

extension CheckCommand {
  /// Says how many findings were silenced and where; with `--suppressed`, what they are and why.
  private func tellSilenced(_ silenced: [SilencedFinding], _ language: MessageLanguage) {
    if silenced.isEmpty { return }
    func place(_ finding: SilencedFinding) -> String {
      "\(finding.place.path):\(finding.place.range?.lowerBound.line ?? 1)"
    }
    if suppressed {
      for silenced in silenced {
        let words = Wording(zh: "放行：", en: "silenced: ")[language] + silenced.finding.message[language]
        let reason = Wording(zh: "理由：", en: "reason: ")[language] + silenced.reason
        Console.errors.write("\(place(silenced)): \(words) [\(silenced.finding.rule)]\n  \(reason)\n")
      }
    }
    var places: [String] = []
    for finding in silenced where !places.contains(place(finding)) { places.append(place(finding)) }
    let shown = places.prefix(5).joined(separator: Wording(zh: "、", en: ", ")[language]) + (places.count > 5 ? "…" : "")
    let line = Wording(
      zh: "另有\(silenced.count)处已放行：\(shown)",
      en: "\(silenced.count) finding\(silenced.count == 1 ? "" : "s") silenced: \(shown)")
    Console.errors.write(line[language] + "\n")
  }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif
}
