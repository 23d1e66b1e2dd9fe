/// A picture made of painted outlines, back to front.
package struct Drawing: Hashable, Sendable, Codable {
  package struct Shape: Hashable, Sendable, Codable {
    package var path: Path
    package var paint: Paint

    package init(_ path: Path, _ paint: Paint) {
      self.path = path
      self.paint = paint
    }
  }

  /// Its own coordinates run from 0,0 to this size.
  package var size: Size
  package var shapes: [Shape]

  package init(size: Size, shapes: [Shape]) {
    self.size = size
    self.shapes = shapes
  }
}
