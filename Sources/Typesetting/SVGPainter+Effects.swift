extension SVGPainter {
  /// Elements that change others wherever they stand.
  static let everywhere: Set<String> = [
    "style", "script", "animate", "animateMotion", "animateTransform", "set",
  ]

  /// Properties that change how an element looks, and values with which they do not.
  private static let effects: [(name: String, harmless: Set<String>)] = [
    ("filter", ["none"]), ("mask", ["none"]), ("clip-path", ["none"]), ("marker-start", ["none"]),
    ("marker-mid", ["none"]), ("marker-end", ["none"]), ("marker", ["none"]), ("mix-blend-mode", ["normal"]),
    ("paint-order", ["normal", "fill", "fill stroke", "fill stroke markers", "fill markers stroke"]),
    ("vector-effect", ["none"]), ("transform-origin", ["0", "0 0", "0px 0px"]), ("systemLanguage", []),
    ("requiredExtensions", [""]),
  ]
  /// Properties that, in a `style`, stand for attributes, or do what attributes cannot.
  private static let styleEffects = [
    "transform", "translate", "rotate", "scale", "d", "x", "y", "cx", "cy", "r", "rx", "ry", "background",
    "background-color", "background-image", "mask-image", "animation", "animation-name", "zoom",
  ]

  /// Reports the properties of an element that paper cannot show.
  mutating func checkEffects(_ declarations: SVGDeclarations, of index: Int) {
    for (name, harmless) in Self.effects {
      guard let value = declarations[name], !harmless.contains(value) else { continue }
      if let target = definition(value) {
        refuseDefinition(target)
      } else {
        refuse(.property(name, value), at: index)
      }
    }
    for name in Self.styleEffects {
      if let value = declarations.style(name), value != "none" { refuse(.property(name, value), at: index) }
    }
  }

  /// The `preserveAspectRatio` of a picture that browsers stretch or cut, because its width and height are not in the
  /// proportions of its view box.
  func distortion(_ root: SVGTree.Element) -> String? {
    guard let value = root.attributes["preserveAspectRatio"], value.contains("none") || value.contains("slice"),
      let width = root.attributes["width"].flatMap({ SVGLength($0)?.absolute }),
      let height = root.attributes["height"].flatMap({ SVGLength($0)?.absolute })
    else { return nil }
    let ratio = width * size.height / (height * size.width)
    return (0.99...1.01).contains(ratio) ? nil : value
  }

  /// The element to which `url(#name)` points.
  func definition(_ value: String) -> Int? {
    guard let start = value.firstRange(of: "url("), let end = value[start.upperBound...].firstIndex(of: ")") else {
      return nil
    }
    let name = value[start.upperBound..<end].filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
    return name.hasPrefix("#") ? indices[String(name.dropFirst())] : nil
  }

  /// Reports an element that others refer to, once, where it is.
  mutating func refuseDefinition(_ target: Int) {
    if reported.insert(target).inserted { refuse(.element(tree.elements[target].name), at: target) }
  }
}
