import Templates

extension Flowchart {
  /// The chart as SVG that stands in a page: its text stays text, its colours and its font come from the style sheet.
  /// - Parameters:
  ///   - title: what it shows.
  ///   - description: the whole of it in words, for those who cannot see it.
  ///   - tag: the language of the text.
  func drawing(title: String, description: String, tag: String) -> Markup {
    var svg = Markup()
    svg.append(
      html: """
        <svg class="chart" xmlns="http://www.w3.org/2000/svg" width="\(n(width))pt" height="\(n(height + 2))pt" \
        viewBox="-1 -1 \(n(width + 2)) \(n(height + 2))" role="img" aria-labelledby="chart-title chart-text" lang="\(tag)" \
        font-size="\(n(size))">
        <title id="chart-title">
        """)
    svg.append(escaping: title)
    svg.append(html: "</title>\n<desc id=\"chart-text\">")
    svg.append(escaping: description)
    svg.append(html: "</desc>\n")
    for wire in wires { append(wire, to: &svg) }
    for box in boxes { append(box, to: &svg) }
    svg.append(html: "</svg>\n")
    return svg
  }

  private func append(_ wire: Wire, to svg: inout Markup) {
    let way = wire.points.enumerated().map { "\($0 == 0 ? "M" : "L")\(n($1.x)) \(n($1.y))" }.joined()
    svg.append(html: "<path class=\"chart-wire\" d=\"\(way)\"/>\n")
    guard wire.hasHead, let end = wire.points.last else { return }
    let (long, wide) = (size * 0.55, size * 0.34)
    svg.append(
      html: "<path class=\"chart-head\" d=\"M\(n(end.x)) \(n(end.y))l\(n(-wide)) \(n(-long))h\(n(wide * 2))z\"/>\n")
  }

  private func append(_ box: Box, to svg: inout Markup) {
    let isEnd = box.cells.isEmpty
    let shape = BoxShape(step: Step(heading: "", calls: "", answers: []), size: size)
    let frame = box.frame
    svg.append(
      html:
        "<rect class=\"\(isEnd ? "chart-end" : "chart-question")\" x=\"\(n(frame.x))\" y=\"\(n(frame.y))\" width=\"\(n(frame.width))\" height=\"\(n(frame.height))\" rx=\"\(isEnd ? n(size * 0.8) : "2")\"/>\n"
    )
    let middle = frame.x + shape.padding * 0.7 + shape.badge / 2
    let badgeMiddle = frame.y + shape.padding + shape.badge / 2
    svg.append(
      html: "<circle class=\"chart-badge\" cx=\"\(n(middle))\" cy=\"\(n(badgeMiddle))\" r=\"\(n(shape.badge / 2))\"/>\n"
    )
    append([String(box.step + 1)], x: middle, y: badgeMiddle + size * 0.36, kind: "number", to: &svg)
    let left = frame.x + shape.padding + shape.badge
    let first = frame.y + shape.padding + max((shape.badge - shape.leading) / 2, 0) + size * 1.05
    append(box.heading, x: left + size * 0.1, y: first, kind: "heading", to: &svg)
    let below = first + Double(box.heading.count) * shape.leading + shape.padding / 2
    append(box.calls, x: left + size * 0.1, y: below, kind: "calls", to: &svg)
    for (number, cell) in box.cells.enumerated() {
      svg.append(
        html: "<path class=\"chart-rule\" d=\"M\(n(cell.frame.x)) \(n(cell.frame.y))h\(n(cell.frame.width))\"/>\n")
      if number > 0 {
        svg.append(
          html: "<path class=\"chart-rule\" d=\"M\(n(cell.frame.x)) \(n(cell.frame.y))v\(n(cell.frame.height))\"/>\n")
      }
      append(
        cell.lines, x: cell.frame.centre, y: cell.frame.y + shape.padding / 2 + size * 1.02, kind: "answer", to: &svg)
    }
  }

  private func append(_ lines: [String], x: Double, y: Double, kind: String, to svg: inout Markup) {
    for (number, line) in lines.enumerated() {
      svg.append(html: "<text class=\"chart-\(kind)\" x=\"\(n(x))\" y=\"\(n(y + Double(number) * size * 1.35))\">")
      svg.append(escaping: line)
      svg.append(html: "</text>\n")
    }
  }

  /// A number with at most one digit behind the point, the same on every machine.
  private func n(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
