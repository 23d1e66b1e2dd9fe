/// What a self-check asks: questions whose answers lead to further questions, and in the end to advice.
///
/// It holds what could be understood. An answer that leads nowhere has no target, which was reported; a tree that is
/// published has none, and no way through it comes back to where it was.
package struct DecisionTree: Sendable {
  /// In the order of the file, at least one; a reader begins with the first.
  package let steps: [Step]
  /// Whether this is all that the file says: false when something was not understood or leads nowhere, which was reported.
  package let isComplete: Bool

  /// A question, or the advice at an end.
  package struct Step: Sendable {
    /// The heading's node.
    package let heading: Int
    /// The heading's id, unique in its page.
    package let id: String
    /// The nodes of the blocks below the heading, without the answers.
    package let text: [Int]
    /// None at an end.
    package let answers: [Answer]

    package var isEnd: Bool { answers.isEmpty }
  }

  /// One answer to a question.
  package struct Answer: Sendable {
    /// The node of the link, whose text is the answer.
    package let link: Int
    /// The number of the step that it leads to, from 0.
    package let target: Int?
  }
}

extension DecisionTree {
  /// The steps that can be reached from a step, itself among them.
  func reachable(from start: Int) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [start]
    while let step = open.popLast() {
      guard reached.insert(step).inserted else { continue }
      open += steps[step].answers.compactMap(\.target)
    }
    return reached
  }

  /// The answers that lead back to a question which was asked before them, on a walk that tries the answers in order.
  var loops: [(step: Int, answer: Answer)] {
    enum Walk { case enter(Int), leave(Int), follow(Int, Answer) }
    var found: [(Int, Answer)] = []
    var isAsked = [Bool](repeating: false, count: steps.count)
    var isDone = isAsked
    var todo: [Walk] = steps.indices.reversed().map { .enter($0) }
    while let next = todo.popLast() {
      switch next {
      case .enter(let step):
        guard !isAsked[step], !isDone[step] else { continue }
        isAsked[step] = true
        todo.append(.leave(step))
        todo += steps[step].answers.reversed().map { .follow(step, $0) }
      case .leave(let step):
        isAsked[step] = false
        isDone[step] = true
      case .follow(let step, let answer):
        guard let target = answer.target else { continue }
        if isAsked[target] { found.append((step, answer)) } else if !isDone[target] { todo.append(.enter(target)) }
      }
    }
    return found
  }
}
