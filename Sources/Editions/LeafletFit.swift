import Content
import Diagnostics
import Markdown
import YAML

/// Chooses the type size of a leaflet's sides from the length of their texts: a web page cannot measure itself without a
/// script, and a leaflet must fit its sheet in every browser. How much fits at each size is the theme's to say, in
/// `templates/leaflet/fit.yaml`.
struct LeafletFit: Sendable {
  /// How much one side holds.
  struct Capacity: Sendable {
    /// What a block costs besides its characters, in characters.
    let block: Int
    /// Characters at each type size, the largest type first.
    let sizes: [Int]
  }

  /// A size that was chosen.
  struct Choice {
    /// The style sheet's name for it: `fit-0` is the largest.
    let name: String
    /// By how many characters the text is too long for the smallest type; zero or less when it fits.
    let excess: Int
  }

  private let sides: [String: (front: Capacity, back: Capacity)]

  /// The size for the sections of a side.
  func choice(for sections: [Section], of page: Page, on side: LeafletSide, in library: Library) -> Choice {
    guard let language = sides[page.language.code] else { return Choice(name: "fit-5", excess: 0) }
    let capacity = side == .front ? language.front : language.back
    let length = sections.reduce(0) { $0 + Self.length(of: $1, in: page, library, block: capacity.block) }
    let step = capacity.sizes.firstIndex { length <= $0 } ?? capacity.sizes.count - 1
    return Choice(name: "fit-\(step)", excess: length - (capacity.sizes.last ?? 0))
  }

  private static func length(of section: Section, in page: Page, _ library: Library, block: Int) -> Int {
    let document = page.document
    var length = document.plainText(of: section.heading).count
    for top in document.siblings(in: section.blocks) {
      if document.nodes[top].kind == .paragraph { length += block }
      var index = top
      while index < document.nodes[top].end {
        let node = document.nodes[index]
        switch node.kind {
        case .callout(.teacher):
          index = node.end
          continue
        case .callout, .item, .tableRow, .codeBlock, .heading: length += block
        case .text(let text), .code(let text): length += CharacterCount.of(document.bytes(text))
        case .fact(let name): length += library.facts[document.string(name)]?.value[page.language].count ?? 0
        case .softBreak: length += 1
        case .document, .paragraph, .thematicBreak, .blockQuote, .list, .htmlBlock, .table, .tableCell, .joinedLine,
          .lineBreak, .html, .emphasis, .strong, .link, .image:
          break
        }
        index += 1
      }
    }
    return length
  }

  /// The capacities in a theme's file; every language of the site needs them.
  static func reading(_ source: SourceFile, for site: Site) -> Diagnosed<LeafletFit?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLNode.reading(source).value(reportingTo: &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    let read = Record.reading(node, in: source) { record in
      // A theme may know more languages than the site has.
      for language in record.keys { _ = record.has(language.value) }
      return site.languages.compactMap { language in
        let sides = record.requiredMap(language.code) { sides in
          (
            front: sides.requiredMap("front") { capacity(&$0) } ?? nil,
            back: sides.requiredMap("back") { capacity(&$0) } ?? nil
          )
        }
        guard let front = sides?.front, let back = sides?.back else { return nil as (String, Capacity, Capacity)? }
        return (language.code, front, back)
      }
    }
    var sides: [String: (front: Capacity, back: Capacity)] = [:]
    for (code, front, back) in read.value ?? [] { sides[code] = (front, back) }
    return Diagnosed(LeafletFit(sides: sides), diagnostics + read.diagnostics)
  }

  private static func capacity(_ record: inout Record) -> Capacity? {
    let block = record.integer("block")
    let sizes = record.requiredTexts("sizes").compactMap { text in
      let size = Int(text.value)
      if size == nil {
        record.report(
          .error, "wrong-type", at: text.range,
          Wording(zh: "“\(text.value)”不是整数", en: "“\(text.value)” is not a whole number"))
      }
      return size
    }
    return sizes.isEmpty ? nil : Capacity(block: block?.value ?? 0, sizes: sizes)
  }
}
