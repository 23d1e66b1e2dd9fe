package import Diagnostics

extension Drawing {
  /// An SVG picture as outlines (a subset of SVG 2: shapes, plain colours, lines, transforms, opacity). Its size is that of
  /// the view box. What cannot be drawn exactly is reported with its place, and then there is no drawing: a picture is
  /// never printed wrongly.
  /// - Parameter path: the file's path below the project's root.
  package static func reading(_ svg: [UInt8], path: String) -> Diagnosed<Drawing?> {
    func refused(_ refusal: SVGRefusal, at place: Place) -> Diagnosed<Drawing?> {
      Diagnosed(nil, [refusal.diagnostic(at: place)])
    }
    if isRaster(svg) { return refused(.pixels, at: Place(path: path)) }
    if svg.count > SourceFile.sizeLimit { return refused(.tooLarge, at: Place(path: path)) }
    let source = SourceFile.decoding(path: path, bytes: svg)
    guard let file = source.value else { return Diagnosed(nil, source.diagnostics) }
    let tree: SVGTree
    do {
      tree = try SVGTree(parsing: file)
    } catch {
      switch error {
      case .damaged(let damage, let offset): return refused(.damaged(damage), at: file.place(offset..<offset + 1))
      case .declarations(let offset): return refused(.declarations, at: file.place(offset..<offset + 1))
      case .tooDeep(let offset): return refused(.tooDeep, at: file.place(offset..<offset + 1))
      }
    }
    guard let root = tree.elements.first, root.isSVG, root.name == "svg" else {
      return refused(.notSVG, at: file.place(tree.elements.first?.range ?? 0..<0))
    }
    guard let box = viewBox(root) else { return refused(.noSize, at: file.place(root.range)) }
    var painter = SVGPainter(tree, of: file, size: box.size)
    painter.paintAll(.moved(-box.x, -box.y))
    guard painter.remarks.isEmpty else { return Diagnosed(nil, source.diagnostics + painter.remarks) }
    return Diagnosed(Drawing(size: box.size, shapes: painter.shapes), source.diagnostics)
  }

  /// What is seen of the picture in its own units; nil when that cannot be told.
  private static func viewBox(_ root: SVGTree.Element) -> Rect? {
    let numbers: [Double]
    if let text = root.attributes["viewBox"] {
      numbers = SVGScanner.numbers(in: text) ?? []
    } else {
      numbers = [0, 0] + ["width", "height"].compactMap { root.attributes[$0].flatMap { SVGLength($0)?.absolute } }
    }
    // Far outside these limits nothing is a picture, and the arithmetic loses its digits.
    let sizes = 1e-3...1e6
    guard numbers.count == 4, sizes.contains(numbers[2]), sizes.contains(numbers[3]), abs(numbers[0]) <= 1e6,
      abs(numbers[1]) <= 1e6
    else { return nil }
    return Rect(numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// Whether the bytes begin as a PNG, JPEG, GIF or WebP.
  private static func isRaster(_ bytes: [UInt8]) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8),
    ]
    return beginnings.contains { bytes.starts(with: $0) }
  }
}
