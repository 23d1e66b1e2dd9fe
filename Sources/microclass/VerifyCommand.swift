import ArgumentParser
import Content
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
    if !reader.hasSecret, !voice.isQuiet { Console.errors.write(Wording.noSecret[language] + "\n") }
    let areAllGenuine = findings.allSatisfy { if case .genuine = $0.reading { true } else { false } }
    if !areAllGenuine { throw ExitCode(1) }
  }
}

/// What a volunteer is told about a code.
private struct CodeReport {
  let reader: CodeReader
  let today: CalendarDate
  let language: MessageLanguage

  func text(of finding: CodeReader.Finding) -> String {
    switch finding.reading {
    case .genuine(let index, let code, let text):
      let contest = reader.contests[index]
      var lines = [
        "\(text)  \(Wording.verdict(code)[language])",
        "  \(contest.title[code: language.rawValue]) (contests/\(contest.slug))",
        "  " + Wording.result(code)[language],
      ]
      if code.day > today { lines.append("  " + Wording.tomorrow[language]) }
      if code.day < contest.days.from { lines.append("  " + Wording.tooEarly(contest.days.from)[language]) }
      if let end = contest.days.until, code.day >= end { lines.append("  " + Wording.tooLate(end)[language]) }
      return lines.joined(separator: "\n") + "\n"
    case .misspelt(let meant): return "\(finding.text)  \(Wording.misspelt(meant)[language])\n"
    case .wrongLength(let count): return "\(finding.text)  \(Wording.wrongLength(count)[language])\n"
    case .unknown: return "\(finding.text)  \(Wording.unknown[language])\n"
    }
  }
}

extension Wording {
  fileprivate static func verdict(_ code: CompletionCode) -> Wording {
    code.hasPassed ? Wording(zh: "有效，合格", en: "good: passed") : Wording(zh: "有效，没有合格", en: "good: not passed")
  }

  fileprivate static func result(_ code: CompletionCode) -> Wording {
    Wording(
      zh: "\(code.day.iso)完成，\(code.questions)题答对\(code.right)题",
      en: "finished on \(code.day.iso), \(code.right) of \(code.questions) right")
  }

  fileprivate static let tomorrow = Wording(
    zh: "当心：日期还没到，可能是手机日期不准", en: "beware: that day is still to come; the phone's date may be wrong")

  fileprivate static func tooEarly(_ day: CalendarDate) -> Wording {
    Wording(zh: "当心：比竞赛开始的日子（\(day.iso)）还早", en: "beware: that is before the contest began (\(day.iso))")
  }

  fileprivate static func tooLate(_ day: CalendarDate) -> Wording {
    Wording(
      zh: "当心：竞赛到\(day.iso)已经结束", en: "beware: by then the contest was over (\(day.iso))")
  }

  fileprivate static func misspelt(_ meant: String?) -> Wording {
    guard let meant else {
      return Wording(
        zh: "抄错了，请对着手机再抄一遍（码里没有0、O、1、I）", en: "a slip: copy it again (no code has 0, O, 1 or I)")
    }
    return Wording(zh: "抄错了一处，是不是\(meant)？", en: "a slip: is it \(meant)?")
  }

  fileprivate static func wrongLength(_ count: Int) -> Wording {
    Wording(
      zh: "有\(count)个字，完成码是16个", en: "\(count) sign\(count == 1 ? "" : "s"), but a code has 16")
  }

  fileprivate static let unknown = Wording(
    zh: "不是这里的竞赛发的码（也可能是编的）", en: "not from a contest of this project, or made up")

  fileprivate static let noSecret = Wording(
    zh: "提示：没有contest-secret.txt，懂行的人拿到课文就能编出完成码。见编辑手册。",
    en: "note: without contest-secret.txt anybody who has the texts and some skill can make up codes; see the handbook.")
}
