package import Diagnostics

extension YAMLNode {
  /// Reads a YAML text.
  /// - Parameter range: The part of the file that is YAML, such as the front matter of a Markdown file; nil for all of it.
  ///   Ranges of the result are offsets in the whole file in either case.
  /// - Returns: The value; nil only when the text cannot be understood, which is then reported. An empty text is `.null`.
  package static func reading(_ source: SourceFile, in range: Range<Int>? = nil) -> Diagnosed<YAMLNode?> {
    let range = range ?? 0..<source.bytes.count
    var tree = YAMLTree(source: source)
    if let failure = source.forEachYAMLEvent(in: range, { tree.take($0) }) {
      // What was odd before is mostly the same slip seen from elsewhere.
      let others = tree.diagnostics.filter { $0.rule != "bad-yaml" && $0.rule != "unquoted-value" }
      return Diagnosed(nil, others + [source.diagnostic(of: failure, in: range)])
    }
    if tree.isRefused { return Diagnosed(nil, tree.diagnostics) }
    return Diagnosed(tree.root ?? YAMLNode(.null, at: range.lowerBound..<range.lowerBound), tree.diagnostics)
  }
}

/// A tree growing out of events. It keeps its own stack, so that no text however nested can exhaust the thread's.
private struct YAMLTree {
  let source: SourceFile
  private(set) var root: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the text was given up because of what it contains.
  private(set) var isRefused = false
  private var open: [Collection] = []
  private var documents = 0

  init(source: SourceFile) {
    self.source = source
  }

  /// Adds an event; answers whether to go on.
  mutating func take(_ event: YAMLEvent) -> Bool {
    if let decoration = event.decoration { refuse(decoration, at: event.range) }
    switch event.kind {
    case .documentStart:
      documents += 1
      if documents > 1 {
        report("several-documents", event.range, .severalDocuments, hint: .oneDocument)
        return false
      }
    case .scalar(let text, let isPlain):
      place(scalar(text, isPlain: isPlain, at: event.range))
    case .alias:
      report("yaml-alias", event.range, .alias, hint: .quoteIfText)
      place(YAMLNode(.null, at: event.range))
    case .listStart(let isFlow):
      return begin(Collection(isMap: false, isFlow: isFlow, start: event.range))
    case .mapStart(let isFlow):
      return begin(Collection(isMap: true, isFlow: isFlow, start: event.range))
    case .end:
      if let collection = open.popLast() { place(collection.node(endingWith: event.range)) }
    }
    return true
  }

  private mutating func begin(_ collection: Collection) -> Bool {
    if open.count == YAMLNode.depthLimit {
      report("too-deep", collection.start, .tooDeep)
      isRefused = true
      return false
    }
    if let last = open.last, last.expectsKey {
      if last.isFlow, collection.isFlow, collection.start.lowerBound == last.start.lowerBound + 1 {
        report("unquoted-value", last.start, .factUnquoted, hint: .quoteValue)
      } else {
        report("bad-yaml", collection.start, .keyIsNotText, hint: .quoteIfText)
      }
    }
    open.append(collection)
    return true
  }

  private mutating func scalar(_ text: String, isPlain: Bool, at range: Range<Int>) -> YAMLNode {
    // A block scalar's range reaches to the next token; what is shown should end with the text.
    var upper = range.upperBound
    if !isPlain {
      while upper > range.lowerBound, [0x20, 0x0A, 0x0D].contains(source.bytes[upper - 1]) { upper -= 1 }
    }
    let range = range.lowerBound..<upper
    guard isPlain else { return YAMLNode(.scalar(text, isPlain: false), at: range) }
    if let last = open.indices.last, open[last].isFlow {
      if open[last].expectsKey, text.unicodeScalars.contains("：") {
        report("full-width-colon", range, .fullWidthColon, hint: .colonAndSpace)
      } else if !open[last].isMap, text.unicodeScalars.contains(where: { $0 == "，" || $0 == "、" }) {
        report("full-width-comma", range, .fullWidthComma, hint: .commaOrQuotes, as: .warning)
      }
    }
    switch text {
    case "", "~", "null", "Null", "NULL":
      let isKey = open.last?.expectsKey == true
      return YAMLNode(isKey ? .scalar(text, isPlain: true) : .null, at: range)
    default: return YAMLNode(.scalar(text, isPlain: true), at: range)
    }
  }

  /// Puts a finished value where it belongs.
  private mutating func place(_ node: YAMLNode) {
    guard let last = open.indices.last else {
      root = root ?? node
      return
    }
    if open[last].expectsKey, case .scalar(let text, let isPlain) = node.value {
      checkKey(text, isPlain, at: node.range)
    }
    if let second = open[last].take(node) {
      let note = Diagnostic.Note(.firstHere, at: source.place(second.first))
      report("duplicate-key", second.range, .duplicateKey(second.key), hint: .keepOne, notes: [note])
    }
  }

  private mutating func checkKey(_ text: String, _ isPlain: Bool, at range: Range<Int>) {
    guard let first = text.utf8.first else { return report("bad-yaml", range, .emptyKey) }
    // libyaml takes the wide spaces of Chinese keyboards for letters.
    if isPlain, first >= 0x80, text.first?.isWhitespace == true {
      report("full-width-space", range, .wideSpace, hint: .plainSpaces)
    }
  }

  private mutating func refuse(_ decoration: YAMLEvent.Decoration, at range: Range<Int>) {
    switch decoration {
    case .anchor: report("yaml-alias", range, .anchor, hint: .quoteIfText)
    case .tag: report("yaml-tag", range, .tag, hint: .quoteIfText)
    }
  }

  private mutating func report(
    _ rule: String, _ range: Range<Int>, _ message: Wording, hint: Wording? = nil, notes: [Diagnostic.Note] = [],
    as severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, rule, at: source.place(range), message, hint: hint, notes: notes))
  }
}

/// A list or map whose end has not come yet.
private struct Collection {
  let isMap: Bool
  let isFlow: Bool
  let start: Range<Int>
  private var items: [YAMLNode] = []
  private var entries: [YAMLNode.Entry] = []
  /// The keys, once there are so many that looking through the entries would take long.
  private var keys: Set<String> = []
  /// The key whose value comes next.
  private var key: (text: String, range: Range<Int>)?
  private var lastUpper: Int

  init(isMap: Bool, isFlow: Bool, start: Range<Int>) {
    self.isMap = isMap
    self.isFlow = isFlow
    self.start = start
    lastUpper = start.lowerBound
  }

  var expectsKey: Bool { isMap && key == nil }

  /// A key that was given before.
  struct SecondKey {
    let key: String
    let range: Range<Int>
    /// Where it was given first.
    let first: Range<Int>
  }

  /// Adds an item, a key, or the value of the key before; a second value for a key is left out and told.
  mutating func take(_ node: YAMLNode) -> SecondKey? {
    lastUpper = max(lastUpper, node.range.upperBound)
    guard isMap else {
      items.append(node)
      return nil
    }
    guard let (text, range) = key else {
      if case .scalar(let text, _) = node.value { key = (text, node.range) } else { key = ("", node.range) }
      return nil
    }
    key = nil
    if contains(text), let first = entries.first(where: { $0.key == text }) {
      return SecondKey(key: text, range: range, first: first.keyRange)
    }
    entries.append(YAMLNode.Entry(key: text, keyRange: range, value: node))
    return nil
  }

  private mutating func contains(_ text: String) -> Bool {
    if entries.count < 16 { return entries.contains { $0.key == text } }
    if keys.isEmpty { keys = Set(entries.map(\.key)) }
    return !keys.insert(text).inserted
  }

  /// A collection in brackets ends with its bracket, one in lines with its last value.
  func node(endingWith end: Range<Int>) -> YAMLNode {
    let range = start.lowerBound..<(isFlow ? max(lastUpper, end.upperBound) : lastUpper)
    return YAMLNode(isMap ? .map(entries) : .list(items), at: range)
  }
}

extension Wording {
  fileprivate static let severalDocuments = Wording(
    zh: "“---”又开始了一段：一个文件里只能有一段 YAML", en: "second document: a file holds one YAML document")
  fileprivate static let oneDocument = Wording(zh: "删掉多余的“---”行", en: "remove the extra `---` line")
  fileprivate static let alias = Wording(
    zh: "“*名字”在 YAML 里是引用，这里不用引用", en: "`*name` is a YAML alias; aliases are not used here")
  fileprivate static let anchor = Wording(
    zh: "“&名字”在 YAML 里是锚点，这里不用锚点", en: "`&name` is a YAML anchor; anchors are not used here")
  fileprivate static let tag = Wording(
    zh: "“!名字”在 YAML 里是类型标签，这里不用标签", en: "`!name` is a YAML tag; tags are not used here")
  fileprivate static let quoteIfText = Wording(
    zh: "如果本来就是文字，请用英文双引号 \"…\" 把整个值括起来", en: "if it is meant as text, put the whole value in straight quotes \"…\"")
  fileprivate static let tooDeep = Wording(
    zh: "层次太深：列表和映射最多套 \(YAMLNode.depthLimit) 层",
    en: "nested too deeply: lists and maps may stand in one another \(YAMLNode.depthLimit) levels deep")
  fileprivate static let keyIsNotText = Wording(
    zh: "键不是文字：冒号前面只能是一个名字", en: "key is not a text: before the colon stands a name")
  fileprivate static let emptyKey = Wording(zh: "冒号前面缺少名字", en: "there is no name before the colon")
  fileprivate static let wideSpace = Wording(zh: "这一行用全角空格缩进", en: "line indented with full-width spaces")
  fileprivate static let plainSpaces = Wording(
    zh: "缩进用普通的英文空格，每层两个", en: "indent with ordinary spaces, two for each level")
  fileprivate static let factUnquoted = Wording(
    zh: "值以“{{”开头，YAML 会把它当成映射", en: "value starts with `{{`, which YAML takes for a map")
  fileprivate static let quoteValue = Wording(
    zh: "用英文双引号把整个值括起来：\"…\"", en: "put the whole value in straight quotes: \"…\"")
  fileprivate static let fullWidthColon = Wording(zh: "冒号是中文的（全角“：”）", en: "full-width colon `：`")
  fileprivate static let colonAndSpace = Wording(zh: "改用英文冒号加一个空格：“: ”", en: "write an ASCII colon and a space: `: `")
  fileprivate static let fullWidthComma = Wording(
    zh: "逗号是中文的（“，”或“、”），这一串会被当成一项", en: "full-width comma in a list: all of this is one item")
  fileprivate static let commaOrQuotes = Wording(
    zh: "各项之间用英文逗号“, ”；确实是一句话就用英文双引号括起来", en: "separate items with `, `; if it is one text, put it in straight quotes")
  fileprivate static func duplicateKey(_ key: String) -> Wording {
    Wording(zh: "“\(key)”写了两次", en: "`\(key)` is given twice")
  }
  fileprivate static let keepOne = Wording(zh: "只留一个", en: "keep one of them")
  fileprivate static let firstHere = Wording(zh: "第一次写在这里", en: "first given here")
}
