import Testing
import Typesetting

@testable import PDF

@Suite("Lines of glyphs")
struct TextLineTests {
  /// Where a viewer puts each glyph when it follows the operators: points from the page's left edge.
  private func places(_ operators: [UInt8], size: Double, start: Double, width: (UInt16) -> Double) -> [Double] {
    var places: [Double] = []
    var pen = (start * 100).rounded() / 100
    var index = 0
    func number() -> Double {
      var text = ""
      while "0123456789.-".utf8.contains(operators[index]) {
        text.unicodeScalars.append(Unicode.Scalar(operators[index]))
        index += 1
      }
      let isNegative = text.hasPrefix("-")
      let magnitude = Double("0" + text.drop { $0 == "-" }) ?? .nan
      return isNegative ? -magnitude : magnitude
    }
    func byte() -> UInt8 {
      defer { index += 1 }
      guard operators[index] == UInt8(ascii: "\\") else { return operators[index] }
      index += 1
      return operators[index] == UInt8(ascii: "r") ? 13 : operators[index]
    }
    while index < operators.count {
      switch operators[index] {
      case UInt8(ascii: "("):
        index += 1
        while operators[index] != UInt8(ascii: ")") {
          let code = UInt16(byte()) << 8 | UInt16(byte())
          places.append(pen)
          pen += width(code) / 1000 * size
        }
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
        pen -= number() / 1000 * size
      default: index += 1
      }
    }
    return places
  }

  @Test(
    "every glyph is within a hundredth of a point of its place, at any size and after any number of glyphs",
    arguments: [5.25, 9, 10.5, 16, 24, 72.5, 333, 1000])
  func accuracy(size: Double) {
    var random = Steps(state: UInt64(size * 100))
    for spread in [0.0, 0.001, 0.037, 0.5] {
      let start = 80 + Double(random.next() % 1000) / 333
      func width(_ glyph: UInt16) -> Double { [1000, 512, 278.5, 993][Int(glyph) % 4] }
      var wanted: [Double] = []
      var bytes: [UInt8] = []
      var line = TextLine(size: size, start: start)
      var x = 0.0
      for index in 0..<400 {
        // Every byte that must be escaped is among the glyphs.
        let glyph = UInt16(truncatingIfNeeded: index &* 0x2829 &+ 0x0D5C)
        wanted.append(start + x)
        line.show(glyph, at: x, width: width(glyph), into: &bytes)
        x += (width(glyph) / 1000 + spread * Double(random.next() % 100) / 100) * size
      }
      line.close(into: &bytes)
      let found = places(bytes, size: size, start: start, width: width)
      #expect(found.count == wanted.count)
      let worst = zip(found, wanted).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < 0.01, "spread \(spread)")
    }
  }

  @Test("glyphs that follow each other as the font says need no adjustment")
  func noAdjustment() {
    var bytes: [UInt8] = []
    var line = TextLine(size: 10, start: 72)
    for index in 0..<3 { line.show(0x4142, at: Double(index) * 10, width: 1000, into: &bytes) }
    line.close(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "[(ABABAB)]TJ ")
  }
}

/// Numbers that look random and are the same in every run.
private struct Steps {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
