import Glibc

/// The few things that publishing asks of the disk, with plain system calls. Every failure is thrown as a
/// `FileSystemError` that names the path and says why in the system's words.
enum FileSystem {
  /// What a name in a folder stands for.
  enum Kind {
    case file, folder, link, other
  }

  /// What stands at a path, links not followed; nil when there is nothing.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return kind(ofMode: status.st_mode)
  }

  /// Size in bytes of the file at a path, links followed.
  static func size(of path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSystemError(.read, path) }
    return Int(status.st_size)
  }

  /// Whether a path is a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && kind(ofMode: status.st_mode) == .folder
  }

  /// The names in a folder, sorted by their bytes so that the order is the same on every machine.
  static func names(in folder: String) throws -> [String] { try entries(in: folder).map(\.name) }

  /// What is in a folder, sorted by the names' bytes; links are not followed.
  static func entries(in folder: String) throws -> [(name: String, kind: Kind)] {
    guard let stream = opendir(folder) else { throw FileSystemError(.read, folder) }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      // A file system need not tell what an entry is.
      let told = Self.kind(ofEntry: Int(entry.pointee.d_type))
      if let kind = told ?? kind(of: folder + "/" + name) { entries.append((name, kind)) }
    }
    return entries.sorted { $0.name.precedes($1.name) }
  }

  /// The bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileSystemError(.read, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileSystemError(.read, path) }
    var failed = false
    // One byte more than the size tells whether the file ended where it said.
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw FileSystemError(.read, path) }
    return bytes
  }

  /// Writes a new file with the rights of an ordinary file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try write(bytes, to: path, O_CREAT | O_EXCL)
  }

  private static func write(_ bytes: [UInt8], to path: String, _ flags: Int32) throws {
    let file = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard file >= 0 else { throw FileSystemError(.write, path) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = FileSystemError(.write, path)
        close(file)
        throw error
      }
      written += count
    }
    // A full disk may only be noticed here.
    guard close(file) == 0 else { throw FileSystemError(.write, path) }
  }

  /// Writes bytes at the end of a file, which is made where there is none.
  static func append(_ bytes: [UInt8], to path: String) throws {
    try write(bytes, to: path, O_APPEND | O_CREAT)
  }

  /// Puts a file in place of whatever is at a path, in one step.
  /// - Parameter name: under which it is written beside it first; those who replace one file at once need two names.
  static func replace(_ path: String, with bytes: [UInt8], by name: String? = nil) throws {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let next = path[..<slash] + "/" + (name ?? "." + path[slash...].dropFirst() + ".next")
    try remove(next)
    if kind(of: path) == .folder { try remove(path) }
    do {
      try write(bytes, to: next)
      if kind(of: path) == .file { try copyRights(of: path, to: next) }
      guard rename(next, path) == 0 else { throw FileSystemError(.write, path) }
    } catch {
      try? remove(next)
      throw error
    }
  }

  /// Makes a folder and those above it; one that is there is fine.
  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) { return }
    let reason = errno
    guard reason == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileSystemError(.write, path, reason: reason)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileSystemError(.write, path) }
  }

  /// Gives a file or folder the mode of another, and its owner and group where that is allowed.
  static func copyRights(of path: String, to folder: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSystemError(.read, path) }
    _ = chown(folder, status.st_uid, status.st_gid)
    guard chmod(folder, status.st_mode & 0o7777) == 0 else { throw FileSystemError(.write, folder) }
  }

  /// Removes a file, a link, or a folder with everything in it; nothing happens when it is not there.
  static func remove(_ path: String) throws {
    if let kind = kind(of: path) { try remove(path, kind) }
  }

  private static func remove(_ path: String, _ kind: Kind) throws {
    switch kind {
    case .folder:
      for entry in try entries(in: path) { try remove(path + "/" + entry.name, entry.kind) }
      guard rmdir(path) == 0 else { throw FileSystemError(.remove, path) }
    case .file, .link, .other:
      guard unlink(path) == 0 else { throw FileSystemError(.remove, path) }
    }
  }

  /// The absolute path of something that is there, all links followed; nil when there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func kind(ofEntry type: Int) -> Kind? {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  private static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}

/// Something the disk refused.
package struct FileSystemError: Error, Equatable {
  /// What was tried.
  package enum Action: Sendable {
    case read, write, remove
  }

  package let action: Action
  package let path: String
  /// The system's number for the reason (`errno`).
  package let reason: Int32

  init(_ action: Action, _ path: String, reason: Int32 = errno) {
    self.action = action
    self.path = path
    self.reason = reason
  }
}

extension FileSystem {
  /// Makes a symbolic link with the same target as another.
  static func copyLink(_ path: String, to target: String) throws {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in text.baseAddress.map { readlink(path, $0, text.count) } ?? -1 }
    }
    guard count > 0 else { throw FileSystemError(.read, path) }
    guard symlink(String(decoding: buffer[..<count], as: UTF8.self), target) == 0 else {
      throw FileSystemError(.write, target)
    }
  }
}

extension FileSystem {
  /// The system's reason in words.
  static func reason(_ number: Int32) -> (zh: String, en: String) {
    switch number {
    case ENOSPC, EDQUOT: ("磁盘满了，请腾出空间再试", "the disk is full; free some space and try again")
    case EACCES, EPERM: ("没有权限", "permission denied")
    case EROFS: ("磁盘是只读的", "the disk is read-only")
    case ENOENT: ("文件不存在", "there is no such file")
    case ENOTDIR: ("它不是文件夹", "it is not a folder")
    case EISDIR: ("它是文件夹", "it is a folder")
    case EBUSY, EXDEV: ("它是一个挂载点，请选用它里面的文件夹", "it is a mount point; choose a folder inside it")
    case ENAMETOOLONG: ("名字太长", "the name is too long")
    default: ("系统错误\(number)", String(cString: strerror(number)))
    }
  }
}

extension FileSystem {
  /// The absolute path that something will have once it is there: links in the folders above it are followed.
  static func anticipated(_ path: String) -> String {
    if let resolved = resolved(path) { return resolved }
    var parts = path.split(separator: "/")
    guard let name = parts.popLast() else { return "/" }
    let above = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    let folder = anticipated(above.isEmpty ? "." : above)
    switch name {
    case ".": return folder
    case "..": return folder.lastIndex(of: "/").map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? "/"
    default: return (folder == "/" ? "" : folder) + "/" + name
    }
  }
}

extension String {
  /// Whether its bytes come before those of another: the order of names that is the same on every machine.
  func precedes(_ other: String) -> Bool {
    let isFirst = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { other -> Bool in
        for (byte, another) in zip(own, other) where byte != another { return byte < another }
        return own.count < other.count
      }
    }
    return (isFirst ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
