import Typesetting

/// The parameters of drawing as they are at some point of a content stream (ISO 32000-1, 8.4, 9.3). Setting one that is so
/// already writes nothing.
struct GraphicsParameters {
  private let profile: Layout.Profile
  // Nil where nobody knows.
  private var fill: Colour?
  private var stroke: Colour?
  private var width: Double?
  private var cap: Paint.LineCap?
  private var join: Paint.LineJoin?
  private var miterLimit: Double?
  private var dashes: [Double]?
  /// In thousandths.
  private var opacity: Int?
  private var overprint: Bool?
  private var font: Resources.FontName?
  private var fontSize: Double?
  private(set) var rise: Double?

  /// - Parameter isContinued: whether something may have been set before.
  init(profile: Layout.Profile, isContinued: Bool) {
    self.profile = profile
    if !isContinued { (opacity, overprint, rise, miterLimit) = (1000, false, 0, 10) }
  }

  /// Sets what only a dictionary can set. There is overprint only in files for a print shop.
  mutating func set(
    overprint wanted: Bool, opacity share: Double, into bytes: inout [UInt8], _ resources: inout Resources
  ) {
    let thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
    var states: [Resources.GraphicsState] = []
    if profile == .shop, overprint != wanted { states.append(.overprint(wanted)) }
    if opacity != thousandths { states.append(.opacity(thousandths)) }
    for state in states {
      bytes.put(name: state.name)
      bytes.put(" gs ")
      resources.states.insert(state)
    }
    if thousandths < 1000 { resources.isTransparent = true }
    (overprint, opacity) = (wanted, thousandths)
  }

  mutating func set(fill colour: Colour, into bytes: inout [UInt8]) {
    guard fill != colour else { return }
    fill = colour
    switch profile {
    case .office where colour.light.isGrey: bytes.put(colour.light, "g ")
    case .office: bytes.put(colour.light, "rg ")
    case .shop: bytes.put(colour.ink, "k ")
    }
  }

  mutating func set(_ pen: Paint.Stroke, decimals: Int, into bytes: inout [UInt8]) {
    if stroke != pen.colour {
      stroke = pen.colour
      switch profile {
      case .office where pen.colour.light.isGrey: bytes.put(pen.colour.light, "G ")
      case .office: bytes.put(pen.colour.light, "RG ")
      case .shop: bytes.put(pen.colour.ink, "K ")
      }
    }
    if width != pen.width {
      width = pen.width
      bytes.put(pen.width, decimals: decimals)
      bytes.put(" w ")
    }
    if cap != pen.cap {
      cap = pen.cap
      switch pen.cap {
      case .butt: bytes.put("0 J ")
      case .round: bytes.put("1 J ")
      case .square: bytes.put("2 J ")
      }
    }
    if join != pen.join {
      join = pen.join
      switch pen.join {
      case .miter: bytes.put("0 j ")
      case .round: bytes.put("1 j ")
      case .bevel: bytes.put("2 j ")
      }
    }
    if miterLimit != pen.miterLimit {
      miterLimit = pen.miterLimit
      bytes.put(pen.miterLimit, decimals: 2)
      bytes.put(" M ")
    }
    if dashes != pen.dashes {
      dashes = pen.dashes
      bytes.put("[")
      for (index, length) in pen.dashes.enumerated() {
        if index > 0 { bytes.put(" ") }
        bytes.put(length, decimals: decimals)
      }
      bytes.put("]0 d ")
    }
  }

  mutating func set(
    font wanted: Resources.FontName, size: Double, into bytes: inout [UInt8], _ resources: inout Resources
  ) {
    guard font != wanted || fontSize != size else { return }
    (font, fontSize) = (wanted, size)
    bytes.put(name: wanted.name)
    bytes.put(" ")
    bytes.put(size, decimals: 4)
    bytes.put(" Tf ")
    resources.fonts.insert(wanted)
  }

  mutating func set(rise wanted: Double, into bytes: inout [UInt8]) {
    rise = wanted
    bytes.put(wanted, decimals: 3)
    bytes.put(" Ts ")
  }
}

extension [UInt8] {
  /// Red, green and blue, or grey where the three are the same, and the operator that takes them.
  fileprivate mutating func put(_ light: Colour.Light, _ setter: StaticString) {
    for part in light.isGrey ? [light.red] : [light.red, light.green, light.blue] {
      put(Double(part) / 255, decimals: 3)
      put(" ")
    }
    put(setter)
  }

  /// The four inks and the operator that takes them.
  fileprivate mutating func put(_ ink: Colour.Ink, _ setter: StaticString) {
    for part in [ink.cyan, ink.magenta, ink.yellow, ink.black] {
      put(part / 100, decimals: 4)
      put(" ")
    }
    put(setter)
  }
}

extension Colour.Light {
  fileprivate var isGrey: Bool { red == green && green == blue }
}
