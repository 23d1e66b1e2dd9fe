/// Diagnostics as commands of GitHub's workflows, which show them beside the lines of a change.
package struct DiagnosticGitHub: Sendable {
  package let language: MessageLanguage

  package init(language: MessageLanguage) {
    self.language = language
  }

  /// One line for each.
  package func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.reduce(into: "") { $0 += command($1) + "\n" }
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties = ["file=" + escaped(diagnostic.place.path, inProperty: true)]
    if let range = diagnostic.place.range {
      properties += ["line=\(range.lowerBound.line)", "col=\(range.lowerBound.column)"]
      // GitHub takes an end column only on the same line.
      if range.upperBound.line == range.lowerBound.line, range.upperBound.column > range.lowerBound.column {
        properties.append("endColumn=\(range.upperBound.column)")
      }
    }
    properties.append("title=" + escaped(diagnostic.rule, inProperty: true))
    var message = diagnostic.message[language]
    if let hint = diagnostic.hint { message += "\n" + hint[language] }
    return "::\(diagnostic.severity.rawValue) " + properties.joined(separator: ",") + "::"
      + escaped(message, inProperty: false)
  }

  private func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
