internal import Diagnostics

/// Walks through the tree of an SVG and paints what it finds, back to front.
struct SVGPainter {
  /// The steps of all outlines after which a picture is refused.
  private static let stepLimit = 300_000
  /// The bytes after which it is refused, counted whenever they are read: `use` can multiply a small file without end.
  private static let readingLimit = 10 * SourceFile.sizeLimit
  /// Dashes in a picture, about.
  private static let dashLimit = 100_000.0
  /// The ink of all lines and edges together, in sides of the picture. Rasterising takes time for each crossing of a row
  /// of pixels, and more when many lie on top of each other; a dense drawing has some hundreds.
  private static let inkLimit = 5000.0
  /// After so many remarks the rest is not said.
  private static let remarkLimit = 20

  private let file: SourceFile
  let tree: SVGTree
  let indices: [String: Int]
  let size: Size
  private var stepCount = 0
  private var readCount = 0
  private var dashCount = 0.0
  private var ink = 0.0
  /// Paint servers, filters and other things that were reported where they are defined.
  var reported: Set<Int> = []
  /// The elements that are being copied by a `use`.
  private var copied: Set<Int> = []

  private(set) var shapes: [Drawing.Shape] = []
  private(set) var remarks: [Diagnostic] = []

  /// - Parameter size: of the drawing, in the SVG's own units.
  init(_ tree: SVGTree, of file: SourceFile, size: Size) {
    (self.tree, self.file, self.size) = (tree, file, size)
    indices = tree.indicesByID()
  }

  /// Paints the whole picture; `transform` moves the view box to 0,0.
  mutating func paintAll(_ transform: Transform) {
    for (index, element) in tree.elements.enumerated() where element.isSVG && Self.everywhere.contains(element.name) {
      refuse(.element(element.name), at: index)
    }
    let declarations = SVGDeclarations(tree.elements[0])
    guard declarations["display"] != "none" else { return }
    checkEffects(declarations, of: 0)
    if let value = tree.elements[0].attributes["transform"] { refuse(.property("transform", value), at: 0) }
    if let value = distortion(tree.elements[0]) { refuse(.property("preserveAspectRatio", value), at: 0) }
    paintGroup(0, style(of: 0, declarations, in: SVGStyle()), transform, depth: 0)
  }

  private var isFinished: Bool {
    remarks.count >= Self.remarkLimit || stepCount > Self.stepLimit || readCount > Self.readingLimit
      || ink > Self.inkLimit
  }

  mutating func refuse(_ refusal: SVGRefusal, at index: Int) {
    if remarks.count < Self.remarkLimit {
      remarks.append(refusal.diagnostic(at: file.place(tree.elements[index].range)))
    }
  }

  private mutating func style(of index: Int, _ declarations: SVGDeclarations, in parent: SVGStyle) -> SVGStyle {
    var refusals: [SVGRefusal] = []
    let style = parent.inherited(by: declarations, size: size) { refusals.append($0) }
    for refusal in refusals {
      if case .value(_, let value) = refusal, let target = definition(value) {
        refuseDefinition(target)
      } else {
        refuse(refusal, at: index)
      }
    }
    return style
  }

  private mutating func paint(_ index: Int, _ parent: SVGStyle, _ outer: Transform, depth: Int) {
    let element = tree.elements[index]
    guard !isFinished, element.isSVG, let kind = Kind(element.name) else { return }
    guard depth < SVGTree.depthLimit else { return refuse(.tooDeep, at: index) }
    readCount += element.attributes.values.reduce(100) { $0 + $1.utf8.count }
    guard readCount <= Self.readingLimit else { return refuse(.tooComplex, at: index) }
    let declarations = SVGDeclarations(element)
    guard declarations["display"] != "none" else { return }
    let style = style(of: index, declarations, in: parent)
    checkEffects(declarations, of: index)
    var transform = outer
    if let text = element.attributes["transform"] {
      guard let inner = Transform(svg: text) else { return refuse(.value(of: "transform", text), at: index) }
      transform = outer.applied(after: inner)
    }
    switch kind {
    case .group: paintGroup(index, style, transform, depth: depth)
    case .shape(let shape): paintShape(shape, index, style, transform)
    case .copy: paintCopy(index, style, transform, depth: depth)
    case .refused: refuse(.element(element.name), at: index)
    }
  }

  private mutating func paintGroup(_ index: Int, _ style: SVGStyle, _ transform: Transform, depth: Int) {
    let first = shapes.count
    for child in tree.elements[index].children { paint(child, style, transform, depth: depth + 1) }
    thin(from: first, style, of: index)
  }

  private mutating func paintCopy(_ index: Int, _ style: SVGStyle, _ transform: Transform, depth: Int) {
    let element = tree.elements[index]
    guard let address = element.attributes["href"] else { return }
    guard address.hasPrefix("#"), let target = indices[String(address.dropFirst())] else {
      return refuse(.reference(address), at: index)
    }
    let lengths = ["x", "y"].map { element.attributes[$0].map { SVGLength($0) } ?? SVGLength("0") }
    guard let x = lengths[0], let y = lengths[1] else {
      return refuse(
        .value(of: "x, y", ["x", "y"].compactMap { element.attributes[$0] }.joined(separator: ", ")), at: index)
    }
    let first = shapes.count
    let place = Transform.moved(x.resolved(.across, in: size), y.resolved(.down, in: size))
    if Kind(tree.elements[target].name) == nil {
      refuseDefinition(target)
    } else if copied.insert(target).inserted {
      paint(target, style, transform.applied(after: place), depth: depth + 1)
      copied.remove(target)
    } else {
      refuse(.copiesItself(address), at: index)
    }
    thin(from: first, style, of: index)
  }

  private mutating func paintShape(_ shape: SVGShape, _ index: Int, _ style: SVGStyle, _ transform: Transform) {
    let element = tree.elements[index]
    let outline: Path?
    do {
      outline = try shape.outline(element, size: size)
    } catch {
      switch error {
      case .pathData(let rest): return refuse(.pathData(rest: rest), at: index)
      case .value(let attribute, let value): return refuse(.value(of: attribute, value), at: index)
      }
    }
    guard let outline, style.isVisible, transform.determinant != 0 else { return }
    stepCount += outline.steps.count
    guard stepCount <= Self.stepLimit else { return refuse(.tooComplex, at: index) }
    let path = (style.cap == .square ? outline.withDots(style.strokeWidth / 50) : outline).transformed(transform)
    let first = shapes.count
    let fill = shape == .line ? nil : style.fillColour
    let stroke = style.strokeColour.map { ($0, self.stroke(style, $0, transform)) }
    if stroke != nil {
      if transform.stretch > 1.02 { return refuse(.stretchedStroke, at: index) }
      if !style.dashes.isEmpty, style.dashOffset != 0 || element.attributes["pathLength"] != nil {
        return refuse(.property("stroke-dashoffset", "\(style.dashOffset)"), at: index)
      }
    }
    // Where both are seen through, the line does not hide the fill below it: two outlines.
    if let fill, let (colour, stroke) = stroke, fill.opacity == 1, colour.opacity == 1 {
      add(path, fill: fill, stroke: stroke, opacity: 1, isEvenOdd: style.isEvenOdd)
    } else {
      if let fill { add(path, fill: fill, stroke: nil, opacity: fill.opacity, isEvenOdd: style.isEvenOdd) }
      if let (colour, stroke) = stroke {
        add(path, fill: nil, stroke: stroke, opacity: colour.opacity, isEvenOdd: false)
      }
    }
    guard shapes[first...].allSatisfy(isWithinReach) else {
      shapes.removeSubrange(first...)
      return refuse(.farAway, at: index)
    }
    guard isAffordable(path, isFilled: fill != nil, stroke?.1) else { return refuse(.tooComplex, at: index) }
    thin(from: first, style, of: index)
  }

  private func stroke(_ style: SVGStyle, _ colour: SVGColour, _ transform: Transform) -> Paint.Stroke {
    let scale = abs(transform.determinant).squareRoot()
    var stroke = Paint.Stroke(Colour(colour.light), width: style.strokeWidth * scale)
    (stroke.cap, stroke.join, stroke.miterLimit) = (style.cap, style.join, style.miterLimit)
    stroke.dashes = style.dashes.map { $0 * scale }
    return stroke
  }

  private mutating func add(_ path: Path, fill: SVGColour?, stroke: Paint.Stroke?, opacity: Double, isEvenOdd: Bool) {
    var paint = Paint(fill: fill.map { Colour($0.light) }, stroke: stroke)
    (paint.opacity, paint.isEvenOdd) = (opacity, isEvenOdd)
    shapes.append(Drawing.Shape(path, paint))
  }

  /// Makes what was painted since `first` as thin as the element wants it. Outlines that overlap would show through each
  /// other if each were made thin, so they are refused.
  private mutating func thin(from first: Int, _ style: SVGStyle, of index: Int) {
    guard style.opacity < 1, first < shapes.count else { return }
    if style.opacity == 0 {
      shapes.removeSubrange(first...)
    } else if Drawing.Shape.areApart(shapes[first...]) {
      for index in shapes[first...].indices { shapes[index].paint.opacity *= style.opacity }
    } else {
      refuse(.overlappingOpacity, at: index)
    }
  }

  /// Whether numbers are small enough to be drawn: far beyond the picture they overflow the rasteriser's.
  private func isWithinReach(_ shape: Drawing.Shape) -> Bool {
    let limit = 1000 * max(size.width, size.height)
    return shape.path.isWithin(limit) && (shape.paint.stroke?.width ?? 0) <= limit
  }

  /// Whether so much can be drawn in reasonable time.
  private mutating func isAffordable(_ path: Path, isFilled: Bool, _ stroke: Paint.Stroke?) -> Bool {
    let length = path.lengthAtMost
    var work = isFilled ? length : 0
    if let stroke {
      let dashes = stroke.dashes.isEmpty ? 0 : length / stroke.dashes.reduce(0, +) * Double(stroke.dashes.count)
      dashCount += dashes
      // Each corner and each end is about as much work as the line's width.
      work += length + (dashes + Double(path.steps.count)) * stroke.width
    }
    ink += work / max(size.width, size.height)
    return ink <= Self.inkLimit && dashCount <= Self.dashLimit
  }
}

extension SVGPainter {
  /// What is done with an element.
  private enum Kind {
    case group
    case shape(SVGShape)
    /// `use`
    case copy
    /// It would be seen, and cannot be printed.
    case refused

    /// Nil for what is never seen by itself.
    init?(_ name: String) {
      switch name {
      case "g", "a": self = .group
      case "use": self = .copy
      case "title", "desc", "metadata", "defs", "symbol", "linearGradient", "radialGradient", "pattern", "clipPath",
        "mask", "filter", "marker", "view":
        return nil
      case _ where everywhere.contains(name): return nil
      default: self = SVGShape(rawValue: name).map(Kind.shape) ?? .refused
      }
    }
  }
}
