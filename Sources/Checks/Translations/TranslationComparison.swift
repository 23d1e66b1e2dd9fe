import Content
import Diagnostics
import Markdown

/// Compares each translation with its original, block by block, as quantities with the parts they play. All rules about
/// the same meaning in both languages are read in one go.
struct TranslationComparison: BundleRules {
  private let rules: Set<String>
  private let comparisons: [Comparison]

  init(_ checks: Set<Check>, for library: Library, in style: HouseStyle) {
    rules = Set(checks.map(\.rawValue))
    let source = library.site.source
    comparisons = library.site.languages.dropFirst().map { language in
      Comparison(
        library: library, laws: LawNames(library.facts, source, language), original: source, translation: language)
    }
  }

  func diagnostics(in bundle: Bundle) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for comparison in comparisons {
      guard let page = bundle.page(in: comparison.translation) else { continue }
      let blocks = AlignedBlocks(bundle.source, page)
      diagnostics += blocks.gaps.map { .gap($0, bundle.source.document.source, page.document.source) }
      for pair in blocks.pairs { comparison.compare(pair, of: bundle, &diagnostics) }
    }
    return diagnostics.filter { rules.contains($0.rule) }
  }
}

/// Two languages and what is registered in them.
private struct Comparison: Sendable {
  let library: Library
  let laws: LawNames
  let original: Language
  let translation: Language

  private var facts: FactRegister { library.facts }

  func compare(_ pair: AlignedBlocks.Pair, of bundle: Bundle, _ diagnostics: inout [Diagnostic]) {
    let (left, right) = (pair.original, pair.translation)
    guard let reader = QuantityReader(original), let otherReader = QuantityReader(translation) else { return }
    // What a fact says that is not in the register, nobody knows; that has been told.
    guard (left.facts + right.facts).allSatisfy({ facts[$0.name] != nil }) else { return }
    var quantities = (reader.quantities(in: left.text), otherReader.quantities(in: right.text))
    if !left.facts.isEmpty || !right.facts.isEmpty {
      let names = (Set(left.facts.map(\.name)), Set(right.facts.map(\.name)))
      for (name, range) in left.facts where !names.1.contains(name) {
        let read = read(name, at: range, original, with: reader)
        quantities.0 += read
        if read.isEmpty {
          reportName(name, at: range, in: left, missingIn: right, translation, &diagnostics, isAdded: false)
        }
      }
      for (name, range) in right.facts where !names.0.contains(name) {
        let read = read(name, at: range, translation, with: otherReader)
        quantities.1 += read
        if read.isEmpty {
          reportName(name, at: range, in: right, missingIn: left, original, &diagnostics, isAdded: true)
        }
      }
    }
    if !left.facts.isEmpty, !right.facts.isEmpty { compareQualifiers(left, right, reader, otherReader, &diagnostics) }
    for difference in QuantityMatching.differences(quantities.0, quantities.1) {
      diagnostics.append(.difference(difference, left, right))
    }
    for (name, range) in laws.missing(from: right, in: left) {
      diagnostics.append(.missing(name, "law-mismatch", at: right.place, other: left.source.place(range)))
    }
    if !left.links.isEmpty || !right.links.isEmpty { compareLinks(left, right, of: bundle, &diagnostics) }
    comparePolarity(left, right, reader, otherReader, &diagnostics)
  }

  /// Compares what is said about facts that both languages have: `最高{{limit}}` and `up to {{limit}}`.
  private func compareQualifiers(
    _ left: BlockText, _ right: BlockText, _ reader: QuantityReader, _ otherReader: QuantityReader,
    _ diagnostics: inout [Diagnostic]
  ) {
    let isNumber = { (name: String) in
      facts[name].map { $0.kind == .amount || $0.kind == .rate || $0.kind == .figure } ?? false
    }
    guard left.facts.contains(where: { isNumber($0.name) }) else { return }
    let qualifiers = (reader.qualifiersOfObjects(in: left.text), otherReader.qualifiersOfObjects(in: right.text))
    for (index, fact) in left.facts.enumerated() where isNumber(fact.name) {
      guard let other = right.facts.firstIndex(where: { $0.name == fact.name }), index < qualifiers.0.count,
        other < qualifiers.1.count
      else { continue }
      let difference = QuantityMatching.Difference(
        kind: .qualifier, original: .fact(fact.name, qualifiers.0[index], at: fact.range),
        translation: .fact(fact.name, qualifiers.1[other], at: right.facts[other].range))
      guard let first = difference.original, let second = difference.translation, first.hasOtherQualifier(than: second)
      else { continue }
      diagnostics.append(.difference(difference, left, right))
    }
  }

  /// The quantities of a fact's value, at the place where its name stands.
  private func read(_ name: String, at range: Range<Int>, _ language: Language, with reader: QuantityReader)
    -> [Quantity]
  {
    guard let fact = facts[name] else { return [] }
    return reader.quantities(in: QuantityText(fact.value[language])).map { quantity in
      var quantity = quantity
      quantity.range = range
      if quantity.weight == .soft { quantity.weight = .hard }
      if quantity.unit != .date { quantity.qualifier = .unclear }
      return quantity
    }
  }

  /// A fact that is a name: the other language must have its words.
  private func reportName(
    _ name: String, at range: Range<Int>, in block: BlockText, missingIn other: BlockText, _ language: Language,
    _ diagnostics: inout [Diagnostic], isAdded: Bool
  ) {
    guard let fact = facts[name], !other.says(fact.value[language]) else { return }
    let rule = fact.kind == .law ? "law-mismatch" : fact.kind == .hotline ? "hotline-mismatch" : "count-mismatch"
    let place = block.source.place(range)
    diagnostics.append(
      isAdded
        ? .added("{{\(name)}}", rule, at: place, other: other.place)
        : .missing("{{\(name)}}", rule, at: other.place, other: place))
  }

  private func compareLinks(
    _ left: BlockText, _ right: BlockText, of bundle: Bundle, _ diagnostics: inout [Diagnostic]
  ) {
    var open = right.links.filter { leadsSomewhere($0.destination, from: bundle, translation) }
      .map { (target: target($0.destination, translation), link: $0) }
    let missing = left.links.filter { link in
      guard leadsSomewhere(link.destination, from: bundle, original) else { return false }
      let target = target(link.destination, original)
      guard let index = open.firstIndex(where: { $0.target.mayBe(target) }) else { return true }
      open.remove(at: index)
      return false
    }
    for link in missing {
      let place = left.source.place(link.range)
      if let (_, other) = open.first {
        open.removeFirst()
        diagnostics.append(
          .otherLink(other.destination, link.destination, at: right.source.place(other.range), original: place))
      } else {
        diagnostics.append(.missing(link.destination, "link-mismatch", at: right.place, other: place))
      }
    }
    for (_, link) in open {
      diagnostics.append(
        .added(link.destination, "link-mismatch", at: right.source.place(link.range), other: left.place))
    }
  }

  /// Whether a link is a good one; the others were reported on linking, and one report is enough.
  private func leadsSomewhere(_ destination: String, from bundle: Bundle, _ language: Language) -> Bool {
    if ["https://", "http://", "mailto:", "tel:"].contains(where: destination.lowercased().hasPrefix) { return true }
    let parts = destination.prefix { $0 != "#" }.split(separator: "/")
    guard let file = parts.last else { return destination.hasPrefix("#") }
    guard file == language.code + ".md" else { return false }
    guard parts.count > 1, let slug = parts.dropLast().last, slug != ".", slug != ".." else { return true }
    let folder = parts.dropLast(2).last { $0 != ".." && $0 != "." }
    let kind = folder.map { name in PageKind.allCases.first { $0.folder == name } } ?? bundle.kind
    return kind.map { library.bundle($0, String(slug)) != nil } ?? false
  }

  /// A link's target without what differs between languages.
  private func target(_ destination: String, _ language: Language) -> Target {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = String(parts[0])
    let file = language.code + ".md"
    if path == file || path.hasSuffix("/" + file) { path = String(path.dropLast(file.count)) }
    // Of an address elsewhere only the page counts.
    let isOurs = path.isEmpty || path.hasSuffix("/")
    return Target(path: path, heading: isOurs && parts.count > 1 ? String(parts[1]) : nil)
  }

  /// A page, by its folder, and a heading on it.
  private struct Target {
    let path: String
    let heading: String?

    /// Whether it may be the same in another language. The id of a heading with a role is the same in all; of others it is
    /// made of their words, and Chinese ones have no counterpart that could be known.
    func mayBe(_ other: Target) -> Bool {
      path == other.path && (heading == other.heading || isInWords || other.isInWords)
    }

    private var isInWords: Bool { heading.map { !$0.allSatisfy(\.isASCII) } ?? false }
  }

  private func comparePolarity(
    _ left: BlockText, _ right: BlockText, _ reader: QuantityReader, _ otherReader: QuantityReader,
    _ diagnostics: inout [Diagnostic]
  ) {
    // `不要拨打110` is the worst of all, and stands out in a long sentence.
    for fact in left.facts where facts[fact.name]?.kind == .hotline {
      let first = left.facts.indices.filter { left.facts[$0].name == fact.name }
      let second = right.facts.indices.filter { right.facts[$0].name == fact.name }
      guard first.count == 1, second.count == 1, let before = left.before(object: first[0]),
        let otherBefore = right.before(object: second[0])
      else { continue }
      let forbids = (
        reader.polarity(of: left.text.scalars[before]) == .forbids,
        otherReader.polarity(of: right.text.scalars[otherBefore]) == .forbids
      )
      if forbids.0 != forbids.1 {
        diagnostics.append(
          .polarity(
            isNegativeHere: forbids.1, at: right.source.place(right.facts[second[0]].range),
            original: left.source.place(fact.range)))
        return
      }
    }
    let comparison = NegationComparison(reader: reader, otherReader: otherReader)
    for contradiction in comparison.contradictions(
      left.text.scalars, right.text.scalars, sentences: (left.sentences, right.sentences),
      isQuestion: left.kind == .question)
    {
      diagnostics.append(
        .polarity(
          isNegativeHere: contradiction.isNegativeHere,
          at: right.source.place(right.text.range(contradiction.translation)),
          original: left.source.place(left.text.range(contradiction.original))))
    }
  }
}

extension Quantity {
  /// A registered number of which only the qualifier is compared.
  fileprivate static func fact(_ name: String, _ qualifier: Qualifier, at range: Range<Int>) -> Quantity {
    Quantity(
      value: .one, unit: .plain, qualifier: qualifier, written: "{{\(name)}}", range: range, position: 0..<0)
  }
}
