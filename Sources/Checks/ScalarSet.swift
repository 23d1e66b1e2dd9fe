/// A set of characters that says at once whether it has one: rules ask it about every character of every page, before they
/// look anything up.
struct ScalarSet: Sendable {
  /// One bit for each character of the first plane.
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where scalar.value <= 0xFFFF {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  /// Whether it has a character.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0xFFFF && bits[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
