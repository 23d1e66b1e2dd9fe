/// A day of the Gregorian calendar, without a time or a zone.
package struct CalendarDate: Hashable, Sendable, Comparable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to the length of the month.
  package let day: Int

  /// A date written as `YYYY-MM-DD` (ISO 8601); nil for anything else, a 30 February included.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day whose parts are known to make a date, such as the system's own.
  package init(year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month) && (1...Self.length(ofMonth: month, in: year)).contains(day), "no such day")
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`.
  package var iso: String { "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))" }

  /// The days from another day to this one; negative when the other is later.
  package func days(since other: CalendarDate) -> Int { number - other.number }

  /// The day that comes so many days later.
  package func adding(days: Int) -> CalendarDate {
    var (year, month, day) = (year, month, day + max(0, days))
    while day > Self.length(ofMonth: month, in: year) {
      day -= Self.length(ofMonth: month, in: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day before this one.
  package var dayBefore: CalendarDate {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return CalendarDate(year: year, month: month, day: Self.length(ofMonth: month, in: year))
  }

  /// Days since 1 March of the year 0 (proleptic Gregorian calendar). Years are counted from March, so that a leap day is the
  /// last of its year.
  private var number: Int {
    let years = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    return years * 365 + years / 4 - years / 100 + years / 400 + (monthsSinceMarch * 153 + 2) / 5 + day - 1
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
