private import CZlib

/// Compresses data with zlib; made once for each piece of work and used again and again, because setting one up costs
/// more than compressing a small stream does.
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = deflateInit_(stream, level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { deflateEnd(stream) }
    stream.deallocate()
  }

  /// What is compressed.
  enum Matter {
    /// Operators and objects, in which much is said again and again.
    case text
    /// Charstrings of a font, in which nothing is: only frequent bytes are made shorter.
    case outlines

    fileprivate var strategy: Int32 {
      switch self {
      case .text: Z_DEFAULT_STRATEGY
      case .outlines: Z_HUFFMAN_ONLY
      }
    }
  }

  /// The data in zlib's format (RFC 1950); nil only when there is no memory for zlib.
  func deflated(_ data: [UInt8], as matter: Matter) -> [UInt8]? {
    guard isReady, deflateReset(stream) == Z_OK, deflateParams(stream, level, matter.strategy) == Z_OK else {
      return nil
    }
    let room = Int(deflateBound(stream, uLong(data.count)))
    let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      data.withUnsafeBufferPointer { data in
        // zlib never writes through `next_in`; its type is older than `const`.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: data.baseAddress)
        stream.pointee.avail_in = uInt(data.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = uInt(room)
        count = deflate(stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.pointee.avail_out) : 0
      }
    }
    return result.isEmpty ? nil : result
  }
}

/// From 1 (fast) to 9 (small). Measured on tri-folds of 16 lessons: without their fonts level 6 takes 1.5 times as long as
/// level 4 and gives 17.1 KB instead of 17.7; level 1 takes 0.7 of its time and gives 19.2 KB. Fonts of 65 KB take twice
/// the time of Huffman's codes alone at any level, to become 1 KB smaller.
private let level: Int32 = 4
