internal import Diagnostics

/// A template being compiled: names looked up, partials and blocks put in where they are used.
struct Compilation {
  private let library: TemplateLibrary
  private var scope: NameScope
  private var program = Program()
  private var diagnostics: [Diagnostic] = []
  /// Whether a template that is used was reported as broken when it was loaded.
  private var isBroken = false
  /// The templates that are being put in, outermost first.
  private var files: [OpenFile] = []
  /// The blocks that replace those of the same name.
  private var replacements: [String: Replacement] = [:]
  private var margin = Margin()
  /// Steps before this one are reached by jumps, so nothing may be joined to them.
  private var barrier = 0
  /// Whether the next line's beginning was already put out.
  private var skipsLineStart = false

  init(of tree: TemplateTree, named name: String, in library: TemplateLibrary, scope: NameScope) {
    self.library = library
    self.scope = scope
    put(tree, named: name, from: nil)
  }

  /// The program, unless something was wrong.
  func finished() -> Diagnosed<Program?> {
    // One file may be put in many times and say the same each time.
    var seen: Set<Diagnostic> = []
    let distinct = diagnostics.filter { seen.insert($0).inserted }
    return Diagnosed(isBroken || !distinct.isEmpty ? nil : program, distinct)
  }

  private var source: SourceFile { files[files.count - 1].tree.source }

  private mutating func put(_ tree: TemplateTree, named name: String, from place: Place?) {
    if tree.isBroken { isBroken = true }
    files.append(OpenFile(name: name, tree: tree, replacements: replacements.mapValues(\.id), usedAt: place))
    put(tree.nodes)
    files.removeLast()
  }

  private mutating func put(_ nodes: [TemplateNode]) {
    for node in nodes {
      let skips = skipsLineStart
      skipsLineStart = false
      switch node {
      case .text(let range): put(source.bytes[range])
      case .lineStart(let spaces): if !skips { put(margin.applied(to: source.bytes[spaces])) }
      case .variable(let name, let isRaw): put(name, isRaw: isRaw)
      case .section(let name, let content, let isInverted): put(name, content, isInverted: isInverted)
      case .partial(let inclusion): put(inclusion)
      case .block(let block): put(block)
      }
    }
  }

  private mutating func put(_ bytes: some Collection<UInt8>) {
    program.append(literal: bytes, isJoinable: program.steps.count > barrier)
  }

  // MARK: Names

  private mutating func put(_ name: TemplateName, isRaw: Bool) {
    guard let meaning = meaning(of: name) else { return }
    switch meaning {
    case .constant(let text):
      if isRaw { return report("raw-text", name.range, .rawText(name.text), hint: .useBraces(name.text)) }
      var bytes: [UInt8] = []
      bytes.append(escaping: text)
      put(bytes)
    case .table:
      report("wrong-kind", name.range, .tableAsText(name.text), hint: .dotted(name.text))
    case .field(let reference, let kind):
      switch kind {
      case .text, .optionalText:
        if isRaw { return report("raw-text", name.range, .rawText(name.text), hint: .useBraces(name.text)) }
        program.steps.append(.escaped(reference))
      case .markup, .optionalMarkup:
        if !isRaw {
          return report("escaped-markup", name.range, .escapedMarkup(name.text), hint: .useTriple(name.text))
        }
        program.steps.append(.verbatim(reference))
      case .flag, .texts, .list, .record, .optionalRecord, .included:
        report("wrong-kind", name.range, .noText(name.text, kind), hint: .useSection(name.text))
      }
    }
  }

  private mutating func put(_ name: TemplateName, _ content: [TemplateNode], isInverted: Bool) {
    guard let meaning = meaning(of: name) else { return }
    switch meaning {
    case .constant:
      report("wrong-kind", name.range, .alwaysThere(name.text), hint: .useBraces(name.text))
    case .table(let table):
      if isInverted { return report("wrong-kind", name.range, .neverMissing(name.text)) }
      scope.open(table)
      put(content)
      scope.close()
    case .field(let reference, let kind):
      if isInverted {
        switch kind {
        case .text, .markup, .record, .included: report("wrong-kind", name.range, .neverMissing(name.text))
        case .flag, .optionalText, .optionalMarkup, .texts, .list, .optionalRecord:
          loop(content) { .inverted(reference, end: $0) }
        }
        return
      }
      switch kind {
      case .text, .markup: return report("wrong-kind", name.range, .alwaysThere(name.text), hint: .useBraces(name.text))
      case .flag: return loop(content) { .section(reference, end: $0) }
      case .optionalText, .texts: scope.open(item: .text)
      case .optionalMarkup: scope.open(item: .markup)
      case .record(let shape), .optionalRecord(let shape), .list(let shape), .included(let shape): scope.open(shape)
      }
      loop(content) { .section(reference, end: $0) }
      scope.close()
    }
  }

  private mutating func loop(_ content: [TemplateNode], step: (_ end: Int) -> Program.Step) {
    let start = program.steps.count
    program.steps.append(step(start))
    put(content)
    program.steps[start] = step(program.steps.count)
    barrier = program.steps.count
  }

  private mutating func meaning(of name: TemplateName) -> NameScope.Meaning? {
    if name.text == "." {
      if let item = scope.item { return item }
      report("unknown-name", name.range, .noItem, hint: .whereItem)
      return nil
    }
    let parts = name.text.split(separator: ".").map(String.init)
    do {
      return try scope.meaning(of: parts)
    } catch {
      let before = parts[..<error.part].reduce(0) { $0 + $1.utf8.count + 1 }
      let lower = name.range.lowerBound + before
      let part = parts[error.part]
      let hint = Suggestion.nearest(to: part, among: error.known).map { Wording.didYouMean($0) } ?? .known(error.known)
      let owner = error.part > 0 ? parts[..<error.part].joined(separator: ".") : nil
      report("unknown-name", lower..<lower + part.utf8.count, .unknown(part, of: owner), hint: hint)
      return nil
    }
  }

  // MARK: Other templates

  private mutating func put(_ inclusion: TemplateInclusion) {
    let name = inclusion.name.text
    guard let tree = library[name] else {
      let hint = Suggestion.nearest(to: name, among: library.names).map { Wording.didYouMean($0) }
      return report("missing-partial", inclusion.name.range, .missing(name), hint: hint)
    }
    let outer = (replacements, margin)
    for block in inclusion.blocks where replacements[block.name.text] == nil {
      replacements[block.name.text] = Replacement(block: block, file: files[files.count - 1])
    }
    let ids = replacements.mapValues(\.id)
    if files.count > 40 || files.contains(where: { $0.name == name && $0.replacements == ids }) {
      report("recursive-partial", inclusion.name.range, .recursive(name), hint: .useList)
    } else {
      margin = Margin(
        indentation: inclusion.indentation.map { margin.applied(to: source.bytes[$0]) } ?? [], removed: 0)
      put(tree, named: name, from: source.place(inclusion.name.range))
      let unknown = inclusion.blocks.filter { !tree.hasBlock($0.name.text, in: library) }
      for block in unknown {
        let known = tree.blockNames(in: library)
        let hint = Suggestion.nearest(to: block.name.text, among: known).map { Wording.didYouMean($0) } ?? .known(known)
        report("unknown-block", block.name.range, .unknownBlock(block.name.text, in: name), hint: hint)
      }
    }
    (replacements, margin) = outer
  }

  private mutating func put(_ block: TemplateBlock) {
    guard let replacement = replacements[block.name.text] else { return put(block.nodes) }
    let outer = (replacements, margin)
    let target = margin.applied(to: source.bytes[block.indentation])
    // A replacement that contains a block of its own name means that block's default.
    replacements[block.name.text] = nil
    if !block.isStandalone {
      skipsLineStart = true
    } else if !replacement.block.isOnLines, !replacement.block.nodes.isEmpty {
      put(target)
    }
    margin = Margin(
      indentation: target, removed: replacement.block.isOnLines ? replacement.block.firstIndentation.count : 0)
    files.append(replacement.file)
    put(replacement.block.nodes)
    files.removeLast()
    skipsLineStart = false
    (replacements, margin) = outer
  }

  private mutating func report(_ rule: String, _ range: Range<Int>, _ message: Wording, hint: Wording? = nil) {
    let uses = files.reversed().lazy.compactMap(\.usedAt)
    let note = uses.first { $0.path != source.path }.map { Diagnostic.Note(.usedHere, at: $0) }
    diagnostics.append(
      Diagnostic(.error, rule, at: source.place(range), message, hint: hint, notes: note.map { [$0] } ?? []))
  }
}

/// A template that is being put in.
private struct OpenFile {
  let name: String
  let tree: TemplateTree
  /// Which blocks were replaced by which: the same template with the same replacements goes on for ever.
  let replacements: [String: Replacement.ID]
  let usedAt: Place?
}

/// A block that replaces another, with the file that its ranges mean.
private struct Replacement {
  struct ID: Hashable {
    let path: String
    let offset: Int
  }

  let block: TemplateBlock
  let file: OpenFile

  var id: ID { ID(path: file.tree.source.path, offset: block.name.range.lowerBound) }
}

/// What the beginnings of lines become: so many spaces are taken away, then the indentation is put before.
private struct Margin {
  var indentation: [UInt8] = []
  var removed = 0

  func applied(to spaces: ArraySlice<UInt8>) -> [UInt8] { indentation + spaces.dropFirst(removed) }
}
