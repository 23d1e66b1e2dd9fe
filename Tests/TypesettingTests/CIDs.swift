/// Reads the CIDs of a font's glyphs from the charset of its CFF table (Adobe Technical Note 5176, sections 5, 9, 13).
struct CIDs {
  /// For each glyph its CID; `.notdef` is 0.
  let cids: [Int]

  /// - Parameter font: an OpenType file.
  init?(_ font: [UInt8]) {
    guard let table = Self.table("CFF ", of: font) else { return nil }
    let names = Self.index(table, at: Int(table[table.startIndex + 2]))
    let dictionary = Self.operands(table, in: Self.index(table, at: names.end).first)
    guard let charset = dictionary[15], let charStrings = dictionary[17] else { return nil }
    let count = Self.number(table, at: charStrings, bytes: 2)
    self.init(table, charset: charset, count: count)
  }

  private init(_ table: ArraySlice<UInt8>, charset: Int, count: Int) {
    func number(_ offset: Int, _ bytes: Int) -> Int { Self.number(table, at: offset, bytes: bytes) }
    var cids = [0]
    var offset = charset + 1
    switch number(charset, 1) {
    case 0:
      while cids.count < count {
        cids.append(number(offset, 2))
        offset += 2
      }
    case let format:
      while cids.count < count {
        let first = number(offset, 2)
        cids += first...first + number(offset + 2, format)
        offset += 2 + format
      }
    }
    self.cids = cids
  }

  private static func table(_ name: String, of font: [UInt8]) -> ArraySlice<UInt8>? {
    for record in 0..<number(font[...], at: 4, bytes: 2) {
      let start = 12 + record * 16
      guard Array(font[start..<start + 4]) == Array(name.utf8) else { continue }
      let offset = number(font[...], at: start + 8, bytes: 4)
      return font[offset..<offset + number(font[...], at: start + 12, bytes: 4)]
    }
    return nil
  }

  /// A big-endian number at an offset in the table.
  private static func number(_ table: ArraySlice<UInt8>, at offset: Int, bytes: Int) -> Int {
    table[(table.startIndex + offset)..<(table.startIndex + offset + bytes)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The first entry of an INDEX, and where the INDEX ends.
  private static func index(_ table: ArraySlice<UInt8>, at offset: Int) -> (first: Range<Int>, end: Int) {
    let count = number(table, at: offset, bytes: 2)
    guard count > 0 else { return (offset..<offset, offset + 2) }
    let size = number(table, at: offset + 2, bytes: 1)
    let base = offset + 3 + (count + 1) * size - 1
    func place(_ entry: Int) -> Int { base + number(table, at: offset + 3 + entry * size, bytes: size) }
    return (place(0)..<place(1), place(count))
  }

  /// The last operand of each operator of one byte in a DICT.
  private static func operands(_ table: ArraySlice<UInt8>, in range: Range<Int>) -> [Int: Int] {
    var operands: [Int: Int] = [:]
    var last = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = number(table, at: offset, bytes: 1)
      switch byte {
      case 12: offset += 2
      case 0...21:
        operands[byte] = last
        offset += 1
      case 28:
        last = number(table, at: offset + 1, bytes: 2)
        offset += 3
      case 29:
        last = number(table, at: offset + 1, bytes: 4)
        offset += 5
      case 30:
        offset += 1
        while number(table, at: offset, bytes: 1) & 0xF != 0xF { offset += 1 }
        offset += 1
      case 32...246:
        last = byte - 139
        offset += 1
      default:
        last = (byte - 247) * 256 + number(table, at: offset + 1, bytes: 1) + 108
        offset += 2
      }
    }
    return operands
  }
}
