/// FNV-1a over 128 bits, fed piece by piece: tells files apart, and guards nothing.
struct Digest: Sendable {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt128(byte)) &* 0x0100_0000_0000_0000_0000_013B }
  }

  /// Sixteen bytes, most significant first.
  var bytes: [UInt8] { (0..<16).map { UInt8(truncatingIfNeeded: state >> (120 - 8 * $0)) } }
}
