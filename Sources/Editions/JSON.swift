/// A JSON value with the order of its members kept, so that the same value is the same bytes.
package indirect enum JSON {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSON])
  /// Members whose value is nil are left out.
  case object([(String, JSON?)])

  /// The value as text that may stand inside a `script` element: `<`, `>` and `&` are escaped.
  package var encoded: String { String(decoding: bytes, as: UTF8.self) }

  /// The same in UTF-8.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.quote(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (name, value) in members {
        guard let value else { continue }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.quote(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in 0..<text.count {
        let byte = text[index]
        guard isSpecial(byte) else { continue }
        // U+2028 and U+2029 end a line in older scripts: E2 80 A8, E2 80 A9.
        let isLineEnd = byte >= 0x80
        if isLineEnd, index < 2 || text[index - 1] != 0x80 || text[index - 2] != 0xE2 { continue }
        bytes += UnsafeBufferPointer(rebasing: text[start..<(isLineEnd ? index - 2 : index)])
        start = index + 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case 0xA8: bytes += "\\u2028".utf8
        case 0xA9: bytes += "\\u2029".utf8
        default:
          bytes += "\\u00".utf8
          bytes += [digit(byte >> 4), digit(byte & 15)]
        }
      }
      bytes += UnsafeBufferPointer(rebasing: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte cannot stand as it is, or may belong to a character that cannot.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20,
      0xA8,
      0xA9:
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
