/// The ids of a page's headings: stable, and unique in the page.
struct HeadingIDs {
  /// The ids given so far, each with the number to try next for another heading of the same name.
  private var next: [String: Int] = ["main-content": 2, "introduction": 2]

  /// The id for a heading: what the editor set or the role gives, else what the text gives; a second one of the same name
  /// gets `-2`. Ids that pages give to their own parts are left alone: `main-content`, `q1`, `q1-2`, `term-1`.
  mutating func id(wanted: String?, text: String) -> String {
    var base = wanted ?? Self.slug(of: text)
    if Self.isTaken(base) { base = "h-" + base }
    guard var number = next[base] else {
      next[base] = 2
      return base
    }
    while next["\(base)-\(number)"] != nil { number += 1 }
    next[base] = number + 1
    next["\(base)-\(number)"] = 2
    return "\(base)-\(number)"
  }

  /// Whether questions or terms have ids of this form.
  private static func isTaken(_ id: String) -> Bool {
    let digits = id.hasPrefix("term-") ? id.dropFirst(5) : id.hasPrefix("q") ? id.dropFirst() : ""
    return !digits.isEmpty && digits.allSatisfy { ($0.isASCII && $0.isNumber) || $0 == "-" }
  }

  /// Letters and digits of any script, Latin ones in lower case; runs of anything else become one hyphen.
  private static func slug(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "section" : slug
  }
}
