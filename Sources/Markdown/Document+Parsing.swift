package import Diagnostics

extension Document {
  /// The tree of a Markdown file, and what is to be said about how it is written. Parsing never fails.
  ///
  /// The way of a text: cmark parses it (`CmarkTree`), its blocks get their ranges (`BlockReader`), then the texts of the
  /// paragraphs (`InlineReader`). In the lesson dialect no node is nested more than a hundred levels deep; a text that
  /// would be gives an error and an empty document.
  package static func parsing(_ source: SourceFile, dialect: Dialect = .lesson) -> Diagnosed<Document> {
    var findings = Findings()
    var frontMatter: FrontMatter?
    switch dialect {
    case .lesson: frontMatter = FrontMatter(in: source, findings: &findings)
    case .commonMark: break
    }
    let bodyStart = source.bytes.afterByteOrderMarks(frontMatter?.bodyStart ?? 0)
    if dialect == .lesson, let excess = Complexity.excess(in: source.bytes, from: bodyStart) {
      return refused(source, frontMatter, at: excess, findings)
    }
    let body = source.bytes[bodyStart...]
    var blocks = BlockReader(
      source: source, dialect: dialect, bodyStart: bodyStart, tree: CmarkTree(parsing: body), findings: findings)
    blocks.read()
    blocks.result.apart = blocks.apart.parsed(for: &blocks.result.texts, body: body)
    var inlines = InlineReader(
      blocks: blocks.result, dialect: dialect, texts: blocks.texts, findings: blocks.findings)
    inlines.read()
    if dialect == .lesson, let excess = Complexity.excess(in: inlines.nodes) {
      return refused(source, frontMatter, at: excess, findings)
    }
    // Documents are kept, and what grew has room for nearly as much again: only a copy by its address has just its size.
    let document = Document(
      source: source, frontMatter: frontMatter?.range,
      comments: (inlines.blocks.comments + inlines.comments).sorted { $0.lowerBound < $1.lowerBound },
      nodes: inlines.nodes.withUnsafeBufferPointer(Array.init),
      texts: inlines.texts.bytes.withUnsafeBufferPointer(Array.init))
    return Diagnosed(document, inlines.findings.diagnostics(in: source))
  }

  /// A document without content, for a text that cannot be read.
  private static func refused(
    _ source: SourceFile, _ frontMatter: FrontMatter?, at range: Range<Int>, _ findings: Findings
  ) -> Diagnosed<Document> {
    var findings = findings
    findings.add(.tooComplicated, at: range)
    let start = frontMatter?.bodyStart ?? 0
    let root = Node(kind: .document, range: start..<source.bytes.count, end: 1)
    let document = Document(source: source, frontMatter: frontMatter?.range, comments: [], nodes: [root], texts: [])
    return Diagnosed(document, findings.diagnostics(in: source))
  }
}

extension [UInt8] {
  /// The offset after any byte order marks, which cmark would take away without counting them.
  fileprivate func afterByteOrderMarks(_ offset: Int) -> Int {
    var offset = offset
    while has("\u{FEFF}", at: offset, before: count) { offset += 3 }
    return offset
  }
}
