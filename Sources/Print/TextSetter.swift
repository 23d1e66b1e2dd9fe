import Typesetting

/// Sets paragraphs: text to lines at their places.
struct TextSetter {
  /// The type of a paragraph.
  struct Style {
    /// Points.
    var size: Double
    /// Distance of the lines in points.
    var leading: Double
    var isBold = false
    var colour = Colour.black
    /// The colour of numbers to call.
    var hotline = Colour.black
    var alignment = Composer.Alignment.ragged
    var isBalanced = false
  }

  let cache: TextCache
  /// A language tag (BCP 47).
  let language: String
  /// Whether glyphs are placed; when only heights are wanted, lines are counted.
  let isFinal: Bool
  var structure = StructureTree()

  init(cache: TextCache, language: String, isFinal: Bool) {
    self.cache = cache
    self.language = language
    self.isFinal = isFinal
  }

  /// Measures in em below which a part that is never divided may be too wide for a line.
  private static let narrow = 16.0
  /// Em by which a line may be too wide: less than anybody sees.
  private static let tolerance = 0.02
  /// The height of what does not fit at any height, in points: more than any sheet has.
  private static let endless = 100_000.0

  /// The lines of a text as pieces that keep together where a single line would be left alone. A text whose widest part is
  /// wider than a line fits nowhere: it becomes a piece of endless height.
  /// - Parameters:
  ///   - x: points from the left edge of the pieces.
  ///   - width: points.
  ///   - element: what the text is to a reader; nil for decoration.
  mutating func lines(
    _ text: StyledText, _ style: Style, x: Double, width: Double, element: StructureTree.ID?
  ) -> [Piece] {
    let text = style.isBold ? text.bold : text
    let shaped = cache.shaped(text, language)
    let composer = Composer(style.alignment, isBalanced: style.isBalanced)
    let measure = width / style.size
    if measure < Self.narrow, cache.leastMeasure(text, language) > measure + Self.tolerance {
      return [Piece(height: Self.endless)]
    }
    guard isFinal else {
      return Self.kept(composer.breaks(shaped, measure: measure).map { _ in Piece(height: style.leading) })
    }
    let metrics = cache.shaper.metrics(.regular)
    // The Han square stands in the middle of the line.
    let baseline = (style.leading - style.size) / 2 + metrics.hanAscent * style.size
    var linkElements: [Int: StructureTree.ID] = [:]
    let pieces = composer.lines(shaped, measure: measure).map { line -> Piece in
      var piece = Piece(height: style.leading)
      for part in line.pieces {
        let span = shaped.spans[part.span]
        var owner = element
        if let address = span.link, let element {
          let link = linkElements[part.span] ?? structure.add(.link, to: element)
          linkElements[part.span] = link
          owner = link
          piece.links.append(
            Frame.Link(
              area: Rect(
                x + part.start * style.size, (style.leading - style.size) / 2, (part.end - part.start) * style.size,
                style.size), address: address, element: link))
        }
        let colour = span.emphasis == .hotline ? style.hotline : style.colour
        piece.items.append(
          Frame.Item(
            .text(run(part, shaped, style, colour), at: Point(x + (part.glyphs.first?.x ?? 0) * style.size, baseline)),
            element: owner))
      }
      return piece
    }
    return Self.kept(pieces)
  }

  private func run(_ part: Line.Piece, _ shaped: ShapedText, _ style: Style, _ colour: Colour) -> GlyphRun {
    let origin = part.glyphs.first?.x ?? 0
    var text: [UInt8] = []
    let glyphs = part.glyphs.map { glyph in
      let start = text.count
      text += shaped.text[glyph.text]
      return GlyphRun.Glyph(
        id: glyph.id == 0 ? cache.blank(part.face) : glyph.id, x: (glyph.x - origin) * style.size,
        rise: glyph.rise * style.size, text: start..<text.count)
    }
    return GlyphRun(face: part.face, size: style.size, colour: colour, glyphs: glyphs, text: text)
  }

  /// The first two and the last two lines of a paragraph stay together.
  private static func kept(_ lines: [Piece]) -> [Piece] {
    var lines = lines
    for index in lines.indices.dropLast() {
      lines[index].breakCost = index == 0 || index == lines.count - 2 ? .infinity : 0.7
    }
    return lines
  }

  /// Whether every line but the last ends where a reader pauses anyway: at a mark or a space.
  func endsAtPauses(_ text: StyledText, _ style: Style, width: Double) -> Bool {
    let shaped = cache.shaped(style.isBold ? text.bold : text, language)
    let composer = Composer(style.alignment, isBalanced: style.isBalanced)
    return composer.breaks(shaped, measure: width / style.size).dropLast().allSatisfy { end in
      // A quotation mark, too, ends or begins a phrase.
      func isPause(_ cluster: ShapedText.Cluster) -> Bool {
        String(decoding: shaped.text[cluster.text], as: UTF8.self).allSatisfy { $0.isPunctuation || $0.isWhitespace }
      }
      return isPause(shaped.clusters[end - 1]) || isPause(shaped.clusters[end])
    }
  }

  /// The width of a text on one line, the white between Han and other characters included, in points.
  func width(of text: StyledText, _ style: Style) -> Double {
    let shaped = cache.shaped(style.isBold ? text.bold : text, language)
    let lines = Composer(.ragged).lines(shaped, measure: .greatestFiniteMagnitude)
    return (lines.compactMap { $0.pieces.last?.end }.max() ?? 0) * style.size
  }
}

extension StyledText {
  /// All of it bold.
  var bold: StyledText {
    StyledText(
      spans.map { span in
        StyledText.Span(span.text, span.emphasis == .hotline ? .hotline : .strong, link: span.link)
      })
  }
}
