import Diagnostics

/// Guards against texts that would keep cmark busy for minutes, or whose tree would be too deep for those who walk it.
///
/// cmark takes time in proportion to the square of two things: the `![` in one paragraph (ten thousand take a fifth of a
/// second, two hundred thousand a minute), and blank lines inside deeply nested lists. No lesson comes near the limits.
enum Complexity {
  /// How deep nodes may be nested in a lesson.
  static let depthLimit = 100
  private static let pictureLimit = 2_000
  /// Shorter texts are quick whatever they contain.
  private static let harmlessLength = 12_000

  /// The first line that makes a text too complicated, if there is one.
  static func excess(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard bytes.count - start > harmlessLength else { return nil }
    var pictures = 0
    var lineStart = start
    while lineStart < bytes.count {
      var end = lineStart
      var isBlank = true
      var last: UInt8 = 0
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
        let byte = bytes[end]
        if !byte.isBlank { isBlank = false }
        if byte == UInt8(ascii: "["), last == UInt8(ascii: "!") { pictures += 1 }
        last = byte
        end += 1
      }
      if isBlank { pictures = 0 }
      let line = lineStart..<end
      if pictures > pictureLimit || (!isBlank && depth(of: line, in: bytes) > depthLimit) { return line }
      lineStart = end + 1
    }
    return nil
  }

  /// How deep the marks at the start of a line may nest: two columns of white space may stand for one level.
  private static func depth(of line: Range<Int>, in bytes: [UInt8]) -> Int {
    var blanks = 0
    var marks = 0
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: " "): blanks += 1
      case UInt8(ascii: "\t"): blanks += 4
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
        // A row of the same sign is a line across the page, not a list.
        guard index + 1 == line.upperBound || bytes[index + 1].isBlank else {
          return marks == 0 ? 0 : blanks / 2 + marks
        }
        marks += 1
      case let byte where byte.isDigit: break
      default: return marks == 0 ? 0 : blanks / 2 + marks
      }
    }
    return 0
  }

  /// The first node that is nested too deeply, if there is one.
  static func excess(in nodes: [Node]) -> Range<Int>? {
    var ends: [Int] = []
    for index in nodes.indices {
      while let last = ends.last, last <= index { ends.removeLast() }
      if ends.count > depthLimit { return nodes[index].range }
      ends.append(nodes[index].end)
    }
    return nil
  }
}

// MARK: - Wording

extension Finding {
  /// A text that is not read.
  static let tooComplicated = Finding(
    .error, "too-complicated",
    Wording(
      zh: "从这里起层层嵌套太深，或者一段里的图片太多，这个文件没法处理",
      en:
        "Too many levels inside one another from here on, or too many pictures in one paragraph; the file cannot be read"
    ),
    hint: Wording(
      zh: "请检查这里是不是误粘贴了别的内容；列表和引用一般不超过三四层",
      en:
        "See whether something was pasted here by mistake; lists and quotations rarely need more than three or four levels"
    )
  )
}
