import Typesetting

/// What a screen reader makes of a layout: the elements of its structure by their names in PDF, each below its parent, with
/// the beginning of its own text.
struct StructureText {
  let lines: [String]

  init(_ layout: Layout) {
    var texts: [StructureTree.ID: String] = [:]
    for item in layout.pages.flatMap(\.items) {
      guard let element = item.element, case .text(let run, _) = item.shape else { continue }
      texts[element, default: ""] += String(decoding: run.text, as: UTF8.self)
    }
    var children: [StructureTree.ID: [StructureTree.ID]] = [:]
    for (id, element) in layout.structure.elements.enumerated() {
      if let parent = element.parent { children[parent, default: []].append(id) }
    }
    func lines(of id: StructureTree.ID, indent: String) -> [String] {
      let element = layout.structure.elements[id]
      var line = indent + Self.name(of: element.kind)
      if let language = element.language { line += " (\(language))" }
      if let text = texts[id] { line += "  " + Self.beginning(of: text) }
      return [line] + (children[id] ?? []).flatMap { lines(of: $0, indent: indent + "  ") }
    }
    self.lines = lines(of: StructureTree.root, indent: "")
  }

  private static func beginning(of text: String) -> String {
    let line = text.replacing("\n", with: "↵")
    return line.count > 24 ? line.prefix(22) + "…" : line
  }

  private static func name(of kind: StructureTree.Kind) -> String {
    switch kind {
    case .document: "Document"
    case .section: "Sect"
    case .heading(let level): "H\(level)"
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
    case .figure(let alt): "Figure “\(alt)”"
    }
  }
}
