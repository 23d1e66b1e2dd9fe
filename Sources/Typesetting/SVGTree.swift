internal import Diagnostics
private import CExpat

/// An SVG file as a tree of elements. This file is the only door to expat.
struct SVGTree {
  struct Element {
    /// The name without a prefix.
    let name: String
    /// Whether it belongs to SVG and not to a drawing program's own notes.
    let isSVG: Bool
    /// The attributes of SVG by name, and `href` of XLink.
    let attributes: [String: String]
    /// Bytes of the file from `<` to the end of the name.
    let range: Range<Int>
    /// Indices in `elements`.
    fileprivate(set) var children: [Int] = []
  }

  /// Why a file is no tree.
  enum Failure: Error {
    /// The XML is wrong at this byte; expat's number for it.
    case damaged(XMLDamage, at: Int)
    /// It brings declarations of its own, which could make it grow without end.
    case declarations(at: Int)
    case tooDeep(at: Int)
  }

  /// The nesting at which a picture is refused; drawing programs stay below twenty.
  static let depthLimit = 100

  /// In the order of their start tags; the root is the first.
  let elements: [Element]

  /// Reads the whole file.
  init(parsing file: SourceFile) throws(Failure) {
    let namespaceSeparator = XML_Char(bitPattern: Collector.separator)
    guard let parser = XML_ParserCreateNS("UTF-8", namespaceSeparator) else {
      throw .damaged(.other, at: 0)
    }
    defer { XML_ParserFree(parser) }
    let collector = Collector(parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(collector).toOpaque())
    XML_SetElementHandler(
      parser,
      { Collector.of($0)?.start(name: $1, attributes: $2) },
      { data, _ in Collector.of(data)?.end() })
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasDeclarations in
      if hasDeclarations != 0 { Collector.of(data)?.refuseDeclarations() }
    }
    let status = withExtendedLifetime(collector) {
      file.bytes.withUnsafeBytes { text in
        XML_Parse(parser, text.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(text.count), 1)
      }
    }
    if let failure = collector.failure { throw failure }
    guard status == XML_STATUS_OK else {
      throw .damaged(XMLDamage(XML_GetErrorCode(parser)), at: max(0, Int(XML_GetCurrentByteIndex(parser))))
    }
    elements = collector.elements
  }

  /// The first element with each `id`.
  func indicesByID() -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      if let id = element.attributes["id"], indices[id] == nil { indices[id] = index }
    }
    return indices
  }
}

/// What is wrong with a file that is no XML.
enum XMLDamage {
  case empty, unclosed, mismatched, repeatedAttribute, unknownEntity, unknownPrefix, textAfterEnd, other

  fileprivate init(_ code: XML_Error) {
    switch code {
    case XML_ERROR_NO_ELEMENTS: self = .empty
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION: self = .unclosed
    case XML_ERROR_TAG_MISMATCH: self = .mismatched
    case XML_ERROR_DUPLICATE_ATTRIBUTE: self = .repeatedAttribute
    case XML_ERROR_UNDEFINED_ENTITY: self = .unknownEntity
    case XML_ERROR_UNBOUND_PREFIX: self = .unknownPrefix
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: self = .textAfterEnd
    default: self = .other
    }
  }
}

/// Gathers what expat reports. It lives as long as one call of `XML_Parse`.
private final class Collector {
  /// Stands between the namespace and the name in expat's reports.
  static let separator = UInt8(ascii: " ")
  private static let svg = "http://www.w3.org/2000/svg"
  private static let link = "http://www.w3.org/1999/xlink"

  private let parser: XML_Parser
  private(set) var elements: [SVGTree.Element] = []
  private(set) var failure: SVGTree.Failure?
  private var open: [Int] = []

  init(_ parser: XML_Parser) { self.parser = parser }

  static func of(_ data: UnsafeMutableRawPointer?) -> Collector? {
    data.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
  }

  private var offset: Int { Int(XML_GetCurrentByteIndex(parser)) }

  func start(name: UnsafePointer<XML_Char>?, attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    guard failure == nil, let name, let attributes else { return }
    guard open.count < SVGTree.depthLimit else { return stop(.tooDeep(at: offset)) }
    let (space, local) = Self.parts(name)
    var values: [String: String] = [:]
    var next = attributes
    while let name = next[0], let value = next[1] {
      let (space, local) = Self.parts(name)
      if space.isEmpty {
        values[local] = String(cString: value)
      } else if space == Self.link, local == "href", values[local] == nil {
        values[local] = String(cString: value)
      }
      next += 2
    }
    if let parent = open.last { elements[parent].children.append(elements.count) }
    open.append(elements.count)
    elements.append(
      SVGTree.Element(
        name: local, isSVG: space == Self.svg, attributes: values, range: offset..<offset + 1 + local.utf8.count))
  }

  func end() { _ = open.popLast() }

  func refuseDeclarations() { stop(.declarations(at: offset)) }

  private func stop(_ failure: SVGTree.Failure) {
    self.failure = failure
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// The namespace, empty for none, and the name in it.
  private static func parts(_ name: UnsafePointer<XML_Char>) -> (space: String, local: String) {
    let text = String(cString: name)
    guard let border = text.utf8.lastIndex(of: separator) else { return ("", text) }
    return (String(text[..<border]), String(text[text.utf8.index(after: border)...]))
  }
}
