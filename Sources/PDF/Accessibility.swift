import Typesetting

/// The rules of PDF/UA-1 (ISO 14289-1) that depend on what a file is made of; all others hold by the way it is made.
enum Accessibility {
  /// Whether a file follows every rule.
  /// - Parameters:
  ///   - elements: of the layout, and of an overlay.
  ///   - slot: the element of the first that those of the second are added to.
  ///   - texts: the glyphs of both.
  static func holds(
    _ metadata: Metadata, elements: StructureElements, slot: StructureTree.ID, local: StructureElements?,
    texts: [GlyphTexts]
  ) -> Bool {
    // 7.1 and 7.2: a title, a language.
    guard !metadata.title.isEmpty, !metadata.language.isEmpty else { return false }
    // 7.3: every figure is described.
    guard elements.areFiguresDescribed, local?.areFiguresDescribed ?? true else { return false }
    // 7.21.8: no text with the glyph for missing characters.
    guard !texts.contains(where: \.hasMissingGlyphs) else { return false }
    // 7.4.2: headings begin with the first level and go down by single steps.
    var last = 0
    for level in elements.headings(adding: local?.headings() ?? [], to: slot) {
      guard level <= last + 1 else { return false }
      last = level
    }
    return true
  }
}

extension StructureElements {
  fileprivate var areFiguresDescribed: Bool {
    present.allSatisfy { id in
      if case .figure(let alt) = kind(of: id) { !alt.isEmpty } else { true }
    }
  }

  /// The levels of all headings in the order of reading.
  /// - Parameter more: those that are read at the end of an element.
  fileprivate func headings(adding more: [Int] = [], to slot: StructureTree.ID? = nil) -> [Int] {
    var levels: [Int] = []
    func visit(_ id: StructureTree.ID) {
      if case .heading(let level) = kind(of: id) { levels.append(min(max(level, 1), 6)) }
      for child in children(of: id) { visit(child) }
      if id == slot { levels.append(contentsOf: more) }
    }
    visit(StructureTree.root)
    return levels
  }
}

extension GlyphTexts {
  /// Glyph 0 stands for every character that a font lacks.
  fileprivate var hasMissingGlyphs: Bool { Face.allCases.contains { text(of: 0, in: $0) != nil } }
}
