import Content
import Diagnostics
import Markdown

/// A self-check that asks something else in another language: other steps, in another order, or answers that lead elsewhere.
/// Numbers on the flowchart and on the clerk's list must mean the same to everybody.
enum TreeMismatch {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.selfchecks.flatMap { bundle -> [Diagnostic] in
      guard let original = bundle.source.tree, original.isComplete else { return [] }
      return bundle.translations.dropFirst().compactMap { page in
        page.tree.flatMap { $0.isComplete ? diagnostic(for: page, $0, bundle.source, original) : nil }
      }
    }
  }

  /// The first difference; what follows it is mostly the same slip again.
  private static func diagnostic(
    for page: Page, _ tree: DecisionTree, _ source: Page, _ original: DecisionTree
  ) -> Diagnostic? {
    for (own, other) in zip(tree.steps, original.steps) {
      let there = source.document.place(of: other.heading)
      guard own.id == other.id else {
        return .otherStep(own.id, other.id, at: page.document.place(of: own.heading), there)
      }
      let (here, wanted) = (tree.targets(of: own), original.targets(of: other))
      guard here != wanted else { continue }
      let number = zip(here, wanted).prefix { $0 == $1 }.count
      let node = number < own.answers.count ? own.answers[number].link : own.heading
      return .otherAnswers(wanted, at: page.document.place(of: node), there)
    }
    if tree.steps.count < original.steps.count {
      let missing = original.steps[tree.steps.count]
      return .missingStep(missing.id, at: page.document.source.place, source.document.place(of: missing.heading))
    }
    if tree.steps.count > original.steps.count {
      let extra = tree.steps[original.steps.count]
      return .missingStep(extra.id, at: source.document.source.place, page.document.place(of: extra.heading))
    }
    return nil
  }
}

extension DecisionTree {
  /// The ids to which the answers of a step lead.
  fileprivate func targets(of step: Step) -> [String] { step.answers.map { $0.target.map { steps[$0].id } ?? "" } }
}

extension Diagnostic {
  fileprivate static func otherStep(_ id: String, _ wanted: String, at place: Place, _ there: Place) -> Diagnostic {
    Diagnostic(
      .error, "tree-mismatch", at: place,
      Wording(
        zh: "这里是“#\(id)”，另一种语言在同一处是“#\(wanted)”", en: "this is “#\(id)”, where the other language has “#\(wanted)”"),
      hint: Wording(
        zh: "两种语言的问题和结尾要一样多、顺序一样，标题末尾写同一个名字，例如“{#\(wanted)}”。",
        en:
          "both languages have the same questions and ends in the same order, and each heading ends in the same name: “{#\(wanted)}”."
      ),
      notes: [.init(Wording(zh: "另一种语言在这里", en: "the other language is here"), at: there)])
  }

  fileprivate static func otherAnswers(_ wanted: [String], at place: Place, _ there: Place) -> Diagnostic {
    let list = wanted.map { "#" + $0 }
    return Diagnostic(
      .error, "tree-mismatch", at: place,
      Wording(zh: "这个问题的回答和另一种语言走的不是同一条路", en: "the answers lead elsewhere than in the other language"),
      hint: Wording(
        zh: "回答要一样多、顺序一样，依次走到：\(list.joined(separator: "、"))。",
        en: "there are as many answers in the same order, leading to: \(list.joined(separator: ", "))."),
      notes: [.init(Wording(zh: "另一种语言在这里", en: "the other language is here"), at: there)])
  }

  fileprivate static func missingStep(_ id: String, at place: Place, _ there: Place) -> Diagnostic {
    Diagnostic(
      .error, "tree-mismatch", at: place,
      Wording(zh: "另一种语言有“#\(id)”，这里没有", en: "the other language has “#\(id)”, which is missing here"),
      hint: Wording(zh: "把这一节补上，或者从另一种语言里去掉。", en: "add it here, or take it out there."),
      notes: [.init(Wording(zh: "它在这里", en: "it is here"), at: there)])
  }
}
