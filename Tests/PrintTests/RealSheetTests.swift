import Content
import Diagnostics
import Examples
import Synchronization
import Testing
import Typesetting

@testable import Print

/// Every real lesson in every real format and language, in the real fonts: whatever the words are, nothing is lost,
/// nothing stands outside its box, nothing on another text.
@Suite struct RealSheetTests {
  private static let slugs = RealShop.shop?.documents.keys.sorted() ?? []

  @Test("Sheets say what they should, once, in order, in their boxes, and everything can be read out", arguments: slugs)
  func sheets(slug: String) throws {
    let shop = try #require(RealShop.shop)
    var printed = 0
    var all = 0
    for recipe in shop.recipes {
      for languages in shop.languages(of: recipe.format, slug, PrintShop.Selection()) {
        for isLocal in recipe.format.isLocal ? [false, true] : [false] {
          all += 1
          let work = SheetSetter.Work(
            format: recipe.format, profile: recipe.format.profiles[0],
            documents: languages.compactMap { shop.documents[slug]?[$0.code] }, isLocal: isLocal)
          if try check(work, shop) { printed += 1 }
        }
      }
    }
    #expect(all >= 20)
    #expect(Double(printed) >= 0.9 * Double(all), "only \(printed) of \(all) sheets fit")
  }

  @Test("There are lessons to look at, and two runs set the same sheet", arguments: slugs.prefix(4))
  func repeated(slug: String) throws {
    let shop = try #require(RealShop.shop)
    let documents = try #require(shop.documents[slug])
    for id in ["trifold", "quiz"] {
      let format = try #require(shop.recipes.first { $0.format.id == id }).format
      let work = SheetSetter.Work(
        format: format, profile: .office, documents: [try #require(documents["zh"])], isLocal: false)
      #expect(shop.layout(work).value == shop.layout(work).value)
    }
  }

  /// Whether the sheet could be printed.
  private func check(_ work: SheetSetter.Work, _ shop: PrintShop) throws -> Bool {
    let name = "\(work.format.id) of \(work.documents.map { $0.content.slug + "/" + $0.content.language })"
    let cache = TextCache(Shaper(shop.fonts))
    let result = SheetSetter(work: work, palette: shop.palette, cache: cache).layout()
    guard let set = result.value else {
      #expect(result.diagnostics.contains { $0.rule == "print-overflow" }, "\(name)")
      return false
    }
    #expect(cache.missing.isEmpty, "\(name)")
    checkTexts(set, work, name)
    let layout = SheetAssembly(work: work, set: set, palette: shop.palette).layout()
    checkStructure(layout, set, name)
    checkPlaces(set, layout, work, Ink(shop.fonts), name)
    return true
  }

  // MARK: Nothing is lost, nothing comes twice

  private func checkTexts(_ set: SetSheets, _ work: SheetSetter.Work, _ name: String) {
    var flows: [String: [[[SheetSetter.Placed]]]] = [:]
    for (panelIndex, panel) in work.format.panels.enumerated() {
      let wanted = WantedText(document: work.documents[min(panel.language, work.documents.count - 1)])
      for (boxIndex, box) in panel.boxes.enumerated() {
        let drawn = set.drawn[panelIndex][boxIndex]
        guard box.audience == .all || (box.audience == .local) == work.isLocal else {
          #expect(drawn.allSatisfy { $0.items.isEmpty && $0.grounds.isEmpty }, "\(name): \(box.content)")
          continue
        }
        if case .flow(let flow) = box.content {
          flows["\(panel.language) \(flow)", default: []].append([drawn])
        } else if let text = wanted.text(of: box.content) {
          #expect(Self.text(of: drawn[0]) == text, "\(name): \(box.content)")
        }
      }
    }
    for (key, boxes) in flows {
      let parts = key.split(separator: " ")
      guard let flow = work.format.flows[String(parts[1])] else { continue }
      let document = work.documents[min(Int(parts[0]) ?? 0, work.documents.count - 1)]
      let sheets = boxes.map { $0[0].count }.max() ?? 0
      let text = (0..<sheets).map { sheet in
        boxes.map { $0[0].count > sheet ? Self.text(of: $0[0][sheet]) : "" }.joined()
      }.joined()
      let wanted = WantedText(document: document).texts(of: flow)
      #expect(wanted.contains(text), "\(name): flow \(parts[1])")
    }
  }

  private static func text(of placed: SheetSetter.Placed) -> String {
    placed.items.compactMap { item in
      if case .text(let run, _) = item.shape { String(decoding: run.text, as: UTF8.self) } else { nil }
    }.joined().withoutWhite
  }

  // MARK: Everything can be read out

  private func checkStructure(_ layout: Layout, _ set: SetSheets, _ name: String) {
    let elements = layout.structure.elements
    let items = layout.pages.flatMap(\.items)
    let owned = Set(items.compactMap(\.element))
    let parents = Set(elements.compactMap(\.parent))
    #expect(owned.allSatisfy { elements.indices.contains($0) }, "\(name)")
    for (id, element) in elements.enumerated() where !owned.contains(id) && !parents.contains(id) {
      Issue.record("\(name): nothing on the sheet belongs to element \(id), \(element.kind)")
    }
    for item in set.drawn.joined().joined().flatMap(\.items) {
      switch item.shape {
      case .text, .drawing, .code: #expect(item.element != nil, "\(name): \(item.shape)")
      case .path: #expect(item.element == nil, "\(name)")
      }
    }
    let read = items.filter { $0.element != nil }.count
    #expect(read == set.drawn.joined().joined().flatMap(\.items).filter { $0.element != nil }.count, "\(name)")
    for link in layout.pages.flatMap(\.links) { #expect(elements[link.element].kind == .link, "\(name)") }
  }

  // MARK: Everything is in its place

  private func checkPlaces(
    _ set: SetSheets, _ layout: Layout, _ work: SheetSetter.Work, _ ink: Ink, _ name: String
  ) {
    for (panelIndex, panel) in work.format.panels.enumerated() {
      for (boxIndex, box) in panel.boxes.enumerated() {
        for item in set.drawn[panelIndex][boxIndex].flatMap(\.items) {
          guard let area = ink.area(of: item) else { continue }
          let allowed = box.area.inset(by: -0.5)
          let isInside =
            area.x >= allowed.x && area.right <= allowed.right && area.y >= allowed.y && area.bottom <= allowed.bottom
          #expect(isInside, "\(name): \(box.content) in “\(panel.names["en"] ?? "")”: \(item.words) at \(area)")
        }
      }
    }
    for (number, page) in layout.pages.enumerated() {
      let texts = page.items.compactMap { item in ink.area(of: item).map { (item, $0) } }.sorted { $0.1.y < $1.1.y }
      for (index, (item, area)) in texts.enumerated() {
        for (other, place) in texts[(index + 1)...] {
          guard place.y < area.bottom - 0.2 else { break }
          if place.x < area.right - 0.2, place.right > area.x + 0.2 {
            Issue.record("\(name), page \(number + 1): \(item.words) stands on \(other.words)")
          }
        }
      }
    }
  }
}

extension Frame.Item {
  /// Its text, for messages.
  fileprivate var words: String {
    if case .text(let run, _) = shape { "“\(String(decoding: run.text, as: UTF8.self))”" } else { "" }
  }
}

/// Where the ink of texts is: a glyph's place does not say it, since marks at the edges of lines reach over them with their
/// white.
private struct Ink {
  private struct Key: Hashable {
    let face: Face
    let glyph: UInt16
  }

  private static let known = Mutex<[Key: Rect?]>([:])
  private let fonts: FontBook

  init(_ fonts: FontBook) { self.fonts = fonts }

  /// Nil for what is no text, or has no ink.
  func area(of item: Frame.Item) -> Rect? {
    guard case .text(let run, let point) = item.shape else { return nil }
    var whole: Rect?
    for glyph in run.glyphs {
      guard let ink = area(run.face, glyph.id) else { continue }
      let area = Rect(
        point.x + glyph.x + ink.x * run.size, point.y - glyph.rise - ink.bottom * run.size, ink.width * run.size,
        ink.height * run.size)
      whole = whole.map { $0.joined(area) } ?? area
    }
    return whole
  }

  /// In em, upwards.
  private func area(_ face: Face, _ glyph: UInt16) -> Rect? {
    let key = Key(face: face, glyph: glyph)
    if let known = Self.known.withLock({ $0[key] }) { return known }
    var points: [Point] = []
    for step in fonts[face].outline(of: glyph).steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve(_, _, let end): points.append(end)
      case .close: break
      }
    }
    var area: Rect?
    if let left = points.map(\.x).min(), let right = points.map(\.x).max(), let low = points.map(\.y).min(),
      let high = points.map(\.y).max()
    {
      area = Rect(left, low, right - left, high - low)
    }
    Self.known.withLock { $0[key] = .some(area) }
    return area
  }
}

extension Rect {
  /// The least rectangle round both.
  fileprivate func joined(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(left, top, max(right, other.right) - left, max(bottom, other.bottom) - top)
  }
}
