import Examples
import Foundation
import Typesetting

/// A file that shows a rule of the composer: prose, and pairs of fenced blocks. The first of a pair holds a paragraph, and
/// says how it is set: `zh 10 justified`. The second, `lines`, is what comes of it.
///
/// In a paragraph `[[…]]` is a number to call, `**…**` is bold, and `↵` a line break.
struct LineExample {
  /// The file's text with all lines as they come out now.
  let actual: String

  init(_ text: String) throws {
    var output: [String] = []
    var pending: [String] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      output.append(line)
      guard line.hasPrefix("```") else { continue }
      let header = String(line.dropFirst(3))
      var body: [String] = []
      while let next = lines.popFirst(), next != "```" { body.append(next) }
      if header == "lines" {
        output += pending
      } else {
        output += body
        pending = try Setting(header).lines(of: body.joined(separator: "\n"))
      }
      output.append("```")
    }
    actual = output.joined(separator: "\n")
  }
}

/// How a paragraph of an example is set.
private struct Setting {
  struct Unknown: Error { var header: String }

  let language: String
  let measure: Double
  let composer: Composer
  /// Whether each line shows where its characters stand.
  let showsPlaces: Bool

  init(_ header: String) throws {
    let words = header.split(separator: " ").map(String.init)
    guard words.count >= 3, let measure = Double(words[1]) else { throw Unknown(header: header) }
    let isBalanced = words.contains("balanced")
    switch words[2] {
    case "justified": composer = Composer(.justified, isBalanced: isBalanced)
    case "ragged": composer = Composer(.ragged, isBalanced: isBalanced)
    case "centred": composer = Composer(.centred, isBalanced: isBalanced)
    default: throw Unknown(header: header)
    }
    (language, self.measure) = (words[0], measure)
    showsPlaces = words.contains("places")
  }

  func lines(of markup: String) throws -> [String] {
    let text = GridShaper().shaped(Self.styled(markup), language: language)
    let lines = composer.lines(text, measure: measure)
    guard composer.breaks(text, measure: measure).count == lines.count else { throw Unknown(header: "count") }
    return lines.map { line in
      let words = String(decoding: line.clusters.flatMap { text.text[text.clusters[$0].text] }, as: UTF8.self)
        .replacing("\n", with: "↵")
      guard showsPlaces else {
        let shown = String(words.reversed().drop { $0 == " " }.reversed())
        return "\(Self.number(line.pieces.last?.end ?? 0)) │\(shown)"
      }
      let places = line.pieces.flatMap(\.glyphs).map { glyph in
        String(decoding: text.text[glyph.text], as: UTF8.self) + ":"
          + Self.number(glyph.x).trimmingCharacters(in: .whitespaces)
      }
      return places.joined(separator: " ")
    }
  }

  /// With two decimals at most, five characters wide.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  private static func styled(_ markup: String) -> StyledText {
    var spans: [StyledText.Span] = []
    for (number, part) in markup.replacing("↵", with: "\n").components(separatedBy: "**").enumerated() {
      for (inner, piece) in part.components(separatedBy: "[[").enumerated() {
        let halves = piece.components(separatedBy: "]]")
        if inner > 0, halves.count == 2 { spans.append(StyledText.Span(halves[0], .hotline)) }
        spans.append(StyledText.Span(halves.last ?? "", number % 2 == 1 ? .strong : .none))
      }
    }
    return StyledText(spans.filter { !$0.text.isEmpty })
  }
}
