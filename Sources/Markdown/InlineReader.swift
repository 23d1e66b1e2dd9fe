import Diagnostics

/// Reads the texts of a document's blocks and puts blocks and inlines together in one array of nodes.
struct InlineReader {
  let blocks: Blocks
  /// The texts of all blocks.
  let content: [UInt8]
  let isLesson: Bool
  var texts: TextBuffer
  var findings: Findings
  /// The bytes of the comments within texts.
  var comments: [Range<Int>] = []
  private(set) var nodes: [Node] = []

  /// cmark's tree that holds the nodes of the present text.
  private(set) var tree: CmarkTree
  private var isTreeApart = false
  var entities = Entities()
  /// The tokens of the present text, and its runs of delimiters; each link text has a list of runs of its own.
  var tokens: [InlineToken] = []
  var runs: [DelimiterRun] = []
  var firstRuns: [Int] = []
  var lastRuns: [Int] = []
  /// For each byte, what it may be the start of.
  let marks = InlineReader.allMarks()
  /// Which of `InlineMarks` were met.
  var marksSeen: UInt8 = 0

  /// Where the present text starts and ends.
  var start = 0
  var end = 0

  // While tokens are located.
  var position = 0
  var runEnd = 0
  var level = 0
  /// How many texts were not found where they should be. Always zero, as far as is known.
  var misplaced = 0

  init(blocks: Blocks, dialect: Dialect, texts: TextBuffer, findings: Findings) {
    self.blocks = blocks
    self.texts = texts
    self.findings = findings
    isLesson = dialect == .lesson
    content = blocks.contents.bytes
    tree = blocks.tree
    nodes.reserveCapacity(blocks.tree.nodes.count + 16)
  }

  /// Reads all texts.
  mutating func read() {
    var open: [(node: Int, end: Int)] = []
    for index in blocks.blocks.indices {
      let block = blocks.blocks[index]
      while let last = open.last, last.end <= index {
        open.removeLast()
        nodes[last.node].end = nodes.count
      }
      var isEmpty = false
      if let text = block.text {
        readTokens(of: blocks.texts[text])
        isEmpty = tokens.isEmpty
      }
      // A paragraph that was only the mark of a callout or of a check box.
      if isEmpty, block.kind == .paragraph, isLesson { continue }
      open.append((nodes.count, block.end))
      nodes.append(Node(kind: block.kind, range: block.range, end: nodes.count + 1))
      if let text = block.text { appendNodes(for: blocks.texts[text]) }
    }
    while let last = open.popLast() { nodes[last.node].end = nodes.count }
  }

  private mutating func readTokens(of text: InlineContent) {
    tokens.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    firstRuns.removeAll(keepingCapacity: true)
    marksSeen = 0
    if text.isApart != isTreeApart {
      isTreeApart = text.isApart
      tree = text.isApart ? blocks.apart ?? blocks.tree : blocks.tree
    }
    locateTokens(of: text)
    guard isLesson else { return }
    var force = false
    if marksSeen & InlineMarks.address != 0 { force = findBareLinks() }
    amendEmphasis(of: text, force: force)
    findMarks(in: text)
    if text.visible != text.bytes { clip(to: text.visible) }
    joinLines()
  }

  /// Leaves out what is not for the reader.
  private mutating func clip(to visible: Range<Int>) {
    tokens = tokens.compactMap { token in
      // The border of a bare link has no length.
      if token.range.isEmpty { return visible.lowerBound...visible.upperBound ~= token.range.lowerBound ? token : nil }
      if token.range.upperBound <= visible.lowerBound || token.range.lowerBound >= visible.upperBound { return nil }
      guard token.kind == .text else { return token }
      return InlineToken(.text, token.range.clamped(to: visible))
    }
  }

  // MARK: Nodes

  private mutating func appendNodes(for text: InlineContent) {
    var open: [Int] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let range = blocks.contents.sourceRange(token.range, in: text)
      index += 1
      switch token.kind {
      case .text, .escape, .delimiters:
        index = appendText(from: index - 1, in: text)
      case .softBreak: append(.softBreak, lineEnd(range))
      case .joinedLine: append(.joinedLine, lineEnd(range))
      case .lineBreak: append(.lineBreak, lineEnd(range))
      case .code: append(.code(texts.append(token.text, of: tree)), range)
      case .html: append(.html(texts.append(token.text, of: tree)), range)
      case .fact: append(.fact(name: texts.append(token.text, of: content)), range)
      case .openEmphasis:
        open.append(nodes.count)
        append(.emphasis, range)
      case .openStrong:
        open.append(nodes.count)
        append(.strong, range)
      case .openLink:
        open.append(nodes.count)
        let destination = texts.append(token.text, of: tree)
        append(.link(destination: destination, title: texts.append(token.title, of: tree), isBare: false), range)
      case .openImage:
        open.append(nodes.count)
        let destination = texts.append(token.text, of: tree)
        append(.image(destination: destination, title: texts.append(token.title, of: tree)), range)
      case .openBareLink:
        open.append(nodes.count)
        append(.link(destination: bareAddress(after: index), title: texts.text(from: texts.count), isBare: true), range)
      case .closeEmphasis, .closeStrong, .closeLink:
        if let node = open.popLast() { close(node, at: range.upperBound) }
      }
    }
    while let node = open.popLast() { close(node, at: nodes[node].range.upperBound) }
  }

  private mutating func append(_ kind: Node.Kind, _ range: Range<Int>) {
    nodes.append(Node(kind: kind, range: range, end: nodes.count + 1))
  }

  private mutating func close(_ node: Int, at upper: Int) {
    nodes[node].end = nodes.count
    nodes[node].range = nodes[node].range.lowerBound..<max(nodes[node].range.lowerBound, upper)
  }

  /// Appends one node for all the text from a token on.
  /// - Returns: the index of the next token that is no text.
  private mutating func appendText(from first: Int, in text: InlineContent) -> Int {
    let lower = texts.count
    var index = first
    var last = tokens[first].range
    while index < tokens.count, appendBytes(of: tokens[index]) {
      last = tokens[index].range
      index += 1
    }
    let range = blocks.contents.sourceRange(tokens[first].range.lowerBound..<last.upperBound, in: text)
    append(.text(texts.text(from: lower, orAt: range)), range)
    return index
  }

  /// Appends the text of a token.
  /// - Returns: false when it has none.
  private mutating func appendBytes(of token: InlineToken) -> Bool {
    switch token.kind {
    case .text, .delimiters: _ = texts.append(token.range, of: content)
    case .escape: _ = texts.append(token.text, of: tree)
    default: return false
    }
    return true
  }

  private mutating func bareAddress(after index: Int) -> Node.Text {
    let lower = texts.count
    if let first = tokens[index...].first,
      content.has("www.", at: first.range.lowerBound, before: first.range.upperBound)
    {
      _ = texts.append(0..<7, of: Array("http://".utf8))
    }
    var index = index
    while index < tokens.count, appendBytes(of: tokens[index]) { index += 1 }
    return texts.text(from: lower)
  }

  /// The range of a line end with both of its bytes if it has two.
  private func lineEnd(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, last + 1 < blocks.source.count else { return range }
    let hasTwo = blocks.source[last] == UInt8(ascii: "\r") && blocks.source[last + 1] == UInt8(ascii: "\n")
    return hasTwo ? range.lowerBound..<last + 2 : range
  }
}
