private import CLinux
import Editions
import Glibc
import Synchronization

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

  /// The new site being made beside the folder. Files can be put in place before all of them are known; nobody else can
  /// publish the folder as long as there is a draft, and when it is given up nothing of it stays.
  final class Draft: Sendable {
    private let folder: PublicFolder
    private let lock: Int32
    /// Whether nothing stands published that a file could be the same as.
    private let isFirst: Bool
    private let placed = Mutex(Placed())

    private struct Placed {
      /// The folders that were made.
      var folders: Set<Substring> = []
      var written: Set<String> = []
      var unchanged: Set<String> = []
      /// Where the site is that stood there before, and its files.
      var previous: (folder: String, files: [String])?
    }

    fileprivate init(of folder: PublicFolder) throws {
      self.folder = folder
      lock = try folder.lockedParent()
      try folder.recover()
      isFirst = FileSystem.kind(of: folder.path) == nil
    }

    deinit {
      try? FileSystem.remove(folder.next)
      close(lock)
    }

    /// Writes a file that is in memory, unless it already stands published with the same bytes. Many may be put in place
    /// at once.
    /// - Parameter imprint: what is kept of it.
    func place(_ output: Output, _ imprint: Output.Imprint) throws -> Output {
      guard case .bytes(let bytes) = output.content else { return output }
      let result = output.placed(imprint)
      if try !isFirst && folder.isUnchanged(output) {
        placed.withLock { _ = $0.unchanged.insert(output.path) }
      } else {
        // Two outputs of one path are for others to report.
        guard placed.withLock({ $0.written.insert(output.path).inserted }) else { return result }
        try makeFolder(for: output.path)
        try FileSystem.write(bytes, to: folder.next + "/" + output.path)
      }
      return result
    }

    /// Makes the folder hold exactly `outputs`, those that were put in place among them, and what an operator put there.
    /// Nothing is written when nothing changed. What stood there before waits beside it for `clear`.
    func finish(_ outputs: [Output]) async throws -> Change {
      let path = folder.path
      async let manifest = folder.manifest()
      async let files = folder.files()
      let wanted = Set(outputs.map(\.path))
      let list = PublicFolder.manifest(of: outputs)
      let (made, there) = try await (manifest, files)
      let foreign = there.keys.filter { !made.contains($0) && $0 != manifestName }.sorted()
      if made.isEmpty, let stranger = foreign.first(where: { !$0.hasPrefix(".") }) {
        throw PublishingError.foreignFolder(path, stranger)
      }
      if let taken = foreign.first(where: wanted.contains) { throw PublishingError.foreignFile(path + "/" + taken) }
      var change = Change()
      var (written, unchanged) = placed.withLock { ($0.written, $0.unchanged) }
      for output in outputs where there[output.path] == .file {
        if written.contains(output.path) || unchanged.contains(output.path) { continue }
        if try folder.hasSameBytes(output) { unchanged.insert(output.path) }
      }
      change.kept = unchanged.count
      change.written = outputs.count - unchanged.count
      change.removed = made.count { there[$0] != nil && !wanted.contains($0) }
      if change.written == 0, change.removed == 0, (try? FileSystem.read(path + "/" + manifestName)) == list {
        return change
      }
      try makeNext()
      let (lasting, missing) = (unchanged, outputs.filter { written.insert($0.path).inserted })
      _ = try await inParallel(inFolders(missing, \.path), by: 1) { folder in
        for output in folder { try self.put(output, isUnchanged: lasting.contains(output.path)) }
      }
      for file in foreign { try keep(file) }
      try FileSystem.write(list, to: folder.next + "/" + manifestName)
      let previous = try folder.swap()
      placed.withLock { $0.previous = (previous, Array(there.keys)) }
      return change
    }

    /// Takes away what stood in the folder before.
    func clear() async throws {
      guard let (previous, files) = placed.withLock({ $0.previous }) else { return }
      _ = await inParallel(inFolders(files, \.self), by: 1) { folder in
        for file in folder { unlink(previous + "/" + file) }
      }
      try FileSystem.remove(folder.next)
      try FileSystem.remove(folder.old)
    }

    /// Files with those of one folder together: the system changes a folder for one after the other.
    private func inFolders<File>(_ files: [File], _ path: (File) -> String) -> [[File]] {
      let folders = Dictionary(grouping: files) { file -> Substring in
        let path = path(file)
        return path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      }
      return folders.values.sorted { $0.count > $1.count }
    }

    private func makeNext() throws {
      try FileSystem.makeFolder(folder.next)
      // A web server may have been let into the folder by its group.
      if FileSystem.kind(of: folder.path) != nil { try FileSystem.copyRights(of: folder.path, to: folder.next) }
    }

    private func makeFolder(for file: String) throws {
      let name = file.lastIndex(of: "/").map { file[..<$0] } ?? ""
      if placed.withLock({ $0.folders.contains(name) }) { return }
      try FileSystem.makeFolder(name.isEmpty ? folder.next : folder.next + "/" + name)
      placed.withLock { _ = $0.folders.insert(name) }
    }

    private func put(_ output: Output, isUnchanged: Bool) throws {
      let (old, new) = (folder.path + "/" + output.path, folder.next + "/" + output.path)
      try makeFolder(for: output.path)
      if isUnchanged { return try FileSystem.linkOrCopy(old, to: new) }
      switch output.content {
      case .bytes, .unmade: try FileSystem.write(output.bytes, to: new)
      case .file(let file): try FileSystem.linkOrCopy(file, to: new)
      case .published, .placed: throw FileSystemError(.read, old, reason: ENOENT)
      }
    }

    /// Takes over what an operator put into the folder.
    private func keep(_ file: String) throws {
      let (old, new) = (folder.path + "/" + file, folder.next + "/" + file)
      try makeFolder(for: file)
      if FileSystem.kind(of: old) == .link {
        try FileSystem.copyLink(old, to: new)
      } else {
        try FileSystem.linkOrCopy(old, to: new)
      }
    }
  }

  /// Begins to make a new site.
  func draft() throws -> Draft { try Draft(of: self) }

  fileprivate static let manifestName = ".microclass"

  /// Where the new site is made: beside the folder, so that the two can change places.
  fileprivate var next: String { beside("next") }
  /// Where the old site waits on file systems that cannot exchange two folders.
  fileprivate var old: String { beside("old") }

  private func beside(_ suffix: String) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return path[..<slash] + "/." + path[slash...].dropFirst() + "." + suffix
  }

  /// A handle that keeps a second run away from the folder until it is closed.
  fileprivate func lockedParent() throws -> Int32 {
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    let handle = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FileSystemError(.read, parent) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      throw PublishingError.busy(path)
    }
    return handle
  }

  fileprivate func recover() throws {
    if FileSystem.kind(of: path) == nil, FileSystem.kind(of: old) != nil { rename(old, path) }
    try FileSystem.remove(next)
    try FileSystem.remove(old)
  }

  /// The files that the generator made the last time.
  fileprivate func manifest() throws -> Set<String> {
    guard FileSystem.kind(of: path + "/" + Self.manifestName) == .file else { return [] }
    let lines = try FileSystem.read(path + "/" + Self.manifestName).split(separator: UInt8(ascii: "\n"))
    return Set(lines.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasPrefix("#") })
  }

  fileprivate static func manifest(of outputs: [Output]) -> [UInt8] {
    var text = "# Files that microclass made in this folder. It replaces and removes these, and no others.\n"
    for path in outputs.map(\.path).sorted(by: { $0.precedes($1) }) { text += path + "\n" }
    return Array(text.utf8)
  }

  /// All files and links in the folder, by their paths below it.
  fileprivate func files() throws -> [String: FileSystem.Kind] {
    guard FileSystem.kind(of: path) != nil else { return [:] }
    var files: [String: FileSystem.Kind] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for (name, kind) in try FileSystem.entries(in: path + "/" + folder) {
        if kind == .folder { folders.append(folder + name + "/") } else { files[folder + name] = kind }
      }
    }
    return files
  }

  fileprivate func isUnchanged(_ output: Output) throws -> Bool {
    try FileSystem.kind(of: path + "/" + output.path) == .file && hasSameBytes(output)
  }

  /// Whether an output's file, which is there, is the same.
  fileprivate func hasSameBytes(_ output: Output) throws -> Bool {
    let file = path + "/" + output.path
    switch output.content {
    case .bytes(let bytes): return try FileSystem.size(of: file) == bytes.count && FileSystem.read(file) == bytes
    case .unmade(let make): return try FileSystem.read(file) == make()
    case .file(let other): return try FileSystem.hasEqualFiles(file, other)
    case .published, .placed: return true
    }
  }

  /// Puts the new site in the old one's place.
  /// - Returns: where the old site is now, if there was one: `next` or `old`.
  fileprivate func swap() throws -> String {
    guard FileSystem.kind(of: path) != nil else {
      guard rename(next, path) == 0 else { throw FileSystemError(.write, path) }
      return next
    }
    let reason = linux_exchange(next, path)
    if reason == 0 { return next }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(reason) else { throw FileSystemError(.write, path, reason: reason) }
    guard rename(path, old) == 0, rename(next, path) == 0 else { throw FileSystemError(.write, path) }
    return old
  }
}
