/// What the completion codes of one round of a contest are sealed with. It stands in the contest's page, so whoever reads
/// that page's source can make codes: a seal deters, it does not prove.
///
/// A round is known by the day on which the contest was first published. The secret cannot be worked out from the key, so
/// that nobody can make codes of a round before its page is there.
package struct ContestKey: Hashable, Sendable {
  /// 32 hexadecimal digits; these characters, not the bytes that they stand for, are the key.
  package let text: String

  package init(secret: String, contest: String, round: CalendarDate) {
    let hash = SHA256.sealed(Array("\(contest)\n\(round.iso)".utf8), key: Array(secret.utf8))
    let digits = Array("0123456789abcdef".utf8)
    text = String(decoding: hash.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The first bits of the hash of a text that this key seals.
  func seal(_ text: [UInt8], bits: Int) -> [Bool] {
    let hash = SHA256.sealed(text, key: Array(self.text.utf8))
    return (0..<bits).map { hash[$0 / 8] >> UInt8(7 - $0 % 8) & 1 == 1 }
  }
}
