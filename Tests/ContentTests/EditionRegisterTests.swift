import Content
import Diagnostics
import Testing

@Suite("The register of printed editions")
struct EditionRegisterTests {
  private func register(_ lines: String...) -> Diagnosed<EditionRegister> {
    let heading = "code,lesson,language,date,withdrawn,reason_zh,reason_en\n"
    let file = SourceFile(path: "content/editions.csv", text: heading + lines.joined(separator: "\n") + "\n")
    let read = Tables.reading(glossary: nil, outlets: nil, editions: file, languages: site.languages)
    return Diagnosed(read.value.editions, read.diagnostics)
  }

  @Test("A line without a day of withdrawal is an edition that is merely old")
  func old() throws {
    let read = register("C93XNT,fake-police,en,2026-03-01,,,")
    #expect(told(read.diagnostics) == [])
    let entry = try #require(read.value.entries.first)
    #expect(entry.code == "C93XNT" && entry.lesson == "fake-police" && entry.language.code == "en")
    #expect(entry.date == CalendarDate("2026-03-01"))
    #expect(entry.withdrawal == nil)
  }

  @Test("A withdrawn edition has a day and a reason; what is not translated stands in the source language")
  func withdrawn() throws {
    let read = register("C93XNT,fake-police,en,2026-03-01,2026-06-10,电话写错了。,")
    #expect(told(read.diagnostics) == [])
    let withdrawal = try #require(read.value.entries.first?.withdrawal)
    #expect(withdrawal.date == CalendarDate("2026-06-10"))
    #expect(site.languages.map { withdrawal.reason[$0] } == ["电话写错了。", "电话写错了。"])
  }

  @Test("A faulty line is told and left out; the others stay")
  func faulty() {
    let read = register("c93xnt,fake-police,zh,2026-03-01,,,", "D0ZR5W,fake-police,zh,2026-03-01,,,")
    #expect(
      told(read.diagnostics) == ["2:1: error: “c93xnt” is not the code of an edition [bad-edition-code]"])
    #expect(read.value.entries.map(\.code) == ["D0ZR5W"])
  }

  @Test("Several faults of a line are told at once")
  func several() {
    let read = register("XX,fake police,fr,yesterday,,,")
    #expect(read.diagnostics.map(\.rule) == ["bad-edition-code", "bad-lesson-name", "unknown-language", "bad-date"])
  }

  @Test("A lesson that has been deleted may stay in the register")
  func deleted() { #expect(told(register("C93XNT,no-such-lesson,zh,2026-03-01,,,").diagnostics) == []) }

  @Test("A register is at content/editions.csv")
  func place() { #expect(ContentPlace.of("content/editions.csv").value == .editions) }
}

@Suite("Codes of editions")
struct EditionCodeTests {
  @Test("A code has six signs, the first a letter, and no vowel, so that it is no word, no number and no date")
  func form() {
    for number in [0, 1, 19, 20, 21, 599, 600, 123_456_789, 485_999_999, UInt64.max] {
      let code = EditionCode.code(of: number)
      #expect(EditionCode.isValid(code))
      #expect(code.wholeMatch(of: /[BCDFGHJKMNPQRSTVWXYZ][0-9BCDFGHJKMNPQRSTVWXYZ]{5}/) != nil)
    }
  }

  @Test("Different numbers have different codes")
  func different() { #expect(Set((0..<20_000).map { EditionCode.code(of: $0 * 24_000) }).count == 20_000) }

  @Test(
    "What people write instead is understood",
    arguments: [
      ("m7qk32", "M7QK32"), ("M7Q K32", "M7QK32"), ("M7QK-32", "M7QK32"), ("MOQKI2", "M0QK12"), ("MlQK32", "M1QK32"),
      ("7QK32M", nil), ("M7QK3", nil), ("", nil), ("M7QKA2", nil),
    ])
  func meant(_ text: String, _ code: String?) { #expect(EditionCode.meant(by: text) == code) }
}
