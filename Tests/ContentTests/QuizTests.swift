import Content
import Diagnostics
import Markdown
import Testing

@Suite struct QuizTests {
  @Test("Questions, options, feedback and explanation are read")
  func wholeQuiz() throws {
    let read = page(
      body: """
        ## 考考自己

        先想一想。

        1. 谁来付？

           - [ ] 您

             再想想。
           - [x] 银行

           > 说好了的。

        2. 哪些不能给？

           - [x] 密码
           - [X] 验证码
           - [ ] 名片

           > 一给就丢钱。

        3. 银行会要验证码。

           - [ ] 对
           - [x] 错

           > 不会要。
        """)
    #expect(told(read.diagnostics) == [])
    let page = try #require(read.value)
    let quiz = try #require(page.quiz)
    let document = page.document
    #expect(quiz.questions.map(\.kind) == [.single, .multiple, .trueFalse])
    #expect(quiz.questions.map { $0.options.map(\.isRight) } == [[false, true], [true, true, false], [false, true]])
    #expect(quiz.introduction.lowerBound < quiz.introduction.upperBound)
    let first = quiz.questions[0]
    #expect(first.prompt.map { document.plainText(of: $0) } == ["谁来付？"])
    #expect(first.options.map { document.plainText(of: $0.text) } == ["您", "银行"])
    #expect(first.options[0].feedback.map { document.plainText(of: $0) } == ["再想想。"])
    #expect(first.explanation.map { document.plainText(of: $0) } == "说好了的。")
  }

  @Test(
    "Two options that say right and wrong are true-or-false, in any order and language",
    arguments: [
      ("对", "错"), ("错误", "正确"), ("True", "False"), ("wrong", "right"),
    ])
  func trueFalse(first: String, second: String) throws {
    let quiz = page(body: "## 考考自己\n\n1. 题\n\n   - [ ] \(first)\n   - [x] \(second)\n\n   > 因为。\n").value?.quiz
    #expect(quiz?.questions.map(\.kind) == [.trueFalse])
  }

  @Test(
    "A question that cannot be asked is told and left out; the others stay",
    arguments: [
      ("1. 题\n\n   - [ ] 甲\n   - [ ] 乙\n\n   > 因为。", ["question-without-answer"]),
      ("1. 题\n\n   - [x] 甲\n\n   > 因为。", ["question-without-options"]),
      ("1. 题\n\n   > 因为。", ["question-without-options"]),
      ("1. 题\n\n   - [x] 甲\n   - 乙\n\n   > 因为。", ["option-without-box"]),
      ("1. 题\n\n   - [x] 甲\n   - [ ]\n\n   > 因为。", ["empty-option"]),
      ("1. - [x] 甲\n   - [ ] 乙", ["question-without-text"]),
    ])
  func faults(text: String, expected: [String]) throws {
    let good = "\n\n2. 好题\n\n   - [x] 甲\n   - [ ] 乙\n\n   > 因为。\n"
    let read = page(body: "## 考考自己\n\n" + text + good)
    #expect(rules(read.diagnostics) == expected)
    #expect(read.value?.quiz?.questions.count == 1)
  }

  @Test("A tip before the options is a hint, and no part of the question")
  func hint() throws {
    let text = "## 考考自己\n\n1. 谁来付？\n\n   > [!TIP]\n   > 看看合同。\n\n   - [ ] 您\n   - [x] 银行\n\n   > 说好了的。\n"
    let read = page(body: text)
    #expect(told(read.diagnostics) == [])
    let page = try #require(read.value)
    let question = try #require(page.quiz?.questions.first)
    #expect(question.prompt.map { page.document.plainText(of: $0) } == ["谁来付？"])
    #expect(question.hint.map { page.document.plainText(of: $0) } == "看看合同。")
  }

  @Test(
    "A hint that is empty, doubled, after the options, plain or tells the answer is told, and the question stays",
    arguments: [
      ("> [!TIP]\n   > 看合同。\n\n   > [!TIP]\n   > 再看一遍。", "", ["second-hint"]),
      ("> [!TIP]", "", ["empty-hint"]),
      ("> 提示：看合同。", "", ["plain-hint"]),
      ("> [!TIP]\n   > 当然是银行来付。", "", ["telling-hint"]),
      ("", "\n   > [!TIP]\n   > 看合同。\n", ["misplaced-hint"]),
    ])
  func badHints(before: String, after: String, expected: [String]) {
    let text = "## 考考自己\n\n1. 谁来付？\n\n   \(before)\n\n   - [ ] 您\n   - [x] 银行来付\n\(after)\n   > 说好了的。\n"
    let read = page(body: text)
    #expect(rules(read.diagnostics) == expected)
    #expect(read.value?.quiz?.questions.count == 1)
  }

  @Test(
    "Options that are only right and wrong, or speak of one another, keep their order",
    arguments: [
      ("- [ ] 对\n   - [x] 错", true), ("- [ ] 密码\n   - [ ] 验证码\n   - [x] 以上都不能给", true),
      ("- [ ] the PIN\n   - [ ] the code\n   - [x] None of these", true),
      ("- [ ] 密码\n   - [x] 名片\n   - [ ] 验证码", false),
    ])
  func keepsOrder(options: String, expected: Bool) {
    let quiz = page(body: "## 考考自己\n\n1. 哪个？\n\n   \(options)\n\n   > 因为。\n").value?.quiz
    #expect(quiz?.questions.map(\.keepsOrder) == [expected])
  }

  @Test("A section without questions is no quiz")
  func empty() {
    let read = page(body: "## 考考自己\n\n想一想。\n")
    #expect(rules(read.diagnostics) == ["empty-quiz"])
    #expect(read.value?.quiz == nil)
  }
}
