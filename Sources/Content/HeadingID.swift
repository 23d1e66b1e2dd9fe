/// The ids of a page's headings: stable, and unique in the page.
struct HeadingIDs {
  private var taken: Set<String> = []

  /// The id for a heading: what the editor set or the role gives, else what the text gives; a second one of the same name
  /// gets `-2`.
  mutating func id(wanted: String?, text: String) -> String {
    let base = wanted ?? Self.slug(of: text)
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
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
