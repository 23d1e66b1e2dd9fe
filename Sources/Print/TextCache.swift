import Typesetting

/// Shaped texts of one sheet: copyfitting tries many sizes, and shaping does not depend on the size.
final class TextCache {
  private struct Key: Hashable {
    let text: StyledText
    let language: String
  }

  let shaper: any Shaping
  private var shaped: [Key: ShapedText] = [:]
  private var leastMeasures: [Key: Double] = [:]
  /// Characters for which the fonts have no glyph, each once, in the order in which they were met.
  private(set) var missing: [Unicode.Scalar] = []
  /// The same for each language in which they were met.
  private var missingByLanguage: [String: [Unicode.Scalar]] = [:]

  init(_ shaper: any Shaping) { self.shaper = shaper }

  /// - Parameter language: a language tag (BCP 47).
  func shaped(_ text: StyledText, _ language: String) -> ShapedText {
    let key = Key(text: text, language: language)
    if let known = shaped[key] { return known }
    let new = shaper.shaped(text, language: language)
    for scalar in new.missing where !missing.contains(scalar) { missing.append(scalar) }
    for scalar in new.missing where !missing(in: language).contains(scalar) {
      missingByLanguage[language, default: []].append(scalar)
    }
    shaped[key] = new
    return new
  }

  /// Characters of texts in a language for which the fonts have no glyph.
  func missing(in language: String) -> [Unicode.Scalar] { missingByLanguage[language] ?? [] }

  /// The glyph of a space. It takes the place of a glyph that a face lacks, so that nothing is seen there: the font's own
  /// sign for that is a box, and PDF/UA-1 (7.21.8) forbids it.
  func blank(_ face: Face) -> UInt16 {
    let space = StyledText([StyledText.Span(" ", face == .bold ? .strong : .none)])
    return shaped(space, "en").glyphs.first?.id ?? 0
  }

  /// The width in em of the widest part of a text that is never divided.
  func leastMeasure(_ text: StyledText, _ language: String) -> Double {
    let key = Key(text: text, language: language)
    if let known = leastMeasures[key] { return known }
    let lines = Composer(.ragged).lines(shaped(text, language), measure: 0)
    let widest = lines.compactMap { $0.pieces.last?.end }.max() ?? 0
    leastMeasures[key] = widest
    return widest
  }
}
