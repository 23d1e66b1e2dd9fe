/// What a reader who has finished a contest shows to a volunteer: how it went and when, and nothing about who it was.
///
/// 80 bits, five to a sign: the day (13, from 1 January 2026 on), right answers (6), questions (6), passed or not (1), a
/// number drawn at random that tells equal results apart (19), the seal (30), the check sign (5). The contest itself is
/// known by its seal. `templates/assets/contest.js` makes the same codes.
package struct CompletionCode: Hashable, Sendable {
  package let day: CalendarDate
  package let right: Int
  package let questions: Int
  package let hasPassed: Bool
  /// Below 2¹⁹.
  package let number: Int

  /// - Parameters:
  ///   - day: from `firstDay` on, for 22 years.
  ///   - questions: at most 60.
  package init(day: CalendarDate, right: Int, questions: Int, hasPassed: Bool, number: Int) {
    (self.day, self.right, self.questions) = (day, right, questions)
    (self.hasPassed, self.number) = (hasPassed, number)
  }

  package static let firstDay = CalendarDate(year: 2026, month: 1, day: 1)

  /// The signs that hold the result, those that hold the seal; one more checks them.
  private static let (resultSigns, sealSigns) = (9, 6)
  /// How many bits each part of the result takes.
  private static let widths = [13, 6, 6, 1, 19]

  /// The code's sixteen signs as people see them.
  package func text(sealedWith key: ContestKey) -> String { CodeSigns.text(values(sealedWith: key)) }

  /// The values of the code's sixteen signs.
  package func values(sealedWith key: ContestKey) -> [UInt8] {
    let parts = [day.days(since: Self.firstDay), right, questions, hasPassed ? 1 : 0, number]
    let bits = zip(parts, Self.widths).flatMap { part, width in
      (0..<width).reversed().map { part >> $0 & 1 == 1 }
    }
    let values = Self.fives(bits) + Self.seal(Self.fives(bits), key)
    return values + [CodeSigns.check(for: values)]
  }

  /// The result in a sound code; nil when a seal of another key, or none, is on it, or when it makes no sense.
  package init?(_ values: [UInt8], sealedWith key: ContestKey) {
    guard CodeSigns.isSound(values) else { return nil }
    let result = Array(values.prefix(Self.resultSigns))
    guard Array(values.dropFirst(Self.resultSigns).prefix(Self.sealSigns)) == Self.seal(result, key) else { return nil }
    var bits = result.reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
    var parts: [Int] = []
    for width in Self.widths.reversed() {
      parts.append(Int(bits & (1 << UInt64(width) - 1)))
      bits >>= UInt64(width)
    }
    parts.reverse()
    guard parts[1] <= parts[2] else { return nil }
    self.init(
      day: Self.firstDay.adding(days: parts[0]), right: parts[1], questions: parts[2], hasPassed: parts[3] == 1,
      number: parts[4])
  }

  private static func seal(_ result: [UInt8], _ key: ContestKey) -> [UInt8] {
    fives(key.seal(CodeSigns.bytes(result), bits: sealSigns * 5))
  }

  /// Bits as the values of signs.
  private static func fives(_ bits: [Bool]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 5).map { start in
      bits[start..<start + 5].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }
}

extension CompletionCode {
  /// What a typed text turns out to be.
  package enum Reading: Sendable {
    /// A code of the contest with this index.
    case genuine(contest: Int, CompletionCode, text: String)
    /// A slip; the code that was meant, if there is only one that is sealed.
    case misspelt(meant: String?)
    /// So many signs instead of sixteen.
    case wrongLength(Int)
    /// Sound, but sealed by none of the contests.
    case unknown
  }

  /// Reads what somebody typed.
  /// - Parameter keys: of the contests whose codes are looked for.
  package static func reading(_ typed: [UInt8?], keys: [ContestKey]) -> Reading {
    guard typed.count == CodeSigns.length else { return .wrongLength(typed.count) }
    let values = typed.compactMap(\.self)
    if CodeSigns.isSound(values) {
      for (index, key) in keys.enumerated() {
        if let code = CompletionCode(values, sealedWith: key) {
          return .genuine(contest: index, code, text: CodeSigns.text(values))
        }
      }
      return .unknown
    }
    let meant = CodeSigns.neighbours(of: typed).filter { values in
      keys.contains { CompletionCode(values, sealedWith: $0) != nil }
    }
    return .misspelt(meant: meant.count == 1 ? CodeSigns.text(meant[0]) : nil)
  }
}
