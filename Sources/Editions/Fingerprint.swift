/// FNV-1a over 64 bits: the same on every machine. It tells versions of one thing apart, and guards nothing.
package struct Fingerprint: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Adds a byte to what it is of.
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds bytes to what it is of.
  package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// The fingerprint of a file.
  package static func of(_ bytes: [UInt8]) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.value
  }

  /// The fingerprint of a file as 16 digits, as it stands in names and lists of files.
  package static func digits(of bytes: [UInt8]) -> String { digits(of(bytes)) }

  /// A fingerprint as 16 digits.
  package static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
