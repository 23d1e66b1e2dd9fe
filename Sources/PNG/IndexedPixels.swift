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
    guard let census = Census(pixels.colours), let palette = Self.palette(of: census.colours) else { return nil }
    self.palette = palette
    let nearest = census.colours.map { colour in
      UInt8(palette.indices.min { Self.distance(palette[$0], colour) < Self.distance(palette[$1], colour) } ?? 0)
    }
    indices = census.numbers.map { nearest[census.ranks[Int($0)]] }
  }

  /// The fewest losses with which 256 colours are enough: no two nearer to each other than those, frequent ones first.
  private static func palette(of colours: [UInt32]) -> [UInt32]? {
    search: for distance in 0...tolerance {
      var palette: [UInt32] = []
      for colour in colours where !palette.contains(where: { Self.distance($0, colour) <= distance }) {
        if palette.count == 256 { continue search }
        palette.append(colour)
      }
      return palette
    }
    return nil
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
