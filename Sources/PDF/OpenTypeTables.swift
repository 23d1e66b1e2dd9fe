/// The tables of a font file (OpenType 1.9, "Organization of an OpenType Font") that describe it to a PDF.
struct OpenTypeTables {
  private let bytes: [UInt8]
  private var tables: [String: Range<Int>] = [:]

  /// Nil when the bytes are no font file with CFF outlines.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 12 else { return nil }
    for index in 0..<number(at: 4, bytes: 2) {
      let record = 12 + 16 * index
      guard record + 16 <= bytes.count else { return nil }
      let start = number(at: record + 8, bytes: 4)
      let end = start + number(at: record + 12, bytes: 4)
      guard start <= end, end <= bytes.count else { return nil }
      tables[String(decoding: bytes[record..<record + 4], as: UTF8.self)] = start..<end
    }
    guard tables["CFF "] != nil else { return nil }
  }

  /// The outlines, which are a complete CFF font (Adobe Technical Note 5176).
  var outlines: [UInt8] { tables["CFF "].map { Array(bytes[$0]) } ?? [] }

  /// The PostScript name, first in the index of names that follows the header of the CFF font.
  var name: String? {
    guard let table = tables["CFF "], table.count > 8 else { return nil }
    let index = table.lowerBound + number(at: table.lowerBound + 2, bytes: 1)
    let width = number(at: index + 2, bytes: 1)
    let count = number(at: index, bytes: 2)
    guard count > 0, (1...4).contains(width) else { return nil }
    let offsets = index + 3
    let base = offsets + (count + 1) * width - 1
    let start = base + number(at: offsets, bytes: width)
    let end = base + number(at: offsets + width, bytes: width)
    guard start < end, end <= table.upperBound else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The box around all glyphs in thousandths of an em: left, bottom, right, top.
  var box: [Int] { (0..<4).map { thousandths("head", 36 + 2 * $0) ?? [-1000, -1000, 2000, 1000][$0] } }

  private func thousandths(_ name: String, _ offset: Int) -> Int? {
    guard let head = tables["head"], head.count >= 54, let table = tables[name], table.count >= offset + 2
    else { return nil }
    let unitsPerEm = number(at: head.lowerBound + 18, bytes: 2)
    guard unitsPerEm > 0 else { return nil }
    let value = Int(Int16(truncatingIfNeeded: number(at: table.lowerBound + offset, bytes: 2)))
    return value * 1000 / unitsPerEm
  }

  /// 0 beyond the end.
  private func number(at offset: Int, bytes width: Int) -> Int {
    guard offset >= 0, offset + width <= bytes.count else { return 0 }
    return bytes[offset..<offset + width].reduce(0) { $0 << 8 | Int($1) }
  }
}
