/// Something in a text that can be counted or must be repeated to the digit, and the part it plays.
struct Quantity: Hashable, Sendable {
  var value: ExactNumber
  var unit: Unit
  var qualifier = Qualifier.exact
  /// For what it holds: two per cent a month, 5,000 dollars per transaction.
  var period: Period?
  var weight = Weight.hard
  /// How it is written.
  var written: String
  /// Its bytes in the source file.
  var range: Range<Int>
  /// Where it stands in the text that was read, for looking at what is beside it.
  var position: Range<Int>

  /// What a number counts.
  enum Unit: Hashable, Sendable {
    case amount(Currency)
    case percent
    /// Percentage points; a basis point is a hundredth of one.
    case points
    /// A multiple: `4倍`, `fourfold`.
    case ratio
    /// How often; English says `3 times` for both this and a multiple.
    case times
    /// What remains to be paid of a price, in per cent: `八折`.
    case price
    case count(Class)
    case ordinal
    /// A day, month or year, whole or in part; the value is `ymd` with zeros for what is not said.
    case date
    /// Minutes since midnight.
    case clock
    /// Seconds, for everything up to weeks.
    case time
    /// Months, for months and years.
    case months
    case workingDays
    case age
    /// A digit string that is a name: a hotline, a card scheme. `written` is the digits.
    case digits
    case article
    case plain
    /// An order of size without a number: `数百`, `hundreds`; the value is the power of ten.
    case vague
    /// A length of time without a number: `几分钟`, `within minutes`; the value is the unit in seconds.
    case span
  }

  enum Currency: Hashable, Sendable {
    case yuan, usDollar, euro, pound, yen, hongKongDollar, otherDollar, won
    /// Minor units, of which nobody counts: `一分钱`.
    case fen
  }

  /// What a count is of, as far as mistakes are made with it.
  enum Class: Hashable, Sendable {
    case people, attendances, households, things
  }

  /// What is said about how exact a number is.
  enum Qualifier: Hashable, Sendable {
    case exact
    /// 约, 左右, about
    case about
    /// 近, nearly: a little less
    case nearly
    /// 余, 超过, over
    case more
    /// 以上, 至少, at least
    case atLeast
    /// 最多, 以下, up to
    case atMost
    /// 不足, under
    case under
    /// One end of a range.
    case lowest, highest
    /// 内, within, over a year: may be a limit, and may be nothing.
    case unclear
    /// 前, by; only with dates.
    case before
    /// 起, since; only with dates.
    case from
  }

  /// For what a quantity holds.
  enum Period: Hashable, Sendable {
    case transaction, day, month, year, person
  }

  /// How much it matters that both languages have it.
  enum Weight: Hashable, Sendable {
    /// It must have its counterpart.
    case hard
    /// A small number in words, which one language may leave out; two of them that differ are a finding.
    case soft
    /// `一`, `a year`, `both`: serves as a counterpart, and need not have one.
    case optional
  }
}

extension Quantity {
  /// A date of which anything may be unknown.
  static func date(year: Int = 0, month: Int = 0, day: Int = 0) -> ExactNumber {
    ExactNumber(year * 10_000 + month * 100 + day)
  }

  /// Year, month and day of a date, 0 for what is not said.
  var dateParts: (year: Int, month: Int, day: Int) {
    let number = value.numerator
    return (number / 10_000, number / 100 % 100, number % 100)
  }
}
