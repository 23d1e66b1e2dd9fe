package import Typesetting

/// A page of a layout as a PNG file: the finished page after cutting, on white paper.
package struct PNGFile: Hashable, Sendable {
  /// The most pixels on a side; what lies beyond them on the right and below is cut off.
  package static let sideLimit = 8192

  /// The same for the same frame and scale on every machine with the same libraries.
  package let bytes: [UInt8]

  /// - Parameter pixelsPerPoint: 1 gives 72 dots in an inch.
  package init(_ frame: Frame, fonts: FontBook, pixelsPerPoint: Double) {
    let canvas = Canvas(showing: frame.trim, fonts: fonts, scale: pixelsPerPoint)
    for item in frame.items { canvas.draw(item.shape) }
    bytes = canvas.pixels().png()
  }
}
