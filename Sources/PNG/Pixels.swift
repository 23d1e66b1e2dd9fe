private import CZlib

/// A picture as rows of pixels.
struct Pixels {
  let width: Int
  let height: Int
  /// Row by row from the top, each as `0xRRGGBB`.
  let colours: [UInt32]

  /// The picture as a file (ISO/IEC 15948): with a palette where that is nearly the same to the eye and a third of the
  /// size, else with full colours.
  func png() -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let indexed = IndexedPixels(self)
    // Eight bits; colour type 3 is a palette and 2 full colours; the only compression and filtering; no interlacing.
    let form: [UInt8] = [8, indexed == nil ? 2 : 3, 0, 0, 0]
    Self.append("IHDR", Self.bigEndian(width) + Self.bigEndian(height) + form, to: &file)
    if let indexed {
      Self.append("PLTE", indexed.palette.flatMap(Self.channels), to: &file)
      Self.append("IDAT", Self.compressed(rows(of: indexed.indices)), to: &file)
    } else {
      Self.append("IDAT", Self.compressed(rows(of: colours.flatMap(Self.channels))), to: &file)
    }
    Self.append("IEND", [], to: &file)
    return file
  }

  /// The bytes with the number of a filter before each row: 0, none, which suits plain colours best.
  private func rows(of bytes: [UInt8]) -> [UInt8] {
    let length = bytes.count / height
    var rows: [UInt8] = []
    rows.reserveCapacity(bytes.count + height)
    for row in 0..<height {
      rows.append(0)
      rows += bytes[row * length..<(row + 1) * length]
    }
    return rows
  }

  private static func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + data
    file += bigEndian(data.count) + body + bigEndian(Int(crc32(0, body, UInt32(body.count))))
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
      let status = compress2(buffer.baseAddress, &count, bytes, UInt(bytes.count), level)
      // With a buffer of this size only memory can be lacking (zlib's manual).
      precondition(status == Z_OK, "no memory to compress \(bytes.count) bytes")
      used = Int(count)
    }
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func channels(_ colour: UInt32) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) }
  }
}

/// From 1 (fast) to 9 (small). Measured on the small pictures of sheets: level 4 takes 0.6 of the time of level 6 and gives
/// 2 % more bytes; 9 takes seven times as long and gives 3 % fewer.
private let level: Int32 = 4
