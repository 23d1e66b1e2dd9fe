import Content
import Diagnostics
import Markdown

/// “Is this a scam?”: a page to go through step by step, a flowchart to print, and a list of questions for a counter.
struct SelfCheckEdition: Edition {
  let theme: Theme
  let rack: PrintRack

  func outputs(of library: Library) -> Diagnosed<[Output]> {
    var outputs: [Output] = []
    var diagnostics: [Diagnostic] = []
    for language in library.site.languages {
      for bundle in library.selfchecks {
        outputs += self.outputs(of: bundle, library, language).value(reportingTo: &diagnostics)
      }
    }
    return Diagnosed(outputs, diagnostics)
  }

  private func outputs(of bundle: Bundle, _ library: Library, _ language: Language) -> Diagnosed<[Output]> {
    func setting(at address: Address) -> Setting {
      Setting(library: library, address: address, language: language, theme: theme, rack: rack)
    }
    let form = setting(at: .page(.selfcheck, bundle.slug, language))
    let (page, isUntranslated) = form.page(of: bundle)
    guard let tree = page.tree else { return Diagnosed([]) }
    func identity(_ suffix: String, data: JSON? = nil, _ address: (Language) -> Address) -> PageIdentity {
      PageIdentity(
        title: page.frontMatter.title + (suffix.isEmpty ? "" : form.words[suffix]),
        description: page.frontMatter.summary, versions: library.site.languages.map { ($0, address($0)) },
        written: isUntranslated ? [] : bundle.translations.map(\.language), canonical: address(page.language),
        type: "article", structuredData: data)
    }
    let list = setting(at: .clerkList(bundle.slug, language))
    let sheet = setting(at: .chart(bundle.slug, language))
    let chart = Flowchart.fitting(
      tree.steps.map { Flowchart.Step($0, of: page, in: sheet) }, width: Self.sheet.width, height: Self.sheet.height)
    let words = theme.words(page.language)
    let drawing = chart.drawing(
      title: page.frontMatter.title + words["label_colon"] + words["selfcheck_chart_title"],
      description: description(of: tree, page, sheet), tag: page.language.tag)
    let data = JSON?.some(.learningResource(bundle, page, in: form))
    let formIdentity = identity("", data: data) { .page(.selfcheck, bundle.slug, $0) }
    let sheetIdentity = identity("selfcheck_chart_suffix") { .chart(bundle.slug, $0) }
    let listIdentity = identity("selfcheck_clerk_suffix") { .clerkList(bundle.slug, $0) }
    let outputs = [
      theme.output(\.selfcheck, formIdentity, form) { SelfCheckView(tree, of: page, in: bundle, setting: form) },
      theme.output(\.chart, sheetIdentity, sheet) {
        ChartView(check: SelfCheckView(tree, of: page, in: bundle, setting: sheet), chart: drawing)
      },
      theme.output(\.clerkList, listIdentity, list) { SelfCheckView(tree, of: page, in: bundle, setting: list) },
    ]
    .map { $0.about(bundle) }
    // Said once, of the file that holds the text, not again for each language that shows it.
    let excess = chart.height - Self.sheet.height
    guard excess > 0, !isUntranslated else { return Diagnosed(outputs) }
    return Diagnosed(outputs, [.chartOverflow(millimetres: Int((excess / 72 * 25.4).rounded(.up)), in: page)])
  }

  /// What of a sheet of A4 a chart has for itself: ten millimetres of margin all round, a title above, a line below.
  private static let sheet = (width: 536.0, height: 690.0)

  /// The whole chart in words.
  private func description(of tree: DecisionTree, _ page: Page, _ setting: Setting) -> String {
    let words = theme.words(page.language)
    return tree.steps.enumerated().map { number, step in
      let drawn = Flowchart.Step(step, of: page, in: setting)
      let answers = drawn.answers.map { "\($0.text)\(words["selfcheck_arrow"])\($0.target + 1)" }
      let rest = drawn.answers.isEmpty ? drawn.calls : answers.joined(separator: words["source_separator"])
      return "\(number + 1). \(drawn.heading) \(rest)" + words["full_stop"]
    }.joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func chartOverflow(millimetres: Int, in page: Page) -> Diagnostic {
    Diagnostic(
      .warning, "chart-overflow", at: page.document.source.place,
      Wording(
        zh: "流程图用最小的9磅字也比一张A4纸长出\(millimetres)毫米",
        en: "even with text of 9 points the flowchart is \(millimetres) mm longer than a sheet of A4"),
      hint: Wording(
        zh: "把标题和回答写短些，让几个回答走到同一个结尾，或者分成两个自查。",
        en: "shorten headings and answers, lead several answers to one end, or make two self-checks of it."))
  }
}
