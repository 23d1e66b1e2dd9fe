import Glibc

/// A file that is read piece by piece, so that large files take no memory; closed when its owner lets go of it.
struct FileReader: ~Copyable {
  private let handle: Int32
  private let path: String

  /// Opens a file; throws a `FileSystemError`.
  init(_ path: String) throws {
    self.path = path
    handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw FileSystemError(.read, path) }
  }

  deinit { close(handle) }

  /// Fills a buffer with what follows.
  /// - Returns: the number of bytes; less than the buffer holds only at the end of the file.
  func read(into buffer: inout [UInt8]) throws -> Int {
    var count = 0
    while count < buffer.count {
      let got = buffer.withUnsafeMutableBytes {
        Glibc.read(handle, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileSystemError(.read, path) }
      if got == 0 { break }
      count += got
    }
    return count
  }
}

extension FileSystem {
  /// The bytes of a file whose size the system does not tell, such as those in `/proc`.
  static func readAll(_ path: String) throws -> [UInt8] {
    let file = try FileReader(path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = try file.read(into: &buffer), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  /// Whether two files hold the same bytes.
  static func hasEqualFiles(_ first: String, _ second: String) throws -> Bool {
    guard try size(of: first) == size(of: second) else { return false }
    let left = try FileReader(first)
    let right = try FileReader(second)
    var (one, other) = ([UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let counts = (try left.read(into: &one), try right.read(into: &other))
      guard counts.0 == counts.1, one[..<counts.0] == other[..<counts.1] else { return false }
      if counts.0 == 0 { return true }
    }
  }

  /// Gives the file at `path` a second name, or copies it where there can be none: on another disk, or on a file system
  /// without second names (a USB stick).
  static func linkOrCopy(_ path: String, to target: String) throws {
    if link(path, target) == 0 { return }
    let file = try FileReader(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    try write([], to: target)
    while case let count = try file.read(into: &buffer), count > 0 { try append(Array(buffer[..<count]), to: target) }
  }
}
