package import Diagnostics

/// All templates of a site, by name: `templates/web/home.html` is `web/home`.
package struct TemplateLibrary: Sendable {
  private let root: String
  private let trees: [String: TemplateTree]

  /// Reads the structure of all templates; what is wrong with it is reported, also for templates that nobody uses.
  /// - Parameter root: The folder that names begin below: `templates`.
  package static func loading(_ sources: [SourceFile], root: String) -> Diagnosed<TemplateLibrary> {
    var trees: [String: TemplateTree] = [:]
    var diagnostics: [Diagnostic] = []
    for source in sources {
      let name = name(ofPath: source.path, root: root)
      if let other = trees[name] {
        diagnostics.append(
          Diagnostic(.error, "same-name", at: source.place, .sameName(name, other.source.path), hint: .rename))
        continue
      }
      trees[name] = TemplateTree.parsing(source).value(reportingTo: &diagnostics)
    }
    return Diagnosed(TemplateLibrary(root: root, trees: trees), diagnostics)
  }

  /// Makes a template ready for a kind of model: every name is looked up, every partial put in.
  /// - Parameter tables: Names with texts that hold for all pages, such as `strings` and `assets`.
  /// - Returns: The template; nil when something in it, or in a template it uses, is wrong. Slips that `loading`
  ///   reported are not reported again.
  package func compile<Model: TemplateModel>(
    _ name: String, for model: Model.Type, tables: [String: TextTable] = [:]
  ) -> Diagnosed<Template<Model>?> {
    let compiled = compile(name, for: Model.shape, tables: tables)
    return Diagnosed(compiled.value.map { Template($0) }, compiled.diagnostics)
  }

  /// The names of all templates, in alphabetical order.
  package var names: [String] { trees.keys.sorted() }

  func compile(_ name: String, for shape: Shape, tables: [String: TextTable]) -> Diagnosed<Program?> {
    guard let tree = trees[name] else {
      let place = Place(path: (root.isEmpty ? name : root + "/" + name) + ".html")
      let hint = Suggestion.nearest(to: name, among: trees.keys).map { Wording.didYouMean($0) }
      return Diagnosed(
        nil, [Diagnostic(.error, "missing-template", at: place, .missing(name), hint: hint ?? .copyTemplate)])
    }
    return Compilation(of: tree, named: name, in: self, scope: NameScope(root: shape, tables: tables)).finished()
  }

  subscript(name: String) -> TemplateTree? { trees[name] }

  private static func name(ofPath path: String, root: String) -> String {
    let below = !root.isEmpty && path.hasPrefix(root + "/") ? path.dropFirst(root.count + 1) : path[...]
    guard let dot = below.lastIndex(of: "."), !below[dot...].contains("/") else { return String(below) }
    return String(below[..<dot])
  }
}

extension Wording {
  fileprivate static func sameName(_ name: String, _ other: String) -> Wording {
    Wording(zh: "模板“\(name)”有两个文件，另一个是 \(other)", en: "template `\(name)` has a second file, \(other)")
  }
  fileprivate static let rename = Wording(
    zh: "给其中一个改名：扩展名不算名字", en: "rename one of them: the extension is no part of the name")
  fileprivate static let copyTemplate = Wording(
    zh: "从默认模板里复制这个文件，再改成自己的样子。", en: "copy this file from the default theme, then change it.")
}
