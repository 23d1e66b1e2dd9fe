import ArgumentParser
import Diagnostics
import Publishing

/// `microclass print`
struct PrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print leaflets, posters and pictures into a folder. 生成可以拿去印的文件。",
    discussion: """
      Without further words everything is printed; name lessons first, then what to print of them. With errors in the content \
      nothing is printed. 不写条件就全部生成；先写课程，再写选项。有错误就不生成。
      """)

  @Argument(help: "Lessons, by the names of their folders (default: all). 课程的文件夹名。")
  var slugs: [String] = []

  @Option(
    name: .customLong("format"), parsing: .upToNextOption,
    help: "Formats, by the names of their files in templates/print (default: all). 版式。")
  var formats: [String] = []

  @Option(
    name: .customLong("language"), parsing: .upToNextOption, help: "Languages of the sheets (default: all). 印刷品的语言。")
  var languages: [String] = []

  @Option(
    name: .customLong("outlet"), parsing: .upToNextOption,
    help: "Outlets whose kits are printed, by their ids in outlets.csv, or all. 网点编号。")
  var outlets: [String] = []

  @Option(help: "Where to print (default: print/ in the project's folder). 输出文件夹。")
  var output: String?

  @Flag(help: "Add the editions to content/editions.csv. 把版次记入content/editions.csv。")
  var record = false

  @OptionGroup var run: RunOptions

  @OptionGroup var common: ContentOptions

  mutating func run() async throws {
    let start = Summary.now()
    let voice = common.voice
    let (run, root, order) = (run, common.root, order)
    let folder = output ?? root + "/print"
    let progress = Progress(voice)
    let report = try await voice.orExplain {
      defer { progress.clear() }
      return try await Build(ProjectFolder(root), run.build) { progress.show($0) }.print(order, to: folder)
    }
    let language = voice.messageLanguage(report.found.sourceLanguage)
    Console.errors.write(
      DiagnosticText(language: language, isColored: voice.isColored(.errors))
        .text(of: run.shown(report.found.diagnostics, quietly: voice.isQuiet)))
    if !voice.isQuiet || report.found.isRefused {
      (report.found.isRefused ? Console.errors : Console.output).write(
        Summary(report.found, Self.verdict(report, folder), since: start).line(language) + "\n")
    }
    if run.timings { Console.errors.write(progress.timings(language)) }
    if report.found.isRefused { throw ExitCode(1) }
  }

  private var order: Build.PrintOrder {
    var order = Build.PrintOrder()
    order.slugs = slugs
    order.formats = formats
    order.languages = languages
    order.outlets = outlets
    order.isRecorded = record
    return order
  }

  private static func verdict(_ report: Build.PrintReport, _ folder: String) -> Wording {
    let shown = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
    let tenths = (report.bytes + 50_000) / 100_000
    let size =
      report.bytes < 1_000_000 ? "\((report.bytes + 999) / 1_000) KB" : "\(tenths / 10).\(tenths % 10) MB"
    var verdict =
      report.files == 0
      ? Wording(zh: "什么也没有印", en: "Nothing was printed")
      : Wording(
        zh: "\(report.files)个文件放在\(shown)里（\(size)）",
        en: "\(report.files) file\(report.files == 1 ? "" : "s") in \(shown) (\(size))")
    if let recorded = report.recorded {
      verdict = Wording(
        zh: verdict.zh + "；在content/editions.csv里记下了\(recorded)个新版次",
        en: verdict.en + "; \(recorded) new edition\(recorded == 1 ? "" : "s") recorded in content/editions.csv")
    }
    return verdict
  }
}
