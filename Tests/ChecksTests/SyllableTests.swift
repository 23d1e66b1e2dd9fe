import Checks
import Testing

/// Flesch–Kincaid is only as good as the count of syllables.
@Suite struct SyllableTests {
  @Test(
    "A word has as many syllables as it is spoken with",
    arguments: [
      1: "the bank card fraud make makes change asked called through eight queue fees don’t can’t we’ll loan codes",
      2:
        "money account safely payment careful table little isn’t didn’t police borrow wanted paying going being quiet it’ll",
      3:
        "already deposit interest family remember customer insurance various video ATM expensive transferring companies easier",
      4: "security authority usually information society annually",
      5: "communication verification institutional university electricity",
    ].flatMap { count, words in words.split(separator: " ").map { (String($0), count) } }.sorted { $0 < $1 })
  func count(word: String, syllables: Int) {
    #expect(Syllables.count(in: Array(word.replacing("’", with: "'").utf8)) == syllables)
  }
}
