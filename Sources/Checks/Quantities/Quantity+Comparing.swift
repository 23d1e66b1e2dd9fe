/// How quantities of two languages compare.
extension Quantity {
  /// How far apart two ways of saying the same are; nil when they do not say the same.
  func distance(from other: Quantity) -> Int? {
    switch (unit, other.unit) {
    case (.date, .date): return dateDistance(from: other)
    case (.digits, .digits): return written.lowercased() == other.written.lowercased() ? 0 : nil
    case (.digits, .plain), (.plain, .digits): return written == other.written ? 1 : nil
    case (.clock, .clock):
      if value == other.value { return 0 }
      // Without `a.m.` or 下午 nobody knows which half of the day is meant.
      guard let left = value.whole, let right = other.value.whole else { return nil }
      return left % 720 == right % 720 && (qualifier == .unclear || other.qualifier == .unclear) ? 2 : nil
    case (.time, .ordinal): return value == other.value.times(ExactNumber(86_400)) ? 2 : nil
    case (.ordinal, .time): return other.distance(from: self)
    case (.time, .date): return other.dateParts.day * 86_400 == value.whole ? 2 : nil
    case (.date, .time): return other.distance(from: self)
    case (.months, .time):
      // `半个月` is a fortnight, and fifteen days.
      return value.denominator == 2 && value.numerator == 1 && [1_209_600, 1_296_000].contains(other.value.whole)
        ? 1 : nil
    case (.time, .months): return other.distance(from: self)
    case (.ratio, .percent): return value.times(ExactNumber(100)) == other.value ? 2 : nil
    case (.percent, .ratio): return other.distance(from: self)
    case (.vague, .vague), (.span, .span): return value == other.value ? 0 : nil
    default: return value == other.value ? unit.distance(from: other.unit) : nil
    }
  }

  /// How far apart two durations are of which one is said without its unit, because it stands with another:
  /// `up to 3 years, and up to 7`.
  func shortDistance(
    from other: Quantity, _ families: (Set<Quantity.Unit.Family>, Set<Quantity.Unit.Family>)
  ) -> Int? {
    if unit == .plain, families.0.contains(other.unit.family), other.isSaid(as: value) { return 3 }
    if other.unit == .plain, families.1.contains(unit.family), isSaid(as: other.value) { return 3 }
    return nil
  }

  private func isSaid(as number: ExactNumber) -> Bool {
    guard let number = number.whole, let value = value.whole else { return false }
    switch unit {
    case .months: return value == number || value == number * 12
    case .time: return [1, 60, 3600, 86_400, 604_800].contains { value == number * $0 }
    case .workingDays, .age, .percent: return value == number
    case .amount, .points, .ratio, .times, .price, .count, .ordinal, .date, .clock, .digits, .article, .plain, .vague,
      .span:
      return false
    }
  }

  private func dateDistance(from other: Quantity) -> Int? {
    let (left, right) = (dateParts, other.dateParts)
    if left == right { return 0 }
    guard left.month == right.month, left.day == right.day, left.month > 0 else { return nil }
    return left.year == 0 || right.year == 0 ? 1 : nil
  }

  /// Whether another text's quantity already says this one.
  func isRepeated(in other: Quantity) -> Bool {
    if unit == .date, other.unit == .date {
      let (own, whole) = (dateParts, other.dateParts)
      return own == whole || own.month == 0 && own.year == whole.year
        || own.year == 0 && own.day == 0 && own.month == whole.month
    }
    return distance(from: other) != nil && weight != .optional
  }

  func hasOtherPeriod(than other: Quantity) -> Bool {
    guard let period, let otherPeriod = other.period else { return false }
    return period != otherPeriod
  }

  func hasOtherQualifier(than other: Quantity) -> Bool {
    if unit == .date || unit == .clock {
      return qualifier.isBefore && other.qualifier.isFrom || qualifier.isFrom && other.qualifier.isBefore
    }
    if weight == .optional || other.weight == .optional { return false }
    let pair = (qualifier.side, other.qualifier.side)
    switch pair {
    case (.any, _), (_, .any): return false
    case (.exact, .exact), (.about, .about), (.lower, .lower), (.upper, .upper): return false
    case (.lowest, .exact), (.lowest, .lower), (.exact, .lowest), (.lower, .lowest), (.lowest, .lowest): return false
    case (.highest, .exact), (.highest, .upper), (.exact, .highest), (.upper, .highest), (.highest, .highest):
      return false
    default:
      return !(qualifier == .nearly && other.qualifier == .under || qualifier == .under && other.qualifier == .nearly)
    }
  }

  /// The Arabic digits as they are written, without commas.
  var digitsWritten: String { written.filter { $0.isASCII && ($0.isNumber || $0 == ".") } }
}

extension Quantity.Qualifier {
  enum Side { case any, exact, about, lower, upper, lowest, highest }

  /// On which side of the number the truth lies.
  var side: Side {
    switch self {
    case .exact, .before, .from: .exact
    case .about, .nearly: .about
    case .more, .atLeast: .lower
    case .atMost, .under: .upper
    case .lowest: .lowest
    case .highest: .highest
    case .unclear: .any
    }
  }

  fileprivate var isBefore: Bool { self == .before }
  fileprivate var isFrom: Bool { self == .from }
}

extension Quantity.Unit {
  /// Units with which one and the same mistake is made.
  enum Family { case money, share, date, duration, number, digits, article, vague, span }

  var family: Family {
    switch self {
    case .amount: .money
    case .percent, .points, .ratio, .price: .share
    case .date, .clock: .date
    case .time, .months, .workingDays, .age: .duration
    case .times, .count, .ordinal, .plain: .number
    case .digits: .digits
    case .article: .article
    case .vague: .vague
    case .span: .span
    }
  }

  /// How far apart two units are that may stand for each other; nil when they may not.
  fileprivate func distance(from other: Quantity.Unit) -> Int? {
    if self == other { return 0 }
    switch (self, other) {
    case (.count(let left), .count(let right)):
      return left == .things || right == .things ? 1 : nil
    case (.times, .ratio), (.ratio, .times), (.plain, .count), (.count, .plain), (.times, .plain), (.plain, .times),
      (.plain, .age), (.age, .plain):
      return 1
    case (.plain, .ordinal), (.ordinal, .plain), (.count, .ordinal), (.ordinal, .count), (.times, .count),
      (.count, .times), (.ratio, .plain), (.plain, .ratio), (.article, .plain), (.plain, .article),
      (.article, .ordinal), (.ordinal, .article), (.times, .ordinal), (.ordinal, .times), (.count, .ratio),
      (.ratio, .count), (.percent, .price), (.price, .percent), (.age, .count), (.count, .age):
      return 2
    case (.plain, .amount(.yuan)): return 3
    default: return nil
    }
  }
}
