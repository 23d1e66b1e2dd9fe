package import Typesetting

/// Shapes without a font, the same on every machine: Han characters and full-width marks are one em wide, all other
/// characters half an em. In a Chinese text quotation marks, dashes, ellipses and middle dots are full-width.
package struct GridShaper: Shaping {
  /// Characters for which it has no glyph.
  private let lacking: Set<Character>

  package init(lacking: Set<Character> = []) { self.lacking = lacking }

  package func shaped(_ text: StyledText, language: String) -> ShapedText {
    var bytes: [UInt8] = []
    var glyphs: [ShapedText.Glyph] = []
    var clusters: [ShapedText.Cluster] = []
    for (number, span) in text.spans.enumerated() {
      for character in span.text {
        let start = bytes.count
        bytes += Array(String(character).utf8)
        glyphs.append(ShapedText.Glyph(id: lacking.contains(character) ? 0 : 1, x: 0, rise: 0))
        clusters.append(
          ShapedText.Cluster(
            glyphs: glyphs.count - 1..<glyphs.count, text: start..<bytes.count,
            advance: isWide(character, language: language) ? 1 : 0.5, span: number,
            face: span.emphasis == .none ? .regular : .bold))
      }
    }
    return ShapedText(text: bytes, spans: text.spans, glyphs: glyphs, clusters: clusters)
  }

  package func metrics(_ face: Face) -> FontMetrics {
    FontMetrics(ascent: 0.9, descent: 0.2, capHeight: 0.7, xHeight: 0.5, hanAscent: 0.88)
  }

  private func isWide(_ character: Character, language: String) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    if "“”‘’—…·".contains(character) { return language.hasPrefix("zh") }
    return (0x2E80...0xFFDF).contains(scalar.value) || (0x2460...0x24FF).contains(scalar.value)
  }
}
