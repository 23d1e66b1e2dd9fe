@testable import Content
import Testing

@Suite struct CompletionCodeTests {
  private let key = ContestKey(
    secret: "only-we-know-this", contest: "fraud-315", round: CalendarDate(year: 2026, month: 11, day: 22))
  private let code = CompletionCode(
    day: CalendarDate(year: 2027, month: 3, day: 15), right: 9, questions: 10, hasPassed: true, number: 54321)

  @Test("A seal is HMAC-SHA256: the example of RFC 4231, section 4.3")
  func hmac() {
    let hash = SHA256.sealed(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(hash.prefix(8) == [0x5B, 0xDC, 0xC1, 0x46, 0xBF, 0x60, 0x75, 0x4E])
  }

  @Test("A code holds the day, the result, and whether it was a pass, and gives them back")
  func roundTrip() throws {
    let values = code.values(sealedWith: key)
    #expect(values.count == 16)
    #expect(CompletionCode(values, sealedWith: key) == code)
    let text = code.text(sealedWith: key)
    #expect(text.wholeMatch(of: /([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}/) != nil, "\(text)")
  }

  @Test("The first and the last day, no right answer and all of sixty")
  func limits() {
    for (days, right, number) in [(0, 0, 0), (8191, 60, 524_287)] {
      let day = CompletionCode.firstDay.adding(days: days)
      let code = CompletionCode(day: day, right: right, questions: 60, hasPassed: right > 0, number: number)
      #expect(CompletionCode(code.values(sealedWith: key), sealedWith: key) == code)
    }
    #expect(CompletionCode.firstDay.adding(days: 8191).iso == "2048-06-05")
  }

  @Test("Every wrong sign is noticed, wherever it stands, and the code that was meant is found")
  func wrongSigns() {
    let values = code.values(sealedWith: key)
    let meant = code.text(sealedWith: key)
    for place in values.indices {
      for wrong in UInt8(0)..<32 where wrong != values[place] {
        var typed: [UInt8?] = values
        typed[place] = wrong
        #expect(misspelling(typed) == .some(meant), "sign \(place + 1) typed as number \(wrong)")
      }
      var unknown: [UInt8?] = values
      unknown[place] = nil
      #expect(misspelling(unknown) == .some(meant), "sign \(place + 1) typed as something that is no sign")
    }
  }

  @Test("Any two signs that changed places are noticed, and neighbours are put back")
  func swaps() {
    // A text in which no two signs are the same, so that every exchange is one.
    var values: [UInt8] = [31, 0, 7, 19, 4, 28, 12, 1, 22, 9, 30, 15, 3, 26, 17]
    values.append(CodeSigns.check(for: values))
    #expect(CodeSigns.isSound(values))
    for left in values.indices {
      for right in values.indices where left < right && values[left] != values[right] {
        var typed = values
        typed.swapAt(left, right)
        #expect(!CodeSigns.isSound(typed), "signs \(left + 1) and \(right + 1)")
      }
    }
    let sealed = code.values(sealedWith: key)
    for left in sealed.indices.dropLast() where sealed[left] != sealed[left + 1] {
      var typed = sealed
      typed.swapAt(left, left + 1)
      #expect(misspelling(typed) == .some(code.text(sealedWith: key)), "signs \(left + 1) and \(left + 2)")
    }
  }

  @Test(
    "However it is typed, it is the same code",
    arguments: [
      "abcd-efgh-jklm-npqr", "ABCDEFGHJKLMNPQR", "abcd efgh  jklm\tnpqr", "ＡＢＣＤ－ｅｆｇｈ－ＪＫＬＭ－ｎｐｑｒ",
      "ABCD—EFGH–JKLM－NPQR", "ABCD.EFGH.JKLM.NPQR", "ABCD，EFGH　JKLM·NPQR\u{200B}",
    ])
  func tolerant(typed: String) {
    #expect(CodeSigns.text(CodeSigns.values(typed: typed).compactMap(\.self)) == "ABCD-EFGH-JKLM-NPQR")
  }

  @Test("0, O, 1, I, Chinese and combined letters are not taken for signs")
  func noSigns() {
    #expect(CodeSigns.values(typed: "0O1Ioi中ß") == Array(repeating: nil, count: 8))
  }

  @Test("A changed result, another contest, another round or another secret does not pass for genuine")
  func forgeries() {
    let round = CalendarDate(year: 2026, month: 11, day: 22)
    let others = [
      ContestKey(secret: "only-we-know-this", contest: "fraud-316", round: round),
      ContestKey(secret: "only-we-know-that", contest: "fraud-315", round: round),
      ContestKey(secret: "only-we-know-this", contest: "fraud-315", round: round.adding(days: 1)),
    ]
    for other in others { #expect(isUnknown(code.values(sealedWith: other))) }
    // A better result, with a check sign that fits, but the old seal.
    let better = CompletionCode(day: code.day, right: 10, questions: 10, hasPassed: true, number: code.number)
    var values = Array(better.values(sealedWith: key).prefix(9) + code.values(sealedWith: key)[9..<15])
    values.append(CodeSigns.check(for: values))
    #expect(isUnknown(values))
  }

  @Test("Too few and too many signs are told by their number", arguments: [0, 15, 17])
  func length(count: Int) {
    guard case .wrongLength(let told) = CompletionCode.reading(Array(repeating: 1, count: count), keys: [key]) else {
      Issue.record("not told")
      return
    }
    #expect(told == count)
  }

  /// What is said to have been meant by a slip; an outer nil when it was taken for none.
  private func misspelling(_ typed: [UInt8?]) -> String?? {
    guard case .misspelt(let meant) = CompletionCode.reading(typed, keys: [key]) else { return .none }
    return .some(meant)
  }

  private func isUnknown(_ values: [UInt8]) -> Bool {
    if case .unknown = CompletionCode.reading(values, keys: [key]) { true } else { false }
  }
}
