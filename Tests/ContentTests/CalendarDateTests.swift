import Content
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "Days of the calendar are dates, leap days included",
    arguments: [
      "2026-01-01", "2026-12-31", "2024-02-29", "2000-02-29", "2026-04-30", "0001-01-01",
    ])
  func days(text: String) {
    #expect(CalendarDate(text)?.iso == text)
  }

  @Test(
    "Nothing else is a date",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
      "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "", "２０２６-01-01",
      "2026-01-+1",
      "-026-01-01", "2026年1月1日",
    ])
  func others(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Dates are in the order of the calendar")
  func order() {
    let texts = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2026-10-01"]
    #expect(texts.reversed().compactMap { CalendarDate($0) }.sorted().map(\.iso) == texts)
  }
}
