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
  /// The codes of lessons' editions, by the paths of their pages, each with the key of all that decided it.
  var codes: [String: (key: UInt64, value: String)] = [:]

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
    guard let end = lines.last, lines.count > 1, lines[0].elementsEqual(Self.heading(tool).utf8),
      end.elementsEqual(Self.ending(of: bytes[..<end.startIndex]).utf8)
    else { return }
    entries.reserveCapacity(lines.count)
    // Most pages name the same as many others, and what they name is kept once.
    var lists: [String: [String]] = [:]
    for line in lines.dropFirst().dropLast() {
      var fields = Fields(rest: line)
      if line.starts(with: Self.cleanMark) {
        _ = fields.next()
        if let key = fields.number(), let path = fields.text() {
          clean[path] = key
          continue
        }
      } else if line.starts(with: Self.codeMark) {
        _ = fields.next()
        if let key = fields.number(), let code = fields.text(), let path = fields.text() {
          codes[path] = (key, code)
          continue
        }
      } else if let key = fields.number(), let digest = fields.number(), let size = fields.number(),
        let bytes = fields.number(), let seconds = fields.number(), let nanoseconds = fields.number(),
        let inode = fields.number(), let path = fields.text()
      {
        let stamp = FileStamp(
          size: Int(truncatingIfNeeded: bytes), seconds: Int(truncatingIfNeeded: seconds),
          nanoseconds: Int(truncatingIfNeeded: nanoseconds), inode: inode)
        let list = String(decoding: fields.rest ?? [], as: UTF8.self)
        let assets = lists[list] ?? fields.texts()
        if lists[list] == nil { lists[list] = assets }
        let imprint = Output.Imprint(size: Int(truncatingIfNeeded: size), digest: digest, assets: assets)
        entries[path] = Entry(key: key, stamp: stamp, imprint: imprint)
        continue
      }
      (entries, clean, codes) = ([:], [:], [:])
      return
    }
  }

  private static let cleanMark = "clean\t".utf8
  private static let codeMark = "code\t".utf8

  /// What stands between tabs in a line.
  private struct Fields {
    /// Nil after the last field.
    private(set) var rest: ArraySlice<UInt8>?

    mutating func next() -> ArraySlice<UInt8>? {
      guard let line = rest else { return nil }
      let end = line.firstIndex(of: UInt8(ascii: "\t"))
      rest = end.map { line[($0 + 1)...] }
      return line[..<(end ?? line.endIndex)]
    }

    mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }

    /// All that are left.
    mutating func texts() -> [String] {
      var texts: [String] = []
      while let text = text() { texts.append(text) }
      return texts
    }

    /// A number of up to 16 hexadecimal digits.
    mutating func number() -> UInt64? {
      guard let digits = next(), (1...16).contains(digits.count) else { return nil }
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
      let digits = max(1, (67 - number.leadingZeroBitCount) / 4)
      for place in (0..<digits).reversed() {
        let digit = UInt8(truncatingIfNeeded: number >> (4 * place)) & 15
        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
      bytes.append(UInt8(ascii: "\t"))
    }
    for (path, key) in clean.sorted(by: { $0.key < $1.key }) {
      bytes += Self.cleanMark
      add(key)
      bytes += "\(path)\n".utf8
    }
    for (path, code) in codes.sorted(by: { $0.key < $1.key }) {
      bytes += Self.codeMark
      add(code.key)
      bytes += "\(code.value)\t\(path)\n".utf8
    }
    for path in entries.keys.sorted() {
      guard let entry = entries[path] else { continue }
      add(entry.key)
      add(entry.imprint.digest)
      for number in [entry.imprint.size, entry.stamp.size, entry.stamp.seconds, entry.stamp.nanoseconds] {
        add(UInt64(bitPattern: Int64(number)))
      }
      add(entry.stamp.inode)
      bytes += path.utf8
      for asset in entry.imprint.assets {
        bytes.append(UInt8(ascii: "\t"))
        bytes += asset.utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += (Self.ending(of: bytes[...]) + "\n").utf8
    try? FileSystem.makeFolder(folder)
    if (try? FileSystem.read(file)) != bytes { try? FileSystem.replace(file, with: bytes) }
  }

  private static func heading(_ tool: String) -> String {
    "# Pages that microclass has made. It may be deleted. \(tool)"
  }

  /// The last line, which tells that none is missing, and that nobody has changed one.
  private static func ending(of bytes: ArraySlice<UInt8>) -> String {
    "end " + Fingerprint.digits(Fingerprint.quick(bytes))
  }
}
