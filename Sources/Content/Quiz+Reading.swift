import Diagnostics
import Markdown

extension Quiz {
  /// The quiz in a section's blocks. Questions that cannot be asked are reported and left out.
  static func reading(_ section: Section, of document: Document) -> Diagnosed<Quiz?> {
    var reading = QuizReading(document: document)
    let quiz = reading.quiz(in: section)
    return Diagnosed(quiz, reading.diagnostics)
  }
}

private struct QuizReading {
  let document: Document
  var diagnostics: [Diagnostic] = []

  mutating func quiz(in section: Section) -> Quiz? {
    let blocks = Array(document.siblings(in: section.blocks))
    guard let first = blocks.firstIndex(where: { isOrderedList($0) }) else {
      diagnostics.append(.emptyQuiz(at: place(section.heading)))
      return nil
    }
    let introduction = section.blocks.lowerBound..<blocks[first]
    var questions: [Question] = []
    var isComplete = true
    for block in blocks[first...] {
      if isOrderedList(block) {
        for item in document.children(of: block) {
          if let question = question(item) { questions.append(question) } else { isComplete = false }
        }
      } else if isComplete {
        // After a faulty question it is mostly the part of it that is not indented.
        diagnostics.append(.outsideQuestion(at: place(block)))
      }
    }
    return questions.isEmpty ? nil : Quiz(introduction: introduction, questions: questions, isComplete: isComplete)
  }

  private mutating func question(_ item: Int) -> Question? {
    var prompt: [Int] = []
    var options: [Option] = []
    var explanation: Int?
    var hint: Int?
    var optionCount = 0
    var hasOptions = false
    for block in document.children(of: item) {
      switch document.nodes[block].kind {
      case .list(let list) where list.start == nil && !hasOptions:
        hasOptions = true
        let items = Array(document.children(of: block))
        optionCount = items.count
        options = items.compactMap { option($0) }
      case .blockQuote where hasOptions && explanation == nil:
        explanation = block
      case .callout(.tip) where hasOptions:
        diagnostics.append(.hintAfterOptions(at: place(block)))
      case .callout(.tip):
        if document.plainText(of: block).isEmpty {
          diagnostics.append(.emptyHint(at: place(block)))
        } else if hint != nil {
          diagnostics.append(.secondHint(at: place(block)))
        } else {
          hint = block
        }
      default:
        if case .blockQuote = document.nodes[block].kind, isCalledHint(block) {
          diagnostics.append(.plainHint(at: place(block)))
        }
        if hasOptions {
          diagnostics.append(.outsideQuestion(at: place(block)))
        } else {
          prompt.append(block)
        }
      }
    }
    guard !prompt.isEmpty else {
      diagnostics.append(.questionWithoutText(at: place(item)))
      return nil
    }
    guard optionCount > 1 else {
      diagnostics.append(.questionWithoutOptions(count: optionCount, at: place(prompt[0])))
      return nil
    }
    // What is wrong with an option was reported; that the rest has no right answer would be the same slip told twice.
    guard options.count == optionCount else { return nil }
    let right = options.filter(\.isRight).count
    guard right > 0 else {
      diagnostics.append(.questionWithoutAnswer(at: place(prompt[0])))
      return nil
    }
    if explanation == nil { diagnostics.append(.missingExplanation(at: place(prompt[0]))) }
    let texts = options.map { document.plainText(of: $0.text).lowercased() }
    let kind: Question.Kind = right > 1 ? .multiple : Self.pairs.contains(Set(texts)) ? .trueFalse : .single
    if let hint { report(tellingHint: hint, zip(options, texts).filter(\.0.isRight).map(\.1)) }
    return Question(
      kind: kind, item: item, prompt: prompt, options: options, explanation: explanation, hint: hint,
      keepsOrder: kind == .trueFalse || texts.contains { Self.speaksOfOthers($0) })
  }

  private mutating func option(_ item: Int) -> Option? {
    guard case .item(let checkbox?) = document.nodes[item].kind else {
      diagnostics.append(.optionWithoutBox(at: place(item)))
      return nil
    }
    let blocks = Array(document.children(of: item))
    guard let text = blocks.first, !document.plainText(of: text).isEmpty else {
      diagnostics.append(.emptyOption(at: place(item)))
      return nil
    }
    let broken = (text..<document.nodes[text].end).first {
      document.nodes[$0].kind == .softBreak || document.nodes[$0].kind == .joinedLine
    }
    if let broken { diagnostics.append(.optionOfTwoLines(at: place(min(broken + 1, document.nodes[text].end - 1)))) }
    return Option(isRight: checkbox == .checked, item: item, text: text, feedback: Array(blocks.dropFirst()))
  }

  /// The options of a question that only asks whether something is so.
  private static let pairs: [Set<String>] = [["对", "错"], ["正确", "错误"], ["true", "false"], ["right", "wrong"]]

  /// A hint that says the right answer word for word leaves nothing to think about.
  private mutating func report(tellingHint hint: Int, _ answers: [String]) {
    let text = document.plainText(of: hint).lowercased()
    if answers.contains(where: { $0.count >= 4 && text.contains($0) }) {
      diagnostics.append(.tellingHint(at: place(hint)))
    }
  }

  /// Whether a plain quotation calls itself a hint.
  private func isCalledHint(_ quote: Int) -> Bool {
    let text = document.plainText(of: quote).lowercased()
    return ["提示", "小提示", "小窍门", "hint:", "tip:"].contains { text.hasPrefix($0) }
  }

  /// Whether an option is about the others, such as “以上都对”.
  private static func speaksOfOthers(_ text: String) -> Bool {
    // Bytes, because every option of every quiz is asked.
    let text = Array(text.utf8)
    return text.indices.contains { index in
      others.contains { $0[0] == text[index] && text[index...].starts(with: $0) }
    }
  }

  private static let others = [
    "以上", "上述", "上面", "下面", "都对", "都不对", "都是对的", "above", "below", "all of these", "none of these",
  ].map { Array($0.utf8) }

  private func isOrderedList(_ node: Int) -> Bool {
    if case .list(let list) = document.nodes[node].kind { list.start != nil } else { false }
  }

  private func place(_ node: Int) -> Place { document.place(of: node) }
}

extension Diagnostic {
  fileprivate static func emptyQuiz(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-quiz", at: place,
      Wording(zh: "练习里没有题目", en: "the quiz has no questions"),
      hint: Wording(
        zh: "每道题写成一条编号列表（1. 题目），选项写成下面缩进的“- [ ]”和“- [x]”。",
        en:
          "write each question as an item of a numbered list (1. …), with its options indented below it as “- [ ]” and “- [x]”."
      ))
  }

  fileprivate static func questionWithoutText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "question-without-text", at: place,
      Wording(zh: "这道题没有题目，只有选项", en: "this question asks nothing, it has only options"),
      hint: Wording(zh: "把题目写在编号后面，同一行。", en: "write the question behind its number, on the same line."))
  }

  fileprivate static func questionWithoutOptions(count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "question-without-options", at: place,
      count == 0
        ? Wording(zh: "这道题没有选项", en: "this question has no options")
        : Wording(zh: "这道题只有一个选项", en: "this question has only one option"),
      hint: Wording(
        zh: "在题目下面空一行，缩进三个空格，写“- [ ] 选项”，正确的写“- [x] 选项”。",
        en:
          "leave a blank line below it, indent by three spaces, and write “- [ ] option”, the right one as “- [x] option”."
      ))
  }

  fileprivate static func questionWithoutAnswer(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "question-without-answer", at: place,
      Wording(zh: "这道题没有标出正确答案", en: "no option of this question is marked as right"),
      hint: Wording(zh: "把正确选项的“[ ]”改成“[x]”。", en: "change “[ ]” to “[x]” at the right option."))
  }

  fileprivate static func optionWithoutBox(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "option-without-box", at: place,
      Wording(zh: "这个选项前面没有“[ ]”或“[x]”", en: "this option does not begin with “[ ]” or “[x]”"),
      hint: Wording(
        zh: "写成“- [ ] 选项”；方括号用英文半角，里面是一个空格或小写x。",
        en: "write “- [ ] option”, with ASCII brackets that hold one space or an x."))
  }

  fileprivate static func emptyOption(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-option", at: place,
      Wording(zh: "这个选项没有内容", en: "this option is empty"),
      hint: Wording(zh: "写上选项，或者删掉这一行。", en: "write the option, or delete the line."))
  }

  fileprivate static func optionOfTwoLines(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "option-of-two-lines", at: place,
      Wording(zh: "下一行也成了这个选项的一部分", en: "the next line has become part of this option"),
      hint: Wording(
        zh: "是给选这一项的人看的话，就在它前面空一行；是选项本身，就写在同一行。",
        en:
          "if it is feedback for those who choose it, leave a blank line before it; if not, write the option on one line."
      ))
  }

  fileprivate static func missingExplanation(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "missing-explanation", at: place,
      Wording(zh: "这道题没有解释为什么", en: "this question does not explain its answer"),
      hint: Wording(
        zh: "在选项后面空一行，写“> ”开头的一段解释，缩进和选项一样。",
        en: "after the options leave a blank line and add a paragraph that begins with “> ”, indented like the options."
      ))
  }

  fileprivate static func hintAfterOptions(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "misplaced-hint", at: place,
      Wording(zh: "提示写在选项后面，不会显示", en: "this hint stands after the options and is not shown"),
      hint: Wording(
        zh: "是做题前的提示，就移到选项前面；是做完后的解释，就去掉“[!TIP]”这一行。",
        en: "a hint goes before the options; if it is the explanation, delete the line “[!TIP]”."))
  }

  fileprivate static func emptyHint(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "empty-hint", at: place, Wording(zh: "提示里没有内容", en: "this hint says nothing"),
      hint: Wording(
        zh: "在“> [!TIP]”下面一行写“> ”和提示，或者删掉它。",
        en: "write it on the line below “> [!TIP]”, after “> ”, or delete it."))
  }

  fileprivate static func secondHint(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "second-hint", at: place,
      Wording(zh: "这道题有两条提示，这一条不会显示", en: "this question has a hint already; this one is not shown"),
      hint: Wording(zh: "合成一条。", en: "make one of the two."))
  }

  fileprivate static func plainHint(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "plain-hint", at: place,
      Wording(zh: "这一段像是提示，却会直接显示出来", en: "this looks like a hint, but everybody sees it at once"),
      hint: Wording(
        zh: "前面加一行“> [!TIP]”，它就收起来，想看的人点开才看见。",
        en: "put a line “> [!TIP]” above it: then it is folded away until somebody asks for it."))
  }

  fileprivate static func tellingHint(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "telling-hint", at: place,
      Wording(zh: "提示里直接说出了正确答案", en: "this hint gives the right answer away"),
      hint: Wording(
        zh: "提示只帮人往对的方向想；为什么对，写在选项后面的“> ”里。",
        en: "a hint only points the way; why it is right goes after the options, behind “> ”."))
  }

  fileprivate static func outsideQuestion(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "text-outside-question", at: place,
      Wording(zh: "这一段不属于任何题目，不会显示", en: "this block belongs to no question and is not shown"),
      hint: Wording(
        zh: "引导语写在第一题之前；解释写在选项后面，以“> ”开头，并与选项对齐。",
        en:
          "put introductions before the first question, and explanations after the options, as “> ”, aligned with them."
      ))
  }
}
