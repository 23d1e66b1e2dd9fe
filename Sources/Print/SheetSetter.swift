import Diagnostics
import Typesetting

/// Sets a sheet: fills the boxes of a format with a lesson, in the largest type that fits.
struct SheetSetter {
  /// What is set on what.
  struct Work {
    let format: Format
    let profile: Layout.Profile
    /// One, or two for a bilingual sheet.
    let documents: [PrintDocument]
    /// Whether room is left for an outlet's own lines.
    let isLocal: Bool
  }

  let work: Work
  let palette: Palette
  let cache: TextCache
  /// The most sheets of a side that grows.
  private static let sheetLimit = 24

  private var format: Format { work.format }

  /// A box of a flow on a sheet.
  private struct Slot {
    let panel: Int
    let box: Int
  }

  /// What is drawn in a box, at its place on the side.
  struct Placed {
    /// A ground of colour, which stops short of the paper's edge on an office printer and runs over it in a print shop.
    struct Ground {
      var area: Rect
      var corner: Double
      var colour: Colour
    }

    var grounds: [Ground] = []
    var items: [Frame.Item] = []
    var links: [Frame.Link] = []
  }

  /// The finished sheets; nil when something does not fit, which is reported.
  func layout() -> Diagnosed<SetSheets?> {
    var diagnostics: [Diagnostic] = []
    let slots = flowSlots
    guard let fit = bodyFit(slots, &diagnostics) else { return Diagnosed(nil, diagnostics) }
    var structure = StructureTree()
    var bookmarks: [Layout.Bookmark] = []
    var drawn: [[[Placed]]] = format.panels.map { $0.boxes.map { _ in [Placed()] } }
    var sheets = [Int](repeating: 1, count: format.sides.count)
    var isSet: Set<FlowKey> = []
    var second: StructureTree.ID?
    for (panelIndex, panel) in format.panels.enumerated() {
      var parent = StructureTree.root
      if panel.language == 1, work.documents.count > 1 {
        let id = second ?? structure.add(.section, to: parent, language: work.documents[1].content.tag)
        second = id
        parent = id
      }
      for (boxIndex, box) in panel.boxes.enumerated() where isWanted(box) {
        if case .flow(let name) = box.content {
          let key = FlowKey(name: name, language: panel.language)
          guard isSet.insert(key).inserted, let chain = slots[key] else { continue }
          let set = setFlow(key, chain, fit, structure, parent)
          structure = set.structure
          for (place, sheet) in set.placed {
            let slot = chain[place]
            while drawn[slot.panel][slot.box].count <= sheet { drawn[slot.panel][slot.box].append(Placed()) }
            drawn[slot.panel][slot.box][sheet] = set.drawn[place + sheet * chain.count] ?? Placed()
            let side = format.panels[slot.panel].side
            sheets[side] = max(sheets[side], sheet + 1)
          }
        } else {
          var setter = BoxSetter(
            box: box, panel: panel, document: document(of: panel), work: work, palette: palette, cache: cache,
            bodySize: fit.size, structure: structure, parent: parent)
          drawn[panelIndex][boxIndex] = [setter.placed(&diagnostics)]
          structure = setter.structure
          if case .text(.title) = box.content, bookmarks.count < work.documents.count {
            bookmarks.append(
              Layout.Bookmark(
                title: document(of: panel).content.title, page: panel.side, y: box.area.y, level: 1))
          }
        }
      }
    }
    guard !diagnostics.contains(where: { $0.rule == "print-overflow" }) else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(
      SetSheets(
        drawn: drawn, sheets: sheets, structure: structure, bookmarks: bookmarks, bodySize: fit.size), diagnostics)
  }

  private func document(of panel: Format.Panel) -> PrintDocument {
    work.documents[min(panel.language, work.documents.count - 1)]
  }

  private func isWanted(_ box: Format.Box) -> Bool {
    switch box.audience {
    case .all: true
    case .public: !work.isLocal
    case .local: work.isLocal
    }
  }

  // MARK: Flows

  private struct FlowKey: Hashable {
    let name: String
    let language: Int
  }

  /// The boxes of each flow in the order of reading.
  private var flowSlots: [FlowKey: [Slot]] {
    var slots: [FlowKey: [Slot]] = [:]
    for (panelIndex, panel) in format.panels.enumerated() {
      for (boxIndex, box) in panel.boxes.enumerated() where isWanted(box) {
        if case .flow(let name) = box.content {
          slots[FlowKey(name: name, language: panel.language), default: []].append(
            Slot(panel: panelIndex, box: boxIndex))
        }
      }
    }
    return slots
  }

  private func grows(_ chain: [Slot]) -> Bool {
    chain.contains { format.sides[format.panels[$0.panel].side].grows }
  }

  private func heights(_ chain: [Slot]) -> [Double] {
    chain.map { format.panels[$0.panel].boxes[$0.box].area.height }
  }

  /// The type of the running text that was found to fit.
  struct BodyFit: Hashable {
    /// Points.
    var size: Double
    /// By how much the lines stand further apart than the format asks for, where there is room: 1 or a little more.
    var openness = 1.0
    /// Whether what the format allows to be shortened is.
    var isShortened = false
  }

  /// The most that lines are opened.
  private static let openness = [1.1, 1.07, 1.04]

  /// The largest size of the running text at which every flow fits, in quarter points; then the lines are opened a little
  /// if there is room. Nil when a flow does not fit even at the least size, which is reported.
  private func bodyFit(_ slots: [FlowKey: [Slot]], _ diagnostics: inout [Diagnostic]) -> BodyFit? {
    let body = format.body
    let steps = Int(((body.size - body.least) * 4).rounded(.down))
    let chains = slots.filter { !grows($0.value) }.sorted {
      ($0.key.name, $0.key.language) < ($1.key.name, $1.key.language)
    }
    // The same sizes are asked about several times.
    var known: [BodyFit: [Flow]] = [:]
    func flows(_ fit: BodyFit) -> [Flow] {
      if let flows = known[fit] { return flows }
      let flows = chains.map { key, chain in Flow(pieces: pieces(key, chain, fit), heights: heights(chain)) }
      known[fit] = flows
      return flows
    }
    func cost(_ fit: BodyFit, _ steps: Int) -> Double { Self.cost(flows(fit), steps) }
    func fits(_ fit: BodyFit) -> Bool { flows(fit).allSatisfy(\.fits) }
    var isShortened = false
    func fit(_ step: Int) -> BodyFit { BodyFit(size: body.size - Double(step) / 4, isShortened: isShortened) }
    func fits(_ step: Int) -> Bool { fits(fit(step)) }
    if !fits(steps), canBeShortened { isShortened = true }
    // The smallest step (largest type) that fits; type that is smaller always needs less room.
    var (low, high) = (0, steps)
    if !fits(low) {
      guard fits(high) else {
        for (key, chain) in chains { report(key, chain, body.size - Double(steps) / 4, &diagnostics) }
        return nil
      }
      while high - low > 1 {
        let middle = (low + high) / 2
        if fits(middle) { high = middle } else { low = middle }
      }
      low = high
    }
    let costs = (low...min(steps, low + Self.sacrifice)).map { (step: $0, cost: cost(fit($0), $0 - low)) }
    var best = fit(costs.min { $0.cost < $1.cost }?.step ?? low)
    let closed = cost(best, 0)
    for openness in Self.openness {
      var open = best
      open.openness = openness
      guard fits(open), cost(open, 0) < closed + Self.tolerance else { continue }
      best = open
      break
    }
    return best
  }

  /// How many quarter points of size are given up so that sections are not divided between panels.
  private static let sacrifice = 6

  /// By how much worse the flows may be divided when lines are opened.
  private static let tolerance = 0.1

  /// How badly the flows are divided, and what a smaller type costs.
  private static func cost(_ flows: [Flow], _ steps: Int) -> Double {
    flows.filter { $0.heights.count > 1 }.reduce(Double(steps) * 0.05) { $0 + ($1.balanced()?.cost ?? .infinity) }
  }

  private var canBeShortened: Bool {
    format.flows.values.contains { flow in
      if case .sections(let selection) = flow { selection.brief == .ifNeeded } else { false }
    }
  }

  private func pieces(_ key: FlowKey, _ chain: [Slot], _ fit: BodyFit) -> [Piece] {
    var setter = flowSetter(key, chain, fit, isFinal: false)
    return setter.pieces(to: StructureTree.root)
  }

  private func flowSetter(_ key: FlowKey, _ chain: [Slot], _ fit: BodyFit, isFinal: Bool) -> FlowSetter {
    let slot = chain[0]
    let document = document(of: format.panels[slot.panel])
    let width = chain.map { format.panels[$0.panel].boxes[$0.box].area.width }.min() ?? 0
    let leading = format.body.leading[document.content.language] ?? format.body.leading.values.max() ?? 1.5
    let look = BlockSetter.Look(
      size: fit.size, leading: leading * fit.openness, gap: format.body.gap, heading: format.body.heading,
      isJustified: document.content.tag.hasPrefix("zh"), accent: colour(.accent, document),
      tint: colour(.tint, document), soft: colour(.soft, document), line: colour(.line, document),
      danger: colour(.danger, document), words: document.words)
    return FlowSetter(
      flow: format.flows[key.name] ?? .key(versions: []), document: document,
      isShortened: fit.isShortened,
      blocks: BlockSetter(
        look: look, text: TextSetter(cache: cache, language: document.content.tag, isFinal: isFinal), width: width))
  }

  private func colour(_ name: ColourName, _ document: PrintDocument) -> Colour {
    palette.colour(name, accent: document.content.accent)
  }

  private func setFlow(
    _ key: FlowKey, _ chain: [Slot], _ fit: BodyFit, _ structure: StructureTree, _ parent: StructureTree.ID
  ) -> (structure: StructureTree, placed: [(place: Int, sheet: Int)], drawn: [Int: Placed]) {
    var setter = flowSetter(key, chain, fit, isFinal: true)
    setter.blocks.text.structure = structure
    let pieces = setter.pieces(to: parent)
    var heights = heights(chain)
    if grows(chain) {
      let once = heights
      while heights.count < once.count * Self.sheetLimit, !Flow(pieces: pieces, heights: heights).fits {
        heights += once
      }
    }
    let flow = Flow(pieces: pieces, heights: heights)
    let ranges = flow.balanced()?.ranges ?? heights.map { _ in 0..<0 }
    var drawn: [Int: Placed] = [:]
    var placed: [(place: Int, sheet: Int)] = []
    for (index, range) in ranges.enumerated() {
      let box = format.panels[chain[index % chain.count].panel].boxes[chain[index % chain.count].box]
      drawn[index] = Self.place(flow, range, in: box, height: heights[index])
      placed.append((index % chain.count, index / chain.count))
    }
    return (setter.blocks.text.structure, placed, drawn)
  }

  /// Pieces one below the other; what room is left opens the gaps a little.
  private static func place(_ flow: Flow, _ range: Range<Int>, in box: Format.Box, height: Double) -> Placed {
    var placed = Placed()
    let gaps = range.dropFirst().reduce(0) { $0 + flow.pieces[$1].gap }
    let rest = max(0, height - flow.height(of: range))
    let stretch = gaps > 0 ? min(1.0, rest / gaps) : 0
    var y = box.area.y
    switch box.type.vertical {
    case .top: break
    case .middle: y += (rest - stretch * gaps) / 2
    case .bottom: y += rest - stretch * gaps
    }
    for index in range {
      let piece = flow.pieces[index]
      if index > range.lowerBound { y += piece.gap * (1 + stretch) }
      let moved = piece.moved(by: box.area.x, y)
      placed.items += moved.items
      placed.links += moved.links
      y += piece.height
    }
    return placed
  }

  private func report(_ key: FlowKey, _ chain: [Slot], _ size: Double, _ diagnostics: inout [Diagnostic]) {
    let pieces = pieces(key, chain, BodyFit(size: size))
    guard let first = Flow(pieces: pieces, heights: heights(chain)).firstLeftOver() else { return }
    let lines = pieces[first...].reduce(0) { $0 + $1.lines }
    let panels = chain.map { format.panels[$0.panel] }
    let document = document(of: panels[0])
    let width = chain.map { format.panels[$0.panel].boxes[$0.box].area.width }.min() ?? 0
    diagnostics.append(
      .overflow(
        Overflow(
          format: format, panels: panels, lines: max(1, lines), perLine: Int(width / size), size: size,
          document: document)))
  }
}

/// A sheet whose boxes are set, before the boxes are put on pages.
struct SetSheets {
  /// What is drawn, by panel, box, and the number of the sheet where a side grows.
  let drawn: [[[SheetSetter.Placed]]]
  /// How many sheets each side takes.
  let sheets: [Int]
  let structure: StructureTree
  let bookmarks: [Layout.Bookmark]
  /// The size of the running text in points.
  let bodySize: Double
}
