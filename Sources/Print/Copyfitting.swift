import Diagnostics
import Typesetting

/// Finding the type in which a sheet's flows fit.
extension SheetSetter {
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
  func bodyFit(_ slots: [FlowKey: [Slot]], _ diagnostics: inout [Diagnostic]) -> BodyFit? {
    let body = format.body
    let steps = Int(((body.size - body.least) * 4).rounded(.down))
    let chains = slots.filter { !grows($0.value) }.sorted {
      ($0.key.name, $0.key.language) < ($1.key.name, $1.key.language)
    }
    // The same sizes are asked about several times.
    var known: [BodyFit: [Flow]] = [:]
    func flows(_ fit: BodyFit) -> [Flow] {
      if let flows = known[fit] { return flows }
      let flows = chains.map { Flow(pieces: pieces($0.key, $0.value, fit), heights: heights($0.value)) }
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
        for ((key, chain), flow) in zip(chains, flows(fit(high))) where !flow.fits {
          report(key, chain, fit(high), &diagnostics)
        }
        return nil
      }
      while high - low > 1 {
        let middle = (low + high) / 2
        if fits(middle) { high = middle } else { low = middle }
      }
      low = high
    }
    let costs = (low...min(steps, low + Self.sacrifice)).map { (step: $0, cost: cost(fit($0), $0 - low)) }
    let step = costs.min { $0.cost < $1.cost }?.step
    var best = fit(step ?? low)
    // Other line ends now and then make a smaller type longer; the cost knows only of flows through several boxes.
    if step != low, !fits(best) { best = fit(low) }
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

  /// Reports a flow that does not fit.
  func report(_ key: FlowKey, _ chain: [Slot], _ fit: BodyFit, _ diagnostics: inout [Diagnostic]) {
    let pieces = pieces(key, chain, fit)
    let heights = heights(chain)
    let panels = chain.map { format.panels[$0.panel] }
    let document = document(of: panels[0])
    let lines: Int
    if grows(chain) {
      // There are further sheets: what does not fit is the longest piece, which is longer than a whole sheet.
      let excess = (pieces.map(\.height).max() ?? 0) - (heights.max() ?? 0)
      lines = min(Int((excess / (fit.size * leading(document))).rounded(.up)), pieces.reduce(0) { $0 + $1.lines })
    } else {
      let first = Flow(pieces: pieces, heights: heights).firstLeftOver() ?? pieces.count
      lines = pieces[first...].reduce(0) { $0 + $1.lines }
    }
    let width = chain.map { format.panels[$0.panel].boxes[$0.box].area.width }.min() ?? 0
    diagnostics.append(
      .overflow(
        Overflow(
          work: work, panels: panels, lines: max(1, lines), perLine: Int(width / fit.size), size: fit.size,
          document: document, place: place(of: key, in: document))))
  }

  /// The heading of the first section that a flow prints.
  private func place(of key: FlowKey, in document: PrintDocument) -> Place {
    guard case .sections(let selection)? = format.flows[key.name] else { return document.place }
    let sections = document.content.sections
    let first = sections.indices.first { selection.roles.contains(sections[$0].role ?? "other") }
    return first.flatMap { document.places.indices.contains($0) ? document.places[$0] : nil } ?? document.place
  }
}
