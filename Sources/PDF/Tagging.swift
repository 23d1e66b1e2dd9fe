import Typesetting

/// Where the elements of a structure tree are drawn; filled while pages are written.
struct Tagging: Sendable {
  /// A piece of a page's content that belongs to one element (a marked-content sequence, ISO 32000-1, 14.7.4.2).
  struct Mark: Sendable {
    let element: StructureTree.ID
    let page: Int
    /// Its number on the page.
    let number: Int
  }

  /// A link's area, which belongs to an element as well (14.7.4.3).
  struct Annotation: Sendable {
    let element: StructureTree.ID
    let page: Int
    let reference: Reference
    let area: Rect
    let address: String
  }

  let tree: StructureTree
  /// In the order of drawing.
  private(set) var marks: [Mark] = []
  private(set) var annotations: [Annotation] = []
  private var bounds: [StructureTree.ID: Bounds] = [:]
  private var words: [StructureTree.ID: [UInt8]] = [:]

  init(_ tree: StructureTree) { self.tree = tree }

  /// The kind of an element; nil for a number that the tree does not have.
  func kind(of element: StructureTree.ID?) -> StructureTree.Kind? {
    guard let element, tree.elements.indices.contains(element) else { return nil }
    return tree.elements[element].kind
  }

  mutating func add(_ mark: Mark) { marks.append(mark) }

  mutating func add(_ annotation: Annotation) {
    if kind(of: annotation.element) != nil { annotations.append(annotation) }
  }

  /// Notes what an element's item says and how far it reaches, for the elements that are described by that.
  mutating func note(_ item: Frame.Item, of element: StructureTree.ID, onPage height: Double) {
    switch kind(of: element) {
    case .figure:
      guard let rect = item.bounds else { return }
      if bounds[element]?.add(rect) == nil { bounds[element] = Bounds(rect: rect, height: height) }
    case .link, .label:
      if case .text(let run, _) = item.shape { words[element, default: []].append(contentsOf: run.text) }
    case .document, .section, .heading, .paragraph, .list, .item, .body, .table, .row, .headingCell, .cell, .quote,
      .note, nil:
      break
    }
  }

  /// The text of a link or of an item's label.
  func words(of element: StructureTree.ID) -> String { String(decoding: words[element] ?? [], as: UTF8.self) }

  /// The box around a figure and the height of its page.
  func bounds(of figure: StructureTree.ID) -> (rect: Rect, height: Double)? {
    bounds[figure].map { ($0.rect, $0.height) }
  }
}

private struct Bounds {
  var rect: Rect
  let height: Double

  mutating func add(_ other: Rect) {
    let (x, y) = (min(rect.x, other.x), min(rect.y, other.y))
    rect = Rect(x, y, max(rect.right, other.right) - x, max(rect.bottom, other.bottom) - y)
  }
}

extension Frame.Item {
  /// Whether anything is seen of it.
  var isVisible: Bool {
    switch shape {
    case .text(let run, _): !run.glyphs.isEmpty
    case .path(let path, let paint): !path.steps.isEmpty && (paint.fill != nil || paint.stroke != nil)
    case .drawing(let drawing, _): !drawing.shapes.isEmpty && drawing.size.width > 0 && drawing.size.height > 0
    case .code(let code, _, _):
      code.width > 0 && code.modules.count >= code.width * code.width && code.modules.contains(true)
    }
  }

  /// A box that holds it: exact for pictures, generous for curves and text.
  fileprivate var bounds: Rect? {
    switch shape {
    case .drawing(_, let rect), .code(_, let rect, _): return rect
    case .text(let run, let point):
      let right = (run.glyphs.last?.x ?? 0) + run.size
      return Rect(point.x, point.y - run.size, right, run.size * 1.25)
    case .path(let path, let paint):
      let points = path.steps.flatMap { step -> [Point] in
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let end): [first, second, end]
        case .close: []
        }
      }
      guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
        let bottom = points.map(\.y).max()
      else { return nil }
      return Rect(left, top, right - left, bottom - top).inset(by: -(paint.stroke?.width ?? 0) / 2)
    }
  }
}
