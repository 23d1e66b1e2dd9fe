import Diagnostics
import Testing

private let sentence = "高息诱惑背后的陷阱：承诺保本又高息的，多半冲着您的本金来。\n"

/// `高息，保本` and a line end, in GBK.
private let inGBK: [UInt8] = [0xB8, 0xDF, 0xCF, 0xA2, 0xA3, 0xAC, 0xB1, 0xA3, 0xB1, 0xBE, 0x0A]

@Suite struct DecodingTests {
  private func decoded(_ bytes: [UInt8]) -> Diagnosed<SourceFile?> { SourceFile.decoding(path: "zh.md", bytes: bytes) }
  private func text(_ file: Diagnosed<SourceFile?>) -> String? { file.value.map { $0.text(0..<$0.bytes.count) } }

  @Test("UTF-8 is read without a remark, with or without a byte order mark", arguments: [[], [0xEF, 0xBB, 0xBF]])
  func utf8(mark: [UInt8]) {
    let file = decoded(mark + Array(sentence.utf8))
    #expect(text(file) == sentence)
    #expect(file.diagnostics.isEmpty)
  }

  @Test("An empty file is a file")
  func empty() {
    #expect(text(decoded([])) == "")
    #expect(text(decoded([0xEF, 0xBB, 0xBF])) == "")
    #expect(decoded([]).diagnostics.isEmpty)
  }

  @Test("UTF-16 in both orders is converted, with a warning")
  func utf16() {
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in sentence.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big] {
      let file = decoded(bytes)
      #expect(text(file) == sentence)
      #expect(file.diagnostics.map(\.rule) == ["not-utf8"])
      #expect(file.diagnostics.first?.severity == .warning)
      #expect(file.diagnostics.first?.message.zh == "文件的编码是 UTF-16，不是 UTF-8（已代为转换）")
    }
  }

  @Test("GBK is converted, with a warning")
  func gbk() {
    let file = decoded(Array("title: ".utf8) + inGBK)
    #expect(text(file) == "title: 高息，保本\n")
    #expect(file.diagnostics.map(\.rule) == ["not-utf8"])
    #expect(file.diagnostics.first?.hint?.zh == "在编辑器里“另存为”，编码选 UTF-8")
  }

  @Test("A rare character in GB18030's four bytes is converted among common ones")
  func gb18030() {
    let rare: [UInt8] = [0x81, 0x39, 0xEE, 0x39]  // 㐀 (U+3400)
    #expect(text(decoded(inGBK + rare + inGBK)) == "高息，保本\n㐀高息，保本\n")
  }

  @Test("Odd bytes in UTF-16 are an error")
  func brokenUTF16() {
    let file = decoded([0xFF, 0xFE, 0x41])
    #expect(file.value == nil)
    #expect(file.diagnostics.map(\.rule) == ["invalid-bytes"])
  }

  @Test("A damaged byte in UTF-8 is an error at its line and column, not mistaken for GBK")
  func damaged() {
    var bytes = Array(("标题\n高息" + sentence).utf8)
    bytes[7 + 6] = 0xFF
    let file = decoded(bytes)
    #expect(file.value == nil)
    #expect(file.diagnostics.map(\.rule) == ["invalid-bytes"])
    #expect(file.diagnostics.first?.place.range?.lowerBound == Position(line: 2, column: 3))
    #expect(file.diagnostics.first?.place.line?.hasPrefix("高息�") == true)
  }

  @Test("A text cut off in the middle of a character is an error at its end")
  func cutOff() {
    let file = decoded(Array("高息诱惑".utf8).dropLast())
    #expect(file.diagnostics.map(\.rule) == ["invalid-bytes"])
    #expect(file.diagnostics.first?.place.range?.lowerBound == Position(line: 1, column: 4))
  }

  @Test("Western European texts and pictures are not taken for Chinese")
  func notChinese() {
    let latin: [UInt8] = Array("caf".utf8) + [0xE9] + Array(" cr".utf8) + [0xE8] + Array("me\n".utf8)
    #expect(decoded(latin).diagnostics.map(\.rule) == ["invalid-bytes"])
    #expect(decoded([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]).diagnostics.map(\.rule) == ["invalid-bytes"])
  }

  @Test("NUL is an error at its place")
  func nul() {
    let file = decoded(Array("高息\n保本\0".utf8))
    #expect(file.value == nil)
    #expect(file.diagnostics.map(\.rule) == ["nul-character"])
    #expect(file.diagnostics.first?.place.range?.lowerBound == Position(line: 2, column: 3))
  }

  @Test("A file beyond the limit is named with its size")
  func tooLarge() {
    #expect(decoded([UInt8](repeating: 0x61, count: SourceFile.sizeLimit)).diagnostics.isEmpty)
    let file = decoded([UInt8](repeating: 0x61, count: SourceFile.sizeLimit + 1))
    #expect(file.value == nil)
    #expect(file.diagnostics.map(\.message.en) == ["file too large: 1.1 MB; a text may have 1 MB"])
    #expect(
      SourceFile.tooLarge(path: "a.md", size: 52_400_000).message.zh == "文件太大：52.4 MB，文字文件最多 1 MB")
  }
}
