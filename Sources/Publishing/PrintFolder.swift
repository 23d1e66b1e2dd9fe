import Glibc

/// A folder into which sheets are printed for somebody to take to a printer.
struct PrintFolder: Sendable {
  /// Absolute path.
  let path: String

  init(_ path: String) { self.path = path }

  /// Where sheets are until all of them are finished.
  private var next: String { path + "/.microclass.next" }

  /// Makes the folder, and clears away what an interrupted run left in it.
  func begin() throws {
    try FileSystem.makeFolder(path)
    try FileSystem.remove(next)
    try FileSystem.makeFolder(next)
  }

  /// Puts a sheet in. It is named as in the published site, where all sheets are in a folder `print`, which is left off.
  func put(_ bytes: [UInt8], _ file: String) throws {
    let target = next + "/" + (file.hasPrefix("print/") ? String(file.dropFirst("print/".count)) : file)
    if let slash = target.lastIndex(of: "/") { try FileSystem.makeFolder(String(target[..<slash])) }
    try FileSystem.write(bytes, to: target)
  }

  /// Puts all sheets in their places.
  /// - Returns: how many there are, and their bytes.
  func finish() throws -> (files: Int, bytes: Int) {
    let moved = try move("")
    try discard()
    return moved
  }

  /// Throws away what is not in its place.
  func discard() throws { try FileSystem.remove(next) }

  private func move(_ folder: String) throws -> (files: Int, bytes: Int) {
    var moved = (files: 0, bytes: 0)
    for name in try FileSystem.names(in: next + folder) {
      let file = folder + "/" + name
      if FileSystem.kind(of: next + file) == .folder {
        try FileSystem.makeFolder(path + file)
        let below = try move(file)
        moved = (moved.files + below.files, moved.bytes + below.bytes)
      } else {
        let size = try FileSystem.size(of: next + file)
        guard rename(next + file, path + file) == 0 else { throw FileSystemError(.write, path + file) }
        moved = (moved.files + 1, moved.bytes + size)
      }
    }
    return moved
  }
}
