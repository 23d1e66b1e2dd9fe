import Examples
import Testing
import Typesetting

@testable import Print

/// The versions of the paper quiz: the same questions with their options in another order.
@Suite struct QuizVersionTests {
  @Test("The first version has the options as they were written")
  func first() {
    #expect(order(4, "A") == "1234")
  }

  @Test(
    "In the second version every option has another letter, so that a neighbour’s crosses are of no use",
    arguments: 2...8)
  func second(count: Int) {
    let pairs = zip(question(count).shuffled("A"), question(count).shuffled("B"))
    #expect(pairs.allSatisfy { $0.text != $1.text })
  }

  @Test("As many versions differ as there are options", arguments: 2...5)
  func several(count: Int) {
    let orders = ["A", "B", "C", "D", "E"].prefix(count).map { order(count, $0) }
    #expect(Set(orders).count == count)
  }

  @Test("No option is lost, and the right ones stay right", arguments: ["A", "B", "C", "D"], 2...6)
  func rightAnswers(version: String, count: Int) {
    let shuffled = question(count).shuffled(version)
    #expect(Set(shuffled.map(\.text.string)) == Set((1...count).map(String.init)))
    #expect(shuffled.filter(\.isRight).map(\.text.string) == ["2"])
  }

  @Test("Right and wrong keep their order in every version", arguments: ["A", "B", "C"])
  func trueFalse(version: String) {
    var question = question(2)
    question.isTrueFalse = true
    #expect(question.shuffled(version).map(\.text.string) == ["1", "2"])
  }

  @Test("The key names the letters of the right options in every version")
  func key() throws {
    let document = try TrialSite.document(
      """
      ## 考考自己

      1. 怎么办？

         - [ ] 马上转
         - [x] 先核实
         - [ ] 问对方
         - [x] 告诉家人

      """)
    let question = try #require(document.content.questions.first)
    let pieces = pieces(of: .key(versions: ["A", "B"]), document)
    let key = pieces.flatMap(\.items).compactMap { item -> String? in
      if case .text(let run, _) = item.shape { String(decoding: run.text, as: UTF8.self) } else { nil }
    }.joined()
    func letters(_ version: String) -> String {
      zip("ABCD", question.shuffled(version)).filter(\.1.isRight).map { String($0.0) }.joined()
    }
    #expect(letters("A") == "BD")
    #expect(key.contains("A卷：BD") && key.contains("B卷：" + letters("B")))
  }

  @Test("A version without a letter, or with a strange one, is still a version", arguments: ["", "1", "卷", "a", "Z"])
  func strange(version: String) {
    #expect(question(4).shuffled(version).count == 4)
  }

  private func pieces(of flow: Format.Flow, _ document: PrintDocument) -> [Piece] {
    let look = BlockSetter.Look(
      size: 10, leading: 1.5, gap: 0.5, heading: 1.2, isJustified: false, accent: .black, tint: .white, soft: .black,
      line: .black, danger: .black, words: document.words)
    let text = TextSetter(cache: TextCache(GridShaper()), language: "zh-Hans", isFinal: true)
    var setter = FlowSetter(
      flow: flow, document: document, isShortened: false, blocks: BlockSetter(look: look, text: text, width: 300))
    return setter.pieces(to: StructureTree.root)
  }

  /// A question whose second option is right.
  private func question(_ count: Int) -> PrintQuestion {
    PrintQuestion(
      prompt: [], options: (1...count).map { .init(text: StyledText("\($0)"), isRight: $0 == 2) }, isMultiple: false,
      isTrueFalse: false, explanation: [])
  }

  private func order(_ count: Int, _ version: String) -> String {
    question(count).shuffled(version).map(\.text.string).joined()
  }
}
