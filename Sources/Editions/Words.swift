import Diagnostics
import Markdown
import YAML

/// The words of the pages themselves in one language: `templates/strings/<language>.yaml`.
package struct Words: Sendable {
  /// All words by their names.
  package let table: [String: String]
  /// The names of the twelve months; none where the words have none.
  let months: [String]

  package init(table: [String: String]) {
    self.table = table
    let months = (table["months"] ?? "").split(separator: " ").map(String.init)
    self.months = months.count == 12 ? months : []
  }

  /// A word; the name itself where there is none, which loading has reported.
  subscript(name: String) -> String { table[name] ?? name }

  /// The label of a callout.
  func label(of callout: Node.Callout) -> String {
    switch callout {
    case .note: self["callout_note"]
    case .tip: self["callout_tip"]
    case .warning: self["callout_warning"]
    case .bait: self["callout_bait"]
    case .teacher: self["callout_teacher"]
    }
  }

  /// The words that the editions themselves use, whatever the templates say.
  static let required = [
    "callout_note", "callout_tip", "callout_warning", "callout_bait", "callout_teacher", "kind_lesson", "kind_case",
    "kind_page", "kind_selfcheck", "basis_real", "basis_adapted", "basis_fictional", "basis_real_note",
    "basis_adapted_note",
    "basis_fictional_note", "nav_home", "nav_cases", "nav_desk", "desk_title", "desk_lead", "not_found_title",
    "not_found_text", "table_label", "answer_separator", "answer_label", "show_answer", "source_separator", "sources",
    "label_colon", "quiz_title_suffix", "leaflet_title_suffix", "desk_pdf", "desk_picture", "desk_side_only",
    "desk_side_front", "desk_side_back", "desk_side_other", "outlets_title", "outlets_lead", "outlet_lead",
    "search_title", "search_lead", "editions_title", "editions_lead", "edition_current", "edition_replaced",
    "edition_withdrawn", "edition_expired",
    "date_format", "months", "full_stop",
    "nav_selfchecks", "selfcheck_call", "selfcheck_chart_suffix", "selfcheck_clerk_suffix", "selfcheck_chart_title",
    "selfcheck_arrow", "kind_contest", "certificate_title",
    "certificate_lead",
  ]

  /// The words in a file. What is not `name: text` is reported and left out.
  static func reading(_ source: SourceFile) -> Diagnosed<Words> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(Words(table: [:]), diagnostics)
    }
    let read = Record.reading(node, in: source) { record in record.eachText().map { ($0.key.value, $0.text.value) } }
    let table = Dictionary(read.value ?? []) { first, _ in first }
    for name in required where table[name] == nil {
      diagnostics.append(.missingWord(name, at: source.place))
    }
    return Diagnosed(Words(table: table), diagnostics + read.diagnostics)
  }
}

extension Diagnostic {
  /// A word that the pages need is not there.
  static func missingWord(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-word", at: place,
      Wording(zh: "缺少界面文字“\(name)”", en: "the word “\(name)” is missing"),
      hint: Wording(
        zh: "加上一行“\(name): …”。每种语言的文件要有同样的名字。", en: "add a line `\(name): …`. Every language's file has the same names."
      ))
  }
}
