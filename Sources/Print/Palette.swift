import Diagnostics
import Typesetting
import YAML

/// The colours of printed matter: `templates/print/colours.yaml`.
struct Palette: Hashable, Sendable {
  /// The colours of a topic.
  struct Accent: Hashable, Sendable {
    var accent: Colour
    var tint: Colour
  }

  private var accents: [String: Accent]
  private var soft: Colour
  private var line: Colour
  private var danger: Colour

  /// The colour that a name stands for on a lesson's sheets.
  func colour(_ name: ColourName, accent topic: String) -> Colour {
    let fallback = Accent(accent: .black, tint: Colour.black.tint(0.08))
    let accent = accents[topic] ?? fallback
    return switch name {
    case .accent: accent.accent
    case .tint: accent.tint
    case .paper: .white
    case .ink: .black
    case .soft: soft
    case .line: line
    case .danger: danger
    }
  }

  /// Whether a topic's colour is known.
  func has(accent name: String) -> Bool { accents[name] != nil }

  /// The palette in a file. Nil when something is missing or wrong, which is reported.
  static func reading(_ source: SourceFile) -> Diagnosed<Palette?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    let palette = Record.reading(node, in: source) { record -> Palette? in
      let accents = record.requiredMap("accents") { accents in
        accents.eachMap { key, entry -> (String, Accent)? in
          // Every colour is asked for before any is missed, so that one mistake does not make the others unknown.
          let (accent, tint) = (entry.colour("accent"), entry.colour("tint"))
          guard let accent, let tint else { return nil }
          return (key.value, Accent(accent: accent, tint: tint))
        }
      }
      let (soft, line, danger) = (record.colour("soft"), record.colour("line"), record.colour("danger"))
      guard let soft, let line, let danger else { return nil }
      let pairs = (accents ?? []).compactMap { $0 }
      return Palette(
        accents: Dictionary(pairs) { first, _ in first }, soft: soft, line: line, danger: danger)
    }.value(reportingTo: &diagnostics)
    let isWrong = diagnostics.contains { $0.severity == .error }
    return Diagnosed(isWrong ? nil : palette ?? nil, diagnostics)
  }
}

extension Record {
  /// A colour that must be there: `"#a9331b"`, or with the press's inks in percent `["#a9331b", 20, 90, 100, 10]`.
  fileprivate mutating func colour(_ key: String) -> Colour? {
    let parts = requiredTexts(key)
    guard let first = parts.first else { return nil }
    let inks = parts.dropFirst().compactMap { Double($0.value) }.filter { (0...100).contains($0) }
    let ink =
      inks.count == 4 ? Colour.Ink(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3]) : nil
    guard let colour = Colour(hex: first.value, ink: ink), parts.count == 1 || (parts.count == 5 && ink != nil) else {
      report(
        .error, "bad-colour", at: first.range,
        Wording(zh: "“\(key)”的颜色写得不对", en: "the colour `\(key)` is not written rightly"),
        hint: Wording(
          zh: "写成\"#a9331b\"，或者再加上青、品、黄、黑四个百分数：[\"#a9331b\", 20, 90, 100, 10]。",
          en:
            "write \"#a9331b\", or with cyan, magenta, yellow and black in percent: [\"#a9331b\", 20, 90, 100, 10]."))
      return nil
    }
    return colour
  }
}
