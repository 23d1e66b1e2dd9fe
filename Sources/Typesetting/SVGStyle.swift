/// What an SVG element's properties come to: its own and those that it inherits (SVG 2, 6 and 13).
struct SVGStyle {
  /// What a fill or a stroke is made of.
  enum Ink: Hashable {
    case none
    /// The value of `color`.
    case current
    case colour(SVGColour)
  }

  private var color = SVGColour.black
  private var fill = Ink.colour(.black)
  private var stroke = Ink.none
  private(set) var strokeWidth = 1.0
  private(set) var cap = Paint.LineCap.butt
  private(set) var join = Paint.LineJoin.miter
  private(set) var miterLimit = 4.0
  /// Dashes and gaps by turns, not all gaps 0; empty for a full line.
  private(set) var dashes: [Double] = []
  private(set) var dashOffset = 0.0
  private(set) var isEvenOdd = false
  private var fillOpacity = 1.0
  private var strokeOpacity = 1.0
  private(set) var isVisible = true

  /// Of the element and all in it as one picture.
  private(set) var opacity = 1.0

  /// The style of the root before its own properties.
  init() {}

  /// The colour that fills; nil for none, and for one that is not seen.
  var fillColour: SVGColour? { colour(fill, fillOpacity) }
  /// The colour of the line; nil for none, and for one that is not seen.
  var strokeColour: SVGColour? {
    let isSeen =
      strokeWidth > 0
      && (dashes.isEmpty || cap != .butt || dashes.indices.contains { $0.isMultiple(of: 2) && dashes[$0] > 0 })
    return isSeen ? colour(stroke, strokeOpacity) : nil
  }

  private func colour(_ ink: Ink, _ opacity: Double) -> SVGColour? {
    var colour: SVGColour
    switch ink {
    case .none: return nil
    case .current: colour = color
    case .colour(let own): colour = own
    }
    colour.opacity *= opacity
    return colour.opacity > 0 ? colour : nil
  }

  /// The style of an element whose parent has this one. What is not understood goes to `refuse`.
  func inherited(
    by declarations: SVGDeclarations, size: Size, refuse: (SVGRefusal) -> Void
  ) -> SVGStyle {
    var style = self
    if declarations["opacity"] == nil { style.opacity = 1 }
    for property in Property.allCases {
      guard let value = declarations[property.rawValue], value != "inherit" else { continue }
      if !style.set(property, to: value, size: size) { refuse(.value(of: property.rawValue, value)) }
    }
    return style
  }

  private enum Property: String, CaseIterable {
    case visibility, color, fill, stroke, opacity
    case fillRule = "fill-rule"
    case fillOpacity = "fill-opacity"
    case strokeOpacity = "stroke-opacity"
    case strokeWidth = "stroke-width"
    case lineCap = "stroke-linecap"
    case lineJoin = "stroke-linejoin"
    case miterLimit = "stroke-miterlimit"
    case dashes = "stroke-dasharray"
    case dashOffset = "stroke-dashoffset"
  }

  /// Whether the value was understood.
  private mutating func set(_ property: Property, to value: String, size: Size) -> Bool {
    func assign<Value>(_ target: inout Value, _ new: Value?) -> Bool {
      guard let new else { return false }
      target = new
      return true
    }
    return switch property {
    case .visibility: assign(&isVisible, ["visible": true, "hidden": false, "collapse": false][value])
    case .color: value.lowercased() == "currentcolor" || assign(&color, SVGColour(value))
    case .fill: assign(&fill, Ink(value))
    case .stroke: assign(&stroke, Ink(value))
    case .opacity: assign(&opacity, SVGLength(value)?.share)
    case .fillRule: assign(&isEvenOdd, ["nonzero": false, "evenodd": true][value])
    case .fillOpacity: assign(&fillOpacity, SVGLength(value)?.share)
    case .strokeOpacity: assign(&strokeOpacity, SVGLength(value)?.share)
    case .strokeWidth:
      assign(&strokeWidth, Self.atLeast(0, SVGLength(value)?.resolved(.diagonal, in: size)))
    case .lineCap: assign(&cap, ["butt": .butt, "round": .round, "square": .square][value])
    case .lineJoin: assign(&join, ["miter": .miter, "round": .round, "bevel": .bevel][value])
    case .miterLimit: assign(&miterLimit, Self.atLeast(1, SVGLength(value)?.number))
    case .dashes: assign(&dashes, Self.dashes(value, size: size))
    case .dashOffset: assign(&dashOffset, SVGLength(value)?.resolved(.diagonal, in: size))
    }
  }

  private static func atLeast(_ least: Double, _ value: Double?) -> Double? {
    guard let value, value >= least else { return nil }
    return value
  }

  private static func dashes(_ text: String, size: Size) -> [Double]? {
    if text == "none" { return [] }
    var lengths: [Double] = []
    // More than a few are no pattern, and each line of the picture would carry them.
    for part in text.split(maxSplits: 64, whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let length = SVGLength(String(part))?.resolved(.diagonal, in: size), length >= 0 else { return nil }
      lengths.append(length)
    }
    if !lengths.count.isMultiple(of: 2) { lengths += lengths }
    let gaps = lengths.indices.filter { !$0.isMultiple(of: 2) }
    return gaps.allSatisfy { lengths[$0] == 0 } ? [] : lengths
  }
}

extension SVGStyle.Ink {
  fileprivate init?(_ text: String) {
    switch text.lowercased() {
    case "none": self = .none
    case "currentcolor": self = .current
    default:
      guard let colour = SVGColour(text) else { return nil }
      self = .colour(colour)
    }
  }
}

/// An element's properties as they are written: those in its `style` before its attributes.
struct SVGDeclarations {
  private let attributes: [String: String]
  private var styles: [String: String] = [:]

  init(_ element: SVGTree.Element) {
    attributes = element.attributes
    for declaration in Self.withoutComments(attributes["style"] ?? "").split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      var value = Self.trimmed(declaration[declaration.index(after: colon)...])
      if value.hasSuffix("!important") { value = Self.trimmed(value.dropLast(10)) }
      styles[Self.trimmed(declaration[..<colon]).lowercased()] = value
    }
  }

  /// The value of a property, trimmed; nil when it is not given.
  subscript(name: String) -> String? { styles[name] ?? attributes[name].map { Self.trimmed($0[...]) } }

  /// The value of a property in the `style` alone.
  func style(_ name: String) -> String? { styles[name] }

  private static func withoutComments(_ text: String) -> String {
    var parts = text.split(separator: "/*", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      let end = parts[index].firstRange(of: "*/")?.upperBound ?? parts[index].endIndex
      parts[index] = parts[index][end...]
    }
    return parts.joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
