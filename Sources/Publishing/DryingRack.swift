import Glibc
import Print
import Synchronization

/// Where finished artworks wait until they are published, and the table of what was printed: the folder
/// `.microclass/<name>/` beside the output folder `<name>`. It saves time and nothing else: whoever deletes it, or spoils
/// what is in it, waits once more for everything to be printed.
final class DryingRack: Sendable {
  /// The output folder.
  private let output: String
  private let folder: String
  private var waiting: String { folder + "/finished" }
  private var table: String { folder + "/printings.txt" }
  /// Keeps a second run away; the system lets go of it when the process ends, however it ends.
  private let lock: Int32
  private let counter = Atomic(0)
  private let tool: String?
  /// What is remembered of earlier runs; nothing when the table is not there, is damaged, or another program wrote it.
  let printings: [Printing]

  /// Opens the rack of an output folder, which need not exist yet.
  /// - Throws: `PublishingError.busy` when another run has it open; `FileSystemError` when it cannot be written.
  init(beside output: String, tool: String? = ToolStamp.current) throws {
    self.output = FileSystem.anticipated(output)
    self.tool = tool
    folder = Self.folder(beside: self.output)
    if let kind = FileSystem.kind(of: folder), kind != .folder { try FileSystem.remove(folder) }
    try FileSystem.makeFolder(folder)
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FileSystemError(.read, folder) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      throw PublishingError.busy(self.output)
    }
    lock = handle
    let waiting = folder + "/finished"
    do {
      if FileSystem.kind(of: waiting) != .folder { try FileSystem.remove(waiting) }
      try FileSystem.makeFolder(waiting)
    } catch {
      close(handle)
      throw error
    }
    let (table, heading) = (folder + "/printings.txt", Self.heading(tool ?? ""))
    let text = (try? FileSystem.read(table)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isOwn = tool != nil && text.hasPrefix(heading)
    printings = isOwn ? Printing.reading(text) : []
    if !isOwn { try? FileSystem.replace(table, with: Array(heading.utf8)) }
  }

  deinit { close(lock) }

  /// The folder of an output folder's rack. Two sites that are published side by side have racks of their own.
  static func folder(beside output: String) -> String {
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    return output[..<slash] + "/.microclass" + output[slash...]
  }

  /// The first lines of a table: what it is, and which program wrote it.
  private static func heading(_ tool: String) -> String {
    "# What microclass has printed. It may be deleted; then everything is printed again.\n# program \(tool)\n"
  }

  /// Adds a printing to the table at once, so that an interrupted run has not worked in vain.
  func note(_ printing: Printing) throws {
    guard tool != nil else { return }
    // An interrupted run may have left a line without its end.
    try FileSystem.append(Array(("\n" + printing.lines).utf8), to: table)
  }

  /// Puts a finished file up.
  func hang(_ bytes: [UInt8], _ file: Artwork.File) throws {
    let number = counter.add(1, ordering: .relaxed).newValue
    try FileSystem.replace(place(of: file, size: bytes.count), with: bytes, by: ".\(number)")
  }

  /// The path of a finished file that waits here; nil when it does not, or not in its full length.
  func finished(_ file: Artwork.File, size: Int) -> String? {
    let place = place(of: file, size: size)
    return FileStamp(of: place)?.size == size ? place : nil
  }

  /// The stamp of the file that is published at a path.
  func published(_ path: String) -> FileStamp? { FileStamp(of: output + "/" + path) }

  /// Where a finished file waits. The size tells a file of which the machine lost the end when its power failed.
  func place(of file: Artwork.File, size: Int) -> String { waiting + "/" + name(of: file, size: size) }

  private func name(of file: Artwork.File, size: Int) -> String {
    var digest = Digest()
    digest.add(file.path)
    digest.add(file.key)
    return "\(digest.hex).\(size)"
  }

  /// Ends a run: remembers what it printed, and takes down every file that is not needed any more.
  /// - Parameter output: the folder in which it is published now; nil when nothing was published.
  func clear(_ prints: Press.Prints, of output: String?) throws {
    var remembered = tool == nil ? [] : prints.printings
    if output != nil {
      for index in remembered.indices {
        remembered[index].results = remembered[index].results.map { result in
          var result = result
          if result.size != nil { result.published = published(result.file.path) }
          return result
        }
      }
    } else {
      // The old site stays, and so does what is known of it.
      let known = Set(remembered.lazy.flatMap(\.results).map(\.file))
      let old = printings.filter { printing in
        printing.results.contains {
          !known.contains($0.file) && $0.published != nil && $0.published == published($0.file.path)
        }
      }
      remembered = old + remembered
    }
    try write(remembered)
    var wanted: Set<String> = []
    for result in remembered.lazy.flatMap(\.results) where result.published == nil {
      if let size = result.size { wanted.insert(name(of: result.file, size: size)) }
    }
    for name in try FileSystem.names(in: waiting) where !wanted.contains(name) {
      try FileSystem.remove(waiting + "/" + name)
    }
  }

  private func write(_ printings: [Printing]) throws {
    guard let tool else { return }
    let bytes = Array(printings.reduce(into: Self.heading(tool)) { $0 += $1.lines }.utf8)
    if (try? FileSystem.read(table)) != bytes { try FileSystem.replace(table, with: bytes) }
  }

  /// Takes the rack of an output folder away, for a site that prints nothing any more.
  static func remove(beside output: String) throws {
    let folder = folder(beside: FileSystem.anticipated(output))
    guard FileSystem.kind(of: folder + "/printings.txt") != nil else { return }
    let rack = try DryingRack(beside: output)
    try FileSystem.remove(rack.waiting)
    try FileSystem.remove(rack.table)
  }
}
