import Content
import Diagnostics
@testable import Editions
import Testing

@Suite("Dates, JSON and percent-coding")
struct TextFormTests {
  @Test("A date is written as the language writes it")
  func dates() {
    let date = CalendarDate(year: 2026, month: 3, day: 1)
    #expect(Words(table: ["date_format": "YYYY年M月D日", "months": ""]).text(date) == "2026年3月1日")
    let english = Words(table: [
      "date_format": "D MMMM YYYY",
      "months": "January February March April May June July August September October November December",
    ])
    #expect(english.text(date) == "1 March 2026")
  }

  @Test("JSON cannot end the script element in which it stands")
  func json() {
    let value = JSON.object([
      ("a", .text("</script><b>\"\\\n\u{1}")), ("b", nil), ("c", .list([.number(1), .flag(true)])),
    ])
    #expect(value.encoded == #"{"a":"\u003c/script\u003e\u003cb\u003e\"\\\n\u0001","c":[1,true]}"#)
  }

  @Test("An address that somebody wrote keeps what is coded and codes the rest")
  func addresses() {
    #expect(
      PercentCoding.encodedAddress("https://a.example/b c?d=%20&e=反诈")
        == "https://a.example/b%20c?d=%20&e=%E5%8F%8D%E8%AF%88")
  }

  @Test("A file of words that lacks one is reported")
  func missingWords() {
    let reading = Words.reading(.init(path: "templates/strings/zh.yaml", text: "callout_note: 说明\n"))
    #expect(reading.diagnostics.count { $0.rule == "missing-word" } == Words.required.count - 1)
  }
}
