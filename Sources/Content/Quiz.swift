/// The exercises of a lesson or case.
package struct Quiz: Sendable {
  /// The nodes of what stands before the questions.
  package let introduction: Range<Int>
  /// At least one.
  package let questions: [Question]
  /// Whether these are all: false when a question could not be understood, which was reported.
  package let isComplete: Bool
}

/// One exercise.
package struct Question: Sendable {
  /// How many options are right, and of what sort they are.
  package enum Kind: Hashable, Sendable {
    case single, multiple, trueFalse
  }

  package let kind: Kind
  /// The item's node.
  package let item: Int
  /// The nodes of the blocks that ask.
  package let prompt: [Int]
  /// At least two, and at least one is right.
  package let options: [Option]
  /// The node of the block quote with the reason.
  package let explanation: Int?
  /// The node of the callout that helps on a reader who asks for it.
  package let hint: Int?
  /// Whether the options must stay as they are written, because they speak of one another or are only right and wrong.
  package let keepsOrder: Bool
}

/// One answer to choose.
package struct Option: Sendable {
  package let isRight: Bool
  /// The item's node.
  package let item: Int
  /// The node of the answer's text.
  package let text: Int
  /// The nodes of what is said to a reader who chooses it.
  package let feedback: [Int]
}
