import Diagnostics
import Examples
import Foundation
import Testing
import Typesetting

/// `Pictures/name.svg` is a picture, and `name.expected` what is drawn of it, in words. In `Pictures/refused/` stands
/// beside each picture what an editor is told.
@Suite struct DrawingTests {
  @Test("What can be printed becomes outlines", arguments: pictures(in: "TypesettingTests/Pictures"))
  func outlines(example: URL) throws {
    let reading = try Drawing.reading(bytes(example), path: example.lastPathComponent)
    #expect(reading.diagnostics.isEmpty, "\(DiagnosticText(language: .en).text(of: reading.diagnostics))")
    let drawing = try #require(reading.value)
    let expected = example.deletingPathExtension().appendingPathExtension("expected")
    let difference = try difference(of: described(drawing), from: expected)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "What cannot be printed is refused, and the editor is told what and where",
    arguments: pictures(in: "TypesettingTests/Pictures/refused"))
  func refused(example: URL) throws {
    let reading = try Drawing.reading(bytes(example), path: example.lastPathComponent)
    #expect(reading.value == nil)
    #expect(!reading.diagnostics.isEmpty)
    let told = MessageLanguage.allCases.map { DiagnosticText(language: $0).text(of: reading.diagnostics) }.joined()
    let expected = example.deletingPathExtension().appendingPathExtension("expected")
    let difference = try difference(of: told, from: expected)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Every picture of the lessons can be printed", arguments: pictures(in: "../content/pictures"))
  func ofTheLessons(picture: URL) throws {
    let reading = try Drawing.reading(bytes(picture), path: picture.lastPathComponent)
    #expect(reading.diagnostics.isEmpty)
    let drawing = try #require(reading.value)
    #expect(drawing.shapes.count > 40)
  }

  @Test("A half circle is drawn true: its curves are nowhere off by more than 0.03 %")
  func halfCircle() throws {
    let drawing = try #require(drawingOf(#"<path d="M10 50A40 40 0 0 1 90 50"/>"#))
    var current = Point(0, 0)
    var count = 0
    for step in drawing.shapes[0].path.steps {
      switch step {
      case .move(let point): current = point
      case .curve(let first, let second, let end):
        for share in stride(from: 0.0, through: 1, by: 0.05) {
          let point = onCurve(share, [current, first, second, end])
          let radius = ((point.x - 50) * (point.x - 50) + (point.y - 50) * (point.y - 50)).squareRoot()
          #expect(abs(radius - 40) < 0.012, "\(point)")
          #expect(point.y < 50.001)
        }
        current = end
        count += 1
      case .line, .close: Issue.record("an arc is made of curves")
      }
    }
    #expect(count == 2)
  }

  @Test("A picture is read in the same way every time")
  func isDeterministic() throws {
    for example in pictures(in: "TypesettingTests/Pictures") + pictures(in: "TypesettingTests/Pictures/refused") {
      let svg = try bytes(example)
      let first = Drawing.reading(svg, path: "a.svg")
      let second = Drawing.reading(svg, path: "a.svg")
      #expect(first.value == second.value)
      #expect(first.diagnostics == second.diagnostics)
    }
  }
}

/// The pictures in a folder of the tests, in alphabetical order.
private func pictures(in folder: String) -> [URL] {
  let folder = testsFolder.appending(path: folder)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".svg") }.sorted().map { folder.appending(path: $0) }
}

private func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

/// The drawing of an SVG of 100 × 100 with this in it.
private func drawingOf(_ content: String) -> Drawing? {
  let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>\(content)</svg>"
  return Drawing.reading(Array(svg.utf8), path: "a.svg").value
}

/// The point at a share of a Bézier curve (de Casteljau).
private func onCurve(_ share: Double, _ points: [Point]) -> Point {
  var points = points
  while points.count > 1 {
    points = zip(points, points.dropFirst()).map {
      Point($0.x + ($1.x - $0.x) * share, $0.y + ($1.y - $0.y) * share)
    }
  }
  return points[0]
}

/// A drawing in words: its size, then for each shape how it is painted and its outline.
private func described(_ drawing: Drawing) -> String {
  var text = "size \(number(drawing.size.width)) × \(number(drawing.size.height))\n"
  for shape in drawing.shapes {
    let paint = shape.paint
    var words: [String] = []
    if let fill = paint.fill { words.append("fill \(hex(fill))" + (paint.isEvenOdd ? " even-odd" : "")) }
    if let stroke = paint.stroke {
      words.append("line \(hex(stroke.colour)) width \(number(stroke.width))")
      if stroke.cap != .butt { words.append("\(stroke.cap) ends") }
      if stroke.join != .miter { words.append("\(stroke.join) corners") }
      if stroke.miterLimit != 4 { words.append("corners up to \(number(stroke.miterLimit))") }
      if !stroke.dashes.isEmpty { words.append("dashes \(stroke.dashes.map(number).joined(separator: " "))") }
    }
    if paint.opacity != 1 { words.append("opacity \(number(paint.opacity))") }
    text += "\n" + words.joined(separator: ", ") + "\n"
    for step in shape.path.steps {
      switch step {
      case .move(let point): text += "  move \(pair(point))\n"
      case .line(let point): text += "  line \(pair(point))\n"
      case .curve(let first, let second, let end):
        text += "  curve \(pair(first))  \(pair(second))  \(pair(end))\n"
      case .close: text += "  close\n"
      }
    }
  }
  return text
}

private func pair(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

private func hex(_ colour: Colour) -> String {
  "#"
    + [colour.light.red, colour.light.green, colour.light.blue].map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
}

/// At most three decimals, so that the last digits of sines are the same on every machine.
private func number(_ value: Double) -> String {
  let rounded = (value * 1000).rounded() / 1000
  return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}
