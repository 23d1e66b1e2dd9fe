/// A number without rounding: a fraction in lowest terms. Decimals, thirds and trillions are all exact.
struct ExactNumber: Hashable, Sendable {
  let numerator: Int
  /// Always positive.
  let denominator: Int

  static let one = ExactNumber(1)

  init(_ value: Int) { (numerator, denominator) = (value, 1) }

  private init(reducing numerator: Int, over denominator: Int) {
    var (left, right) = (numerator, denominator)
    while right != 0 { (left, right) = (right, left % right) }
    let divisor = max(1, abs(left))
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  /// The number that stands in a text as digits with at most one point; nil for anything else and for numbers that are
  /// too long to be amounts.
  init?(digits: String) {
    var (mantissa, scale, isFraction) = (0, 1, false)
    for byte in digits.utf8 {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39, mantissa < 100_000_000_000_000_000 else { return nil }
      mantissa = mantissa * 10 + Int(byte - 0x30)
      if isFraction { scale *= 10 }
    }
    self.init(reducing: mantissa, over: scale)
  }

  /// The product; nil when it is beyond all amounts.
  func times(_ other: ExactNumber) -> ExactNumber? {
    let (top, isTooLarge) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, isTooSmall) = denominator.multipliedReportingOverflow(by: other.denominator)
    return isTooLarge || isTooSmall ? nil : ExactNumber(reducing: top, over: bottom)
  }

  func over(_ divisor: Int) -> ExactNumber? {
    guard divisor > 0 else { return nil }
    let (bottom, isTooSmall) = denominator.multipliedReportingOverflow(by: divisor)
    return isTooSmall ? nil : ExactNumber(reducing: numerator, over: bottom)
  }

  func plus(_ other: ExactNumber) -> ExactNumber? {
    let (left, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, overflow3) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (top, overflow4) = left.addingReportingOverflow(right)
    return overflow1 || overflow2 || overflow3 || overflow4 ? nil : ExactNumber(reducing: top, over: bottom)
  }

  /// The number when it is whole.
  var whole: Int? { denominator == 1 ? numerator : nil }

  static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    Double(left.numerator) / Double(left.denominator) < Double(right.numerator) / Double(right.denominator)
  }

  static func <= (left: ExactNumber, right: ExactNumber) -> Bool { left == right || left < right }
}
