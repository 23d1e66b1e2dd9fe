package import Diagnostics
import Markdown

/// A page as a proofreader reads it: passage by passage, with everything in its place.
package struct Proof: Sendable {
  package let page: Page
  package let passages: [Passage]
  private let stock: Stock
  /// The page whose front matter holds for all languages.
  private let original: Page

  /// A page's own text: title, summary, and every block.
  package init(_ page: Page, _ stock: Stock) {
    (self.page, original, self.stock) = (page, page, stock)
    passages = stock.passages(of: page)
  }

  /// All that a page says in its bundle: its text, and what the original's front matter says for all languages.
  package init(_ page: Page, in bundle: Bundle, _ stock: Stock) {
    (self.page, original, self.stock) = (page, bundle.source, stock)
    passages = Self.matter(of: bundle, in: page.language) + stock.passages(of: page)
  }

  /// What holds for the whole bundle and is told to readers, or decides what they are told.
  private static func matter(of bundle: Bundle, in language: Language) -> [Passage] {
    var lines: [(key: String, text: String)] = []
    if let topic = bundle.topic { lines.append(("topic", topic.id)) }
    if !bundle.audiences.isEmpty { lines.append(("audience", bundle.audiences.map(\.id).joined(separator: ", "))) }
    lines.append(("date", bundle.date.iso))
    lines.append(("checked", bundle.checked.iso))
    if let expires = bundle.expires { lines.append(("expires", expires.iso)) }
    for fact in bundle.sources {
      lines.append(("sources", "\(fact.id): \(fact.value[language]) (\(fact.source[language]))"))
    }
    if let nature = bundle.nature {
      lines.append(("case", "\(nature.basis.rawValue), \(nature.channel), \(nature.outcome)"))
    }
    if let contest = bundle.contest {
      lines.append(("topics", contest.topics.map(\.id).joined(separator: ", ")))
      lines.append(("questions", "\(contest.questions), \(contest.minutes) min, pass \(contest.pass)"))
    }
    return lines.map { Passage(origin: .matter(key: $0.key, text: $0.text), shape: "", hash: hash($0.key, $0.text)) }
  }

  fileprivate static func hash(_ key: String, _ text: String) -> Passage.Hash {
    Passage.Hash(of: Array("\(key)\u{0}\(text)".utf8))
  }

  /// Where a passage stands; for what stands in the front matter the line of its key.
  package func place(of passage: Int) -> Place {
    switch passages[passage].origin {
    case .title: place(ofKey: "title", in: page)
    case .summary: place(ofKey: "summary", in: page)
    case .matter(let key, text: _): place(ofKey: key, in: original)
    case .node(let node): page.document.place(of: node)
    }
  }

  private func place(ofKey key: String, in page: Page) -> Place {
    let source = page.document.source
    guard let range = page.document.frontMatter else { return source.place }
    let first = source.line(at: range.lowerBound)
    let last = source.line(at: max(range.lowerBound, range.upperBound - 1))
    for line in first...last {
      let bytes = source.bytes[source.lineRange(line)]
      if bytes.starts(with: "\(key):".utf8) { return source.place(ofLine: line) }
    }
    return source.place(ofLine: first)
  }

  /// The text of a passage as it is read, with facts' values, without markup.
  package func text(of passage: Int) -> String {
    pieces(of: passage).reduce(into: "") { text, piece in
      switch piece {
      case .words(let words): text += words
      case .fact(let value): text += value
      case .link, .answer: break
      }
    }
  }

  /// The figures, names and negations of a passage, in their order: see `Particulars`.
  package func particulars(of passage: Int) -> [String] { Particulars.of(pieces(of: passage)) }

  /// The first words of a passage with the marks that stand before it, for a person to know it by; without `|`, `;`, line
  /// ends and straight double quotes, which separate things where they are written down.
  package func words(of passage: Int) -> String {
    let key: String
    switch passages[passage].origin {
    case .title: key = "title: "
    case .summary: key = "summary: "
    case .matter(let name, text: _): key = name + ": "
    case .node: key = ""
    }
    var words = ""
    var width = 0
    var isBlank = true
    for character in key + passages[passage].shape + text(of: passage) {
      if character.isWhitespace || "|;\"".contains(character) {
        if !isBlank { words.append(" ") }
        isBlank = true
        continue
      }
      guard width < Self.width else {
        if isBlank { words.removeLast() }
        return words + "…"
      }
      words.append(character)
      width += character.displayWidth
      isBlank = false
    }
    return isBlank && !words.isEmpty ? String(words.dropLast()) : words
  }

  /// How many columns of a terminal the first words may take.
  private static let width = 36

  private func pieces(of passage: Int) -> [Particulars.Piece] {
    switch passages[passage].origin {
    case .title: return [.words(page.frontMatter.title)]
    case .summary: return [.words(page.frontMatter.summary)]
    case .matter(key: _, let text): return [.words(text)]
    case .node(let node): return PassageReader.pieces(of: node, in: page, stock)
    }
  }

  /// What the whole text is known by: any change of a passage, and of their order, gives another.
  package var hash: String { Self.hash(of: passages.map(\.hash)) }

  /// What a text of passages is known by.
  static func hash(of passages: [Passage.Hash]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(passages.count * 13)
    for passage in passages {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      bytes += passage.text.utf8
    }
    return "sha256:" + SHA256.text(bytes, digits: 32)
  }
}

/// What texts draw on: what stands for the names of facts, and what the addresses of pictures show.
package struct Stock: Sendable {
  private let facts: FactRegister
  /// By their paths.
  let pictures: [String: Picture]
  /// The passages of pages whose text was already gone through, by their paths.
  private let known: [String: [Passage]]

  init(facts: FactRegister, pictures: [String: Picture], known: [String: [Passage]] = [:]) {
    (self.facts, self.pictures, self.known) = (facts, pictures, known)
  }

  /// What a page of a library draws on.
  package init(_ library: Library) { self.init(facts: library.facts, pictures: library.pictures) }

  /// The words that stand for a fact; its name where there is no such fact, which was reported.
  func value(of fact: String, in language: Language) -> String {
    facts[fact]?.value[language] ?? "{{\(fact)}}"
  }

  /// A page's own text, passage by passage.
  package func passages(of page: Page) -> [Passage] {
    if let known = known[page.path] { return known }
    var reader = PassageReader(page: page, stock: self)
    reader.read()
    let matter = page.frontMatter
    return [
      Passage(origin: .title, shape: "", hash: Proof.hash("title", matter.title)),
      Passage(origin: .summary, shape: "", hash: Proof.hash("summary", matter.summary)),
    ] + reader.passages
  }
}
