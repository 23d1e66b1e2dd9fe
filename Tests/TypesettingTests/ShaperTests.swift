import Foundation
import Testing

@testable import Typesetting

@Suite("Shaping")
struct ShaperTests {
  @Test("try")
  func attempt() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func font(_ n: String) throws -> Font {
      try #require(
        Font(bytes: [UInt8](Data(contentsOf: folder.appending(path: "templates/print/fonts/NotoSansCJKsc-\(n).otf")))))
    }
    let clock = ContinuousClock()
    var regular: Font!
    let t0 = try clock.measure { regular = try font("Regular") }
    print("load", t0)
    let book = FontBook(regular: regular, bold: try font("Bold"))
    let shaper = Shaper(book)
    print(book.metrics(.regular))
    for (t, l) in [
      ("把钱转入“安全账户”——那是骗子的账户，他说：“不要告诉别人……”2026年涨18%，what’s up·A", "zh"),
      ("He said “don’t — tell” … anyone – 50,000 yuan · ok office😀\t1\n2", "en"),
    ] {
      let s = shaper.shaped(StyledText(t), language: l)
      print(
        s.clusters.map { c in
          "\(String(decoding: s.text[c.text], as: UTF8.self)):\(s.glyphs[c.glyphs].map { "\($0.id)@\($0.x)" }.joined(separator: "+")):\(c.advance)"
        }.joined(separator: " "), s.missing)
      for line in Composer(.justified).lines(s, measure: 12) {
        print(
          line.clusters, String(decoding: line.clusters.flatMap { s.text[s.clusters[$0].text] }, as: UTF8.self),
          line.pieces.first?.start ?? -1, line.pieces.last?.end ?? -1)
      }
    }
    print(regular.outline(of: 1458).steps.count, regular.advance(of: 1458))
    for count in [400, 400, 400, 1000] {
      let set = Set((0..<count).map { UInt16(1400 + $0 * 7) })
      var bytes: [UInt8] = []
      let t = clock.measure { bytes = regular.subset(to: set) }
      print("subset", count, t, bytes.count)
      try Data(bytes).write(to: URL(filePath: "/tmp/typework/sub\(count).otf"))
    }
  }
}
