import Content
import Diagnostics
import Publishing

/// What a volunteer is told about a code.
struct CodeReport {
  let reader: CodeReader
  let today: CalendarDate
  let language: MessageLanguage

  /// What is said of one code; it ends with a line end.
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

extension CodeReport {
  /// What is said where anybody could make codes.
  static let noSecret = Wording(
    zh: "提示：没有contest-secret.txt，懂行的人拿到课文就能编出完成码。见编辑手册。",
    en: "note: without contest-secret.txt anybody who has the texts and some skill can make up codes; see the handbook."
  )
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
}
