/// The sizes that picture files state in their first bytes.
enum PictureSize {
  /// Width and height of a PNG (ISO/IEC 15948, the IHDR chunk comes first).
  static func ofPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count >= 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
      return nil
    }
    return (bigEndian(bytes, at: 16, count: 4), bigEndian(bytes, at: 20, count: 4))
  }

  /// Width and height of a JPEG (ITU-T T.81, the first start-of-frame segment).
  static func ofJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
      } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (bigEndian(bytes, at: index + 7, count: 2), bigEndian(bytes, at: index + 5, count: 2))
      } else if (0xD0...0xD9).contains(marker) || marker == 0x01 {
        index += 2
      } else {
        index += 2 + bigEndian(bytes, at: index + 2, count: 2)
      }
    }
    return nil
  }

  /// Width and height of an SVG: its `width` and `height` in pixels or without a unit, else the size of its `viewBox`.
  static func ofSVG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "<svg"), let end = head[start.upperBound...].firstIndex(of: ">") else {
      return nil
    }
    let tag = head[start.upperBound..<end]
    if let width = pixels(attribute("width", in: tag)), let height = pixels(attribute("height", in: tag)) {
      return (width, height)
    }
    let box = attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    guard box.count == 4, box[2].isFinite, box[3].isFinite, (1...100_000).contains(box[2]),
      (1...100_000).contains(box[3])
    else { return nil }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  private static func attribute(_ name: String, in tag: Substring) -> Substring? {
    for quote: Character in ["\"", "'"] {
      guard let start = tag.firstRange(of: " \(name)=\(quote)"),
        let end = tag[start.upperBound...].firstIndex(of: quote)
      else { continue }
      return tag[start.upperBound..<end]
    }
    return nil
  }

  private static func pixels(_ text: Substring?) -> Int? {
    guard var text else { return nil }
    if text.hasSuffix("px") { text = text.dropLast(2) }
    guard let number = Double(text), number.isFinite, (1...100_000).contains(number) else { return nil }
    return Int(number.rounded())
  }

  private static func bigEndian(_ bytes: [UInt8], at index: Int, count: Int) -> Int {
    bytes[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
