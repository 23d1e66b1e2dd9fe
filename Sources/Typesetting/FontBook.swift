/// The fonts of all printed matter, one for each face.
package struct FontBook: Sendable {
  package let regular: Font
  package let bold: Font

  package init(regular: Font, bold: Font) {
    self.regular = regular
    self.bold = bold
  }

  package subscript(face: Face) -> Font {
    switch face {
    case .regular: regular
    case .bold: bold
    }
  }

  /// The vertical measures of a face.
  package func metrics(_ face: Face) -> FontMetrics { self[face].metrics }
}
