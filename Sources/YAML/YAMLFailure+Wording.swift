internal import Diagnostics

extension SourceFile {
  /// What to say about libyaml's giving up: the slip behind it where that is known, else its problem in plain words.
  func diagnostic(of failure: YAMLFailure, in range: Range<Int>) -> Diagnostic {
    if let slip = slip(behind: failure, in: range) {
      return Diagnostic(.error, slip.rule, at: place(slip.range), slip.message, hint: slip.hint)
    }
    // Where something unfinished began says more than where libyaml noticed, and the end of the text says nothing.
    let isUnfinished =
      failure.context.hasPrefix("while parsing a flow") || failure.context == "while scanning a simple key"
    let isLate = isUnfinished || failure.offset >= range.upperBound
    let offset = isLate ? failure.contextOffset ?? range.lowerBound : failure.offset
    let end = lineRange(line(at: offset)).upperBound
    let (message, hint) = Wording.ofProblem(failure)
    return Diagnostic(.error, "bad-yaml", at: place(offset..<max(offset, end)), message, hint: hint)
  }

  /// Looks for a known slip where libyaml stumbled, in the line before, and where what it was reading began.
  private func slip(behind failure: YAMLFailure, in range: Range<Int>) -> YAMLSlip? {
    let first = line(at: range.lowerBound)
    let here = min(line(at: failure.offset), line(at: max(range.lowerBound, range.upperBound - 1)))
    var lines = [here]
    if let before = (first..<here).last(where: { !isBlank(line: $0) }) { lines.append(before) }
    if let contextOffset = failure.contextOffset {
      let began = line(at: contextOffset)
      // A key without a colon is noticed one line late.
      lines.insert(began, at: failure.context == "while scanning a simple key" ? 0 : lines.count)
    }
    for line in lines {
      if let slip = YAMLSlip(in: self, line: line, within: range) { return slip }
    }
    // A quote that is open since long swallows lines until the next quote.
    return (first...here).lazy.compactMap { YAMLSlip(in: self, line: $0, within: range) }
      .first { $0.rule == "unclosed-quote" || $0.rule == "full-width-bracket" }
  }

  private func isBlank(line: Int) -> Bool {
    bytes[lineRange(line)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}

extension Wording {
  /// libyaml's problems in an editor's words. Its texts are the same in all versions since 0.1.
  fileprivate static func ofProblem(_ failure: YAMLFailure) -> (message: Wording, hint: Wording?) {
    switch failure.problem {
    case "did not find expected key", "did not find expected <document start>":
      (
        Wording(zh: "这里应当是“名字: 内容”，并且和上面的名字对齐", en: "expected `name: text` here, in line with the names above"),
        Wording(zh: "看看缩进，以及上一行的引号和括号", en: "look at the indentation, and at quotes and brackets in the line before")
      )
    case "could not find expected ':'":
      (
        Wording(zh: "这一行缺少冒号", en: "missing colon in this line"),
        Wording(
          zh: "写成“名字: 内容”；上一行没说完的话要缩进两个空格", en: "write `name: text`; to continue the line before, indent by two spaces")
      )
    case "mapping values are not allowed in this context":
      (
        Wording(zh: "这里不应当有冒号", en: "colon where none can be"),
        Wording(zh: "看看缩进；值里面有冒号时，用英文双引号括起来", en: "look at the indentation; a value with a colon wants straight quotes")
      )
    case "did not find expected ',' or ']'":
      (
        Wording(zh: "列表没有写完：缺少逗号或“]”", en: "unfinished list: a comma or `]` is missing"),
        Wording(zh: "写成 [一, 二, 三]", en: "write `[one, two, three]`")
      )
    case "did not find expected ',' or '}'":
      (
        Wording(zh: "映射没有写完：缺少逗号或“}”", en: "unfinished map: a comma or `}` is missing"),
        Wording(zh: "写成 {名字: 内容, 名字: 内容}", en: "write `{name: text, name: text}`")
      )
    case "did not find expected '-' indicator", "block sequence entries are not allowed in this context":
      (
        Wording(zh: "列表的“-”没有对齐，或者不应当在这里", en: "`-` of a list is out of line or out of place"),
        Wording(zh: "每一项另起一行，“-”上下对齐", en: "begin a line for each item, with the dashes aligned")
      )
    case "found unexpected end of stream", "found unexpected document indicator":
      (Wording(zh: "引号没有收尾", en: "unclosed quote"), Wording(zh: "补上收尾的引号", en: "add the closing quote"))
    case "found unknown escape character":
      (
        Wording(zh: "双引号里的“\\”后面不能是这个字", en: "unknown character after `\\` in double quotes"),
        Wording(zh: "要写“\\”本身，请写成“\\\\”，或者改用单引号", en: "for a backslash write `\\\\`, or use single quotes")
      )
    case "control characters are not allowed":
      (
        Wording(zh: "这里有看不见的控制字符", en: "invisible control character"),
        Wording(zh: "删掉这个字符，重新输入", en: "delete it and type the text again")
      )
    default:
      (
        Wording(zh: "YAML 写法有误", en: "this is not YAML"),
        Wording(
          zh: "解析程序说：\(failure.context) \(failure.problem)",
          en: "the parser says: \(failure.context) \(failure.problem)")
      )
    }
  }
}
