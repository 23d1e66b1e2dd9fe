import Glibc

/// What changes of a file when somebody writes it anew: its size, the time of the last change, and its number on the
/// disk. Two equal stamps of one path mean that nobody touched the file in between.
struct FileStamp: Hashable, Sendable, LosslessStringConvertible {
  let size: Int
  let seconds: Int
  let nanoseconds: Int
  let inode: UInt64

  /// The stamp of an ordinary file; nil for anything else, links included.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    inode = UInt64(status.st_ino)
  }

  /// A stamp that was kept.
  init(size: Int, seconds: Int, nanoseconds: Int, inode: UInt64) {
    (self.size, self.seconds, self.nanoseconds, self.inode) = (size, seconds, nanoseconds, inode)
  }

  /// A stamp as `description` writes it.
  init?(_ description: String) {
    let parts = description.split(separator: " ")
    guard parts.count == 4, let size = Int(parts[0]), let seconds = Int(parts[1]), let nanoseconds = Int(parts[2]),
      let inode = UInt64(parts[3])
    else { return nil }
    (self.size, self.seconds, self.nanoseconds, self.inode) = (size, seconds, nanoseconds, inode)
  }

  /// Seconds since the file was written.
  var age: Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec - seconds) + Double(now.tv_nsec - nanoseconds) / 1e9
  }

  var description: String { "\(size) \(seconds) \(nanoseconds) \(inode)" }
}
