import Glibc

/// Watches a project's folder, and tells when somebody has saved something.
///
/// It listens to the system (inotify), and looks at every file again and again where that cannot be had: on some network
/// drives, or when there are more folders than the system lets one program watch.
struct Watch: ~Copyable {
  /// What has happened.
  struct Change {
    /// Files that were written, have come or have gone, as paths below the project.
    var paths: Set<String> = []
    /// Whether more may have happened than is known.
    var isUnsure = false
  }

  private let project: String
  /// The system's queue of events; negative where there is none.
  private var queue: Int32
  /// The watched folders by their numbers, as paths below the project; the project itself is empty.
  private var folders: [Int32: String] = [:]
  /// What is there to be seen, when it has to be looked at.
  private var seen: [String: String] = [:]

  /// Milliseconds without anything new after which a change is told, when few files have changed. An editor that writes a
  /// file in several steps takes less.
  private static let rest: Int32 = 12
  /// The same when many have: a checkout of another branch writes hundreds.
  private static let longRest: Int32 = 150
  private static let many = 3
  /// Milliseconds between two looks.
  private static let interval: UInt32 = 400

  /// - Parameter project: absolute path.
  init(_ project: String, byLooking: Bool = false) {
    self.project = project
    queue = byLooking ? -1 : inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    watchAll()
  }

  deinit { if queue >= 0 { close(queue) } }

  /// Whether the system tells what happens.
  var isListening: Bool { queue >= 0 }

  /// Whether something has happened that was not told yet; false where files have to be looked at.
  var hasNews: Bool {
    var asked = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    return queue >= 0 && poll(&asked, 1, 0) > 0
  }

  /// Waits until something has happened, and then until it is quiet again.
  /// - Parameter patience: milliseconds after which it gives up when nothing happens; nil for never.
  /// - Returns: nil when it gave up.
  mutating func next(within patience: Int32? = nil) -> Change? {
    while true {
      let change = queue >= 0 ? listened(patience ?? -1) : looked()
      if change.isUnsure || !change.paths.isEmpty {
        if change.isUnsure { watchAll() }
        return change
      }
      if patience != nil { return nil }
    }
  }

  // MARK: Listening

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Watches every folder there is; those that are watched already stay so.
  private mutating func watchAll() {
    guard queue >= 0 else {
      seen = look()
      return
    }
    folders = [:]
    var waiting = [""]
    while let folder = waiting.popLast() {
      let path = project + (folder.isEmpty ? "" : "/" + folder)
      let number = inotify_add_watch(queue, path, Self.events)
      if number < 0, errno == ENOSPC || errno == ENOMEM {
        close(queue)
        queue = -1
        seen = look()
        return
      }
      guard number >= 0 else { continue }
      folders[number] = folder
      let below = folder.isEmpty ? ["content", "templates"] : Self.folders(in: path)
      waiting += below.map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }
  }

  private mutating func listened(_ patience: Int32) -> Change {
    var change = Change()
    var wait = patience
    var asked = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    while poll(&asked, 1, wait) > 0 || errno == EINTR && wait < 0 {
      readEvents(into: &change)
      if !change.paths.isEmpty || change.isUnsure {
        wait = change.paths.count > Self.many || change.isUnsure ? Self.longRest : Self.rest
      }
    }
    return change
  }

  private mutating func readEvents(into change: inout Change) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(queue, &buffer, buffer.count)
    var offset = 0
    let head = MemoryLayout<inotify_event>.size
    while offset + head <= count {
      let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
      let name = buffer[(offset + head)..<min(count, offset + head + Int(event.len))].prefix { $0 != 0 }
      offset += head + Int(event.len)
      note(event, String(decoding: name, as: UTF8.self), &change)
    }
  }

  private func note(_ event: inotify_event, _ name: String, _ change: inout Change) {
    func has(_ flag: Int) -> Bool { event.mask & UInt32(truncatingIfNeeded: flag) != 0 }
    if has(Int(IN_Q_OVERFLOW)) { change.isUnsure = true }
    guard let folder = folders[event.wd] else { return }
    if folder.isEmpty {
      // Beside the two folders only one file counts.
      if ["content", "templates"].contains(name) { change.isUnsure = true }
      if name == "contest-secret.txt" { change.paths.insert(name) }
      return
    }
    if has(Int(IN_ISDIR)) || has(Int(IN_DELETE_SELF)) || has(Int(IN_MOVE_SELF)) {
      change.isUnsure = true
    } else if !name.isEmpty {
      change.paths.insert(folder + "/" + name)
    }
  }

  // MARK: Looking

  private mutating func looked() -> Change {
    usleep(Self.interval * 1000)
    let now = look()
    guard now != seen else { return Change() }
    // Somebody may be in the middle of it.
    var last = now
    while true {
      usleep(UInt32(Self.longRest) * 1000)
      let next = look()
      if next == last { break }
      last = next
    }
    let paths = Set(last.keys).union(seen.keys).filter { last[$0] != seen[$0] }
    seen = last
    return Change(paths: paths)
  }

  /// Size and time of every file.
  private func look() -> [String: String] {
    var found: [String: String] = [:]
    var waiting = ["content", "templates"]
    func note(_ path: String) {
      var status = stat()
      guard stat(project + "/" + path, &status) == 0 else { return }
      found[path] = "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
    }
    note("contest-secret.txt")
    while let folder = waiting.popLast() {
      for (name, isFolder) in Self.entries(in: project + "/" + folder) {
        if isFolder { waiting.append(folder + "/" + name) } else { note(folder + "/" + name) }
      }
    }
    return found
  }

  private static func folders(in path: String) -> [String] { entries(in: path).filter(\.isFolder).map(\.name) }

  private static func entries(in path: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append((name, isFolder(path + "/" + name, type: entry.pointee.d_type)))
    }
    return entries
  }

  private static func isFolder(_ path: String, type: UInt8) -> Bool {
    if type != UInt8(DT_UNKNOWN) { return type == UInt8(DT_DIR) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
