/// Diagnostics for programs: one JSON array, one object a line, always with the same keys.
package struct DiagnosticJSON: Sendable {
  package let language: MessageLanguage

  package init(language: MessageLanguage) {
    self.language = language
  }

  /// The array, with a line end. `line`, `column`, `endLine` and `endColumn` are null where the whole file is meant.
  package func text(of diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { "{" + place($0.place) + ",\"message\":" + quoted($0.message[language]) + "}" }
    return "{\"rule\":" + quoted(diagnostic.rule)
      + ",\"severity\":" + quoted(diagnostic.severity.rawValue)
      + "," + place(diagnostic.place)
      + ",\"message\":" + quoted(diagnostic.message[language])
      + ",\"hint\":" + (diagnostic.hint.map { quoted($0[language]) } ?? "null")
      + ",\"notes\":[" + notes.joined(separator: ",") + "]}"
  }

  private func place(_ place: Place) -> String {
    func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
    return "\"path\":" + quoted(place.path)
      + ",\"line\":" + number(place.range?.lowerBound.line)
      + ",\"column\":" + number(place.range?.lowerBound.column)
      + ",\"endLine\":" + number(place.range?.upperBound.line)
      + ",\"endColumn\":" + number(place.range?.upperBound.column)
  }

  private func quoted(_ text: String) -> String { Self.quoted(text) }

  /// A text as a string of JSON, quotes included.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
