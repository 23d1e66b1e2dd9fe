private import Glibc

extension SourceFile {
  /// The largest file that is read. An editor's text is some kilobytes long; one beyond this is something else by
  /// mistake, and the parsers' worst cases grow with size.
  package static let sizeLimit = 1_000_000

  /// What to say about a file beyond the limit, for who knows its size without reading it.
  package static func tooLarge(path: String, size: Int) -> Diagnostic {
    Diagnostic(.error, "file-too-large", at: Place(path: path), .tooLarge(size), hint: .tooLargeHint)
  }

  /// Makes a source file of the bytes on the disk. UTF-8 is what is wanted; UTF-16 with a byte order mark and GBK are
  /// converted with a warning.
  /// - Returns: The file; nil when its bytes are no text, which is then reported.
  package static func decoding(path: String, bytes: [UInt8]) -> Diagnosed<SourceFile?> {
    if bytes.count > sizeLimit { return Diagnosed(nil, [tooLarge(path: path, size: bytes.count)]) }
    if bytes.starts(with: [0xFF, 0xFE]) { return converting(bytes.dropFirst(2), from: .utf16LittleEndian, path: path) }
    if bytes.starts(with: [0xFE, 0xFF]) { return converting(bytes.dropFirst(2), from: .utf16BigEndian, path: path) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let invalid = firstInvalidOffset(in: text) else { return checked(text, path: path) }
    if !isMostlyUTF8(text), Encoding.looksLikeGB18030(text) {
      return converting(text[...], from: .gb18030, path: path)
    }
    return Diagnosed(nil, [invalidBytes(at: invalid, in: text, path: path)])
  }

  private static func checked(_ bytes: [UInt8], path: String, remarks: [Diagnostic] = []) -> Diagnosed<SourceFile?> {
    let file = SourceFile(path: path, validUTF8: bytes)
    guard let offset = firstNUL(in: bytes) else { return Diagnosed(file, remarks) }
    let place = file.place(offset..<offset + 1)
    return Diagnosed(nil, remarks + [Diagnostic(.error, "nul-character", at: place, .nul, hint: .saveAgain)])
  }

  private static func converting(
    _ bytes: ArraySlice<UInt8>, from encoding: Encoding, path: String
  ) -> Diagnosed<SourceFile?> {
    guard let text = encoding.utf8(bytes), firstInvalidOffset(in: text) == nil else {
      let diagnostic = Diagnostic(
        .error, "invalid-bytes", at: Place(path: path), .notEven(encoding.name), hint: .saveAsUTF8)
      return Diagnosed(nil, [diagnostic])
    }
    let remark = Diagnostic(.warning, "not-utf8", at: Place(path: path), .notUTF8(encoding.name), hint: .saveAsUTF8)
    return checked(text, path: path, remarks: [remark])
  }

  private static func firstNUL(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let found = memchr(start, 0, buffer.count) else { return nil }
      return start.distance(to: UnsafeRawPointer(found))
    }
  }

  /// Offset of the first byte that is not UTF-8.
  private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether a text with invalid bytes is damaged UTF-8 rather than some other encoding: whether more of its characters
  /// beyond ASCII are right than wrong.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var right = 0
    var wrong = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
    }
    return right > wrong
  }

  private static func invalidBytes(at offset: Int, in bytes: [UInt8], path: String) -> Diagnostic {
    // Up to here all is well, so the good part can tell line and column; the line itself is shown with `�`.
    let position = SourceFile(path: path, validUTF8: Array(bytes[..<offset])).position(at: offset)
    let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
    let line = file.place(ofLine: position.line).line
    let end = Position(line: position.line, column: position.column + 1)
    let hex = String(bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      .error, "invalid-bytes", at: Place(path: path, range: position..<end, line: line), .invalid(hex),
      hint: .invalidHint)
  }
}

extension Wording {
  fileprivate static func tooLarge(_ size: Int) -> Wording {
    // One decimal, rounded up, so that nothing beyond the limit looks like the limit.
    let tenths = (size + 99_999) / 100_000
    let limit = SourceFile.sizeLimit / 1_000_000
    return Wording(
      zh: "文件太大：\(tenths / 10).\(tenths % 10) MB，文字文件最多 \(limit) MB",
      en: "file too large: \(tenths / 10).\(tenths % 10) MB; a text may have \(limit) MB")
  }
  fileprivate static let tooLargeHint = Wording(
    zh: "看看是不是误存了别的文件；图片请放在单独的文件里", en: "see whether this is the right file; pictures belong in files of their own")
  fileprivate static func notUTF8(_ encoding: String) -> Wording {
    Wording(zh: "文件的编码是 \(encoding)，不是 UTF-8（已代为转换）", en: "file is in \(encoding), not in UTF-8 (converted for now)")
  }
  fileprivate static func notEven(_ encoding: String) -> Wording {
    Wording(
      zh: "文件的编码像是 \(encoding)，但有些字节读不出来", en: "file looks like \(encoding), but some of its bytes cannot be read")
  }
  fileprivate static let saveAsUTF8 = Wording(
    zh: "在编辑器里“另存为”，编码选 UTF-8", en: "in your editor choose “Save as…” with the encoding UTF-8")
  fileprivate static func invalid(_ hex: String) -> Wording {
    Wording(zh: "这里有一个不是 UTF-8 的字节（\(hex)）", en: "byte \(hex) is not UTF-8")
  }
  fileprivate static let invalidHint = Wording(
    zh: "把这个字删掉重新输入，再以 UTF-8 编码保存", en: "delete and retype this character, then save with the encoding UTF-8")
  fileprivate static let nul = Wording(zh: "这里有空字符（NUL），文字里不应当有", en: "NUL character, which no text contains")
  fileprivate static let saveAgain = Wording(
    zh: "可能存成了别的格式：在编辑器里“另存为”纯文本，编码选 UTF-8",
    en: "perhaps saved in another format: choose “Save as…” plain text with the encoding UTF-8")
}
