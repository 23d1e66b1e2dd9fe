package import Content

/// A language's index as files that a page loads as scripts, since that works from a folder, too. Each calls
/// `microclassSearch.put` with its name and its data.
///
/// `index.js` says where everything is; `k0.js`, `k1.js`, … hold the tree, cut where it grows too long for one file;
/// `t0.js`, `t1.js`, … hold the texts of a few pages each. All lie in a folder whose name changes with any of them, so that
/// they are never mixed with those of another build, and may be kept for ever.
package struct SearchShards {
  /// The folder in which the files lie.
  let folder: Address
  let outputs: [Output]

  /// About so many bytes are in one file of the tree.
  private static let shardSize = 12_000
  /// About so many bytes of text are in one file; a page is not divided.
  private static let textSize = 8_000

  init(_ pages: [SearchPage], _ language: Language) {
    let manner = SearchManner(tag: language.tag)
    var tree = SearchTree(manner)
    for (number, page) in pages.enumerated() {
      tree.add(page.title, of: number, in: .title)
      tree.add(page.summary, of: number, in: .summary)
      for part in page.parts {
        tree.add(part.heading, of: number, in: .heading)
        tree.add(part.text, of: number, in: .text)
      }
    }
    var cutting = Cutting(limit: Self.shardSize)
    tree.forEachNode { cutting.append($0) }
    cutting.finish()
    let texts = pages.map { $0.json.bytes }
    let together = max(1, Self.textSize * pages.count / max(1, texts.reduce(0) { $0 + $1.count }))
    var files = [(name: "index", bytes: Self.index(pages.count, together, manner, cutting.firsts))]
    files += cutting.shards.enumerated().map { ("k\($0)", $1) }
    for start in stride(from: 0, to: texts.count, by: together) {
      var bytes: [UInt8] = []
      for text in texts[start..<min(start + together, texts.count)] {
        bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
        bytes += text
      }
      bytes.append(UInt8(ascii: "]"))
      files.append((name: "t\(start / together)", bytes: bytes))
    }
    var fingerprint = Fingerprint()
    for file in files { fingerprint.add(file.bytes) }
    let hash = String(fingerprint.value, radix: 16)
    let folder = "\(Self.beginning(language))\(String(repeating: "0", count: 16 - hash.count))\(hash)/"
    self.folder = Address(path: folder)
    let count = files.count
    outputs = files.indices.map { number in
      let (name, bytes) = files[number]
      // An index is large: nothing of it is held twice for long.
      files[number].bytes = []
      var script = Array("microclassSearch.put(\"\(name)\",".utf8)
      script.reserveCapacity(script.count + bytes.count + 3)
      script += bytes
      script += ");\n".utf8
      return Output(path: "\(folder)\(name).js", bytes: script).about(.index(language, files: count))
    }
  }

  /// An index that stands published; nil when there are no files of one.
  init?(kept outputs: [Output]) {
    guard let path = outputs.first?.path, let slash = path.lastIndex(of: "/") else { return nil }
    folder = Address(path: String(path[...slash]))
    self.outputs = outputs
  }

  /// With what the paths of a language's files begin.
  package static func beginning(_ language: Language) -> String { "assets/search/\(language.code)-" }

  /// What the script must know before it can ask for anything else.
  private static func index(_ pages: Int, _ together: Int, _ manner: SearchManner, _ firsts: [String]) -> [UInt8] {
    let words: (isWords: Bool, isInflected: Bool) =
      switch manner {
      case .anywhere: (false, false)
      case .words(let isInflected): (true, isInflected)
      }
    let index = JSON.object([
      ("pages", .number(pages)), ("together", .number(together)), ("few", .number(SearchTree.few)),
      ("longest", .number(SearchTree.longest)), ("words", .flag(words.isWords)), ("stems", .flag(words.isInflected)),
      ("firsts", .text(firsts.joined(separator: " "))),
    ])
    return index.bytes
  }

  /// Writes nodes one after the other, and begins a new file where one is full.
  ///
  /// A node is `!`, how many characters it shares with the one before it, the others, and after a space each the pages where
  /// it stands at best in the text, in a heading, in the summary, in the title; empty lists at the end are left out.
  private struct Cutting {
    let limit: Int
    private(set) var shards: [[UInt8]] = []
    /// For each shard the shortest text that is after all before it and not after any in it.
    private(set) var firsts: [String] = []
    /// A text of a script, with its quotation marks.
    private var current: [UInt8] = []
    private var previous: ArraySlice<UInt16> = []
    /// Of the node and the field at hand.
    private var pages: [Int] = []

    init(limit: Int) { self.limit = limit }

    mutating func append(_ node: SearchTree.Node) {
      var shared = zip(previous, node.text).lazy.prefix { $0 == $1 }.count
      if current.isEmpty {
        current.append(UInt8(ascii: "\""))
        firsts.append(String(decoding: node.text.prefix(shared + 1), as: UTF16.self))
        shared = 0
      }
      current.append(UInt8(ascii: "!"))
      SearchCode.append(shared, to: &current)
      current.append(codeUnits: node.text.dropFirst(shared))
      let best = node.finds.reduce(SearchTree.Field.text.rawValue) { min($0, $1.field.rawValue) }
      for field in SearchTree.Field.allCases.reversed() where field.rawValue >= best {
        current.append(UInt8(ascii: " "))
        pages.removeAll(keepingCapacity: true)
        for find in node.finds where find.field == field { pages.append(find.page) }
        SearchCode.append(pages, to: &current)
      }
      previous = node.text
      if current.count > limit { finish() }
    }

    mutating func finish() {
      if !current.isEmpty { shards.append(current + [UInt8(ascii: "\"")]) }
      current.removeAll(keepingCapacity: true)
    }
  }
}
