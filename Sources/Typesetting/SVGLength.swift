/// A length or a number in an SVG.
struct SVGLength: Hashable {
  /// What a percentage is a share of.
  enum Direction { case across, down, diagonal }

  private enum Unit { case none, pixels, percent }

  private let value: Double
  private let unit: Unit

  /// A number with or without an absolute unit, or a percentage; nil for anything else, such as lengths in em.
  init?(_ text: String) {
    var scanner = SVGScanner(text)
    scanner.skipSpace()
    guard let number = scanner.number() else { return nil }
    let isPercent = scanner.take(UInt8(ascii: "%"))
    let name = scanner.word().lowercased()
    scanner.skipSpace()
    guard scanner.isAtEnd, let pixels = Self.pixels[name], !isPercent || name.isEmpty else { return nil }
    value = number * pixels
    unit = isPercent ? .percent : name.isEmpty ? .none : .pixels
  }

  /// Pixels in each unit (CSS Values 4, 6.2).
  private static let pixels = [
    "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96.0 / 72, "pc": 16,
  ]

  /// The length; nil for a percentage.
  var absolute: Double? { unit == .percent ? nil : value }

  /// The number; nil when it has a unit.
  var number: Double? { unit == .none ? value : nil }

  /// A number or a percentage as a share, from 0 to 1; nil for lengths.
  var share: Double? {
    switch unit {
    case .none: min(max(value, 0), 1)
    case .percent: min(max(value / 100, 0), 1)
    case .pixels: nil
    }
  }

  /// The length in a picture of this size (SVG 2, 8.9).
  func resolved(_ direction: Direction, in size: Size) -> Double {
    guard unit == .percent else { return value }
    let whole =
      switch direction {
      case .across: size.width
      case .down: size.height
      case .diagonal: ((size.width * size.width + size.height * size.height) / 2).squareRoot()
      }
    return value / 100 * whole
  }
}
