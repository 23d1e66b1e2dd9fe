/// A picture whose pixels are numbers in a palette of at most 256 colours. Printed matter has a dozen colours; all others
/// are edges between two of them, and many of those differ by less than the eye sees.
struct IndexedPixels {
  /// The most by which red, green or blue of a pixel may change.
  static let tolerance = 8
  /// A picture with more colours than this is no drawing.
  private static let colourLimit = 8192

  /// `0xRRGGBB`, the most frequent first.
  let palette: [UInt32]
  let indices: [UInt8]

  /// Nil when 256 colours are too few for all pixels to stay within the tolerance.
  init?(_ pixels: Pixels) {
    guard let census = Census(pixels.colours), let choice = Choice(census.colours) else { return nil }
    palette = choice.palette
    let entries = census.ranks.map { choice.entries[$0] }
    indices = census.numbers.map { entries[Int($0)] }
  }

  /// A palette, and which of it stands for each colour.
  private struct Choice {
    var palette: [UInt32] = []
    var entries: [UInt8] = []

    /// The fewest losses with which 256 colours are enough: no two nearer to each other than those, frequent ones first.
    init?(_ colours: [UInt32]) {
      for distance in (colours.count > 256 ? 1 : 0)...tolerance where choose(from: colours, distance) { return }
      return nil
    }

    /// Whether 256 colours are enough when each stands for all those within a distance.
    private mutating func choose(from colours: [UInt32], _ distance: Int) -> Bool {
      palette = []
      entries = []
      for colour in colours {
        if let near = palette.firstIndex(where: { IndexedPixels.distance($0, colour) <= distance }) {
          entries.append(UInt8(near))
        } else if palette.count < 256 {
          entries.append(UInt8(palette.count))
          palette.append(colour)
        } else {
          return false
        }
      }
      return true
    }
  }

  /// The greatest difference in red, green or blue.
  private static func distance(_ left: UInt32, _ right: UInt32) -> Int {
    func difference(_ shift: UInt32) -> Int { abs(Int(left >> shift & 0xFF) - Int(right >> shift & 0xFF)) }
    return max(difference(16), difference(8), difference(0))
  }

  /// Which colours there are.
  private struct Census {
    /// The most frequent first; of equally many, the darker first.
    let colours: [UInt32]
    /// For each pixel the number of its colour, in the order in which they were met.
    let numbers: [UInt16]
    /// For each such number its place in `colours`.
    let ranks: [Int]

    /// Nil when there are too many.
    init?(_ pixels: [UInt32]) {
      var known: [UInt32: UInt16] = [:]
      var met: [UInt32] = []
      var counts: [Int] = []
      var numbers: [UInt16] = []
      numbers.reserveCapacity(pixels.count)
      // Most pixels have the colour of their left neighbour.
      var (last, number): (UInt32?, UInt16) = (nil, 0)
      for pixel in pixels {
        if pixel != last {
          last = pixel
          if let seen = known[pixel] {
            number = seen
          } else {
            guard met.count < IndexedPixels.colourLimit else { return nil }
            number = UInt16(met.count)
            known[pixel] = number
            met.append(pixel)
            counts.append(0)
          }
        }
        counts[Int(number)] += 1
        numbers.append(number)
      }
      let order = met.indices.sorted { (-counts[$0], met[$0]) < (-counts[$1], met[$1]) }
      var ranks = Array(repeating: 0, count: met.count)
      for (rank, number) in order.enumerated() { ranks[number] = rank }
      (self.colours, self.numbers, self.ranks) = (order.map { met[$0] }, numbers, ranks)
    }
  }
}
