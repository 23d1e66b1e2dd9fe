private import CCmark
private import Glibc

/// What cmark makes of a text, as plain values: its nodes before their children, with its own lines and columns.
///
/// This is the only place where C is called. The parse, the walk and the freeing happen inside one synchronous
/// function; nothing of cmark's memory outlives it.
struct CmarkTree {
  /// A node as cmark gives it.
  struct Node {
    var kind: Kind
    /// The level of a heading, or the first number of an ordered list.
    var number: Int32 = 0
    /// Whether a list has no blank lines between its items.
    var isTight = false
    /// 1-based line and byte column of the first byte. Reliable for blocks, not at all for inlines.
    var line: Int32
    var column: Int32
    /// 1-based last line. Reliable for paragraphs.
    var lastLine: Int32
    /// Literal text, address, or info string, as a range of `texts`.
    var text = 0..<0
    /// A link's title.
    var title = 0..<0
    /// Index after the last node of this subtree.
    var end: Int
  }

  /// cmark's kinds of nodes.
  enum Kind: UInt8 {
    case document, blockQuote, bulletList, orderedList, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image

  }

  /// All nodes, each before its children.
  private(set) var nodes: [Node] = []
  /// The texts of the nodes, in UTF-8.
  private(set) var texts: [UInt8] = []

  /// Parses a text; any bytes will do.
  init(parsing text: ArraySlice<UInt8>) {
    nodes.reserveCapacity(text.count / 16 + 8)
    texts.reserveCapacity(text.count + 64)
    text.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
        let root = cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT)
      else { return }
      defer { cmark_node_free(root) }
      walk(root)
    }
    if nodes.isEmpty { nodes.append(Node(kind: .document, line: 1, column: 1, lastLine: 1, end: 1)) }
  }

  private mutating func walk(_ root: OpaquePointer) {
    var open: [Int] = []
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER:
        guard let pointer = cmark_iter_get_node(iterator), let node = node(pointer) else { continue }
        nodes.append(node)
        if !node.kind.isLeaf { open.append(nodes.count - 1) }
      case CMARK_EVENT_EXIT:
        if let index = open.popLast() { nodes[index].end = nodes.count }
      default:
        return
      }
    }
  }

  private mutating func node(_ pointer: OpaquePointer) -> Node? {
    guard let kind = Self.kind(of: pointer) else { return nil }
    var node = Node(
      kind: kind, line: cmark_node_get_start_line(pointer), column: cmark_node_get_start_column(pointer),
      lastLine: cmark_node_get_end_line(pointer), end: nodes.count + 1)
    switch kind {
    case .text, .code, .html, .htmlBlock:
      node.text = copy(cmark_node_get_literal(pointer))
    case .codeBlock:
      node.text = copy(cmark_node_get_literal(pointer))
      node.title = copy(cmark_node_get_fence_info(pointer))
    case .link, .image:
      node.text = copy(cmark_node_get_url(pointer))
      node.title = copy(cmark_node_get_title(pointer))
    case .heading:
      node.number = cmark_node_get_heading_level(pointer)
    case .bulletList, .orderedList:
      node.number = cmark_node_get_list_start(pointer)
      node.isTight = cmark_node_get_list_tight(pointer) != 0
    case .document, .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak, .emphasis, .strong:
      break
    }
    return node
  }

  /// cmark replaces NUL, so its strings can be measured by it.
  private mutating func copy(_ string: UnsafePointer<CChar>?) -> Range<Int> {
    guard let string else { return 0..<0 }
    let lower = texts.count
    let length = strlen(string)
    if length == 0 { return 0..<0 }
    string.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      texts.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    }
    return lower..<texts.count
  }

  private static func kind(of pointer: OpaquePointer) -> Kind? {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? .orderedList : .bulletList
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
  }
}

extension CmarkTree.Kind {
  /// cmark's iterator leaves only nodes that are not leaves.
  fileprivate var isLeaf: Bool {
    switch self {
    case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .html: true
    case .document, .blockQuote, .bulletList, .orderedList, .item, .paragraph, .heading, .emphasis, .strong, .link,
      .image:
      false
    }
  }
}
