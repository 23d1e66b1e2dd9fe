private import CLinux
import Editions
import Glibc

/// The folder that is put on a host: `public/`.
///
/// It is replaced as a whole: the new site is made in a folder beside it, with second names for the files that stay, and
/// the two change places in one step. Whatever happens, the folder holds the old site or the new one. Files that an
/// operator put there stay; the list of the generator's own files is in the folder itself, in `.microclass`.
struct PublicFolder {
  /// Absolute path, links followed, without a `/` at its end.
  let path: String

  /// What was done to the folder.
  struct Change: Equatable {
    var written = 0
    var kept = 0
    var removed = 0
  }

  /// Opens the folder, which need not exist yet, and clears away what an interrupted run left beside it.
  init(_ path: String) throws {
    if FileSystem.kind(of: path) == nil {
      let target = FileSystem.anticipated(path)
      if let slash = target.lastIndex(of: "/"), slash != target.startIndex {
        try FileSystem.makeFolder(String(target[..<slash]))
      }
      self.path = target
    } else {
      self.path = FileSystem.resolved(path) ?? path
      guard FileSystem.isFolder(self.path) else { throw FileSystemError(.write, path, reason: ENOTDIR) }
    }
  }

  /// Makes the folder hold exactly `outputs` and what an operator put there. Nothing is written when nothing changed.
  func publish(_ outputs: [Output]) throws -> Change {
    let lock = try lockedParent()
    defer { close(lock) }
    try recover()
    let made = try manifest()
    let there = try files(below: "")
    let wanted = Set(outputs.map(\.path))
    let foreign = there.filter { !made.contains($0) && $0 != Self.manifestName }
    if made.isEmpty, let stranger = foreign.first(where: { !$0.hasPrefix(".") }) {
      throw PublishingError.foreignFolder(path, stranger)
    }
    if let taken = foreign.first(where: wanted.contains) { throw PublishingError.foreignFile(path + "/" + taken) }
    var change = Change()
    var unchanged: Set<String> = []
    for output in outputs {
      if try isUnchanged(output) { unchanged.insert(output.path) } else { change.written += 1 }
    }
    change.kept = unchanged.count
    change.removed = made.subtracting(wanted).intersection(there).count
    let list = Self.manifest(of: outputs)
    if change.written == 0, change.removed == 0, (try? FileSystem.read(path + "/" + Self.manifestName)) == list {
      return change
    }
    do {
      try assemble(outputs, unchanged: unchanged, foreign: foreign, manifest: list)
      try swap()
    } catch {
      try? FileSystem.remove(next)
      throw error
    }
    try FileSystem.remove(next)
    try FileSystem.remove(old)
    return change
  }

  private static let manifestName = ".microclass"

  /// Where the new site is made: beside the folder, so that the two can change places.
  private var next: String { beside("next") }
  /// Where the old site waits on file systems that cannot exchange two folders.
  private var old: String { beside("old") }

  private func beside(_ suffix: String) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return path[..<slash] + "/." + path[slash...].dropFirst() + "." + suffix
  }

  /// A handle that keeps a second run away from the folder until it is closed.
  private func lockedParent() throws -> Int32 {
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    let handle = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FileSystemError(.read, parent) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      throw PublishingError.busy(path)
    }
    return handle
  }

  private func recover() throws {
    if FileSystem.kind(of: path) == nil, FileSystem.kind(of: old) != nil { rename(old, path) }
    try FileSystem.remove(next)
    try FileSystem.remove(old)
  }

  /// The files that the generator made the last time.
  private func manifest() throws -> Set<String> {
    guard FileSystem.kind(of: path + "/" + Self.manifestName) == .file else { return [] }
    let lines = try FileSystem.read(path + "/" + Self.manifestName).split(separator: UInt8(ascii: "\n"))
    return Set(lines.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasPrefix("#") })
  }

  private static func manifest(of outputs: [Output]) -> [UInt8] {
    var text = "# Files that microclass made in this folder. It replaces and removes these, and no others.\n"
    for path in outputs.map(\.path).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { text += path + "\n" }
    return Array(text.utf8)
  }

  /// All files and links in the folder, as paths below it.
  private func files(below folder: String) throws -> [String] {
    guard FileSystem.kind(of: path) != nil else { return [] }
    var files: [String] = []
    for name in try FileSystem.names(in: path + "/" + folder) {
      if FileSystem.kind(of: path + "/" + folder + name) == .folder {
        files += try self.files(below: folder + name + "/")
      } else {
        files.append(folder + name)
      }
    }
    return files
  }

  private func isUnchanged(_ output: Output) throws -> Bool {
    let file = path + "/" + output.path
    guard FileSystem.kind(of: file) == .file else { return false }
    switch output.content {
    case .bytes(let bytes): return try FileSystem.size(of: file) == bytes.count && FileSystem.read(file) == bytes
    case .unmade(let make): return try FileSystem.read(file) == make()
    case .file(let other): return try FileSystem.hasEqualFiles(file, other)
    case .published: return true
    }
  }

  private func assemble(_ outputs: [Output], unchanged: Set<String>, foreign: [String], manifest: [UInt8]) throws {
    try FileSystem.makeFolder(next)
    // A web server may have been let into the folder by its group.
    if FileSystem.kind(of: path) != nil { try FileSystem.copyRights(of: path, to: next) }
    var folders: Set<Substring> = []
    func makeFolder(for file: String) throws {
      guard let slash = file.lastIndex(of: "/"), folders.insert(file[..<slash]).inserted else { return }
      try FileSystem.makeFolder(next + "/" + file[..<slash])
    }
    for output in outputs {
      try makeFolder(for: output.path)
      if unchanged.contains(output.path) {
        try FileSystem.linkOrCopy(path + "/" + output.path, to: next + "/" + output.path)
        continue
      }
      switch output.content {
      case .bytes, .unmade: try FileSystem.write(output.bytes, to: next + "/" + output.path)
      case .file(let file): try FileSystem.linkOrCopy(file, to: next + "/" + output.path)
      case .published: throw FileSystemError(.read, path + "/" + output.path, reason: ENOENT)
      }
    }
    for file in foreign {
      try makeFolder(for: file)
      if FileSystem.kind(of: path + "/" + file) == .link {
        try FileSystem.copyLink(path + "/" + file, to: next + "/" + file)
      } else {
        try FileSystem.linkOrCopy(path + "/" + file, to: next + "/" + file)
      }
    }
    try FileSystem.write(manifest, to: next + "/" + Self.manifestName)
  }

  /// Puts the new site in the old one's place. After it the old site, if there was one, is at `next` or `old`.
  private func swap() throws {
    guard FileSystem.kind(of: path) != nil else {
      guard rename(next, path) == 0 else { throw FileSystemError(.write, path) }
      return
    }
    let reason = linux_exchange(next, path)
    if reason == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(reason) else { throw FileSystemError(.write, path, reason: reason) }
    guard rename(path, old) == 0, rename(next, path) == 0 else { throw FileSystemError(.write, path) }
  }
}
