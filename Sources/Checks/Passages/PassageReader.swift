import Content
import Diagnostics
import Markdown

/// Takes the passages of a page one after the other.
struct PassageReader {
  private let page: Page
  private let script: Passage.Script
  private var glyphs: [Glyph] = []
  private var kinds: Glyph.Kind = []

  private init(_ page: Page) {
    self.page = page
    script = Passage.Script(page.language)
  }

  /// Hands every passage of a page to a function, in the order of the file.
  static func read(_ page: Page, _ body: (Passage) -> Void) {
    var reader = PassageReader(page)
    reader.readFrontMatter(body)
    reader.readDocument(body)
  }

  private mutating func readDocument(_ body: (Passage) -> Void) {
    let nodes = page.document.nodes
    var baitEnd = 0
    var lawEnd = 0
    var section = 0
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      while section < page.sections.count, index >= page.sections[section].blocks.upperBound { section += 1 }
      let isInSection = section < page.sections.count && page.sections[section].blocks.contains(index)
      let role = isInSection ? page.sections[section].role : nil
      func setting(_ setting: Passage.Setting) -> Passage {
        take(index)
        return passage(setting, node: index, isBait: index < baitEnd, isLaw: index < lawEnd, role: role)
      }
      switch node.kind {
      case .callout(.bait): baitEnd = max(baitEnd, node.end)
      case .blockQuote where quotesLaw(index): lawEnd = max(lawEnd, node.end)
      case .paragraph: body(setting(.prose))
      case .heading: body(setting(.heading))
      case .tableCell: body(setting(.cell))
      case .document, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock, .table, .tableRow,
        .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link, .image, .fact:
        break
      }
      switch node.kind {
      case .paragraph, .heading, .tableCell: index = node.end
      default: index += 1
      }
    }
  }

  /// Whether a quote gives the words of a law: it names one, and an article of it.
  private func quotesLaw(_ node: Int) -> Bool {
    let text = page.document.plainText(of: node).unicodeScalars
    guard let title = text.firstIndex(of: "《"), let article = text.firstIndex(of: "条") else { return false }
    return title < article && text[title..<article].contains("第")
  }

  private mutating func passage(
    _ setting: Passage.Setting, node: Int?, isBait: Bool = false, isLaw: Bool = false, role: Role? = nil
  ) -> Passage {
    defer { (glyphs, kinds) = ([], []) }
    return Passage(
      page: page, node: node, setting: setting, isBait: isBait, isLaw: isLaw, role: role, glyphs: glyphs, kinds: kinds,
      script: script)
  }

  // MARK: The text

  /// Takes the characters of a block.
  private mutating func take(_ block: Int) {
    let document = page.document
    var addressEnd = 0
    glyphs.reserveCapacity(document.nodes[block].range.count / (script.isChinese ? 3 : 1))
    for index in block + 1..<max(block + 1, document.nodes[block].end) {
      let node = document.nodes[index]
      switch node.kind {
      case .text(let text):
        take(document.bytes(text), from: node.range, isOpaque: index < addressEnd)
      case .code(let text): takeCode(document.bytes(text), from: node.range)
      case .fact: append(Glyph("\u{FFFC}", .fact, at: node.range))
      case .softBreak, .lineBreak: append(Glyph(" ", .lineEnd, at: node.range))
      case .link(_, _, let isBare): if isBare { addressEnd = node.end }
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .codeBlock, .htmlBlock,
        .table, .tableRow, .tableCell, .joinedLine, .html, .emphasis, .strong, .image:
        break
      }
    }
    hideQuotedLaw()
  }

  private mutating func append(_ glyph: Glyph) {
    glyphs.append(glyph)
    kinds.formUnion(glyph.kind)
  }

  private mutating func takeCode(_ text: ArraySlice<UInt8>, from range: Range<Int>) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      append(Glyph(scalar, .opaque, at: range, isEscaped: true))
    }
  }

  /// Takes a text whose source may have escapes, entities and comments in it. When text and source cannot be brought
  /// together the text is opaque.
  private mutating func take(_ text: ArraySlice<UInt8>, from range: Range<Int>, isOpaque: Bool = false) {
    let first = glyphs.count
    // Mostly the text stands in the file as it is.
    let isPlain = range.count == text.count && page.document.source.bytes[range].elementsEqual(text)
    var offset = range.lowerBound
    var source = SourceWalk(page.document.source.bytes, range)
    var index = text.startIndex
    while index < text.endIndex {
      guard let (scalar, length) = text.scalar(at: index),
        let place = isPlain ? (offset..<offset + length, false) : source.next(scalar, text[index...])
      else {
        glyphs.removeSubrange(first...)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
          append(Glyph(scalar, .opaque, at: range, isEscaped: true))
        }
        return
      }
      let kind = isOpaque ? .opaque : Glyph.Kind(of: scalar)
      append(Glyph(scalar, kind, at: place.range, isEscaped: place.isEscaped))
      index += length
      offset += length
    }
  }

  /// Hides what stands between quotation marks behind “第…条规定：”.
  private mutating func hideQuotedLaw() {
    guard kinds.contains(.sharedMark), kinds.contains(.han) else { return }
    var depth = 0
    for index in glyphs.indices {
      let scalar = glyphs[index].scalar
      if scalar == "”" { depth = 0 }
      if depth > 0 {
        glyphs[index].kind = .opaque
        kinds.formUnion(.opaque)
      }
      if scalar == "“", followsArticle(index) { depth = 1 }
    }
  }

  private func followsArticle(_ index: Int) -> Bool {
    var hasColon = false
    for back in 1...8 {
      guard index - back >= 0 else { return false }
      switch glyphs[index - back].scalar {
      case "：", ":": hasColon = true
      case "条", "款", "项": return hasColon
      case "。", "，", "”": return false
      default: break
      }
    }
    return false
  }

  // MARK: Front matter

  /// The title and the summary, where they stand in the file as they read.
  private mutating func readFrontMatter(_ body: (Passage) -> Void) {
    let source = page.document.source
    guard let range = page.document.frontMatter else { return }
    for (key, value) in [("title:", page.frontMatter.title), ("summary:", page.frontMatter.summary)] {
      guard
        let start = source.firstRange(of: Array(("\n" + key).utf8), in: max(0, range.lowerBound - 1)..<range.upperBound)
      else { continue }
      let line = source.lineRange(source.line(at: start.upperBound))
      let wanted = Array(value.utf8)
      guard !wanted.isEmpty,
        let found = source.firstRange(of: wanted, in: start.upperBound..<max(start.upperBound, line.upperBound))
      else { continue }
      var offset = found.lowerBound
      for scalar in value.unicodeScalars {
        let length = scalar.utf8.count
        append(Glyph(scalar, Glyph.Kind(of: scalar), at: offset..<offset + length))
        offset += length
      }
      body(passage(.frontMatter, node: nil))
    }
  }
}
