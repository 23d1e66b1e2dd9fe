import Diagnostics
import Templates
import YAML

/// The theme's small line drawings and the words beside which each stands: `templates/icons.yaml`. They only decorate what the
/// text says anyway.
struct IconTable: Sendable {
  private struct Entry {
    let name: String
    let path: String
    let words: [String: [String]]
    let channels: [String]
    let outcomes: [String]
  }

  private let entries: [Entry]
  /// The words of every language, with the places of their entries.
  private let words: [String: IconWords]

  private init(entries: [Entry], languages: [String]) {
    self.entries = entries
    words = Dictionary(
      languages.map { language in (language, IconWords(entries.map { $0.words[language] ?? [] })) }
    ) { first, _ in first }
  }

  /// No drawings, for a theme that has none.
  static let empty = IconTable(entries: [], languages: [])

  /// The drawing for a text in a language, nil where none of its words stands in it.
  func icon(for text: String, in language: String) -> Markup? {
    words[language]?.first(in: text).map { drawing(entries[$0]) }
  }

  /// The drawing for the way by which the swindlers of a case came.
  func icon(channel: String) -> Markup? { entries.first { $0.channels.contains(channel) }.map(drawing) }

  /// The drawing for how a case ended.
  func icon(outcome: String) -> Markup? { entries.first { $0.outcomes.contains(outcome) }.map(drawing) }

  /// The drawing with a name.
  func icon(named name: String) -> Markup? { entries.first { $0.name == name }.map(drawing) }

  private func drawing(_ entry: Entry) -> Markup {
    Markup(
      html: "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"\(entry.path)\"/></svg>")
  }

  /// The table in a file. What is wrong is reported and left out.
  static func reading(_ source: SourceFile, languages: [String]) -> Diagnosed<IconTable> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(.empty, diagnostics)
    }
    let read = Record.reading(node, in: source) { table in
      table.eachMap { name, record -> Entry? in
        let path = record.requiredText("draw")
        let words = languages.map { ($0, record.texts($0).map(\.value)) }
        let channels = record.texts("channels").map(\.value)
        let outcomes = record.texts("outcomes").map(\.value)
        guard let path else { return nil }
        guard path.value.allSatisfy(Self.isPathData) else {
          record.reportBadDrawing(at: path.range)
          return nil
        }
        return Entry(
          name: name.value, path: path.value, words: Dictionary(words) { first, _ in first }, channels: channels,
          outcomes: outcomes)
      }.compactMap { $0 }
    }
    return Diagnosed(IconTable(entries: read.value ?? [], languages: languages), diagnostics + read.diagnostics)
  }

  private static func isPathData(_ character: Character) -> Bool {
    "MmLlHhVvCcSsQqTtAaZz0123456789 .,-+".contains(character)
  }
}

extension Record {
  fileprivate mutating func reportBadDrawing(at range: Range<Int>) {
    report(
      .error, "bad-drawing", at: range,
      Wording(zh: "“draw”里有不属于SVG路径的字符", en: "`draw` holds characters that SVG paths do not have"),
      hint: Wording(
        zh: "只写路径数据，也就是SVG文件里d=\"…\"引号之间的那一段。",
        en: "write only path data: what stands between the quotes of d=\"…\" in an SVG file."))
  }
}
