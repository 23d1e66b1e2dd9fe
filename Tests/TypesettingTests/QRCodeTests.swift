import Examples
import Foundation
import Testing
import Typesetting

@Suite struct QRCodeTests {
  @Test("A code for an address has the modules that it should")
  func knownCode() throws {
    let code = try #require(QRCode(text: "https://example.org/en/editions/A7.html", correction: .medium))
    let expected = testsFolder.appending(path: "TypesettingTests/Pictures/code.expected")
    let difference = try difference(of: shown(code), from: expected)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Codes are as small as their text allows")
  func sizes() throws {
    // Bytes that fit in versions 1 to 3 at each level: ISO/IEC 18004, table 7.
    let capacities: [(QRCode.Correction, [Int])] = [
      (.low, [17, 32, 53]), (.medium, [14, 26, 42]), (.quartile, [11, 20, 32]), (.high, [7, 14, 24]),
    ]
    for (correction, lengths) in capacities {
      for (version, length) in lengths.enumerated() {
        let full = QRCode(text: String(repeating: "a", count: length), correction: correction)
        let more = QRCode(text: String(repeating: "a", count: length + 1), correction: correction)
        #expect(full?.width == 21 + 4 * version)
        #expect(more?.width == 25 + 4 * version)
      }
    }
  }

  @Test("Three corners hold a finder")
  func finders() throws {
    let code = try #require(QRCode(text: "防骗热线 96110", correction: .high))
    let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (left, top) in [(0, 0), (code.width - 7, 0), (0, code.width - 7)] {
      let corner = (0..<7).map { row in
        String((0..<7).map { code.modules[(top + row) * code.width + left + $0] ? "#" : "." })
      }
      #expect(corner == finder)
    }
  }

  @Test("No text, and too long a text, have no code")
  func limits() {
    #expect(QRCode(text: "", correction: .low) == nil)
    #expect(QRCode(text: String(repeating: "a", count: 2953), correction: .low)?.width == 177)
    #expect(QRCode(text: String(repeating: "a", count: 2954), correction: .low) == nil)
  }

  @Test("Codes made at the same time are the same")
  func concurrently() async {
    let text = "https://example.org/zh/lessons/high-yield-traps.html?outlet=0450"
    let alone = QRCode(text: text, correction: .medium)
    await withTaskGroup(of: QRCode?.self) { group in
      for _ in 0..<200 { group.addTask { QRCode(text: text, correction: .medium) } }
      for await code in group { #expect(code == alone) }
    }
  }
}

/// A code as text: two characters for each module.
private func shown(_ code: QRCode) -> String {
  (0..<code.width).map { row in
    (0..<code.width).map { code.modules[row * code.width + $0] ? "██" : "░░" }.joined() + "\n"
  }.joined()
}
