/// FNV-1a over 64 bits: the same on every machine. It tells versions of one thing apart, and guards nothing.
package struct Fingerprint: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Adds a byte to what it is of.
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds bytes to what it is of.
  package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// A fingerprint of bytes eight at a time, and of their number: quick to take, and another one than that of the single
  /// bytes. It stands in nothing that is published.
  package static func quick(_ bytes: some Collection<UInt8>) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(word: UInt64(bytes.count))
    let added: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        fingerprint.add(word: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in bytes[whole...] { fingerprint.add(word: UInt64(byte)) }
    }
    return added == nil ? quick(Array(bytes)) : fingerprint.value
  }

  /// Adds a number, such as another fingerprint, at once: not the same as its bytes one by one.
  package mutating func add(word: UInt64) {
    // The high bits of a word reach the low ones only when they are moved there.
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 29
  }

  /// Adds the bytes of a text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { add(byte) } }
  }

  /// One number for several.
  package static func of(_ numbers: [UInt64]) -> UInt64 {
    var fingerprint = Fingerprint()
    for number in numbers { fingerprint.add(word: number) }
    return fingerprint.value
  }

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
