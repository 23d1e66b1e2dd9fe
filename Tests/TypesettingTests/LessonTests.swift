import Examples
import Foundation
import Synchronization
import Testing
import Typesetting

/// All that is published, set at many measures: what must never happen does not happen.
@Suite("The lines of all lessons")
struct LessonTests {
  static let lineCount = Mutex(0)

  @Test("No rule is broken with the real fonts", arguments: Lessons.files)
  func realFonts(file: Lessons.File) throws {
    let book = try #require(PinnedFonts.book)
    try check(file, Shaper(book))
  }

  @Test("No rule is broken on the grid", arguments: Lessons.files)
  func grid(file: Lessons.File) throws { try check(file, GridShaper()) }

  private func check(_ file: Lessons.File, _ shaper: some Shaping) throws {
    #expect(!file.paragraphs.isEmpty)
    var count = 0
    var faults: [String] = []
    for (number, paragraph) in file.paragraphs.enumerated() {
      let text = shaper.shaped(paragraph, language: file.language)
      #expect(text.missing.isEmpty)
      // Every third measure, others for each paragraph.
      for width in stride(from: 6 + number % 3, through: 40, by: 3) {
        let composer = Self.composers[width % Self.composers.count]
        let reading = LineReading(text, composer, measure: Double(width))
        count += reading.lines.count
        faults += reading.faults.map { "\(width) em: \($0)" }
      }
    }
    let total = Self.lineCount.withLock {
      $0 += count
      return $0
    }
    print("\(file.path): \(count) lines, \(faults.count) faults; \(total) lines so far")
    #expect(faults.isEmpty, "\(faults.prefix(5).joined(separator: "\n"))")
  }

  private static let composers = [
    Composer(.justified), Composer(.ragged), Composer(.centred, isBalanced: true), Composer(.justified),
    Composer(.ragged, isBalanced: true),
  ]
}
