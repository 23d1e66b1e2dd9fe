private import CZlib

/// Files in gzip's format (RFC 1952), as hosts send them. They bear neither a name nor a time.
package enum Gzip {
  /// The data as small as zlib makes it; nil only when there is no memory for zlib.
  package static func compressed(_ data: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 is the largest window; 16 more ask for gzip's frame instead of zlib's.
    let format: Int32 = 15 + 16
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, format, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, uLong(data.count)))
    let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      data.withUnsafeBufferPointer { data in
        // zlib never writes through `next_in`; its type is older than `const`.
        stream.next_in = UnsafeMutablePointer(mutating: data.baseAddress)
        stream.avail_in = uInt(data.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(room)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.avail_out) : 0
      }
    }
    return result.isEmpty ? nil : result
  }

  /// Whether a file in gzip's format claims to hold these data: it has their sum and their length at its end.
  package static func holds(_ data: [UInt8], _ file: [UInt8]) -> Bool {
    guard file.count >= 18, file[0] == 0x1F, file[1] == 0x8B else { return false }
    let sum = data.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
    let end = bytes(UInt32(truncatingIfNeeded: sum)) + bytes(UInt32(truncatingIfNeeded: data.count))
    return file.suffix(8).elementsEqual(end)
  }

  /// The least byte first.
  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
