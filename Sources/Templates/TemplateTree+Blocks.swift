internal import Diagnostics

extension TemplateTree {
  /// The blocks that a template lets others replace, in itself and in the templates it uses.
  func blockNames(in library: TemplateLibrary) -> [String] {
    var names: [String] = []
    var seen: Set<String> = [source.path]
    collect(nodes, library, &names, &seen)
    return names
  }

  func hasBlock(_ name: String, in library: TemplateLibrary) -> Bool { blockNames(in: library).contains(name) }

  private func collect(
    _ nodes: [TemplateNode], _ library: TemplateLibrary, _ names: inout [String], _ seen: inout Set<String>
  ) {
    for node in nodes {
      switch node {
      case .text, .lineStart, .variable: break
      case .section(_, let content, _): collect(content, library, &names, &seen)
      case .block(let block):
        if !names.contains(block.name.text) { names.append(block.name.text) }
        collect(block.nodes, library, &names, &seen)
      case .partial(let inclusion):
        for block in inclusion.blocks { collect(block.nodes, library, &names, &seen) }
        if let tree = library[inclusion.name.text], seen.insert(tree.source.path).inserted {
          collect(tree.nodes, library, &names, &seen)
        }
      }
    }
  }
}
