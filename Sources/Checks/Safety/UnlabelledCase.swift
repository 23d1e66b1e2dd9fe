import Content
import Diagnostics
import Markdown

/// A case about real people that does not say so before its story, or one that says something else than its front matter.
/// That a case is made up, its pages say by themselves.
enum UnlabelledCase {
  /// What the rule finds in a library.
  static func diagnostics(for library: Library) -> [Diagnostic] {
    library.cases.flatMap { bundle -> [Diagnostic] in
      guard let basis = bundle.nature?.basis else { return [] }
      return bundle.translations.compactMap { diagnostic(for: $0, basis) }
    }
  }

  private static func diagnostic(for page: Page, _ basis: CaseNature.Basis) -> Diagnostic? {
    let script = Passage.Script(page.language)
    guard script.isChinese || script.isEnglish else { return nil }
    let document = page.document
    var label: (node: Int, basis: CaseNature.Basis)?
    // The note stands in the first section at the latest.
    let end = page.sections.first?.blocks.upperBound ?? document.nodes.count
    for index in 0..<min(end, document.nodes.count) where label == nil {
      guard document.nodes[index].kind == .paragraph else { continue }
      if let said = said(in: document.plainText(of: index).lowercased(), script) { label = (index, said) }
    }
    guard let label else { return basis == .fictional ? nil : .unlabelled(basis, at: document.source.place) }
    return label.basis == basis ? nil : .mislabelled(label.basis, basis, at: document.place(of: label.node))
  }

  /// What a note says about a case; nil for other text.
  private static func said(in text: String, _ script: Passage.Script) -> CaseNature.Basis? {
    let words: [(CaseNature.Basis, [String])] =
      script.isChinese
      ? [(.fictional, ["虚构"]), (.adapted, ["改编"]), (.real, ["真实案例", "真实事件", "真人真事"])]
      : [
        (.fictional, ["made-up", "made up", "fictional", "invented"]), (.adapted, ["adapted"]),
        (.real, ["real case", "true story", "really happened"]),
      ]
    return words.first { $0.1.contains { text.contains($0) } }?.0
  }
}

extension Diagnostic {
  fileprivate static func unlabelled(_ basis: CaseNature.Basis, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unlabelled-case", at: place,
      Wording(
        zh: "案例没有说明来源，也没有说人物作了匿名处理", en: "this case does not say where it comes from and that nobody in it is named"),
      hint: Wording(
        zh: "在故事前面加一个“> [!NOTE]”，写上“\(basis.note.zh)”。依据：个人信息和肖像要得到同意（L-39、L-40），编的不能当真的讲。",
        en:
          "add a “> [!NOTE]” before the story: “\(basis.note.en)” People’s data and portraits need consent (L-39, L-40), and nothing made up may pass for true."
      ))
  }

  fileprivate static func mislabelled(_ said: CaseNature.Basis, _ basis: CaseNature.Basis, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      .error, "unlabelled-case", at: place,
      Wording(
        zh: "这里说案例是\(said.name.zh)的，页首信息写的是\(basis.name.zh)",
        en: "this says that the case is \(said.name.en); its front matter says \(basis.name.en)"
      ),
      hint: Wording(zh: "查清楚，改对其中一处。", en: "find out which is true, and put the other right."))
  }
}

extension CaseNature.Basis {
  /// What it is called.
  fileprivate var name: Wording {
    switch self {
    case .real: Wording(zh: "真实", en: "real")
    case .adapted: Wording(zh: "改编", en: "adapted")
    case .fictional: Wording(zh: "虚构", en: "made up")
    }
  }

  /// The sentence that says so.
  fileprivate var note: Wording {
    switch self {
    case .real: Wording(zh: "本案例为真实案例，人物已作匿名处理。", en: "This is a real case; the people in it are not named.")
    case .adapted: Wording(zh: "本案例根据真实案例改编。", en: "This story is adapted from a real case.")
    case .fictional: Wording(zh: "本案例为虚构示例。", en: "This is a made-up example.")
    }
  }
}
