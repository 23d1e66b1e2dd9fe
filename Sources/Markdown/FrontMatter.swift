import Diagnostics

/// The part of a file between its first line, `---`, and the next `---`.
struct FrontMatter {
  /// The bytes between the two lines; nil when there is no front matter.
  private(set) var range: Range<Int>?
  /// Where the Markdown starts.
  private(set) var bodyStart = 0

  /// Looks for front matter. What is nearly a line of hyphens is taken for one, and reported.
  init(in source: SourceFile, findings: inout Findings) {
    let bytes = source.bytes
    var first = 1
    while first < source.lineCount, bytes.trimmed(source.lineRange(first)).isEmpty { first += 1 }
    switch FenceMark(bytes, source.lineRange(first)) {
    case .none:
      return
    case .exact where first == 1:
      break
    case .exact, .lookalike:
      guard Self.isKey(bytes, source.lineRange(first + 1)) else { return }
      findings.add(.frontMatterFence, at: source.lineRange(first))
    }
    let start = source.start(ofLine: first + 1)
    for line in stride(from: first + 1, through: source.lineCount, by: 1) {
      let text = source.lineRange(line)
      let mark = FenceMark(bytes, text)
      if mark == .none { continue }
      if mark == .lookalike { findings.add(.frontMatterFence, at: text) }
      range = start..<source.start(ofLine: line)
      bodyStart = source.start(ofLine: line + 1)
      return
    }
    findings.add(.unclosedFrontMatter, at: source.lineRange(first))
    // What follows the first blank line is probably the text.
    var line = first + 1
    while line <= source.lineCount, !bytes.trimmed(source.lineRange(line)).isEmpty { line += 1 }
    range = start..<source.start(ofLine: line)
    bodyStart = source.start(ofLine: line)
  }

  /// What a line looks like.
  private enum FenceMark {
    case none
    /// Three hyphens.
    case exact
    /// Dashes of another kind or number, or with space before or between them.
    case lookalike

    init(_ bytes: [UInt8], _ line: Range<Int>) {
      let text = bytes.trimmed(line)
      var index = text.lowerBound
      var hyphens = 0
      var others = 0
      while let (scalar, length) = bytes.scalar(at: index, before: text.upperBound) {
        switch scalar {
        case "-": hyphens += 1
        case "－", "—", "–", "―", "─", "﹣", "−": others += 1
        case " ", "\t", "　": break
        default:
          self = .none
          return
        }
        index += length
      }
      if hyphens == 3, text.count == 3, text.lowerBound == line.lowerBound {
        self = .exact
      } else {
        self = hyphens + others >= 3 || others >= 2 ? .lookalike : .none
      }
    }
  }

  /// Whether a line looks like `key: value`.
  private static func isKey(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index].isLetter || bytes[index] == UInt8(ascii: "_") { index += 1 }
    guard index > line.lowerBound else { return false }
    return bytes.has(":", at: index, before: line.upperBound) || bytes.has("：", at: index, before: line.upperBound)
  }
}

// MARK: - Wording

extension Finding {
  fileprivate static let frontMatterFence = Finding(
    .warning, "front-matter-fence",
    Wording(
      zh: "页首信息的分隔行写法不对", en: "The line that sets off the front matter is not written as it should be"),
    hint: Wording(
      zh: "请写成三个半角减号“---”，前后不留空格，第一个“---”放在文件的第一行",
      en: "Write three hyphens, “---”, with no spaces; the first such line is the first line of the file"))

  fileprivate static let unclosedFrontMatter = Finding(
    .error, "unclosed-front-matter",
    Wording(zh: "页首信息没有结束：缺少第二行“---”", en: "The front matter has no end: a second line “---” is missing"),
    hint: Wording(
      zh: "请在页首信息的最后一行下面加一行“---”", en: "Add a line “---” below the last line of the front matter"))
}
