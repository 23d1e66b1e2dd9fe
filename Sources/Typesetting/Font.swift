private import CHarfBuzz

/// An OpenType font, read once and shared by all threads: HarfBuzz's faces and fonts do not change after they are made.
package final class Font: Sendable {
  /// The font in the bytes of an OpenType file with CFF outlines whose glyph numbers are its CIDs; nil when it is none.
  package init?(bytes: [UInt8]) { nil }

  /// The advance of a glyph in em.
  package func advance(of glyph: UInt16) -> Double { 0 }

  /// The outline of a glyph in em, from its origin on the baseline, upwards.
  package func outline(of glyph: UInt16) -> Path { Path() }

  /// A font file (OpenType with CFF outlines) with only these glyphs, numbered as before, for embedding in a document.
  package func subset(to glyphs: Set<UInt16>) -> [UInt8] { [] }
}
