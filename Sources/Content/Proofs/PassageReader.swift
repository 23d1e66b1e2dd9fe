import Markdown

/// Goes through a page's blocks and takes down those that hold no others.
struct PassageReader {
  let page: Page
  let stock: Stock
  private(set) var passages: [Passage] = []
  /// What readers get from the block at hand, as bytes.
  private var content: [UInt8] = []

  init(page: Page, stock: Stock) {
    self.page = page
    self.stock = stock
  }

  /// Takes down the whole document.
  mutating func read() {
    for block in page.document.children(of: 0) { read(block, shape: "", context: []) }
  }

  /// - Parameter context: what the blocks round it are, in bytes: a paragraph that moves out of a warning has changed.
  private mutating func read(_ block: Int, shape: String, context: [UInt8]) {
    let document = page.document
    switch document.nodes[block].kind {
    case .htmlBlock(let text) where Self.isComment(document.bytes(text)): return
    case .paragraph, .thematicBreak, .codeBlock, .htmlBlock, .tableRow: take(block, shape: shape, context)
    case .heading(let level, id: _):
      take(block, shape: shape + String(repeating: "#", count: level) + " ", context)
    case .blockQuote: read(below: block, shape: shape + "> ", context: context + [6])
    case .callout(let callout):
      read(
        below: block, shape: shape + "[!\(callout.rawValue)] ", context: context + [7] + Array(callout.rawValue.utf8))
    case .list(let list):
      let start = list.start.map { "\($0)" } ?? ""
      // Of lists in lists only the innermost is shown.
      let outer = shape.hasSuffix("- ") || shape.hasSuffix("1. ") ? "" : shape
      read(
        below: block, shape: outer + (list.start == nil ? "- " : "1. "), context: context + [8] + Array(start.utf8))
    case .item(let box):
      let mark = box.map { $0 == .checked ? "[x] " : "[ ] " } ?? ""
      // The box belongs to the first block; what follows is said to whoever chooses the option.
      read(below: block, shape: shape, mark: mark, context: context + [9])
    case .table: read(below: block, shape: shape, context: context + [12])
    case .document, .tableCell, .text, .softBreak, .joinedLine, .lineBreak, .code, .html, .emphasis, .strong, .link,
      .image, .fact:
      break
    }
  }

  private mutating func read(below block: Int, shape: String, mark: String = "", context: [UInt8]) {
    let count = passages.count
    for child in page.document.children(of: block) {
      let own = passages.count == count ? mark : ""
      read(child, shape: shape + own, context: context + Array(own.utf8))
    }
    // An empty item or box is something, too.
    if passages.count == count { take(block, shape: shape + mark, context + Array(mark.utf8)) }
  }

  private mutating func take(_ block: Int, shape: String, _ context: [UInt8]) {
    content.removeAll(keepingCapacity: true)
    content += context
    content.append(0)
    add(block)
    // Line ends inside code are those of the file.
    if content.contains(0x0D) { content.removeAll { $0 == 0x0D } }
    passages.append(Passage(origin: .node(block), shape: shape, hash: Passage.Hash(of: content)))
  }

  /// A node and what is below it. Text stands as it is, so that it does not matter where the lines of the source end;
  /// everything else has a sign of its own at its beginning and one at its end.
  private mutating func add(_ index: Int) {
    let document = page.document
    switch document.nodes[index].kind {
    case .text(let text):
      content += document.bytes(text)
      return
    case .softBreak:
      content.append(UInt8(ascii: " "))
      return
    case .joinedLine: return
    // What stands for a fact, and not its name: that is what is read.
    case .fact(let name):
      content += Array(stock.value(of: document.string(name), in: page.language).utf8)
      return
    case .html(let text), .htmlBlock(let text):
      if Self.isComment(document.bytes(text)) { return }
      content.append(1)
      content += document.bytes(text)
    case .document: content.append(2)
    case .paragraph: content.append(3)
    case .heading(let level, id: _): content += [4, UInt8(level)]
    case .thematicBreak: content.append(5)
    case .blockQuote, .callout, .list, .item, .table: content.append(10)
    case .codeBlock(language: _, let text):
      content.append(11)
      content += document.bytes(text)
    case .tableRow(let isHeading): content += [14, isHeading ? 1 : 0]
    case .tableCell: content.append(15)
    case .lineBreak: content.append(16)
    case .code(let text):
      content.append(17)
      content += document.bytes(text)
    case .emphasis: content.append(18)
    case .strong: content.append(19)
    case .link(let destination, let title, isBare: _):
      content.append(20)
      content += document.bytes(destination)
      content.append(0)
      content += document.bytes(title)
      content.append(0)
    case .image(let destination, let title):
      content.append(21)
      content += picture(document.string(destination))
      content += document.bytes(title)
      content.append(0)
    }
    for child in document.children(of: index) { add(child) }
    content.append(23)
  }

  /// What a picture is known by: its bytes, wherever they lie.
  private func picture(_ address: String) -> [UInt8] {
    guard let path = Library.picturePath(of: address, in: page), let picture = stock.pictures[path] else {
      return Array(address.utf8) + [0]
    }
    return SHA256.hash(picture.bytes)
  }

  private static func isComment(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: "<!--".utf8) }

  /// What is read in a block.
  static func pieces(of block: Int, in page: Page, _ stock: Stock) -> [Particulars.Piece] {
    let document = page.document
    var pieces: [Particulars.Piece] = []
    if case .item(.checked?) = document.nodes[max(0, block - 1)].kind { pieces.append(.answer) }
    for index in block..<document.nodes[block].end {
      switch document.nodes[index].kind {
      case .text(let text), .code(let text), .codeBlock(language: _, let text):
        pieces.append(.words(document.string(text)))
      case .html(let text), .htmlBlock(let text):
        if !isComment(document.bytes(text)) { pieces.append(.words(document.string(text))) }
      case .softBreak, .lineBreak: pieces.append(.words(" "))
      case .tableCell where index > block + 1: pieces.append(.words(" · "))
      case .fact(let name): pieces.append(.fact(stock.value(of: document.string(name), in: page.language)))
      case .link(let destination, title: _, isBare: _):
        let address = document.string(destination)
        // Links within the site lead to the page in the same language.
        if address.contains(":") { pieces.append(.link(address)) }
      case .document, .paragraph, .heading, .thematicBreak, .blockQuote, .callout, .list, .item, .table, .tableRow,
        .tableCell, .joinedLine, .emphasis, .strong, .image:
        break
      }
    }
    return pieces
  }
}
