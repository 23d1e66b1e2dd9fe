/// Turns text into glyphs. HarfBuzz does it with real fonts; the tests do it with a grid, on which every Han character is
/// one em wide and every other half an em.
package protocol Shaping: Sendable {
  /// The text as glyphs at size 1, all lengths in em; shaping is linear in the size.
  /// - Parameter language: a language tag (BCP 47), which decides quotation marks and where lines may end.
  func shaped(_ text: StyledText, language: String) -> ShapedText

  /// The vertical measures of a face.
  func metrics(_ face: Face) -> FontMetrics
}

/// The vertical measures of a face, in em, all positive.
package struct FontMetrics: Hashable, Sendable {
  /// From the baseline to the top of the tallest glyphs.
  package let ascent: Double
  /// From the baseline down to the lowest.
  package let descent: Double
  /// The height of a capital letter.
  package let capHeight: Double
  package let xHeight: Double
  /// From the baseline to the top of a Han character's square.
  package let hanAscent: Double

  package init(ascent: Double, descent: Double, capHeight: Double, xHeight: Double, hanAscent: Double) {
    (self.ascent, self.descent, self.capHeight, self.xHeight) = (ascent, descent, capHeight, xHeight)
    self.hanAscent = hanAscent
  }
}
