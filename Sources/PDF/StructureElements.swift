import Typesetting

/// The elements of a structure tree that have content, with what belongs to each in the order of reading (ISO 32000-1,
/// 14.7.2). Those without content, and those that hold only such, are left out.
struct StructureElements: Sendable {
  private enum Kid {
    case element(StructureTree.ID)
    case mark(page: Int, number: Int)
    case annotation(page: Int, Reference)
  }

  /// The objects that elements name.
  struct Objects {
    /// The number of each element's object; nil for those that are left out.
    let elements: [Reference?]
    let pages: [Reference]
  }

  private let tagging: Tagging
  private let kids: [[Kid]]
  private let isPresent: [Bool]

  /// - Parameter kept: an element that gets content later; it and those that hold it count as present.
  init(_ tagging: Tagging, keeping kept: StructureTree.ID? = nil) {
    let elements = tagging.tree.elements
    var marks: [[Kid]] = Array(repeating: [], count: elements.count)
    var keys: [[Int]] = Array(repeating: [], count: elements.count)
    // The first content of an element or of what it holds, in the order of drawing.
    var first = Array(repeating: Int.max, count: elements.count)
    var isPresent = Array(repeating: false, count: elements.count)
    for (key, mark) in tagging.marks.enumerated() {
      marks[mark.element].append(.mark(page: mark.page, number: mark.number))
      keys[mark.element].append(key)
      first[mark.element] = min(first[mark.element], key)
      isPresent[mark.element] = true
    }
    for annotation in tagging.annotations { isPresent[annotation.element] = true }
    if let kept { isPresent[kept] = true }
    for id in elements.indices.reversed() {
      guard let parent = elements[id].parent, isPresent[id] else { continue }
      isPresent[parent] = true
      first[parent] = min(first[parent], first[id])
    }
    var children: [[StructureTree.ID]] = Array(repeating: [], count: elements.count)
    for id in elements.indices where isPresent[id] {
      if let parent = elements[id].parent { children[parent].append(id) }
    }
    var kids: [[Kid]] = []
    kids.reserveCapacity(elements.count)
    for id in elements.indices {
      // Children keep the tree's order; an element's own content stands where it was drawn between them.
      var list: [Kid] = []
      var next = 0
      for child in children[id] {
        while next < marks[id].count, keys[id][next] < first[child] {
          list.append(marks[id][next])
          next += 1
        }
        list.append(.element(child))
      }
      list.append(contentsOf: marks[id][next...])
      kids.append(list)
    }
    for annotation in tagging.annotations {
      kids[annotation.element].append(.annotation(page: annotation.page, annotation.reference))
    }
    (self.tagging, self.kids, self.isPresent) = (tagging, kids, isPresent)
  }

  /// Those that are in the file, every one after its parent.
  var present: [StructureTree.ID] { isPresent.indices.filter { isPresent[$0] } }

  func contains(_ element: StructureTree.ID) -> Bool { isPresent[element] }

  func kind(of element: StructureTree.ID) -> StructureTree.Kind { tagging.tree.elements[element].kind }

  /// The elements that an element holds, in the order of reading.
  func children(of element: StructureTree.ID) -> [StructureTree.ID] {
    kids[element].compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// An element's dictionary.
  /// - Parameter more: further entries of its K array, as they stand.
  func write(
    _ id: StructureTree.ID, into text: inout [UInt8], parent: Reference, objects: Objects, more: [UInt8] = []
  ) {
    let element = tagging.tree.elements[id]
    text.put("<</S")
    text.put(name: element.kind.type)
    text.put("/P ")
    text.put(parent)
    var page: Int?
    for case .mark(let first, _) in kids[id] where page == nil { page = first }
    if let page {
      text.put("/Pg ")
      text.put(objects.pages[page])
    }
    text.put("/K[")
    write(kidsOf: id, into: &text, page: page, objects: objects)
    text.append(contentsOf: more)
    text.put("]")
    if let language = element.language {
      text.put("/Lang")
      text.put(textString: language)
    }
    write(attributesOf: id, kind: element.kind, into: &text, own: objects.elements[id])
    text.put(">>")
  }

  /// The entries of an element's K array.
  /// - Parameter page: the one that the element's dictionary names; marks on others name theirs.
  func write(kidsOf id: StructureTree.ID, into text: inout [UInt8], page: Int?, objects: Objects) {
    for kid in kids[id] {
      switch kid {
      case .element(let child):
        if let reference = objects.elements[child] { text.put(reference) }
      case .mark(let its, let number) where its == page: text.put(number)
      case .mark(let its, let number):
        text.put("<</Type/MCR/Pg ")
        text.put(objects.pages[its])
        text.put("/MCID ")
        text.put(number)
        text.put(">>")
      case .annotation(let its, let reference):
        text.put("<</Type/OBJR/Pg ")
        text.put(objects.pages[its])
        text.put("/Obj ")
        text.put(reference)
        text.put(">>")
      }
      text.put(" ")
    }
  }

  private func write(
    attributesOf id: StructureTree.ID, kind: StructureTree.Kind, into text: inout [UInt8], own: Reference?
  ) {
    switch kind {
    case .figure(let alt):
      text.put("/Alt")
      text.put(textString: alt)
      if let (rect, height) = tagging.bounds(of: id) {
        text.put("/A<</O/Layout/Placement/Block/BBox")
        text.put(rect, height: height)
        text.put(">>")
      }
    case .headingCell:
      text.put(isInRowOfCells(id) ? "/A<</O/Table/Scope/Row>>" : "/A<</O/Table/Scope/Column>>")
    case .list:
      if let numbering = numbering(of: id) {
        text.put("/A<</O/List/ListNumbering")
        text.put(name: numbering)
        text.put(">>")
      }
    case .note:
      if let own {
        text.put("/ID")
        text.put(string: Self.identifier(of: own))
      }
    case .document, .section, .heading, .paragraph, .item, .label, .body, .table, .row, .cell, .quote, .link: break
    }
  }

  /// The identifier that PDF/UA wants of every note (ISO 14289-1, 7.9), in the order of the objects' numbers.
  static func identifier(of note: Reference) -> [UInt8] {
    let digits = Array(String(note.number).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, 7 - digits.count)) + digits
  }

  /// Whether a heading cell stands in one row with ordinary cells, for which it is then the heading.
  private func isInRowOfCells(_ cell: StructureTree.ID) -> Bool {
    guard let row = tagging.tree.elements[cell].parent else { return false }
    return children(of: row).contains { kind(of: $0) == .cell }
  }

  /// How a list is numbered, told from its first label; nil when its items have none.
  private func numbering(of list: StructureTree.ID) -> String? {
    for item in children(of: list) {
      for label in children(of: item) where kind(of: label) == .label {
        let words = tagging.words(of: label).unicodeScalars
        if words.contains(where: { $0.properties.numericType != nil }) { return "Decimal" }
        if words.contains(where: { ("A"..."Z").contains($0) }) { return "UpperAlpha" }
        if words.contains(where: { ("a"..."z").contains($0) }) { return "LowerAlpha" }
        return "Disc"
      }
    }
    return nil
  }

  /// The words of a link: its own text, else that of the figure in it, else nothing.
  func description(of link: StructureTree.ID) -> String {
    let words = tagging.words(of: link)
    if !words.isEmpty { return words }
    for child in children(of: link) {
      if case .figure(let alt) = kind(of: child) { return alt }
    }
    return ""
  }
}

extension StructureTree.Kind {
  /// The standard structure type (14.8.4).
  var type: String {
    switch self {
    case .document: "Document"
    case .section: "Sect"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .list: "L"
    case .item: "LI"
    case .label: "Lbl"
    case .body: "LBody"
    case .table: "Table"
    case .row: "TR"
    case .headingCell: "TH"
    case .cell: "TD"
    case .quote: "BlockQuote"
    case .note: "Note"
    case .link: "Link"
    case .figure: "Figure"
    }
  }
}
