import Editions

/// What is known of the pages that were published last: of each the key of all that decided it, and the stamp of its file.
/// It is kept in `.microclass/<name>/pages.txt` beside the output folder `<name>`, and saves time and nothing else: whoever
/// deletes it, or spoils it, waits once more for all pages to be made.
struct PageLedger: Sendable {
  /// A page as it was published.
  struct Entry: Sendable {
    let key: UInt64
    let stamp: FileStamp
    let imprint: Output.Imprint
  }

  /// Pages by their paths below the output folder.
  var entries: [String: Entry] = [:]
  /// The bundles, by their originals' paths, in which no rule found anything, each with the key of all that decided that.
  var clean: [String: UInt64] = [:]

  private let output: String
  private let tool: String?
  private var folder: String { DryingRack.folder(beside: output) }
  private var file: String { folder + "/pages.txt" }

  /// Opens the ledger of an output folder; empty when there is none, when it is damaged, or when another program wrote it.
  init(beside output: String, tool: String? = ToolStamp.current) {
    self.output = FileSystem.anticipated(output)
    self.tool = tool
    guard let tool, let bytes = try? FileSystem.read(file) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    // The last line tells that none is missing.
    guard lines.count > 1, lines[0].elementsEqual(Self.heading(tool).utf8),
      lines[lines.count - 1].elementsEqual("end".utf8)
    else { return }
    for line in lines.dropFirst().dropLast() {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      func number(_ index: Int) -> UInt64? { Self.number(fields[index]) }
      if fields.count == 3, let key = number(1) {
        clean[String(decoding: fields[2], as: UTF8.self)] = key
      } else if fields.count >= 8, let key = number(0), let digest = number(1), let size = number(2),
        let bytes = number(3), let seconds = number(4), let nanoseconds = number(5), let inode = number(6)
      {
        let stamp = FileStamp(
          size: Int(truncatingIfNeeded: bytes), seconds: Int(truncatingIfNeeded: seconds),
          nanoseconds: Int(truncatingIfNeeded: nanoseconds), inode: inode)
        let assets = fields.dropFirst(8).map { String(decoding: $0, as: UTF8.self) }
        let imprint = Output.Imprint(size: Int(truncatingIfNeeded: size), digest: digest, assets: assets)
        entries[String(decoding: fields[7], as: UTF8.self)] = Entry(key: key, stamp: stamp, imprint: imprint)
      } else {
        (entries, clean) = ([:], [:])
        return
      }
    }
  }

  /// What is known of the page at a path, when it was made from the same and nobody has touched it since.
  func imprint(at path: String, as key: UInt64) -> Output.Imprint? {
    guard let entry = entries[path], entry.key == key, stamp(of: path) == entry.stamp else { return nil }
    return entry.imprint
  }

  /// The stamp of a published page.
  func stamp(of path: String) -> FileStamp? { FileStamp(of: output + "/" + path) }

  /// Whether there is a place for it already: a check makes none.
  var isKept: Bool { FileSystem.isFolder(folder) }

  /// Keeps the ledger for the next run. What is not kept is made again.
  func keep() {
    guard let tool else { return }
    var bytes = Array((Self.heading(tool) + "\n").utf8)
    func add(_ number: UInt64) {
      bytes += String(number, radix: 16).utf8
      bytes.append(UInt8(ascii: "\t"))
    }
    for (path, key) in clean.sorted(by: { $0.key < $1.key }) {
      bytes += "clean\t".utf8
      add(key)
      bytes += "\(path)\n".utf8
    }
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      add(entry.key)
      add(entry.imprint.digest)
      for number in [entry.imprint.size, entry.stamp.size, entry.stamp.seconds, entry.stamp.nanoseconds] {
        add(UInt64(bitPattern: Int64(number)))
      }
      add(entry.stamp.inode)
      bytes += ([path] + entry.imprint.assets).joined(separator: "\t").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += "end\n".utf8
    try? FileSystem.makeFolder(folder)
    if (try? FileSystem.read(file)) != bytes { try? FileSystem.replace(file, with: bytes) }
  }

  private static func heading(_ tool: String) -> String {
    "# Pages that microclass has made. It may be deleted. \(tool)"
  }

  /// A number of up to 16 hexadecimal digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard (1...16).contains(digits.count) else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    return number
  }
}
