extension SourceFile {
  /// The bytes of a changed text in the encoding of the file it comes from, with its byte order mark if it had one. Lines
  /// end as the text says.
  /// - Returns: Nil when that encoding cannot give back the old file byte for byte, or lacks a character of the new one.
  package static func encoding(_ text: [UInt8], like old: [UInt8]) -> [UInt8]? {
    let marks: [([UInt8], Encoding)] = [([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian)]
    for (mark, encoding) in marks where old.starts(with: mark) {
      return encoded(text, mark, encoding, like: old)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if old.starts(with: mark) { return mark + text }
    if (try? UTF8Span(validating: old.span)) != nil { return text }
    return encoded(text, [], .gb18030, like: old)
  }

  private static func encoded(_ text: [UInt8], _ mark: [UInt8], _ encoding: Encoding, like old: [UInt8]) -> [UInt8]? {
    guard let before = encoding.utf8(old[mark.count...]), let again = encoding.bytes(before), mark + again == old,
      let bytes = encoding.bytes(text)
    else { return nil }
    return mark + bytes
  }
}
