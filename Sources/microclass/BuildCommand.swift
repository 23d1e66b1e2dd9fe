import ArgumentParser
import Diagnostics
import Publishing

/// `microclass build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the site in public/. 生成网站。",
    discussion: "With errors in the content nothing is published and the old site stays. 有错误就不发布，原来的网站不变。")

  @OptionGroup var common: CommonOptions
  @OptionGroup var run: RunOptions

  @Option(help: "Where to publish (default: public/ in the project's folder). 输出文件夹。")
  var output: String?

  @Flag(help: "Also write each text file as .gz and .br, for a host. 同时生成压缩文件，给网站主机用。")
  var precompress = false

  mutating func run() async throws {
    let start = Summary.now()
    let (common, voice) = (common, common.voice)
    var options = run.build
    options.isPrecompressed = precompress
    let (run, output, settled) = (run, output, options)
    let progress = Progress(voice)
    let report = try await voice.orExplain {
      defer { progress.clear() }
      let build = Build(try ProjectFolder(common.root), settled) { progress.show($0) }
      return try await build.publish(to: output ?? common.root + "/public")
    }
    let language = voice.messageLanguage(report.sourceLanguage)
    let shown = run.shown(report.diagnostics, quietly: voice.isQuiet)
    Console.errors.write(
      DiagnosticText(language: language, isColored: voice.isColored(.errors)).text(of: shown))
    let sheets =
      report.sheets == 0
      ? Wording(zh: "", en: "")
      : Wording(zh: "、\(report.sheets)份印刷品", en: " and \(report.sheets) sheets")
    let verdict =
      report.isRefused
      ? Wording(zh: "没有发布，原来的网站没有改动", en: "Not published; the old site is unchanged")
      : Wording(
        zh: "生成\(report.pages)个网页\(sheets.zh)（写入\(report.written)个文件，未变\(report.kept)个，删除\(report.removed)个）",
        en:
          "\(report.pages) pages\(sheets.en) (\(report.written) files written, \(report.kept) unchanged, \(report.removed) removed)"
      )
    if !voice.isQuiet || report.isRefused {
      (report.isRefused ? Console.errors : Console.output).write(
        Summary(report, verdict, since: start).line(language) + "\n")
    }
    if run.timings { Console.errors.write(progress.timings(language)) }
    if report.isRefused { throw ExitCode(1) }
  }
}
