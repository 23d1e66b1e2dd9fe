/// The data of a stream object, compressed where that makes it shorter.
struct EncodedStream: Sendable {
  let bytes: [UInt8]
  let isDeflated: Bool

  init(_ data: [UInt8], as matter: Deflater.Matter = .text, with deflater: Deflater) {
    self.init(deflating: data, as: matter, with: deflater)
    if bytes.count >= data.count { self.init(plain: data) }
  }

  /// Data that is compressed even where that makes it longer.
  init(deflating data: [UInt8], as matter: Deflater.Matter = .text, with deflater: Deflater) {
    let deflated = deflater.deflated(data, as: matter)
    bytes = deflated ?? data
    isDeflated = deflated != nil
  }

  /// Data that stays as it is.
  init(plain data: [UInt8]) {
    bytes = data
    isDeflated = false
  }
}

/// A file of numbered objects with the cross-reference stream that finds them (ISO 32000-1, 7.5). A copy of an unfinished
/// file goes on by itself: files with the same beginning share the work of making it.
struct ObjectFile: Sendable {
  /// A row of the cross-reference stream (7.5.8.3).
  private enum Place {
    case nowhere
    /// Its first byte in the file.
    case at(Int)
    /// Inside an object stream.
    case packed(in: Reference, index: Int)
  }

  private(set) var bytes: [UInt8] = []
  private var places: [Place] = [.nowhere]
  private var digest = Digest()
  private var digested = 0
  /// Objects that wait for the next object stream: their numbers, their offsets, their text.
  private var waiting: [(reference: Reference, offset: Int)] = []
  private var waitingText: [UInt8] = []

  init() {
    bytes.put("%PDF-1.7\n%")
    // Four bytes above 127 tell programs that copy files that this is no text (7.5.2).
    bytes.append(contentsOf: [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// A number for an object that is written later, or never.
  mutating func reserve() -> Reference {
    places.append(.nowhere)
    return Reference(number: places.count - 1)
  }

  /// Writes an object that is no stream; `write` gives its text.
  mutating func add(_ reference: Reference, _ write: (inout [UInt8]) -> Void) {
    waiting.append((reference, waitingText.count))
    write(&waitingText)
    waitingText.put("\n")
  }

  /// Writes a stream object at once.
  /// - Parameter entries: of its dictionary, without its length and its filter.
  mutating func add(_ reference: Reference, _ stream: EncodedStream, entries: [UInt8] = []) {
    places[reference.number] = .at(bytes.count)
    bytes.put(reference.number)
    bytes.put(" 0 obj\n<<")
    bytes.append(contentsOf: entries)
    bytes.put("/Length ")
    bytes.put(stream.bytes.count)
    if stream.isDeflated { bytes.put("/Filter/FlateDecode") }
    bytes.put(">>stream\n")
    bytes.append(contentsOf: stream.bytes)
    bytes.put("\nendstream\nendobj\n")
  }

  /// Writes the objects that wait as one object stream (7.5.7).
  mutating func pack(with deflater: Deflater) {
    guard !waiting.isEmpty else { return }
    let reference = reserve()
    var data: [UInt8] = []
    data.reserveCapacity(waitingText.count + 10 * waiting.count)
    for (index, object) in waiting.enumerated() {
      places[object.reference.number] = .packed(in: reference, index: index)
      data.put(object.reference.number)
      data.put(" ")
      data.put(object.offset)
      data.put(" ")
    }
    var entries: [UInt8] = []
    entries.put("/Type/ObjStm/N ")
    entries.put(waiting.count)
    entries.put("/First ")
    entries.put(data.count)
    data.append(contentsOf: waitingText)
    add(reference, EncodedStream(data, with: deflater), entries: entries)
    waiting = []
    waitingText = []
  }

  /// Takes what was written so far into the file's identifier, so that copies need not do it again.
  mutating func seal() {
    digest.add(bytes[digested...])
    digested = bytes.count
  }

  /// Makes room once for what a copy will add.
  mutating func reserveCapacity(adding count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes the cross-reference stream and the trailer; the file is then complete.
  mutating func finish(root: Reference, info: Reference, with deflater: Deflater) {
    pack(with: deflater)
    seal()
    let start = bytes.count
    let reference = reserve()
    places[reference.number] = .at(start)
    var entries: [UInt8] = []
    entries.put("/Type/XRef/Size ")
    entries.put(places.count)
    entries.put("/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root ")
    entries.put(root)
    entries.put("/Info ")
    entries.put(info)
    // The same twice: the file was never changed after it was made (14.4).
    entries.put("/ID[<")
    for byte in digest.bytes { entries.put(hexadecimal: byte) }
    entries.put("><")
    for byte in digest.bytes { entries.put(hexadecimal: byte) }
    entries.put(">]")
    add(reference, EncodedStream(deflating: rows, with: deflater), entries: entries)
    bytes.put("startxref\n")
    bytes.put(start)
    bytes.put("\n%%EOF\n")
  }

  /// The rows, each as its difference from the one above (PNG's predictor "up"), which makes them very short. Numbers
  /// that were never used form the list of free objects (7.5.4).
  private var rows: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(8 * places.count)
    var free = places.indices.dropFirst().filter { if case .nowhere = places[$0] { true } else { false } }[...]
    var last: (UInt8, UInt32, UInt16) = (0, 0, 0)
    for place in places {
      let row: (UInt8, UInt32, UInt16) =
        switch place {
        case .nowhere: (0, UInt32(free.popFirst() ?? 0), rows.isEmpty ? 65535 : 0)
        case .at(let offset): (1, UInt32(truncatingIfNeeded: offset), 0)
        case .packed(let stream, let index):
          (2, UInt32(truncatingIfNeeded: stream.number), UInt16(truncatingIfNeeded: index))
        }
      rows.append(2)
      rows.append(row.0 &- last.0)
      for shift in [24, 16, 8, 0] as [UInt32] {
        rows.append(UInt8(truncatingIfNeeded: row.1 >> shift) &- UInt8(truncatingIfNeeded: last.1 >> shift))
      }
      for shift in [8, 0] as [UInt16] {
        rows.append(UInt8(truncatingIfNeeded: row.2 >> shift) &- UInt8(truncatingIfNeeded: last.2 >> shift))
      }
      last = row
    }
    return rows
  }
}
