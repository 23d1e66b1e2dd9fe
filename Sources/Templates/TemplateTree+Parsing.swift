internal import Diagnostics

extension TemplateTree {
  /// Reads the structure of a template. Whatever can be understood is kept, so that one slip does not hide the next.
  static func parsing(_ source: SourceFile) -> Diagnosed<TemplateTree> {
    var parser = Parser(source: source)
    let nodes = parser.parse()
    let tree = TemplateTree(source: source, nodes: nodes, isBroken: !parser.diagnostics.isEmpty)
    return Diagnosed(tree, parser.diagnostics)
  }
}

/// A template being taken apart, with the sections that are open.
private struct Parser {
  private let source: SourceFile
  private var scanner: TagScanner
  private var open: [OpenTag] = []
  private var nodes: [TemplateNode] = []
  /// Where text that belongs to no node yet begins.
  private var textStart = 0
  private var ownDiagnostics: [Diagnostic] = []
  /// Names of sections that were closed too early, which was reported: their own end is no second slip.
  private var givenUp: [String] = []

  var diagnostics: [Diagnostic] { (scanner.diagnostics + ownDiagnostics).sorted() }

  init(source: SourceFile) {
    self.source = source
    scanner = TagScanner(source)
  }

  mutating func parse() -> [TemplateNode] {
    while let tag = scanner.next() { take(tag) }
    addText(upTo: source.bytes.count, tagFollows: false)
    while let unclosed = open.last {
      report(
        "unclosed-section", unclosed.tag.range, .unclosed(unclosed.tag.name.text),
        hint: .closeWith(unclosed.tag.name.text))
      close(unclosed, cut: unclosed.cut, isAlone: false)
    }
    return nodes
  }

  private mutating func take(_ tag: TemplateTag) {
    let line = LineAround(tag.range, in: source.bytes)
    let isAlone = line.isBlankBefore && line.isBlankAfter
    switch tag.kind {
    case .variable, .rawVariable:
      addText(upTo: tag.range.lowerBound, tagFollows: true)
      nodes.append(.variable(tag.name, isRaw: tag.kind == .rawVariable))
      textStart = tag.range.upperBound
    case .comment, .delimiters:
      cut(tag, line, isAlone: isAlone)
    case .partial:
      cut(tag, line, isAlone: isAlone)
      nodes.append(
        .partial(TemplateInclusion(name: tag.name, blocks: [], indentation: isAlone ? line.spacesBefore : nil)))
    case .section, .invertedSection:
      cut(tag, line, isAlone: isAlone)
      push(OpenTag(tag: tag, outer: nodes, cut: isAlone))
    case .parent:
      // Whether it stands alone shows at its end; until then the spaces before it are held back.
      addText(
        upTo: line.isBlankBefore ? line.spacesBefore.lowerBound : tag.range.lowerBound, tagFollows: !line.isBlankBefore)
      textStart = tag.range.upperBound
      push(OpenTag(tag: tag, outer: nodes, cut: line.isBlankBefore, spaces: line.spacesBefore))
    case .block:
      let isInParent = open.last?.tag.kind == .parent
      cut(tag, line, isAlone: isAlone)
      // What stands beside a block inside a parent tag is ignored, so it does not keep the line from being the block's.
      if isInParent, line.isBlankAfter { textStart = line.end }
      push(
        OpenTag(
          tag: tag, outer: nodes, cut: isAlone, spaces: line.isBlankBefore ? line.spacesBefore : nil,
          isOnLines: textStart == line.end && line.isBlankAfter, isInParent: isInParent))
    case .end:
      end(tag, line, isAlone: isAlone)
    }
  }

  private mutating func end(_ tag: TemplateTag, _ line: LineAround, isAlone: Bool) {
    guard let index = open.lastIndex(where: { $0.tag.name.text == tag.name.text }) else {
      addText(upTo: tag.range.lowerBound, tagFollows: true)
      textStart = tag.range.upperBound
      if let known = givenUp.lastIndex(of: tag.name.text) {
        givenUp.remove(at: known)
      } else if let last = open.last {
        report(
          "mismatched-section", tag.range, .mismatched(tag.name.text, open: last.tag.name.text),
          hint: .closeWith(last.tag.name.text), notes: [Diagnostic.Note(.openedHere, at: source.place(last.tag.range))])
      } else {
        report("mismatched-section", tag.range, .nothingOpen(tag.name.text))
      }
      return
    }
    while open.count > index + 1, let unclosed = open.last {
      report(
        "mismatched-section", tag.range, .mismatched(tag.name.text, open: unclosed.tag.name.text),
        hint: .closeWith(unclosed.tag.name.text),
        notes: [Diagnostic.Note(.openedHere, at: source.place(unclosed.tag.range))])
      addText(upTo: tag.range.lowerBound, tagFollows: true)
      givenUp.append(unclosed.tag.name.text)
      close(unclosed, cut: unclosed.cut, isAlone: false)
    }
    guard let opened = open.last else { return }
    let isLineOfBlock = opened.tag.kind == .block && opened.isInParent && line.isBlankBefore
    addText(
      upTo: isAlone || isLineOfBlock ? line.spacesBefore.lowerBound : tag.range.lowerBound,
      tagFollows: !(isAlone || isLineOfBlock))
    // A parent tag stands alone when nothing stands before its beginning and after its end.
    let standsAlone = opened.tag.kind == .parent ? opened.cut && line.isBlankAfter : isAlone
    textStart = standsAlone ? line.end : tag.range.upperBound
    close(opened, cut: opened.cut, isAlone: standsAlone)
  }

  private mutating func push(_ tag: OpenTag) {
    open.append(tag)
    nodes = []
  }

  /// Makes the node of the innermost open tag out of what was met since.
  private mutating func close(_ opened: OpenTag, cut: Bool, isAlone: Bool) {
    open.removeLast()
    let content = nodes
    nodes = opened.outer
    let name = opened.tag.name
    switch opened.tag.kind {
    case .section: nodes.append(.section(name, content, isInverted: false))
    case .invertedSection: nodes.append(.section(name, content, isInverted: true))
    case .parent:
      let blocks = content.compactMap { if case .block(let block) = $0 { block } else { nil } }
      if !isAlone, cut, let spaces = opened.spaces { nodes.append(.lineStart(spaces)) }
      nodes.append(.partial(TemplateInclusion(name: name, blocks: blocks, indentation: isAlone ? opened.spaces : nil)))
    case .block:
      nodes.append(.block(block(opened, content)))
    case .variable, .rawVariable, .end, .partial, .comment, .delimiters: break
    }
  }

  private func block(_ opened: OpenTag, _ content: [TemplateNode]) -> TemplateBlock {
    let before = opened.spaces ?? opened.tag.range.lowerBound..<opened.tag.range.lowerBound
    var first = before.lowerBound..<before.lowerBound
    if opened.isOnLines {
      first = source.bytes.spacesOfFirstLine(from: LineAround(opened.tag.range, in: source.bytes).end)
    }
    let isFilled = opened.isOnLines && !content.isEmpty
    return TemplateBlock(
      name: opened.tag.name, nodes: content, isOnLines: opened.isOnLines, isStandalone: opened.cut,
      indentation: isFilled ? first : before, firstIndentation: first)
  }

  /// Goes past a tag that leaves nothing behind, with its line if nothing else stands there.
  private mutating func cut(_ tag: TemplateTag, _ line: LineAround, isAlone: Bool) {
    addText(upTo: isAlone ? line.spacesBefore.lowerBound : tag.range.lowerBound, tagFollows: !isAlone)
    textStart = isAlone ? line.end : tag.range.upperBound
  }

  /// Adds the text from `textStart` on, line by line.
  private mutating func addText(upTo end: Int, tagFollows: Bool) {
    let bytes = source.bytes
    var start = textStart
    if start >= end {
      if tagFollows, start == end, bytes.isLineStart(start) { nodes.append(.lineStart(start..<start)) }
      textStart = max(start, end)
      return
    }
    while start < end {
      let next = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
      if bytes.isLineStart(start) {
        let spaces = bytes.spaces(from: start, upTo: next)
        let isBlank = spaces.upperBound == next ? !tagFollows : [0x0A, 0x0D].contains(bytes[spaces.upperBound])
        if !isBlank {
          nodes.append(.lineStart(spaces))
          start = spaces.upperBound
        }
      }
      if start < next { nodes.append(.text(start..<next)) }
      start = next
    }
    if tagFollows, bytes.isLineStart(end) { nodes.append(.lineStart(end..<end)) }
    textStart = end
  }

  private mutating func report(
    _ rule: String, _ range: Range<Int>, _ message: Wording, hint: Wording? = nil, notes: [Diagnostic.Note] = []
  ) {
    ownDiagnostics.append(Diagnostic(.error, rule, at: source.place(range), message, hint: hint, notes: notes))
  }
}

/// A tag whose end has not come yet.
private struct OpenTag {
  let tag: TemplateTag
  /// What stands before it.
  let outer: [TemplateNode]
  /// Whether the spaces before it were taken away.
  let cut: Bool
  var spaces: Range<Int>?
  var isOnLines = false
  var isInParent = false
}

/// What stands beside a tag in its line, or in its first and its last line.
private struct LineAround {
  let isBlankBefore: Bool
  let isBlankAfter: Bool
  /// The spaces between the beginning of the line and the tag.
  let spacesBefore: Range<Int>
  /// Where the next line begins.
  let end: Int

  init(_ tag: Range<Int>, in bytes: [UInt8]) {
    var start = tag.lowerBound
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    isBlankBefore = bytes.isLineStart(start)
    spacesBefore = start..<tag.lowerBound
    var end = tag.upperBound
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    isBlankAfter = end == bytes.count || bytes[end] == 0x0A
    self.end = min(end + 1, bytes.count)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}

extension [UInt8] {
  fileprivate func isLineStart(_ offset: Int) -> Bool { offset == 0 || self[offset - 1] == 0x0A }

  fileprivate func spaces(from start: Int, upTo end: Int) -> Range<Int> {
    start..<(self[start..<end].firstIndex { !$0.isBlank } ?? end)
  }

  /// The spaces that the first line begins with that is not blank.
  fileprivate func spacesOfFirstLine(from start: Int) -> Range<Int> {
    var start = start
    while true {
      let spaces = spaces(from: start, upTo: count)
      guard spaces.upperBound < count, self[spaces.upperBound] == 0x0A || self[spaces.upperBound] == 0x0D else {
        return spaces
      }
      guard let next = self[spaces.upperBound...].firstIndex(of: 0x0A) else { return spaces }
      start = next + 1
    }
  }
}

extension Wording {
  fileprivate static func unclosed(_ name: String) -> Wording {
    Wording(zh: "“\(name)”没有收尾", en: "`\(name)` is never closed")
  }
  fileprivate static func closeWith(_ name: String) -> Wording {
    Wording(zh: "用 {{/\(name)}} 收尾", en: "close it with `{{/\(name)}}`")
  }
  fileprivate static func mismatched(_ name: String, open: String) -> Wording {
    Wording(zh: "这里收尾的是“\(name)”，但“\(open)”还没有收尾", en: "`\(name)` is closed here, but `\(open)` is still open")
  }
  fileprivate static func nothingOpen(_ name: String) -> Wording {
    Wording(zh: "“\(name)”在这里收尾，但前面没有开始", en: "`\(name)` is closed here, but was never opened")
  }
  fileprivate static let openedHere = Wording(zh: "在这里开始", en: "opened here")
}
