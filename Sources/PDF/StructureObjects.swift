import Typesetting

/// The structure tree of a layout as objects of a file (ISO 32000-1, 14.7). Most are written at once; those that an
/// overlay may change are written last: the slot and what holds it, the tree's root and the parent tree.
struct StructureObjects: Sendable {
  let slot: StructureTree.ID
  /// The elements that have content.
  private let bareElements: StructureElements
  /// The same when the slot has some, too.
  private let keptElements: StructureElements
  /// The slot and the elements that hold it, the document first.
  private let chain: [StructureTree.ID]
  private let objects: StructureElements.Objects
  let root: Reference
  private let parentTree: Reference
  /// The elements of each page's marks, as they stand in the parent tree.
  private let markParents: [[UInt8]]
  private let linkParents: [Reference]
  private let notes: [Reference]

  /// What an overlay adds.
  struct Addition {
    let tagging: Tagging
    let elements: StructureElements

    /// Nil when nothing of the overlay is drawn.
    init?(_ tagging: Tagging) {
      guard !tagging.marks.isEmpty || !tagging.annotations.isEmpty else { return nil }
      self.tagging = tagging
      elements = StructureElements(tagging)
    }
  }

  /// Writes all elements that never change, and the links.
  init(_ tagging: Tagging, slot: StructureTree.ID, sheets: [Sheet], into file: inout ObjectFile) {
    let tree = tagging.tree.elements
    let slot = tree.indices.contains(slot) ? slot : StructureTree.root
    (root, parentTree) = (file.reserve(), file.reserve())
    let elements = StructureElements(tagging)
    let keptElements = StructureElements(tagging, keeping: slot)
    var chain = [slot]
    while let parent = tree[chain[0]].parent { chain.insert(parent, at: 0) }
    var references: [Reference?] = Array(repeating: nil, count: tree.count)
    for id in keptElements.present { references[id] = file.reserve() }
    let objects = StructureElements.Objects(elements: references, pages: sheets.map(\.reference))
    for id in elements.present where !chain.contains(id) {
      guard let own = references[id], let parent = tree[id].parent.flatMap({ references[$0] }) else { continue }
      file.add(own) { elements.write(id, into: &$0, parent: parent, objects: objects) }
    }
    tagging.writeLinks(into: &file, words: elements, sheets: sheets, firstKey: sheets.count)
    markParents = sheets.map { sheet in
      var text: [UInt8] = []
      text.put(sheet.marks.compactMap { references[$0] })
      return text
    }
    linkParents = tagging.annotations.compactMap { references[$0.element] }
    notes = elements.present.filter { elements.kind(of: $0) == .note && !chain.contains($0) }
      .compactMap { references[$0] }
    (self.slot, bareElements, self.keptElements) = (slot, elements, keptElements)
    (self.chain, self.objects) = (chain, objects)
  }

  /// The elements of the layout that have content, with an addition or without.
  func elements(with addition: Addition?) -> StructureElements { addition == nil ? bareElements : keptElements }

  /// Writes what is left.
  /// - Parameter sheets: with the marks of the addition after those of the layout.
  func finish(with addition: Addition?, sheets: [Sheet], into file: inout ObjectFile) {
    let elements = elements(with: addition)
    let added = addition.map { add($0, sheets: sheets, into: &file) }
    var notes = notes
    for (position, id) in chain.enumerated() where elements.contains(id) {
      guard let own = objects.elements[id] else { continue }
      let parent = position > 0 ? objects.elements[chain[position - 1]] : nil
      file.add(own) { text in
        elements.write(
          id, into: &text, parent: parent ?? root, objects: objects, more: id == slot ? added?.kids ?? [] : [])
      }
      if elements.kind(of: id) == .note { notes.append(own) }
    }
    notes += added?.notes ?? []
    let linkParents = linkParents + (added?.linkParents ?? [])
    file.add(root) { text in
      text.put("<</Type/StructTreeRoot/ParentTree ")
      text.put(parentTree)
      text.put("/ParentTreeNextKey ")
      text.put(sheets.count + linkParents.count)
      if elements.contains(StructureTree.root), let document = objects.elements[StructureTree.root] {
        text.put("/K[")
        text.put(document)
        text.put("]")
      }
      if !notes.isEmpty {
        text.put("/IDTree<</Names[")
        for note in notes.sorted(by: { $0.number < $1.number }) {
          text.put(string: StructureElements.identifier(of: note))
          text.put(note)
        }
        text.put("]>>")
      }
      text.put(">>")
    }
    file.add(parentTree) { text in
      text.put("<</Nums[")
      for sheet in sheets where !sheet.marks.isEmpty {
        text.put(sheet.index)
        text.put("[")
        text.append(contentsOf: markParents[sheet.index])
        if let more = added?.markParents[sheet.index] {
          text.put(" ")
          text.put(more)
        }
        text.put("]")
      }
      for (index, parent) in linkParents.enumerated() {
        text.put(sheets.count + index)
        text.put(" ")
        text.put(parent)
        text.put(" ")
      }
      text.put("]>>")
    }
  }
}

extension StructureObjects {
  /// What the addition puts into objects that it shares with the layout.
  private struct Added {
    /// Entries of the slot's K array.
    var kids: [UInt8] = []
    /// By the pages' indices.
    var markParents: [Int: [Reference]] = [:]
    var linkParents: [Reference] = []
    var notes: [Reference] = []
  }

  /// Writes the elements and the links of an addition.
  private func add(_ addition: Addition, sheets: [Sheet], into file: inout ObjectFile) -> Added {
    let (tagging, elements) = (addition.tagging, addition.elements)
    var references: [Reference?] = Array(repeating: nil, count: tagging.tree.elements.count)
    references[StructureTree.root] = objects.elements[slot]
    let present = elements.present.filter { $0 != StructureTree.root }
    for id in present { references[id] = file.reserve() }
    let objects = StructureElements.Objects(elements: references, pages: objects.pages)
    var added = Added()
    for id in present {
      guard let own = references[id], let parent = tagging.tree.elements[id].parent.flatMap({ references[$0] })
      else { continue }
      file.add(own) { elements.write(id, into: &$0, parent: parent, objects: objects) }
      if elements.kind(of: id) == .note { added.notes.append(own) }
    }
    tagging.writeLinks(
      into: &file, words: elements, sheets: sheets, firstKey: sheets.count + linkParents.count)
    elements.write(kidsOf: StructureTree.root, into: &added.kids, page: nil, objects: objects)
    for mark in tagging.marks {
      if let reference = references[mark.element] { added.markParents[mark.page, default: []].append(reference) }
    }
    added.linkParents = tagging.annotations.compactMap { references[$0.element] }
    return added
  }
}

extension Tagging {
  /// - Parameter firstKey: of the links in the parent tree.
  fileprivate func writeLinks(
    into file: inout ObjectFile, words elements: StructureElements, sheets: [Sheet], firstKey: Int
  ) {
    for (index, annotation) in annotations.enumerated() {
      file.add(annotation.reference) { text in
        annotation.write(
          into: &text, description: elements.description(of: annotation.element), key: firstKey + index,
          sheet: sheets[annotation.page])
      }
    }
  }
}
