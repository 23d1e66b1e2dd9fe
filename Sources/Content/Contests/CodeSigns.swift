/// The signs of completion codes: sixteen of them in groups of four, `7KQM-2FXD-99AB-RTWC`. They are copied by hand from
/// telephones, read aloud and typed by volunteers, so none is mistaken for another, and the last one tells a slip.
///
/// Each sign is an element of the field of 32 elements (α⁵ = α² + 1), and in a sound code the sum of all signs, each times
/// its own power of α, is zero. The powers differ, so that one wrong sign, or two signs that changed places, never go
/// unnoticed.
package enum CodeSigns {
  /// How many signs a code has.
  package static let length = 16

  private static let signs = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  /// The sign that a code's other fifteen ask for.
  static func check(for values: [UInt8]) -> UInt8 { timesAlpha(sum(values)) }

  /// Whether all signs of a code fit together.
  package static func isSound(_ values: [UInt8]) -> Bool { values.count == length && sum(values) == 0 }

  private static func sum(_ values: [UInt8]) -> UInt8 { values.reduce(0) { timesAlpha($0) ^ $1 } }

  private static func timesAlpha(_ value: UInt8) -> UInt8 {
    value & 16 == 0 ? value << 1 : value << 1 ^ 0b100101
  }

  /// The signs of some values, as bytes.
  static func bytes(_ values: some Sequence<UInt8>) -> [UInt8] { values.map { signs[Int($0)] } }

  /// A code as it is shown: in capital letters, with a hyphen after every fourth sign.
  package static func text(_ values: [UInt8]) -> String {
    let groups = stride(from: 0, to: values.count, by: 4).map { start in
      String(decoding: bytes(values[start..<min(start + 4, values.count)]), as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// The values of what somebody typed, small letters, full-width signs, spaces, hyphens and dashes of any kind allowed; nil
  /// for a sign that stands in no code, such as 0, O, 1 and I.
  package static func values(typed text: String) -> [UInt8?] {
    text.unicodeScalars.compactMap { scalar -> UInt8?? in
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let plain = isWide ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if plain.properties.isWhitespace || plain.properties.isDash || separators.contains(plain) { return nil }
      let capital = plain.properties.uppercaseMapping.utf8
      guard capital.count == 1, let byte = capital.first, let place = signs.firstIndex(of: byte) else {
        return .some(nil)
      }
      return .some(UInt8(place))
    }
  }

  /// What people and word processors put between groups, besides dashes; and signs that cannot be seen.
  private static let separators: Set<UnicodeScalar> = [
    ".", ",", "·", "・", "_", "，", "。", "、", "\u{200B}", "\u{FEFF}",
  ]

  /// Every code that differs from a faulty one by one sign, or by two neighbours that changed places, and is sound.
  static func neighbours(of typed: [UInt8?]) -> [[UInt8]] {
    guard typed.count == length else { return [] }
    let unknown = typed.indices.filter { typed[$0] == nil }
    guard unknown.count <= 1 else { return [] }
    let known = typed.map { $0 ?? 0 }
    var found: [[UInt8]] = []
    for place in unknown.isEmpty ? Array(known.indices) : unknown {
      for value in UInt8(0)..<32 where typed[place] != value {
        var other = known
        other[place] = value
        if isSound(other) { found.append(other) }
      }
    }
    if unknown.isEmpty {
      for place in known.indices.dropLast() where known[place] != known[place + 1] {
        var other = known
        other.swapAt(place, place + 1)
        if isSound(other) { found.append(other) }
      }
    }
    return found
  }
}
