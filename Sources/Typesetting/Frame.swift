/// The weights in which text is set.
package enum Face: Int, Hashable, Sendable, Codable, CaseIterable {
  case regular, bold
}

/// Glyphs of one face, size and colour on one baseline.
package struct GlyphRun: Hashable, Sendable {
  package struct Glyph: Hashable, Sendable {
    /// The glyph's number in its font, which is also its CID.
    package let id: UInt16
    /// Points from the run's origin to the right.
    package let x: Double
    /// Points from the baseline upwards; nearly always 0.
    package let rise: Double
    /// The characters that it stands for, as bytes of `GlyphRun.text`; empty for the second and later glyphs of a cluster.
    package let text: Range<Int>

    package init(id: UInt16, x: Double, rise: Double = 0, text: Range<Int>) {
      (self.id, self.x, self.rise, self.text) = (id, x, rise, text)
    }
  }

  package var face: Face
  /// In points.
  package var size: Double
  package var colour: Colour
  package var glyphs: [Glyph]
  /// What the glyphs say, in UTF-8.
  package var text: [UInt8]

  package init(face: Face, size: Double, colour: Colour, glyphs: [Glyph], text: [UInt8]) {
    (self.face, self.size, self.colour, self.glyphs, self.text) = (face, size, colour, glyphs, text)
  }
}

/// A page of a finished layout: items at fixed positions, back to front. Canvases draw it and decide nothing.
package struct Frame: Hashable, Sendable {
  /// Something that is drawn.
  package struct Item: Hashable, Sendable {
    package enum Shape: Hashable, Sendable {
      /// Glyphs; the place is the beginning of the baseline.
      case text(GlyphRun, at: Point)
      case path(Path, Paint)
      /// A picture, scaled to the rectangle and clipped to it.
      case drawing(Drawing, in: Rect)
      /// Modules of a QR code, row by row, true for dark; the rectangle holds the modules without the quiet zone.
      case code(QRCode, in: Rect, Colour)
    }

    package var shape: Shape
    /// The structure element that it belongs to; nil for decoration, which a screen reader passes over.
    package var element: StructureTree.ID?

    package init(_ shape: Shape, element: StructureTree.ID?) {
      self.shape = shape
      self.element = element
    }
  }

  /// An area that opens an address.
  package struct Link: Hashable, Sendable {
    package var area: Rect
    package var address: String
    /// The link's structure element.
    package var element: StructureTree.ID

    package init(area: Rect, address: String, element: StructureTree.ID) {
      (self.area, self.address, self.element) = (area, address, element)
    }
  }

  /// The whole sheet in points, marks and bleed included.
  package var size: Size
  /// The finished page after cutting.
  package var trim: Rect
  /// What is printed over the edge so that cutting leaves no white rim; the same as `trim` when there is no bleed.
  package var bleed: Rect
  package var items: [Item] = []
  package var links: [Link] = []

  package init(size: Size, trim: Rect, bleed: Rect) {
    (self.size, self.trim, self.bleed) = (size, trim, bleed)
  }
}

/// The dark and light modules of a QR code (ISO/IEC 18004).
package struct QRCode: Hashable, Sendable, Codable {
  /// Modules on a side.
  package let width: Int
  /// Row by row, true for dark.
  package let modules: [Bool]

  package init(width: Int, modules: [Bool]) {
    self.width = width
    self.modules = modules
  }
}
