/// 64 bits that tell versions of one thing apart, eight bytes at a step; it guards nothing. It depends on where the bytes
/// are cut into pieces.
struct Digest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The digest of a file's bytes; nil when it cannot be read.
  init?(ofFile path: String) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      let file = try FileReader(path)
      while case let count = try file.read(into: &buffer), count > 0 { add(buffer, count: count) }
    } catch {
      return nil
    }
  }

  /// Adds one piece: all of some bytes, or the first of them.
  mutating func add(_ bytes: [UInt8], count: Int? = nil) {
    let count = count ?? bytes.count
    state = bytes.withUnsafeBytes { bytes in
      var state = mixed(state, UInt64(count))
      let words = count / 8
      for word in 0..<words { state = mixed(state, bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) }
      for index in (words * 8)..<count { state = mixed(state, UInt64(bytes[index])) }
      return state
    }
  }

  private func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }

  /// 16 hexadecimal digits.
  var text: String {
    let hex = String(state, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
