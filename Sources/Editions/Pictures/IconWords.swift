/// The words of a language beside which drawings stand, ready to be looked for in one pass over a text's bytes.
///
/// A word is found anywhere. One that begins with a Latin letter or a digit is found only where no Latin letter stands
/// before it; with a capital, as “App” and “ID”, as it is written, otherwise in capitals, too, since it may begin a sentence.
struct IconWords: Sendable {
  private struct Word {
    let bytes: [UInt8]
    /// The place of its entry.
    let entry: Int
    let isLatin: Bool
    let isName: Bool
  }

  /// By the byte with which the first character ends, which tells Chinese characters apart best.
  private var words = [[Word]](repeating: [], count: 256)

  /// - Parameter entries: the words of each entry.
  init(_ entries: [[String]]) {
    for (entry, texts) in entries.enumerated() {
      for text in texts {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let key = Self.end(of: 0, in: bytes) else { continue }
        let isName = text.first?.isUppercase == true
        words[Int(bytes[key])].append(Word(bytes: bytes, entry: entry, isLatin: first < 0x80, isName: isName))
      }
    }
  }

  /// The place of the first entry that has a word in the text; nil when none has.
  func first(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { text in
      var found = Int.max
      var index = 0
      while let end = Self.end(of: index, in: text) {
        look(under: text[end], at: index, in: text, &found)
        let lowered = Self.lowered(text[end])
        if lowered != text[end] { look(under: lowered, at: index, in: text, &found) }
        index = end + 1
      }
      return found == Int.max ? nil : found
    }
  }

  private func look(
    under key: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>, _ found: inout Int
  ) {
    for word in words[Int(key)] where word.entry < found && Self.stands(word, at: index, in: text) {
      found = word.entry
    }
  }

  private static func stands(_ word: Word, at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count - start >= word.bytes.count else { return false }
    let folds = word.isLatin && !word.isName
    for (offset, byte) in word.bytes.enumerated() {
      let other = text[start + offset]
      guard byte == (folds ? lowered(other) : other) else { return false }
    }
    guard word.isLatin, start > 0 else { return true }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(text[start - 1]))
  }

  /// The last byte of the character that begins at an index; nil at the end.
  private static func end<Bytes: RandomAccessCollection<UInt8>>(of start: Int, in bytes: Bytes) -> Int?
  where Bytes.Index == Int {
    guard start < bytes.count else { return nil }
    let length =
      switch bytes[start] {
      case 0..<0xC0: 1
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      default: 4
      }
    return min(start + length, bytes.count) - 1
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }
}
