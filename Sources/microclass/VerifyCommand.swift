import ArgumentParser
import struct Content.CalendarDate
import Diagnostics
import Publishing

/// `microclass verify`
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read the completion codes of contests, without a network. 核对竞赛的完成码，不用联网。",
    discussion: "A code deters; it proves nothing about who answered. 完成码只防君子，证明不了是谁答的题。")

  @Argument(help: "A code, or several; small letters and spaces do not matter. 完成码，可以写多个。")
  var codes: [String]

  @OptionGroup var common: CommonOptions

  @Option(help: "The day after which a code cannot be from, YYYY-MM-DD (default: today). 今天的日期。")
  var today: Day?

  mutating func run() async throws {
    let (common, voice, codes) = (common, common.voice, codes)
    let reader = try await voice.orExplain { try await CodeReader(of: ProjectFolder(common.root)) }
    let language = voice.messageLanguage(reader.sourceLanguage)
    let today = today?.date ?? RunOptions.systemDate
    let findings = reader.read(codes)
    Console.output.write(
      findings.map { CodeReport(reader: reader, today: today, language: language).text(of: $0) }.joined())
    if !reader.hasSecret, !voice.isQuiet { Console.errors.write(CodeReport.noSecret[language] + "\n") }
    if !findings.allSatisfy(\.isGenuine) { throw ExitCode(1) }
  }
}
