import Content
import Diagnostics
import PDF
import Typesetting

/// What an outlet's own edition adds to a sheet: its name and address, and codes that lead to the lesson with its id.
struct LocalBoxes {
  let outlet: Outlet
  let format: Format
  let language: Language
  let words: PrintWords
  let palette: Palette
  let cache: TextCache

  /// The outlet's lines in a box, in the box's place on its side, with elements below the root of a tree of their own.
  struct Lines {
    var items: [Frame.Item]
    var structure: StructureTree
  }

  /// What a format's boxes leave to the outlets; empty when the format has no room for one.
  static func boxes(of format: Format) -> [(panel: Format.Panel, box: Format.Box)] {
    format.panels.flatMap { panel in
      panel.boxes.filter { box in
        guard box.audience != .public else { return false }
        switch box.content {
        case .outlet, .code(.lesson): return true
        case .code(.edition), .fill, .line, .picture, .text, .hotlines, .flow: return false
        }
      }.map { (panel, $0) }
    }
  }

  /// Whether outlets can have editions of their own in a format.
  static func isPossible(in format: Format) -> Bool {
    // An outlet's lines stand on the one page of a side, in one language.
    format.product == .pdf && format.languages == .one && !format.sides.contains(where: \.grows)
      && boxes(of: format).contains { $0.box.content == .outlet }
  }

  /// The outlet's lines in the largest type that fits the box; nil when they are too long for it.
  func lines(in box: Format.Box) -> Lines? {
    let size = box.type.size ?? format.body.size
    let least = min(box.type.least ?? size, size)
    let leading = box.type.leading ?? 1.3
    for step in 0...Int(((size - least) * 4).rounded(.down)) {
      let size = size - Double(step) / 4
      guard height(size, leading, box.area.width) <= box.area.height + 0.01 else { continue }
      return set(size, leading, box)
    }
    return nil
  }

  private var texts: [StyledText] {
    [
      StyledText(outlet.name[language], .strong), StyledText(outlet.address[language]),
      StyledText([
        StyledText.Span(words["phone_label"]), StyledText.Span(outlet.phone, .strong),
      ]),
      StyledText(words["hours_label"] + outlet.hours[language]),
    ]
  }

  /// Characters of the outlet that the fonts lack, and the first cell of `outlets.csv` that has one; nil when all is well.
  var missing: (characters: [Unicode.Scalar], place: Place)? {
    let cells = [
      outlet.name.has(language) ? "name_" + language.code : "",
      outlet.address.has(language) ? "address_" + language.code : "",
      "phone", outlet.hours.has(language) ? "hours_" + language.code : "",
    ]
    var characters: [Unicode.Scalar] = []
    var place: Place?
    for (cell, text) in zip(cells, texts) {
      let missing = cache.shaped(text, language.tag).missing
      if !missing.isEmpty { place = place ?? outlet.places[cell] ?? outlet.place }
      characters += missing.filter { !characters.contains($0) }
    }
    return place.map { (characters, $0) }
  }

  private func height(_ size: Double, _ leading: Double, _ width: Double) -> Double {
    var setter = TextSetter(cache: cache, language: language.tag, isFinal: false)
    let style = TextSetter.Style(size: size, leading: size * leading)
    return texts.reduce(0) { sum, text in
      sum + Piece.joined(setter.lines(text, style, x: 0, width: width, element: nil)).height
    }
  }

  private func set(_ size: Double, _ leading: Double, _ box: Format.Box) -> Lines {
    var setter = TextSetter(cache: cache, language: language.tag, isFinal: true)
    let style = TextSetter.Style(size: size, leading: size * leading)
    let pieces = texts.map { text -> Piece in
      let element = setter.structure.add(.paragraph, to: StructureTree.root)
      return Piece.joined(setter.lines(text, style, x: 0, width: box.area.width, element: element))
    }
    let whole = Piece.joined(pieces)
    let rest = box.area.height - whole.height
    let y =
      switch box.type.vertical {
      case .top: box.area.y
      case .middle: box.area.y + rest / 2
      case .bottom: box.area.y + rest
      }
    return Lines(items: whole.moved(by: box.area.x, y).items, structure: setter.structure)
  }
}

extension StructureTree {
  /// Adds another tree's elements below one of this tree's.
  /// - Returns: the number by which the other's ids grow; its root becomes `parent`.
  mutating func append(_ other: StructureTree, to parent: ID) -> [ID] {
    var ids = [parent]
    for element in other.elements.dropFirst() {
      ids.append(add(element.kind, to: ids[element.parent ?? 0], language: element.language))
    }
    return ids
  }
}
