/// Diagnostics in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), which code hosts and editors show
/// beside the lines.
package struct DiagnosticSARIF: Sendable {
  package let language: MessageLanguage

  package init(language: MessageLanguage) {
    self.language = language
  }

  /// One log with one run, one result a line. The chosen language is the message; both stand in the properties.
  /// - Parameter silenced: findings that editors have silenced, with their reasons (3.27.23, `suppressions`).
  package func text(of diagnostics: [Diagnostic], silenced: [(finding: Diagnostic, reason: String)] = []) -> String {
    let rules = Set((diagnostics + silenced.map(\.finding)).map(\.rule)).sorted()
    let index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let results =
      diagnostics.map { result($0, index[$0.rule], reason: nil) }
      + silenced.map { result($0.finding, index[$0.finding.rule], reason: $0.reason) }
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
      + "\"tool\":{\"driver\":{\"name\":\"microclass\",\"rules\":["
      + rules.map { "{\"id\":" + quoted($0) + "}" }.joined(separator: ",")
      + "]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":["
      + (results.isEmpty ? "" : "\n" + results.joined(separator: ",\n") + "\n") + "]}]}\n"
  }

  private func result(_ diagnostic: Diagnostic, _ rule: Int?, reason: String?) -> String {
    let related = diagnostic.notes.map { "{" + location($0.place) + ",\"message\":" + message($0.message) + "}" }
    return "{\"ruleId\":" + quoted(diagnostic.rule)
      + (rule.map { ",\"ruleIndex\":\($0)" } ?? "")
      + ",\"level\":" + quoted(diagnostic.severity.rawValue)
      + ",\"message\":{\"text\":" + quoted(words(diagnostic, language)) + "}"
      + ",\"locations\":[{" + location(diagnostic.place) + "}]"
      + (related.isEmpty ? "" : ",\"relatedLocations\":[" + related.joined(separator: ",") + "]")
      + (reason.map { ",\"suppressions\":[{\"kind\":\"inSource\",\"justification\":" + quoted($0) + "}]" } ?? "")
      + ",\"properties\":{\"zh\":" + quoted(words(diagnostic, .zh)) + ",\"en\":" + quoted(words(diagnostic, .en)) + "}}"
  }

  private func words(_ diagnostic: Diagnostic, _ language: MessageLanguage) -> String {
    diagnostic.message[language] + (diagnostic.hint.map { "\n" + $0[language] } ?? "")
  }

  private func message(_ wording: Wording) -> String { "{\"text\":" + quoted(wording[language]) + "}" }

  /// A place as `physicalLocation`. Columns of a diagnostic count characters as readers see them; those of the format code
  /// points.
  private func location(_ place: Place) -> String {
    var region = ""
    if let range = place.range {
      func column(_ position: Position) -> Int {
        guard position.line == range.lowerBound.line, let line = place.line else { return position.column }
        let before = line.prefix(position.column - 1)
        return before.unicodeScalars.count + position.column - before.count
      }
      region =
        ",\"region\":{\"startLine\":\(range.lowerBound.line),\"startColumn\":\(column(range.lowerBound))"
        + ",\"endLine\":\(range.upperBound.line),\"endColumn\":\(column(range.upperBound))}"
    }
    return "\"physicalLocation\":{\"artifactLocation\":{\"uri\":" + quoted(address(place.path)) + "}" + region + "}"
  }

  /// A path as a relative reference (RFC 3986).
  private func address(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        address += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return address
  }

  private func quoted(_ text: String) -> String { DiagnosticJSON.quoted(text) }
}
