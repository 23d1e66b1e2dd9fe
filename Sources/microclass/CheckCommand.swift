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

  @Option(
    name: .customLong("only"), parsing: .upToNextOption,
    help: "Rules to ask for, by their names (default: all). 只用哪些规则。")
  var only: [String] = []

  @Option(name: .customLong("except"), parsing: .upToNextOption, help: "Rules to leave out. 不用哪些规则。")
  var except: [String] = []

  @Flag(help: "List what was silenced, with the reasons. 列出已放行的提示和理由。")
  var suppressed = false

  func validate() throws { _ = try rules }

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
    let start = Summary.now()
    let (common, voice) = (common, common.voice)
    let options = try buildOptions
    let report = try await voice.orExplain {
      let progress = Progress(voice)
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
    if report.isRefused { throw ExitCode(1) }
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
