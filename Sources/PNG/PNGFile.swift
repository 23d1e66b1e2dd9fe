package import Typesetting

/// A page of a layout as a PNG file: the finished page after cutting, on white paper.
package struct PNGFile: Sendable {
  package let bytes: [UInt8]

  /// - Parameter pixelsPerPoint: 1 gives 72 dots in an inch.
  package init(_ frame: Frame, fonts: FontBook, pixelsPerPoint: Double) {
    let canvas = Canvas(showing: frame.trim, fonts: fonts, scale: pixelsPerPoint)
    for item in frame.items { canvas.draw(item.shape) }
    bytes = canvas.png()
  }
}
