import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(
    "Slips of the keyboard are understood",
    arguments: [
      ("sumary", "summary"), ("titel", "title"), ("audiance", "audience"), ("expire", "expires"), ("Title", "title"),
      ("high-yield-trap", "high-yield-traps"), ("elderley", "elderly"), ("标提", "标题"), ("fake-polise", "fake-police"),
    ])
  func slips(word: String, meant: String) {
    let candidates = [
      "title", "summary", "topic", "audience", "expires", "high-yield-traps", "elderly", "rural", "标题", "fake-police",
    ]
    #expect(Suggestion.nearest(to: word, among: candidates) == meant)
  }

  @Test("What has little in common is not suggested", arguments: ["weight", "x", "", "高息"])
  func strangers(word: String) {
    #expect(Suggestion.nearest(to: word, among: ["title", "summary", "topic", "a"]) == nil)
  }

  @Test("Of equally near ones the first in the alphabet is taken, whatever the order")
  func deterministic() {
    #expect(Suggestion.nearest(to: "cat", among: ["car", "bat", "cut"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", among: ["cut", "bat", "car"]) == "bat")
  }

  @Test("Nobody to suggest")
  func none() {
    #expect(Suggestion.nearest(to: "title", among: [String]()) == nil)
  }
}
