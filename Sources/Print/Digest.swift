import FoundationEssentials

/// A digest of 128 bits, the same on every machine: it tells versions of one thing apart, and guards nothing. It
/// depends on where the bytes are cut into pieces.
package struct Digest: Hashable, Sendable {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  package init() {}

  /// Adds bytes and their number, eight at a time: fonts have millions.
  package mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { bytes in
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in bytes[whole...] { add(UInt64(byte)) }
    }
  }

  private mutating func add(_ word: UInt64) {
    first = (first ^ word) &* 0x100_0000_01B3
    first ^= first >> 29
    second = (second ^ word) &* 0x9E37_79B9_7F4A_7C15
    second ^= second >> 32
  }

  /// Adds a text and its length, so that two texts are not the same as their sum.
  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ other: Digest) { add(other.hex) }

  /// Adds all that a value is made of.
  mutating func add(encoding value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    if let data = try? encoder.encode(value) { add([UInt8](data)) }
  }

  /// 32 digits.
  package var hex: String {
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits(first) + digits(second)
  }
}
