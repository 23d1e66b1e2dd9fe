import Diagnostics
import Examples
import Foundation
import Testing
import Typesetting

@testable import Print

/// The real format files, damaged at random with a fixed seed. A crash ends the whole test run, and thereby fails it.
@Suite struct FormatDamageTests {
  private static let folder = testsFolder.deletingLastPathComponent().appending(path: "templates/print")

  private static let numbers = ["0", "-1", "00", "7.5", "9999"]

  private static let pieces = [
    "0", "-", "-1", "9", "99999", ".", "1e9", "nan", "[", "]", "{", "}", ",", ":", ": ", "\n", "  ", "- ", "#", "\"",
    "'",
    "at: ", "flow: ", "least: ", "size: 0", "&a", "*a", "，", "：", "\t", "yes", "[0, 0, 0, 0]", "null", "~", "|", "!!",
  ]

  @Test("A damaged format is a format still, or the damage is told; what is read can be laid out")
  func formats() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") && $0 != "colours.yaml" }.sorted()
    let texts = try files.map { try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8) }
    let document = try TrialSite.document(Self.lesson)
    var random = SeededNumbers(seed: 2026)
    var (read, refused) = (0, 0)
    for round in 0..<300 {
      let index = Int.random(in: 0..<texts.count, using: &random)
      let source = SourceFile(path: files[index], text: Self.damaged(texts[index], &random))
      let format = Format.reading(source, id: "damaged")
      #expect((format.value == nil) == format.diagnostics.contains { $0.severity == .error }, "round \(round)")
      guard let format = format.value else {
        refused += 1
        continue
      }
      read += 1
      // Every fourth, to save time.
      guard read % 4 == 0 else { continue }
      let work = SheetSetter.Work(
        format: format, profile: format.profiles[0], documents: [document], isLocal: false)
      let set = SheetSetter(work: work, palette: TrialSite.palette, cache: TextCache(GridShaper())).layout()
      #expect(set.value != nil || !set.diagnostics.isEmpty, "round \(round)")
      if let set = set.value {
        let layout = SheetAssembly(work: work, set: set, palette: TrialSite.palette).layout()
        #expect(layout.pages.count >= format.sides.count)
      }
    }
    #expect(refused > 100 && read > 50, "\(refused) were refused, \(read) were not")
  }

  @Test("Damaged colours are colours still, or the damage is told")
  func colours() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "colours.yaml"), encoding: .utf8)
    var random = SeededNumbers(seed: 2027)
    for round in 0..<100 {
      let palette = Palette.reading(SourceFile(path: "colours.yaml", text: Self.damaged(text, &random)))
      #expect(palette.value != nil || palette.diagnostics.contains { $0.severity == .error }, "round \(round)")
    }
  }

  /// Where numbers and words stand, others are put: that goes further than damage to brackets, which is soon told.
  private static func damaged(_ text: String, _ random: inout SeededNumbers) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      var characters = Array(lines[line])
      switch Int.random(in: 0..<5, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: line)
      case 2:
        guard !characters.isEmpty else { continue }
        characters.remove(at: Int.random(in: 0..<characters.count, using: &random))
        lines[line] = String(characters)
      case 3:
        let digits = characters.indices.filter { characters[$0].isNumber }
        guard let digit = digits.randomElement(using: &random) else { continue }
        characters.replaceSubrange(
          digit...digit, with: Array(numbers[Int.random(in: numbers.indices, using: &random)]))
        lines[line] = String(characters)
      default:
        let place = Int.random(in: 0...characters.count, using: &random)
        characters.insert(contentsOf: Array(pieces[Int.random(in: pieces.indices, using: &random)]), at: place)
        lines[line] = String(characters)
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  private static let lesson = """
    ## 识别要点

    - **电话办案**，视频做笔录。
    - 催您转账，拨打{{police}}。

    ## 怎么办

    1. 挂断电话。
    2. 告诉家人。

    | 甲 | 乙 |
    |---|---|
    | 一 | 二 |

    ## 记住一句话

    挂断快打110

    ## 考考自己

    1. 怎么办？

       - [ ] 转
       - [x] 不转

    """
}
