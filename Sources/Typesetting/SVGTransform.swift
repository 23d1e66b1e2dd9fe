private import Glibc

extension Transform {
  /// The value of a `transform` attribute (SVG 2, 8.5); nil when it is not understood.
  init?(svg text: String) {
    var scanner = SVGScanner(text)
    var result = Transform.identity
    scanner.skipSpace()
    if scanner.word() == "none" {
      scanner.skipSpace()
      guard scanner.isAtEnd else { return nil }
      self = .identity
      return
    }
    scanner = SVGScanner(text)
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let name = scanner.word()
      guard let numbers = Self.arguments(&scanner), let next = Self.function(name, numbers) else { return nil }
      result = result.applied(after: next)
      if scanner.skipSeparator(), scanner.isAtEnd { return nil }
    }
    self = result
  }

  static func moved(_ dx: Double, _ dy: Double) -> Transform { Transform(a: 1, b: 0, c: 0, d: 1, e: dx, f: dy) }

  /// By how much areas grow, negative when left and right are swapped.
  var determinant: Double { a * d - b * c }

  /// How many times longer its longest radius becomes than its shortest when a circle is mapped; 1 for circles that stay
  /// circles.
  var stretch: Double {
    let sum = (a * a + b * b + c * c + d * d) / 2
    let area = abs(determinant)
    guard area > 0 else { return .infinity }
    let longest = sum + max(0, sum * sum - area * area).squareRoot()
    return longest / area
  }

  private static func arguments(_ scanner: inout SVGScanner) -> [Double]? {
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: "(")) else { return nil }
    scanner.skipSpace()
    var numbers: [Double] = []
    while !scanner.take(UInt8(ascii: ")")) {
      guard numbers.count < 6, let number = scanner.number() else { return nil }
      numbers.append(number)
      if scanner.skipSeparator(), !scanner.isAtNumber { return nil }
    }
    return numbers
  }

  private static func function(_ name: String, _ numbers: [Double]) -> Transform? {
    switch (name, numbers.count) {
    case ("matrix", 6):
      Transform(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    case ("translate", 1): moved(numbers[0], 0)
    case ("translate", 2): moved(numbers[0], numbers[1])
    case ("scale", 1): Transform(a: numbers[0], b: 0, c: 0, d: numbers[0], e: 0, f: 0)
    case ("scale", 2): Transform(a: numbers[0], b: 0, c: 0, d: numbers[1], e: 0, f: 0)
    case ("rotate", 1): rotated(numbers[0])
    case ("rotate", 3):
      moved(numbers[1], numbers[2]).applied(after: rotated(numbers[0])).applied(after: moved(-numbers[1], -numbers[2]))
    case ("skewX", 1): Transform(a: 1, b: 0, c: tan(numbers[0] * .pi / 180), d: 1, e: 0, f: 0)
    case ("skewY", 1): Transform(a: 1, b: tan(numbers[0] * .pi / 180), c: 0, d: 1, e: 0, f: 0)
    default: nil
    }
  }

  private static func rotated(_ degrees: Double) -> Transform {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    return Transform(a: cosine, b: sine, c: -sine, d: cosine, e: 0, f: 0)
  }
}
