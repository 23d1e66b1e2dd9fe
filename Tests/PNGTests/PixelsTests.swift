import Testing

@testable import PNG

/// The file format alone, read back by another program's reader.
@Suite struct PixelsTests {
  @Test("A picture of few colours is read back as it was")
  func fewColours() throws {
    let colours = (0..<60 * 40).map { UInt32($0 % 7) * 0x251207 }
    let picture = try #require(Pixels(decoding: Pixels(width: 60, height: 40, colours: colours).png()))
    #expect(picture.width == 60)
    #expect(picture.height == 40)
    #expect(picture.colours == colours)
  }

  @Test("256 colours are kept exactly; when there are more, no pixel changes by more than the tolerance")
  func manyColours() throws {
    for count in [256, 257, 1000, 4000] {
      // Shades between white and four inks, as at the edges of shapes.
      let colours = (0..<4000).map { index -> UInt32 in
        let shade = UInt32(index % count * 255 / count)
        return [shade * 0x010101, 0xFF0000 | shade * 0x0101, 0x00FF00 | shade * 0x010001, shade << 16 | 0xFF][index % 4]
      }
      let file = Pixels(width: 80, height: 50, colours: colours)
      let picture = try #require(Pixels(decoding: file.png()))
      let change = zip(picture.colours, colours).map(greatestChange).max() ?? 0
      #expect(change <= (Set(colours).count <= 256 ? 0 : IndexedPixels.tolerance))
    }
  }

  @Test("A picture that a palette would spoil keeps all its colours")
  func photograph() throws {
    // Every pixel far from every other: a palette of 256 colours is not enough.
    let colours = (0..<16).flatMap { red in
      (0..<16).flatMap { green in (0..<16).map { blue in UInt32(red << 16 | green << 8 | blue) * 17 } }
    }
    let file = Pixels(width: 64, height: 64, colours: colours)
    #expect(IndexedPixels(file) == nil)
    #expect(Pixels(decoding: file.png())?.colours == colours)
  }

  @Test("Frequent colours are never changed")
  func frequentColours() throws {
    // 254 in 255 pixels are the paper's colour, the rest all different and close to it.
    let paper: UInt32 = 0xFFFDF7
    var colours = Array(repeating: paper, count: 255 * 300)
    for row in 0..<300 { colours[row * 255] = paper - UInt32(row) }
    let picture = try #require(Pixels(decoding: Pixels(width: 255, height: 300, colours: colours).png()))
    #expect(picture.colours.count { $0 == paper } >= 254 * 300)
  }
}

private func greatestChange(_ left: UInt32, _ right: UInt32) -> Int {
  [16, 8, 0].map { abs(Int(left >> $0 & 0xFF) - Int(right >> $0 & 0xFF)) }.max() ?? 0
}
